"""The value of a CSL-JSON variable, in any dialect, by the codec that the table names.

Each decoder raises :class:`medcite.model.serialize.ShapeError` for a value of another shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..base.lazy_regex import regex
from ..codecs import identifiers, pages
from ..codecs.jats import without_jats
from ..model.values import Keyword
from . import date_parts, names
from .date_parts import decode_date
from .names import decode_names
from .texts import text, texts

# What our own writer puts around an original title.
_NOCASE = regex(r'<span class="nocase">(.*)</span>', re.DOTALL)


def _doi(value: object) -> str:
    """Return a DOI without its resolver's address; any other text stays."""
    return identifiers.doi(text(value)) or text(value)


def _original_title(value: object) -> str:
    title = text(value)
    match = _NOCASE.fullmatch(title)
    return str(match[1]) if match else title


def _words(value: object) -> tuple[str, ...]:
    return tuple(word for part in texts(value) for word in part.split())


def _keywords(value: object) -> tuple[Keyword, ...]:
    """Return keywords: a list, or a text with semicolons or, without any, commas."""
    words = texts(value)
    if len(words) == 1:
        words = words[0].split(";" if ";" in words[0] else ",")
    return tuple(Keyword(word.strip()) for word in words if word.strip())


DECODERS: dict[str, Callable[[object], object]] = {
    "abstract": lambda value: without_jats(text(value)),
    "authors": decode_names,
    "container": text,
    "abbreviation": text,
    "date": decode_date,
    "doi": _doi,
    "issued": decode_date,
    "keyword": _keywords,
    "names": decode_names,
    "original": _original_title,
    "page": lambda value: pages.pages(text(value)),
    "pmcid": lambda value: identifiers.pmcid(text(value)),
    "publisher-place": text,
    "spaced": _words,
    "text": text,
    "publisher": text,
    "url": text,
}

# By codec, what yields the parts of a value that its decoder reads nothing from.
UNREAD: dict[str, Callable[[object], Iterator[tuple[str, object]]]] = {
    "authors": names.unread_parts,
    "date": date_parts.unread_parts,
    "issued": date_parts.unread_parts,
    "names": names.unread_parts,
}
# The codecs that read all of a list; others read its first text.
LISTS = frozenset({"keyword", "spaced"})
