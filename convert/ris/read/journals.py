"""The journal of an article, whose full and short titles RIS has in a dozen tags."""

from __future__ import annotations

from functools import lru_cache

from ...base.contractions import is_contraction
from ...base.lazy_regex import regex
from ...codecs import titles
from ...model.values import Field
from .record_builder import RisRecordBuilder

_WORD = regex(r"[^\W_]+")
# A title that begins with a small letter or ends with a stop is no journal's, unless abbreviated.
_SUBTITLE = regex(r"[a-z][^.]*[ .].*|[^.]{12,}[.?!]")
_FEWEST_WORDS = 3  # of a journal before the letters of its country, as in "Sci. U.S.A."


def set_journal(builder: RisRecordBuilder) -> None:
    """Set the journal's full and short title; whatever else stands in their tags is kept.

    JF and JO name the journal. T2 does, too, but in EBSCO's exports it is the subtitle.
    """
    short = builder.fields("abbreviation")[:1]
    titles = _full_titles(builder, short) or short
    if not titles:
        return
    same = [field for field in titles if is_same_journal(field.value, titles[0].value)]
    full = max(same, key=lambda field: len(field.value))
    shorter = [field for field in titles if field.value.casefold() != full.value.casefold()]
    abbreviations = [
        field for field in (*short, *shorter) if is_same_journal(field.value, full.value)
    ]
    chosen = (abbreviations or short)[:1]
    builder.values["container_title"] = full.value
    builder.values["container_title_short"] = chosen[0].value if chosen else ""
    builder.use(full, *chosen)


def _full_titles(builder: RisRecordBuilder, short: list[Field]) -> list[Field]:
    """Return the fields that may have the full title, JF first, without a T2 that is a subtitle."""
    fields = builder.fields("container_title")
    second = [field for field in fields if field.tag == "T2"][:1]
    journals = builder.fields("journal")
    named = [field for field in fields if field.tag != "T2"]
    named += [field for field in journals if field.tag == "JO"]
    if second and _is_subtitle(second[0], named, short):
        _set_subtitle(builder, second[0])
        second = []
    return [*named, *second, *builder.fields("book_title"), *journals]


def _is_subtitle(field: Field, named: list[Field], short: list[Field]) -> bool:
    """Whether T2 is not the journal that other tags name, or abbreviate if it looks like none."""
    if not named and not _SUBTITLE.fullmatch(field.value):
        return False
    others = [*named, *short]
    return bool(others) and not any(is_same_journal(field.value, other.value) for other in others)


def _set_subtitle(builder: RisRecordBuilder, field: Field) -> None:
    """Add a subtitle to the title."""
    title, subtitle = builder.values.get("title", ""), titles.stopped(field.value)
    if subtitle.casefold() not in title.casefold():
        colon = " " if title.endswith(("?", "!", ":")) else ": "
        builder.values["title"] = f"{title}{colon}{subtitle}" if title else subtitle
        where = builder.location(field.line, field.tag)
        builder.report.note("subtitle", where, "is not the journal; read as subtitle")
    builder.use(field)


@lru_cache(maxsize=4096)  # few journals have most of the articles
def is_same_journal(one: str, other: str) -> bool:
    """Whether one of two titles abbreviates the other, or they are equal but for case.

    Each word of the shorter begins with the same letter as one of the longer, in their order
    (``J Clin Oncol``), or it is made of the first letters of words (``JAMA``).
    """
    words, others = _words(one), _words(other)
    if not (words and others):
        return one == other
    if len(words) > len(others) or len("".join(words)) > len("".join(others)):
        words, others = others, words
    return _is_shorter(words, others) or (
        len(words) == 1 and _is_shorter(list(words[0]), [word[0] for word in others])
    )


def _words(title: str) -> list[str]:
    """Return a title's words, without single letters at the end (``U.S.A.``)."""
    words = _WORD.findall(title.casefold())
    while len(words) > _FEWEST_WORDS and len(words[-1]) == 1:
        words.pop()
    return words


def _is_shorter(words: list[str], others: list[str]) -> bool:
    """Whether each word abbreviates one of ``others``, in their order."""
    rest = iter(others)
    return bool(words) and all(any(is_contraction(word, other) for other in rest) for word in words)
