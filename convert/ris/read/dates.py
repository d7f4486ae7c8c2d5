"""The dates of a reference: which is the publication's, and what the others are."""

from __future__ import annotations

from ...model.values import Date, Field, PartialDate
from ..dates import parse_dates, parse_event
from .record_builder import RisRecordBuilder

# Types whose DA is when the work was looked at, if PY has the date (RIS specification).
_ACCESSED = frozenset({"EJOUR", "EBOOK", "DBASE", "AGGR", "MULTI", "CASE"})
# Types whose DA is when the work was last changed.
_UPDATED = frozenset({"WEB", "BLOG"})


def set_dates(builder: RisRecordBuilder) -> None:
    """Set the date of publication, and those of access and of the history.

    PY decides the year, else DA before Y1, which is of 2001; a date of another year is kept.
    """
    dated = _without_history(builder)
    days = [field for field in dated if field.tag == "DA"]
    years = _deciding(builder, [field for field in dated if field.tag != "DA"], days)
    year, candidates = _date(*years), days
    if year and year.start:
        days = _of_publication(builder, days, year.start.year)
    _set_issued(builder, _date(*years, *days), [*years, *candidates])
    if builder.type == "paper-conference":
        _set_event_date(builder, [field for field in candidates if field not in days])


def _set_issued(builder: RisRecordBuilder, date: Date | None, fields: list[Field]) -> None:
    """Set the date of publication, of which something came of those ``fields`` that agree."""
    if date and (date.start or date.rest):
        builder.values["issued"] = date
        builder.use(*(field for field in fields if _agrees(field, date)))


def _set_event_date(builder: RisRecordBuilder, days: list[Field]) -> None:
    """Set the date of a conference: a DA of another year than the publication's."""
    for field in days[:1]:
        date = _date(field)
        if date and date.start:
            builder.values["event_date"] = date._replace(raw="")
            builder.use(field)


def _deciding(builder: RisRecordBuilder, others: list[Field], days: list[Field]) -> list[Field]:
    """Return the dates that decide the year: PY, or Y1 unless DA is the publication's."""
    issued = _date(*days)
    if builder.fields("year") or builder.code in _ACCESSED | _UPDATED:
        return others
    if issued is None or issued.start is None:
        return others
    return [field for field in others if _has_year(field, issued.start.year)]


def _date(*fields: Field) -> Date | None:
    return parse_dates(*(field.value for field in fields))


def _without_history(builder: RisRecordBuilder) -> list[Field]:
    """Set the history; return the other fields with dates, those that RIS has for a year first."""
    fields = [*builder.fields("year"), *builder.fields("date")]
    events = {field: event for field in fields if (event := parse_event(field.value))}
    builder.use(*events)
    builder.values["history"] = tuple(events.values())
    return [field for field in fields if field not in events]


def _of_publication(builder: RisRecordBuilder, days: list[Field], year: int) -> list[Field]:
    """Return those of the dates that may be the publication's; set the date of access."""
    if builder.code in _UPDATED:
        return []
    if builder.code not in _ACCESSED:
        return [field for field in days if _has_year(field, year)]
    for field in days[:1]:
        accessed = _date(field)
        if accessed and accessed.start == PartialDate(year):  # that of PY, once more
            return [field]
        if accessed and accessed.start and not builder.values.get("accessed"):
            builder.values["accessed"] = accessed._replace(raw="")
            builder.use(field)
    return []


def _has_year(field: Field, year: int) -> bool:
    """Whether a date is of this year, or of none."""
    date = _date(field)
    return date is None or date.start is None or date.start.year == year


def _agrees(field: Field, chosen: Date) -> bool:
    """Whether a date says nothing else than the chosen one does."""
    date = _date(field)
    if date is None:
        return False
    if date.start is None or chosen.start is None:  # a month, or words
        has_month = chosen.start is not None and any(chosen.start[1::2])  # month or season
        return date == chosen or has_month
    return all(part in (0, known) for part, known in zip(date.start, chosen.start, strict=True))
