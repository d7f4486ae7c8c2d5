"""Dates in CSL-JSON: year, month and day in ``date-parts``, ``season``, ``literal``, ``raw``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ..codecs import dates
from ..codecs.edtf import edtf
from ..model.serialize import ShapeError
from ..model.values import Date, PartialDate
from ..tables.calendar import SEASON_BASE, SEASON_NUMBERS, SEASONS
from .texts import as_text, is_empty, text

_UNITS = ("year", "season", "month", "day")  # by name, as CSL-JSON had them before date-parts
_WORDS = ("literal", "raw", "edtf", "date-time")
_FLAGS = ("date-parts", "circa")  # which may say that there is no date
_CITEPROC_SEASON_BASE = 12  # citeproc-js numbers the seasons from 13


def encode_date(date: Date | None) -> dict[str, object] | None:
    """Return a date as CSL-JSON; what is no date stays as ``literal``.

    Beside date-parts no literal: citeproc-js prints both, and pandoc neither. Both ends of
    a range have the same precision: citeproc-js refuses others. Whether this leaves
    anything out is what :func:`says_more` returns.
    """
    if date is None:
        return None
    if date.start is None:
        return {"literal": date.raw} if date.raw else None
    circa: dict[str, object] = {"circa": True} if date.circa else {}
    if date.end:
        start, end = _parts_in_range(date.start), _parts_in_range(date.end)
        precision = min(len(start), len(end))
        return {"date-parts": [start[:precision], end[:precision]]} | circa
    item: dict[str, object] = {"date-parts": [_parts(date.start)]}
    if date.start.season:
        item["season"] = date.start.season
    return item | circa


def encode_date_in_words(date: Date | None) -> dict[str, object] | None:
    """Return a date for Zotero, which reads a season by its name, and no range but in ``raw``."""
    item = encode_date(date)
    if item is None or date is None or date.start is None:
        return item
    if date.end:
        item["raw"] = dates.encode(date._replace(raw="", rest="")).strip()
    elif date.start.season:
        item["season"] = _season_name(date.raw, date.start)
    return item


def encode_date_in_months(date: Date | None) -> dict[str, object] | None:
    """Return a date for pandoc, which reads a season as one of the months 21 to 24 only."""
    item = encode_date(date)
    if item and date and date.start and item.pop("season", 0):
        item["date-parts"] = [_parts_in_range(date.start)]
    return item


def _season_name(raw: str, start: PartialDate) -> str:
    """Return a season in the word that it was read from (``Fall``), or its usual name."""
    word = raw.removeprefix(str(start.year)).strip()
    return word if word.lower() in SEASON_NUMBERS else SEASONS[start.season - 1]


def says_more(date: Date | None) -> bool:
    """Whether a date has a part in words, or a range whose ends differ in precision."""
    if date is None or date.start is None:
        return False
    if date.rest:
        return True
    return date.end is not None and len(_parts_in_range(date.start)) != len(
        _parts_in_range(date.end)
    )


def _parts(date: PartialDate) -> list[int]:
    """Return year, month and day, as far as known."""
    year, month, day, _ = date
    if not month:
        return [year]
    return [year, month, day] if day else [year, month]


def _parts_in_range(date: PartialDate) -> list[int]:
    """Return the same for the end of a range, where the months from 21 on are the seasons."""
    return [date.year, SEASON_BASE + date.season] if date.season else _parts(date)


def decode_date(value: object) -> Date:
    """Return the date of an object with date-parts, a literal or raw text, or of a text.

    A number is a year, a list the date-parts. ``start`` and ``raw`` are empty if there is no
    date in it.

    Raises:
        ShapeError: ``value`` is none of these.

    """
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return edtf(_number_text(value))
    value = _with_words(value)
    ends = _decode_parts(value.get("date-parts") or [])
    if ends:
        date = _with_season_or_literal(ends[0], ends[1] if len(ends) > 1 else None, value)
    else:
        date = _decode_words(value)
    return date._replace(circa=True) if date.start and _is_true(value.get("circa")) else date


def _with_words(value: object) -> dict[str, object]:
    """Return a date as an object, with a text in the place of numbers as ``raw``.

    Some programs write ``[["2014-05"]]`` or ``"2014"`` as date-parts.
    """
    if isinstance(value, list):
        value = {"date-parts": value}
    if not isinstance(value, dict):
        raise ShapeError(f"expected a date, found {as_text(value):.60}")
    part = value.get("date-parts")
    while isinstance(part, list) and len(part) == 1:
        part = part[0]
    if not part or isinstance(part, bool | list | dict):
        return value
    words = _number_text(part)
    is_number = words.isdecimal() and isinstance(value["date-parts"], list)
    if is_number or not edtf(words).start:
        return value
    return {name: text for name, text in value.items() if name != "date-parts"} | {"raw": words}


def _number_text(value: object) -> str:
    """Return a text or number as text; a year may be written as ``2014.0``."""
    return text(int(value) if isinstance(value, float) and value.is_integer() else value)


def unread_parts(value: object) -> Iterator[tuple[str, object]]:
    """Yield the parts of a date that :func:`decode_date` reads nothing from."""
    if isinstance(value, dict) and value.keys() != {"date-parts"}:
        value = _with_words(value)
        taken = _taken(value)
        for name, part in value.items():
            if name not in taken and not is_empty(part):
                yield name, part


def _taken(value: dict[str, object]) -> set[str]:
    """Return the parts of a date that are read; ``circa`` is a flag, whatever stands there."""
    ends = _decode_parts(value.get("date-parts") or [])
    if not ends:
        words = next((name for name in _WORDS if value.get(name)), "")
        return {"circa", words} if words else {"circa", *_UNITS}
    alone = not value.get("literal") and len(ends) == 1 and not ends[0].month
    season = {"season"} if alone and _season(value.get("season", "")) else set[str]()
    return {"circa", "date-parts", "literal"} | season


def _decode_words(value: dict[str, object]) -> Date:
    """Return the date of an object without date-parts."""
    words = next(filter(None, map(value.get, _WORDS)), "") or _join_units(value)
    if words:
        return edtf(text(words))
    if all(name in _FLAGS or is_empty(part) for name, part in value.items()):
        return Date(None)
    raise ShapeError(f"no date in {as_text(value):.60}")


def _join_units(value: dict[str, object]) -> str:
    """Return the year, season, month and day that stand by their names, as NLM writes them."""
    parts = {name: text(value[name]) for name in _UNITS if value.get(name)}
    if "month" in parts:
        parts["month"] = dates.month_name(parts["month"]) or parts["month"]
    if "season" in parts:
        season = _season(parts["season"])
        parts["season"] = SEASONS[season - 1] if season else parts["season"]
    return " ".join(parts.values())


def _is_true(value: object) -> bool:
    """Whether a flag is set: CSL-JSON lets it be a text or a number, too."""
    return bool(value) and str(value).strip().lower() not in ("", "0", "false", "no")


def _with_season_or_literal(
    start: PartialDate, end: PartialDate | None, value: dict[str, object]
) -> Date:
    """Return a date with what stands beside its date-parts."""
    if literal := value.get("literal"):
        date = dates.date(text(literal))
        return Date(start, end, date.raw, date.rest, date.circa)
    if value.get("season") and not (end or start.month):
        start = start._replace(season=_season(value["season"]))
    return Date(start, end)


def _decode_parts(value: object) -> list[PartialDate]:
    """Return the ends of date-parts; Crossref writes ``[[null]]`` for no date.

    Some programs write the numbers of a single date without a list of their own.
    """
    if isinstance(value, list) and value and not any(isinstance(part, list) for part in value):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(parts, list) for parts in value):
        raise ShapeError(f"expected lists of numbers, found {as_text(value):.60}")
    dates_of_ends = map(_partial_date, value)
    return [date for date in dates_of_ends if date]


def _partial_date(parts: list[object]) -> PartialDate | None:
    """Return year, month and day; ``None`` where there is no year, or the year 0."""
    known = list(
        takewhile(bool, ("" if part in (None, "") else _number_text(part) for part in parts))
    )
    if not known:
        return None
    try:
        numbers = [int(part) for part in known]
    except ValueError as error:
        date = dates.date(" ".join(known))  # a month by its name
        if date.start and not date.rest:
            return date.start
        raise ShapeError(f"no date in {as_text(parts):.60}") from error
    return _from_numbers(*(*numbers, 0, 0)[:3]) if numbers[0] else None


def _from_numbers(year: int, month: int, day: int) -> PartialDate:
    """Return a date; months from 13 or 21 on are seasons."""
    for base in (_CITEPROC_SEASON_BASE, SEASON_BASE):
        if 0 < month - base <= 4:
            return PartialDate(year, season=month - base)
    if not (0 < year < 10_000 and 0 <= month <= 12 and 0 <= day <= 31):
        raise ShapeError(f"no date in {[year, month, day]}")
    return PartialDate(year, month, day)


def _season(value: object) -> int:
    """Return the number of a season that is given by its number or its name."""
    name = str(value)
    if not name.isdecimal():
        start = dates.date(f"{name} 2000").start
        return start.season if start else 0
    return int(name) if int(name) <= 4 else (int(name) - 13) % 4 + 1
