"""Encoders of the date of publication, which is the one that the user chose."""

from __future__ import annotations

from collections.abc import Callable

from ...model.values import Date
from ...output import value_choice
from ...tables.row import Row
from . import dates
from .encoder import Encoder, EncoderMaker, EncodingContext, braced


def _dated(encode: Callable[[Date, EncodingContext], str]) -> EncoderMaker:
    """Return the maker of an encoder of the date that the user chose."""

    def maker(_: Row, context: EncodingContext) -> Encoder:
        chosen = context.options.date
        return lambda record: (
            encode(date, context) if (date := value_choice.issued(record, chosen)) else ""
        )

    return maker


def _years(date: Date, _: EncodingContext) -> str:
    """Return biblatex's date if BibTeX's year is a range, in which programs find no date."""
    if date.end is None or date.start is None or date.end.year == date.start.year:
        return ""
    return braced(dates.encode_edtf(date))


def _undated(date: Date, context: EncodingContext) -> str:
    if "date" in context.source.kept:
        return ""
    return braced(context.spell(date.raw)) if date.start is None else ""


def _designation(date: Date, context: EncodingContext) -> str:
    return braced(context.spell(date.rest)) if date.start else ""


ENCODERS: dict[str, EncoderMaker] = {
    "year": _dated(lambda date, context: dates.encode_year(date, context.spell)),
    "month": _dated(lambda date, context: dates.encode_month(date, context.spell)),
    "day": _dated(lambda date, _: dates.encode_day(date)),
    "years": _dated(_years),
    "date": _dated(lambda date, _: braced(dates.encode_edtf(date))),
    "undated": _dated(_undated),
    "designation": _dated(_designation),
}
