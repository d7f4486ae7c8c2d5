"""Compare a field of a record with a value, as an operator says."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import Any, TypeAlias

from ..base.lazy_regex import regex
from ..model.record import Record
from ..model.values import Date
from .errors import UnfitValueError
from .fields import QueryField
from .values import folded_words, texts

# Whether a record's field is as a value says.
Test: TypeAlias = Callable[[Record], bool]

_SIZES: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
OPERATORS = (":", "=", "!=", *_SIZES)
_TRUTH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_DATE = regex(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")
_NUMBER = regex(r"\d+(?:\.\d+)?")


def _equal(one: object, two: object) -> bool:
    return one == two


def has(field: QueryField) -> Test:
    """Return the test whether a record has a field."""
    return lambda record: any(True for _ in field.values(record))


def compare(field: QueryField, sign: str, value: str) -> Test:
    """Return the test of a field by an operator and a value. Raises UnfitValueError."""
    if sign == "!=":
        equal = compare(field, "=", value)
        return lambda record: not equal(record)
    return _COMPARISONS[field.kind](field, sign, value)


def _compare_flag(field: QueryField, sign: str, value: str) -> Test:
    wanted = _TRUTH.get(value.lower())
    if wanted is None or sign in _SIZES:
        raise UnfitValueError(f"expected `{field.name}` alone, or `= yes` or `= no` behind it")
    is_set = has(field)
    return lambda record: is_set(record) == wanted


def _compare_number(field: QueryField, sign: str, value: str) -> Test:
    if not _NUMBER.fullmatch(value):
        raise UnfitValueError(f"expected a number behind `{field.name} {sign}`")
    number, holds = float(value), _SIZES.get(sign, _equal)
    return lambda record: any(holds(own, number) for own in field.values(record))


def _compare_date(field: QueryField, sign: str, value: str) -> Test:
    """Compare as many parts as the value has; an unknown month comes before all."""
    match = _DATE.fullmatch(value)
    if match is None:
        raise UnfitValueError(f"expected a date such as 2015 or 2015-03-31 behind `{field.name}`")
    wanted = tuple(int(part) for part in match.groups() if part)
    holds = _SIZES.get(sign, _equal)

    def test(record: Record) -> bool:
        dates = (date.start for date in field.values(record) if isinstance(date, Date))
        return any(holds(tuple(start[: len(wanted)]), wanted) for start in dates if start)

    return test


def _compare_identifier(field: QueryField, sign: str, value: str) -> Test:
    if sign in _SIZES:
        return _compare_size(field, sign, value)
    wanted = field.normal(value)
    return lambda record: any(field.normal(t) == wanted for t in _texts(field, record))


def _compare_text(field: QueryField, sign: str, value: str) -> Test:
    """Look for words: somewhere in a text, or (``=``) being all of it; ``*`` ends a beginning."""
    if sign in _SIZES:
        return _compare_size(field, sign, value)
    words = folded_words(value)
    if not words.strip():
        raise UnfitValueError(f"expected a word behind `{field.name} {sign}`")
    if sign == "=":
        return lambda record: any(folded_words(t) == words for t in _texts(field, record))
    if value.endswith("*"):
        words = words.rstrip()
    return lambda record: any(words in folded_words(t) for t in _texts(field, record))


def _compare_size(field: QueryField, sign: str, value: str) -> Test:
    """Compare the first number in a text, such as a volume."""
    if not _NUMBER.fullmatch(value):
        raise UnfitValueError(f"`{sign}` compares numbers and dates; expected a number")
    number, holds = float(value), _SIZES[sign]

    def test(record: Record) -> bool:
        numbers = (re.search(_NUMBER.pattern, text) for text in _texts(field, record))
        return any(holds(float(match[0]), number) for match in numbers if match)

    return test


def _texts(field: QueryField, record: Record) -> list[str]:
    return [text for value in field.values(record) for text in texts(value)]


_COMPARISONS: dict[str, Callable[[QueryField, str, str], Test]] = {
    "date": _compare_date,
    "flag": _compare_flag,
    "identifier": _compare_identifier,
    "number": _compare_number,
    "text": _compare_text,
}
