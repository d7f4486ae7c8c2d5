"""What is compared of a record, in a form that copies of one article share."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..codecs.characters import folded
from ..model.record import Record

# Kinds of records that are not the article with the same title.
PREPRINT, MEETING = "preprint", "meeting"
NOTICES = ("erratum", "retraction", "concern", "comment", "reply")

_WORD = regex(r"[^\W_]+")
_TAG = regex(r"</?[a-z][^<>]*>")
_DIGITS = regex(r"\d+")
_NUMBERED = regex(r"(?![SsPp]\d)[A-Za-z]{1,6}\d")
_RETRACTED = regex(
    r"^\W*(?:retracted|withdrawn)(?: (?:article|paper|chapter))?\b\W*", re.IGNORECASE
)
# What is published about an article, under its title, by the first letters of its name.
_NOTICE_TITLE = regex(
    r"^\W*(?:(?:author|publisher)s?['’]?s? )?(errat(?:um|a)|corrigend(?:um|a)|correction|addendum"
    r"|retraction|expression of concern|(?:invited )?comment(?:ary)?|reply|response|re)"
    r"(?:(?: note| notice)?(?: to| on| for| of)?\b\W*:|(?: note| notice)? (?:to|on|for|of)\b)",
    re.IGNORECASE,
)
# Web of Science's title of an erratum: "Malaria in mice (vol 39, pg 2, 2009)".
_CORRECTED = regex(r"\(vol\.? ?\d+\b.*\d{4}\)\W*$", re.IGNORECASE)
_NOTICE_WORDS = {
    "err": "erratum", "cor": "erratum", "add": "erratum", "ret": "retraction", "exp": "concern",
    "com": "comment", "inv": "comment", "rep": "reply", "res": "reply", "re": "reply",
}  # fmt: skip
# Types that no article has, so that a record with others is of another publication.
_NOTICE_TYPES = {
    "published erratum": "erratum", "retraction of publication": "retraction",
    "retraction notice": "retraction", "expression of concern": "concern",
}  # fmt: skip
_MEETING_TYPES = frozenset({"meeting abstract", "conference abstract", "congress"})
_CONFERENCE = regex(r"^(.*?)\W*\bconference:", re.IGNORECASE)
# "Part 2", "II": of a series with one title.
_PART = regex(
    r"\b(?:part|pt|no|number|chapter|volume)\.? ([ivx]{1,4}|\d{1,2})\b|[ :.]([ivx]{1,4})[:.]?$"
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
# Versions of one article have DOIs of their own at these publishers and preprint servers.
_DOI_VERSION = regex(r"^(10\.(?:12688|12703|21956)/.+)\.\d{1,2}$|^(10\..+?)[./]?v\d{1,2}$")
_PREPRINT_DOI = regex(r"^10\.(?:1101|48550|2139|21203|20944|26434|31219|31234|64898|36227|22541)/")


class Traits(NamedTuple):
    """What is compared of a record; every text is in lower case and without accents."""

    pmid: str
    pmcid: str
    doi: str
    title: str  # its letters and digits alone
    original: str  # the same of the title in the article's own language
    digits: str  # the title's digits, one behind the other
    part: str  # "2" of a title's "Part II"
    families: tuple[str, ...]  # the words of family names and groups
    given: tuple[str, ...]  # those of given names, which some files have in the family's place
    year: int
    volume: str
    page: str  # the first page's digits, or the article number's
    is_number: bool  # whether it is an article number, as journals without printed pages have
    journal: str  # the words of its title
    issns: tuple[str, ...]
    kind: str  # one of NOTICES, PREPRINT, MEETING or ""
    typed: str  # one of NOTICES by its publication types, "article" by others, or ""

    @property
    def work_doi(self) -> str:
        """The DOI without a version."""
        match = _DOI_VERSION.match(self.doi)
        return next(filter(None, match.groups())) if match else self.doi


def traits_of(record: Record) -> Traits:
    """Return what is compared of a record."""
    title = _TAG.sub("", record.title or record.original_title)
    letters = folded(_RETRACTED.sub("", title))
    return Traits(
        pmid=record.pmid.lstrip("0"),
        pmcid=record.pmcid.upper().partition(".")[0],  # without a version
        doi=record.doi.lower(),
        title=letters,
        original=folded(record.original_title),
        digits="".join(_DIGITS.findall(letters)),
        part=_part_of(title),
        families=tuple(
            [word for name in record.author for word in _words(name.family or name.literal)]
        ),
        given=tuple([word for name in record.author for word in _words(name.given)]),
        year=_year(record),
        volume=_number(record.volume),
        page=_page(record),
        is_number=_has_article_number(record),
        journal=_journal(record.container_title or record.container_title_short),
        issns=tuple(sorted({issn.value.upper() for issn in record.issn})),
        kind=_kind(record, title),
        typed=_typed(record),
    )


def _words(text: str) -> list[str]:
    """Return the words of a name, without initials."""
    return [folded(word) for word in _WORD.findall(text) if len(word) > 1]


def _year(record: Record) -> int:
    date = record.issued or record.available_date
    return date.start.year if date and date.start else 0


def _number(text: str) -> str:
    """Return the first number in a text: ``33 (3)`` is volume 33."""
    match = _DIGITS.search(text)
    return match[0].lstrip("0") if match else ""


def _page(record: Record) -> str:
    if record.page:
        return _number(record.page.first or record.page.raw) or _number(record.number)
    return _number(record.number)


def _has_article_number(record: Record) -> bool:
    """Whether the page is an article number: ``c332``, ``e124``; S and P stand before pages."""
    if record.page is None:
        return bool(record.number)
    first = record.page.first or record.page.raw
    return bool(_NUMBERED.match(first)) or (bool(record.number) and first == record.number)


@lru_cache(maxsize=4096)
def _journal(title: str) -> str:
    """Return the words of a journal's title; Embase puts the conference behind it."""
    match = _CONFERENCE.match(title)
    words = _WORD.findall(match[1] if match and match[1] else title)
    return " ".join(map(folded, words))


def _part_of(title: str) -> str:
    match = _PART.search(title.lower())
    part = (match[1] or match[2]) if match else ""
    return _ROMAN.get(part, part)


def _kind(record: Record, title: str) -> str:
    """Return what sets a record apart from the article with the same title."""
    if match := _NOTICE_TITLE.match(title):
        return _NOTICE_WORDS[match[1][:3].lower()]
    if "(" in title and _CORRECTED.search(title):
        return "erratum"
    types = {name.lower() for name in record.publication_types}
    if record.genre == "Preprint" or "preprint" in types or _PREPRINT_DOI.match(record.doi):
        return PREPRINT
    return MEETING if not types.isdisjoint(_MEETING_TYPES) else ""


def _typed(record: Record) -> str:
    """Return what the publication types say that a record is, where a file has any."""
    notices = (_NOTICE_TYPES.get(name.lower(), "") for name in record.publication_types)
    return next(filter(None, notices), "article" if record.publication_types else "")
