"""RIS, for EndNote, Zotero, JabRef and whoever else: one profile for each reader.

The syntax (a tag, two blanks, a hyphen, a blank) is rispy's to write. Lines are never
wrapped: what readers make of a second line differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import ClassVar

from rispy import BaseWriter

from ..base.lazy_regex import regex
from ..base.suggestions import UnknownError
from ..codecs import dates
from ..format_registry import Format
from ..markup.inline import parse
from ..model import peek
from ..model.record import NOT_IN_PUBMED, Record
from ..model.report import Report
from ..model.rich_text import plain
from ..model.values import Date
from ..options import Options
from ..output import field_selection, fragments, sorting, unwritten, value_choice
from ..ris.encode import HOW as WORKS
from ..ris.encode import Encode
from ..tables.calendar import MONTHS
from ..tables.characters import CONTROLS, SEPARATORS
from ..tables.identifiers import ADDRESSES
from ..tables.relations import LABELS
from ..tables.ris import OTHER_TYPES, PROFILES, ROWS, TYPES
from ..tables.row import Row

FORMAT = Format(
    "ris", "RIS, as EndNote, Zotero and JabRef read it", (".ris",), ignores=("protect", "ascii")
)

Plan = tuple[tuple[str, Encode], ...]

TYPE = "type_of_reference"
# Anything that some reader takes for the end of a line would begin a field or a record.
ENDS = regex(f"[{CONTROLS}{SEPARATORS}]+")
COUNTED = ("book", "thesis")
TAGS = sorted({"TY", "ER", *(row.tag for row in ROWS)})


class _Lines(BaseWriter):  # type: ignore[misc]  # rispy has no type information
    """Rispy's writer: each tag goes by its own name and may repeat."""

    START_TAG = "TY"
    PATTERN = "{tag}  - {value}"
    DEFAULT_MAPPING: ClassVar = {tag: TYPE if tag == "TY" else tag.lower() for tag in TAGS}
    DEFAULT_LIST_TAGS: ClassVar = [tag for tag in TAGS if tag != "TY"]

    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}

    def __init__(self, newline: str) -> None:
        super().__init__()
        self.NEWLINE = newline

    def set_header(self, count: int) -> str:
        """Give no line of our own before a reference."""
        return ""


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield each of ``records`` for the program that ``options.ris_profile`` names.

    Raises:
        UnknownError: There is no such profile, or ``options.fields`` or ``options.omit``
            names no tag of RIS.

    """
    spell = _speller(options)
    texts = (spell(record, key, report) for key, record in sorting.keyed(records, options))
    yield from _parted(texts, options)


def drafter(options: Options) -> Callable[[Iterable[Record], Report], Iterator[fragments.Draft]]:
    """Give what makes a part of the references, for :func:`finish`; raises as :func:`write`."""
    return fragments.drafter(fragments.cut(_speller(options)), options)


def finish(made: Iterable[fragments.Draft], options: Options) -> Iterator[str]:
    """Yield all references that were made in parts."""
    return _parted(fragments.finish(made, options), options)


def _speller(options: Options) -> fragments.Spell:
    """Give what spells a reference."""
    if options.ris_profile not in PROFILES:
        raise UnknownError("RIS profile", options.ris_profile, PROFILES)
    field_selection.check(options, "RIS", TAGS)
    lines = _Lines(PROFILES[options.ris_profile].newline)

    def spell(record: Record, key: str, report: Report) -> str:
        plan, homes = _plan(options, record.type, peek.may_exceed_pubmed(record))
        unwritten.tell(record, homes, report)
        return str(lines.formats([_fields(record, key, plan, options)]))

    return spell


def _parted(texts: Iterable[str], options: Options) -> Iterator[str]:
    """Yield references with a blank line between."""
    before = ""
    for text in texts:
        yield before + text
        before = PROFILES[options.ris_profile].newline


def _fields(record: Record, key: str, plan: Plan, options: Options) -> dict[str, object]:
    """Give a record's values by tag, in the order of the output."""
    made: dict[str, object] = {TYPE: _type(record, options.ris_profile)}
    for tag, encode in plan:
        values = [key] if encode is _key else encode(record)
        if lines := [line for value in values if (line := ENDS.sub(" ", value).strip())]:
            found = made.setdefault(tag, [])
            assert isinstance(found, list)
            found.extend(lines)
    return made


