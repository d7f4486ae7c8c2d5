"""Ovid's source: journal, volume, issue, pages and date in one text, which differs by database."""

import re
from typing import NamedTuple

from ..base.lazy_regex import regex

_ISSUE = r"\((?!pp|no pagination)(?P<issue>[^()]*(?:\([^()]*\)[^()]*)*)\)"
_VOLUME = r"[^\s:;(,](?:[^:;(.]|\.(?! )|(?<=Suppl)\.)*"
_PAGES = (
    r"(?P<pages>(?!\d+ ?pp)[^,;()\s]*\d[^,;()\s]*(?:(?:, ?| & )[A-Z]?\d[\w-]*)*|[ivxlc]+-[ivxlc]+)"
)
_DATE = r"(?P<date>[^:;]*\b\d{4}\b[^:;]*?)"
_JOURNAL = r"(?P<journal>.+?)"
# Each pattern matches all of a source; the first that does is used.
_PATTERNS = (
    # PsycINFO: Journal. Vol.43(5), Sep 2015, pp. 623-634.
    regex(rf"{_JOURNAL}\. Vol\.? ?(?P<volume>[^\s(,]+)(?:{_ISSUE})?, ?{_DATE},"
          rf" (?:ArtI[Dd] (?P<number>\w+)|pp?\. ?(?:{_PAGES}|No Pagination Specified))\.?"),
    # MEDLINE, BIOSIS: BMC Medicine. 22(1):85, 2024 Feb 27.
    regex(rf"{_JOURNAL}\. (?P<volume>{_VOLUME})?(?:{_ISSUE})?(?::{_PAGES})?, ?{_DATE}\.?"),
    # CAB: Plant Disease; 2006. 90(3):377-380. 20 ref.
    regex(rf"{_JOURNAL}; ?(?P<date>\d{{4}})\. ?(?P<volume>[^:(]+?)?(?:{_ISSUE})?(?::{_PAGES})?\.?"
          r"(?: (?P<rest>.+))?"),
    # Embase: Journal. 12 (3) (pp 45-50), 2020. Date of Publication: 01 Jan 2020.
    regex(rf"{_JOURNAL}\. (?P<volume>[^\s:;(,.]+(?: [^\s:;(,.]+)?)?(?: ?{_ISSUE})?"
          rf" \((?:pp ?{_PAGES}|no pagination)\), (?P<date>\d{{4}})\.(?: (?P<rest>.+))?"),
    # Journals@Ovid: Acta Biochimica Sinica August 2011;43(8):647-653
    regex(rf"(?P<journal>.+?)[.,]? (?P<date>(?:[\w/-]+ )?(?:\d{{1,2}}, )?\d{{4}})"
          rf";(?P<volume>[^:(]+)?(?:{_ISSUE})?:{_PAGES}\.?"),
    # Others: Journal of Political Studies 12, Winter 2007: 7-14. Journal, 2013(1): 3-28.
    regex(rf"{_JOURNAL} (?P<volume>\d+), (?P<date>(?:[A-Z]\w+ )?\d{{4}}): {_PAGES}\.?"),
    regex(rf"{_JOURNAL}[.,] (?P<date>\d{{4}}){_ISSUE}: {_PAGES}\.?"),
    # Zoological Record: Hydrobiologia. 2007 15 June; 433-441.
    regex(rf"{_JOURNAL}\. (?P<date>\d{{4}}(?: \d{{1,2}})?(?: [A-Z]\w+)?); {_PAGES}\.?"),
    # Articles ahead of print, and years alone: Journal of Orthopaedic Trauma.
    regex(rf"(?P<journal>[^.;:,]+)\.(?: {_DATE}\.?)?"),
)  # fmt: skip
_REST = regex(
    r"(?:Article Number: (?P<number>[\w.-]+)\. ?)?(?:Date of Publication: (?P<date>[^.]+)\.?)?"
    r"(?P<rest>.*)"
)
_BOOK = regex(
    r"(?P<editors>(?:[^\[]+\[Ed[^\]]*\][.,;]* ?)+)(?:\((?P<year>\d{4})\)\. )?(?P<title>.+?)\."
    r" ?(?:\(pp?\. ?(?P<pages>[\w-]+)\)\.?|:(?P<more>[\w-]+), (?P<date>\d{4})\.)(?P<rest>.*)"
)
_PLACED = regex(r"(?:(?P<extent>[^.]*\d+ pp)\. )?(?P<place>[^:]+): (?P<publisher>[^;]+)(?:;.*)?")
_SERIES = "Series Information:"
_BETWEEN_EDITORS = regex(r"\s*\[Ed[^\]]*\][.,;]*\s*")
_NUMERIC = regex(r"(\d{4}) (\d\d)(?: (\d\d))?")
_TYPE = regex(r"(.+?)\s*\[([A-Z][A-Za-z ]{2,30})\]\.?", re.DOTALL)
_LONGEST = 1500  # of a source that is taken apart, in characters
_CONFERENCE = regex(r"\. (Conference: .+\.)(?= \S+ ?\()")


