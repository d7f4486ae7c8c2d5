"""Search the heads of all styles: by words, by ISSN, by what people call a style."""

from __future__ import annotations

import re

from ..base.contractions import is_contraction
from ..base.lazy_regex import regex
from ..tables.journals import LOWER
from ..tables.style_names import EDITIONS, ISSNS, STYLES
from .style_index import StyleListing, listings

_ISSN_QUERY = regex(r"\s*(?:e?-?issn[\s:]*)?(\d{4})[-–]?(\d{3}[\dx])\s*", re.IGNORECASE)
_WORD = regex(r"[^\W_]+")


def search_styles(query: str) -> list[StyleListing]:
    """Return the styles with all words of ``query`` in name, title or field, or with that ISSN.

    A style that people call so comes first, then our own, then those whose name or title is
    the query or is abbreviated by it, those that begin with it, and the others.
    """
    text = query.lower().replace("-", " ").strip()
    called = STYLES.get(_letters(query), "")
    styles = _with_issn(issn_of(query)) if issn_of(query) else _matching(text.split(), called)
    return sorted(
        styles, key=lambda style: (style.name != called, not style.ours, *_rank(style, text))
    )


def name_of(asked: str) -> str:
    """Return the name of the style that people call so, or "".

    The names of ``tables/style_names.py`` come first, then a journal's ISSN, the short title
    that a style has, and the abbreviation of its title (``N Engl J Med``). What could mean
    several styles means none.
    """
    letters = _letters(asked)
    if not letters or letters in STYLES:
        return STYLES.get(letters, "")
    if issn := issn_of(asked):
        return next((style.name for style in sorted(_with_issn(issn), key=_is_dependent)), "")
    styles = list(listings())
    short_titles = [style.name for style in styles if _letters(style.short_title) == letters]
    words = _words(asked)
    abbreviated = [style.name for style in styles if _abbreviates(words, style.title)]
    return next((names[0] for names in (short_titles, abbreviated) if len(names) == 1), "")


def _with_issn(issn: str) -> list[StyleListing]:
    """Return the styles of the journal with an ISSN, printed or electronic."""
    issns = {issn, ISSNS.get(issn, issn)}
    return [style for style in listings() if not issns.isdisjoint(map(issn_of, style.issns))]


def _matching(words: list[str], called: str) -> list[StyleListing]:
    """Return the styles with all of the words, with the name ``called``, or abbreviated by them."""
    return [
        style
        for style in listings()
        if style.name == called or _has_words(style, words) or _abbreviates(words, style.title)
    ]


def _is_dependent(style: StyleListing) -> bool:
    return bool(style.parent)


def issn_of(query: str) -> str:
    """Return the ISSN that a query is, as ``1234-567X``, else ""."""
    match = _ISSN_QUERY.fullmatch(query)
    return f"{match[1]}-{match[2].upper()}" if match else ""


def _letters(text: str) -> str:
    """Return the letters and digits of a name, without what stands behind an edition's number."""
    letters = "".join(_words(text))
    edition = next((end for end in EDITIONS if letters.endswith(end)), "")
    number = letters.removesuffix(edition)
    return number if number[-1:].isdigit() else letters


def _words(text: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(text.casefold())]


def _abbreviates(words: list[str], title: str) -> bool:
    """Whether several words abbreviate those of a title, but for articles and the like."""
    long_words = [word for word in _words(title) if word not in LOWER]
    return len(words) == len(long_words) > 1 and all(map(is_contraction, words, long_words))


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
    if query in texts or _abbreviates(query.split(), style.title):
        return 0, style.name
    if any(text.startswith(query) for text in texts):
        return 1, style.name
    return (3 if style.parent else 2), style.name
