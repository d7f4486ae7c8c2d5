"""Encoders of the date of publication, which is the one that the user chose."""

from __future__ import annotations

from collections.abc import Callable

from ...codecs import edtf
from ...model.record import Record
from ...model.values import Date
from ...output import value_choice
from ...tables.row import Row
from . import dates
from .encoder import Encoder, EncoderMaker, EncodingContext, braced


def _dated(encode: Callable[[Date, EncodingContext], str]) -> EncoderMaker:
    """Return the maker of an encoder of the date that the user chose."""

    def maker(_: Row, context: EncodingContext) -> Encoder:
        chosen = context.options.date
        has_ranges = context.receiver.date_ranges

        def encode_issued(record: Record) -> str:
            date = value_choice.issued(record, chosen)
            if date and date.end and not has_ranges:
                context.shortened_date = str(date)
                date = date._replace(end=None)
            return encode(date, context) if date else ""

        return encode_issued

    return maker


def _years(date: Date, context: EncodingContext) -> str:
    """Return biblatex's date where programs find none, or not all of it, in BibTeX's fields."""
    if date.start and date.circa and date.start.month:
        return braced(edtf.encode_edtf(date))
    if date.end is None or date.start is None or date.start.season:
        return ""
    if date.end.year == date.start.year and context.receiver.month_ranges:
        return ""
    return braced(edtf.encode_edtf(date))


def _date(date: Date, context: EncodingContext) -> str:
    return "" if _in_words(date, context) else braced(edtf.encode_edtf(date))


def _undated(date: Date, context: EncodingContext) -> str:
    if "date" in context.source.kept:
        return ""
    if _in_words(date, context):
        return dates.encode_year(date, context.spell)
    return braced(context.spell(date.raw)) if date.start is None else ""


def _season(date: Date, context: EncodingContext) -> str:
    return dates.encode_month(date, context.spell) if _in_words(date, context) else ""


def _in_words(date: Date, context: EncodingContext) -> bool:
    """Whether a date is a season, of which the receiver does not know EDTF's number."""
    return bool(date.start and date.start.season) and not context.receiver.edtf_seasons


def _month(date: Date, context: EncodingContext) -> str:
    if date.circa and "year" in context.source.kept:
        return ""  # the year is written as it stood: 1999?
    return dates.encode_month(date, context.spell)


def _designation(date: Date, context: EncodingContext) -> str:
    return braced(context.spell(date.rest)) if date.start else ""


ENCODERS: dict[str, EncoderMaker] = {
    "year": _dated(lambda date, context: dates.encode_year(date, context.spell)),
    "month": _dated(_month),
    "day": _dated(lambda date, _: dates.encode_day(date)),
    "years": _dated(_years),
    "date": _dated(_date),
    "season": _dated(_season),
    "undated": _dated(_undated),
    "designation": _dated(_designation),
}