class OvidSource(NamedTuple):
    """What a source says; ``rest`` is what no pattern understood."""

    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    number: str = ""
    date: str = ""
    rest: str = ""


class OvidBook(NamedTuple):
    """What the source of a chapter says of its book."""

    editors: tuple[str, ...]
    title: str
    pages: str
    year: str
    place: str
    publisher: str
    series: str
    rest: str


def parse_source(text: str) -> OvidSource:
    """Take a journal article's source apart; what is not understood is ``rest``, perhaps all."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return OvidSource(rest=text)
    conference = _CONFERENCE.search(text)
    plain = _CONFERENCE.sub(".", text, count=1)
    match = next(filter(None, (pattern.fullmatch(plain) for pattern in _PATTERNS)), None)
    if match is None:
        return OvidSource(rest=text)
    parts = {name: value or "" for name, value in match.groupdict().items()}
    source = OvidSource(**{name: value.strip(" .") for name, value in parts.items()})
    if parts.get("rest"):
        source = _with_rest(source, parts["rest"])
    rest = " ".join(filter(None, (conference[1] if conference else "", source.rest)))
    return source._replace(date=ris_date(source.date), rest=rest)


def _with_rest(source: OvidSource, text: str) -> OvidSource:
    """Add what Embase says behind the year: the article number and the day."""
    match = _REST.fullmatch(text)
    if match is None:
        return source
    number, date, rest = (match[name] or "" for name in ("number", "date", "rest"))
    return source._replace(
        number=number or source.number, date=date or source.date, rest=rest.strip()
    )


def parse_book(text: str) -> OvidBook | None:
    """Take the source of a chapter apart; ``None`` if it names no editors."""
    text = " ".join(text.split())
    match = _BOOK.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    rest, _, series = match["rest"].strip().partition(_SERIES)
    placed = _PLACED.fullmatch(rest.strip(" ."))
    return OvidBook(
        editors=tuple(filter(None, _BETWEEN_EDITORS.split(match["editors"]))),
        title=match["title"],
        pages=match["pages"] or match["more"],
        year=match["year"] or match["date"] or "",
        place=placed["place"] if placed else "",
        publisher=placed["publisher"] if placed else "",
        series=series.strip(" ."),
        rest=(placed["extent"] or "") if placed else rest,
    )


def ris_date(text: str) -> str:
    """Return a date in a form that RIS's reader knows: ``2019 04 29`` is ``2019/04/29``."""
    match = _NUMERIC.fullmatch(text.strip(" ."))
    return "/".join(part for part in match.groups() if part) if match else text.strip(" .")


def without_type(title: str) -> tuple[str, str]:
    """Return a title and the kind of article in brackets behind it, or ``""``."""
    match = _TYPE.fullmatch(title)
    return (match[1], match[2]) if match else (title, "")