def _type(record: Record, profile: str) -> str:
    if record.type == "book" and record.editor and not record.author and profile == "endnote":
        return "EDBOOK"
    return OTHER_TYPES.get(profile, TYPES).get(record.type, "GEN")


@lru_cache(maxsize=64)
def _plan(options: Options, kind: str, beyond: bool) -> tuple[Plan, frozenset[str]]:
    """Compile the rows for a profile and a type; also give the attributes that they write.

    Without ``beyond`` they are those for what PubMed's records have.
    """
    rows = [row for row in ROWS if _applies(row, options.ris_profile, kind)]
    plan = tuple(
        (row.tag.lower(), HOW[row.how](row, options))
        for row in rows
        if field_selection.wanted(row.tag, options) and (beyond or row.to not in NOT_IN_PUBMED)
    )
    # What the user leaves out has a home, which is not what the user wants to hear of.
    homes = {row.to for row in rows if row.how not in ("retraction", "constant")}
    return plan, frozenset(homes | {"type", "translated", "number", "mesh", "et_al", "nbk", "pmid"})


def _applies(row: Row, profile: str, kind: str) -> bool:
    """Tell whether a row is for this profile and this type."""
    when, unless = row.when.split(), row.unless.split()
    profiles = [each for each in when if each in PROFILES]
    types = [each for each in when if each not in PROFILES]
    if profile in unless or kind in unless:
        return False
    return (not profiles or profile in profiles) and (not types or kind in types)


def _key(_: Record) -> list[str]:
    """Stand for the key, which the order gives and not the record."""
    return []


def _keys(_: Row, __: Options) -> Encode:
    return _key


def _text(row: Row, _: Options) -> Encode:
    get, label = attrgetter(row.to), row.arg
    return lambda record: [label + value] if (value := get(record)) else ()


def _each(row: Row, _: Options) -> Encode:
    return attrgetter(row.to)


def _joined(between: str) -> Callable[[Row, Options], Encode]:
    def make(row: Row, _: Options) -> Encode:
        get = attrgetter(row.to)
        return lambda record: [between.join(get(record))]

    return make


def _constant(row: Row, _: Options) -> Encode:
    get = attrgetter(row.to)
    return lambda record: [row.arg] if get(record) else ()


def _title(_: Row, options: Options) -> Encode:
    kept = options.ris_profile == "endnote"  # which has a field for the original title

    def encode(record: Record) -> Iterable[str]:
        title = plain(parse(record.title))
        if record.translated and not (kept and record.original_title):
            title = f"[{title}]"  # NLM's way to say so, and all there is to say it
        return [title]

    return encode


def _original(row: Row, _: Options) -> Encode:
    def encode(record: Record) -> Iterable[str]:
        title = record.original_title
        return [row.arg + plain(parse(title))] if title and title != record.title else ()

    return encode


def _container(_: Row, options: Options) -> Encode:
    return lambda record: [value_choice.container(record, options.journal)]


def _year(_: Row, options: Options) -> Encode:
    def encode(record: Record) -> Iterable[str]:
        date = value_choice.issued(record, options.date)
        return [f"{date.start.year:04}"] if date and date.start else ()

    return encode


def _date(_: Row, options: Options) -> Encode:
    return lambda record: [_slashed(value_choice.issued(record, options.date))]


def _date_of(row: Row, _: Options) -> Encode:
    get = attrgetter(row.to)
    return lambda record: [_slashed(get(record))]


