"""Write a date in the form of a cs:date: a date, a range, or words."""

from __future__ import annotations

from collections.abc import Callable

from ..context import Context
from ..punctuation.join import add_affixes, join
from ..rich_text.parse import rich
from ..rich_text.tree import Out, Run
from ..variables import take_year_suffix
from .date_form import DateForm, DatePartForm
from .date_parts import DateParts, DateValue, sort_text


def date_writer(form: DateForm) -> Callable[[DateValue, Context], Out]:
    """Return the function that writes a date; it remembers dates, which repeat in a list."""
    written: dict[tuple[DateValue, str], Out] = {}
    names = tuple(part.name for part in form.parts)

    def write(date: DateValue, ctx: Context) -> Out:
        if ctx.sorting is not None:
            return sort_text(date, names)
        if ctx.disambiguation is not None:  # which may add a year suffix
            return _write(date, form, ctx)
        key = date, ctx.lang
        out = written.get(key)
        if out is None:
            out = written[key] = _write(date, form, ctx)
        return out

    return write


def _write(date: DateValue, form: DateForm, ctx: Context) -> Out:
    if date.start is None:
        return _write_words(date.literal, form, ctx)
    if date.open:
        return _write_open_range(date.start, form, ctx)
    if date.end is not None:
        return _write_range(date.start, date.end, form, ctx)
    return join(_write_parts(date.start, form.parts, form, ctx), form.delimiter)


def _write_words(words: str, form: DateForm, ctx: Context) -> Out:
    """Write a date in words where its year would be, and as the year would be written."""
    year = next((part for part in form.parts if part.name == "year"), None)
    return _write_part(year, rich(words), form, ctx) if year else ""


def _write_open_range(start: DateParts, form: DateForm, ctx: Context) -> Out:
    """Write a range without an end: "2020–"."""
    parts = _write_parts(start, form.parts, form, ctx, last_suffix=False)
    delimiters = (part.range_delimiter for part in form.parts if part.name == "year")
    return Run([join(parts, form.delimiter), next(delimiters, "–")]) if parts else ""


def _write_range(start: DateParts, end: DateParts, form: DateForm, ctx: Context) -> Out:
    """Write a range: what both ends have in common once, the rest twice with a delimiter between.

    CSL 1.0.2, "Date Ranges": the delimiter is that of the largest part that differs.
    """
    differing = [part for part in form.parts if part.text(start) != part.text(end)]
    if not differing:
        return join(_write_parts(start, form.parts, form, ctx), form.delimiter)
    largest = max(differing, key=lambda part: part.rank)
    before, varying, after = _split(form.parts, start, end, largest.rank)
    left = _write_parts(start, varying, form, ctx, last_suffix=False, year_suffix=False)
    right = _write_parts(end, _without_first_prefix(varying, end), form, ctx)
    middle = [join(left, form.delimiter), largest.range_delimiter, join(right, form.delimiter)]
    parts = [
        *_write_parts(start, before, form, ctx),
        Run(middle),
        *_write_parts(start, after, form, ctx),
    ]
    return join(parts, form.delimiter)


def _split(
    parts: list[DatePartForm], start: DateParts, end: DateParts, rank: int
) -> tuple[list[DatePartForm], list[DatePartForm], list[DatePartForm]]:
    """Return the parts before, inside and after those that a range writes twice.

    These reach from the first to the last part up to ``rank`` that one of the ends has.
    """
    varying = [
        index
        for index, part in enumerate(parts)
        if part.rank <= rank and (part.text(start) or part.text(end))
    ]
    first, stop = varying[0], varying[-1] + 1
    return parts[:first], parts[first:stop], parts[stop:]


def _without_first_prefix(parts: list[DatePartForm], date: DateParts) -> list[DatePartForm]:
    """Return parts, the first one without prefix if a date has it: a range's delimiter is there."""
    first, *others = parts
    return [first.replace(prefix="") if first.text(date) else first, *others]


def _write_parts(
    date: DateParts,
    parts: list[DatePartForm],
    form: DateForm,
    ctx: Context,
    *,
    last_suffix: bool = True,
    year_suffix: bool = True,
) -> list[Out]:
    """Return the parts that a date has, the last one with its suffix or without."""
    texts = [(part, text) for part in parts if (text := part.text(date))]
    last = len(texts) - 1
    return [
        _write_part(
            part, text, form, ctx, suffix=last_suffix or index < last, year_suffix=year_suffix
        )
        for index, (part, text) in enumerate(texts)
    ]


def _write_part(
    part: DatePartForm,
    out: Out,
    form: DateForm,
    ctx: Context,
    *,
    suffix: bool = True,
    year_suffix: bool = True,
) -> Out:
    """Return the text of a part with its attributes and, behind a year, the year suffix."""
    if part.decorate:
        out = part.decorate(out, ctx.lang)
    if part.name == "year" and year_suffix and form.year_suffix:
        letter = take_year_suffix(ctx)
        out = Run([out, letter]) if letter else out
    after = part.suffix if suffix else ""
    return add_affixes(part.prefix, out, after) if out and (part.prefix or after) else out
