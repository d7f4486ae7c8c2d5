"""One value of a record into the text of an element, by the codec that the table names."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TypeAlias

from ..codecs import addresses, dates
from ..markup.inline_tags import parse
from ..markup.one_line import one_line
from ..markup.scripts import flat
from ..model.record import Record
from ..model.values import Date, Name
from ..options import Options
from ..output import value_choice
from ..tables.calendar import MONTH_NAMES
from ..tables.languages import BY_CODE
from ..tables.row import Row

# Returns the text of an element; one that is empty is not written.
Encoder: TypeAlias = Callable[[Record], str]
# Compiles a row for a user's options.
EncoderMaker: TypeAlias = Callable[[Row, Options], Encoder]


def person(name: Name) -> dict[str, str]:
    """Return the parts of a name; Word has none for a suffix, nor for groups among persons."""
    if name.literal:
        return {"Last": one_line(name.literal)}
    first, _, middle = name.given.strip().partition(" ")
    parts = {"Last": f"{name.family} {name.suffix}", "First": first, "Middle": middle}
    return {part: one_line(text) for part, text in parts.items() if one_line(text)}


def _text(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: one_line(get(record))


def _plain(text: str) -> str:
    return one_line(flat(parse(text)))


def _title(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> str:
        title = _plain(record.title or record.original_title)
        return f"[{title}]" if record.translated and title else title

    return encode


def _short(_: Row, __: Options) -> Encoder:
    return lambda record: _plain(record.title_short)


def _container(_: Row, options: Options) -> Encoder:
    return lambda record: _plain(value_choice.container_title(record, options.journal))


def _conference(_: Row, __: Options) -> Encoder:
    return lambda record: (
        one_line(record.event_title)
        if record.type == "paper-conference" and not record.container_title
        else ""
    )


def _date_of(row: Row, options: Options) -> Callable[[Record], Date | None]:
    if row.to == "issued":
        return lambda record: value_choice.issued(record, options.date)
    return attrgetter(row.to)


def _year(row: Row, options: Options) -> Encoder:
    get = _date_of(row, options)

    def encode(record: Record) -> str:
        date = get(record)
        if date and date.start and (date.start.month or date.start.season or date.rest):
            return str(date.start.year)
        return one_line(str(date or ""))

    return encode


def _month(row: Row, options: Options) -> Encoder:
    get = _date_of(row, options)

    def encode(record: Record) -> str:
        date = get(record)
        if date is None or date.start is None:
            return ""
        if date.start.season or date.rest or (date.start.month and date.end):
            return one_line(dates.without_year(date))
        return MONTH_NAMES[date.start.month - 1] if date.start.month else ""

    return encode


def _day(row: Row, options: Options) -> Encoder:
    get = _date_of(row, options)

    def encode(record: Record) -> str:
        date = get(record)
        is_plain = date and date.start and not (date.end or date.rest)
        return str(date.start.day or "") if date and date.start and is_plain else ""

    return encode


def _pages(_: Row, __: Options) -> Encoder:
    return lambda record: one_line(value_choice.pages_or_number(record))


def _numbers(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> str:
        numbers = {
            "doi": record.doi,
            "PMID": record.pmid,
            "PMCID": record.pmcid,
            "ISBN": ", ".join(record.isbn),
            "ISSN": value_choice.issn(record),
        }
        return one_line("; ".join(f"{name}: {text}" for name, text in numbers.items() if text))

    return encode


def _url(_: Row, __: Options) -> Encoder:
    return lambda record: one_line(record.url or addresses.of_bookshelf(record.nbk))


def _notes(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> str:
        notices = [f"{notice}." for notice in value_choice.notices(record)]
        return one_line(" ".join((*notices, *record.notes)))

    return encode


def _language(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> str:
        language = BY_CODE.get(record.language[0]) if record.language else None
        return language.tag if language else ""

    return encode


# By the codecs that the table names. Names have elements of their own.
ENCODERS: dict[str, EncoderMaker] = {
    "authors": _text,
    "conference": _conference,
    "container": _container,
    "day": _day,
    "language": _language,
    "month": _month,
    "names": _text,
    "notes": _notes,
    "numbers": _numbers,
    "pages": _pages,
    "short": _short,
    "text": _text,
    "title": _title,
    "url": _url,
    "year": _year,
}