def _slashed(date: Date | None) -> str:
    """Give ``YYYY/MM/DD/other``, the year alone where no more is known."""
    if date is None:
        return ""
    other = _other(date)
    if date.start is None:
        return f"///{other}"
    year, month, day, _ = date.start
    if not (month or other):
        return f"{year:04}"
    numbers = (f"{number:02}" if number else "" for number in (month, day))
    return "/".join((f"{year:04}", *numbers, other))


def _other(date: Date) -> str:
    """Give what the numbers do not say: a range, a season, what was not understood.

    It is as the record has it (``Nov-Dec``, ``15-21``), without what it shares with them.
    """
    start = date.start
    if start and not (date.end or date.rest or start.season):
        return ""
    if start and date.rest and not date.end:
        return date.rest.replace("/", "-")
    text = dates.encode(date).strip()
    if start:
        text = text.removeprefix(f"{start.year} ")
    if start and date.end and start.day and start[:2] == date.end[:2]:
        text = text.removeprefix(f"{MONTHS[start.month - 1]} ")
    return text.replace("/", "-")


def _day(row: Row, _: Options) -> Encode:
    get = attrgetter(row.to)

    def encode(record: Record) -> Iterable[str]:
        date = get(record)
        if not date or not date.start:
            return ()
        return ["/".join(f"{part:02}" for part in date.start[:3] if part)]

    return encode


def _first(_: Row, __: Options) -> Encode:
    def encode(record: Record) -> Iterable[str]:
        pages = record.page
        if not pages:
            return [value_choice.place(record)]
        return [pages.first if _last(record) else pages.full]

    return encode


def _ending(_: Row, __: Options) -> Encode:
    def encode(record: Record) -> Iterable[str]:
        pages = record.page
        if pages and record.type in COUNTED and "-" not in pages.full:
            return [pages.full]  # SP alone says how many pages there are
        return [_last(record)]

    return encode


def _extent(row: Row, _: Options) -> Encode:
    get = attrgetter(row.to)
    return lambda record: () if record.page else [get(record)]


def _last(record: Record) -> str:
    """Give the last page, if the pages are nothing but one range."""
    pages = record.page
    return pages.last if pages and pages.full == f"{pages.first}-{pages.last}" else ""


def _issn(_: Row, __: Options) -> Encode:
    return lambda record: [value_choice.issn(record)]


def _urls(_: Row, __: Options) -> Encode:
    return lambda record: [record.url, f"{ADDRESSES['pmid']}{record.pmid}/" if record.pmid else ""]


def _relations(_: Row, __: Options) -> Encode:
    def encode(record: Record) -> Iterable[str]:
        told = (each for each in record.relations if each.kind in LABELS)
        return ["; ".join(f"{LABELS[each.kind]}: {each.citation}" for each in told)]

    return encode


def _retraction(_: Row, __: Options) -> Encode:
    def encode(record: Record) -> Iterable[str]:
        if not record.retracted:
            return ()
        told = [f"Retraction in: {each.citation}" for each in record.relation("retraction-in")]
        return [" ".join(["RETRACTED.", *told])]

    return encode


def _keywords(_: Row, options: Options) -> Encode:
    return lambda record: value_choice.keywords(record, options)


def _abstract(_: Row, options: Options) -> Encode:
    return lambda record: [value_choice.abstract(record)] if options.abstract else ()


HOW: dict[str, Callable[[Row, Options], Encode]] = {
    **WORKS,
    "key": _keys,
    "text": _text,
    "each": _each,
    "spaced": _joined(" "),
    "commas": _joined(", "),
    "semicolons": _joined("; "),
    "constant": _constant,
    "title": _title,
    "original": _original,
    "date-of": _date_of,
    "extent": _extent,
    "container": _container,
    "year": _year,
    "date": _date,
    "day": _day,
    "first": _first,
    "last": _ending,
    "issn": _issn,
    "urls": _urls,
    "relations": _relations,
    "retraction": _retraction,
    "keywords": _keywords,
    "abstract": _abstract,
}
