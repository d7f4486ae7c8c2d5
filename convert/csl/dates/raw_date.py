"""Dates in words (CSL-JSON ``raw``) to numbers.

CSL leaves their reading to the processor; what is understood here is what citeproc-js
understands: numbers parted by hyphens or slashes, months and seasons by their English names,
days, years, eras, and two of all that with a hyphen or slash between.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from ...base.lazy_regex import regex
from ...tables.calendar import MONTHS, SEASON_BASE, SEASON_NUMBERS

Parts: TypeAlias = tuple[int, int, int]

# Three letters tell them all apart.
_NAMES = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: SEASON_BASE + number for name, number in SEASON_NUMBERS.items()
}
_NAME = regex("|".join(_NAMES), re.IGNORECASE)
_TIME = regex(r"(?<=\d)T\d.*|\s*\d\d:\d\d(?::\d+)?")
_KANJI = str.maketrans({"年": "-", "月": "-", "日": "", "〜": "/"})
_CIRCA = regex(r"[?~]|\bc(?:ir|a\b|\b)", re.IGNORECASE)


def _tokens(delimiter: str, between: str) -> re.Pattern[str]:
    """Return what finds numbers parted by ``delimiter``, and ``between`` two of them."""
    year_last = rf"(?:\d{{1,2}}{delimiter}){{0,2}}\d{{4}}(?!\d)"
    year_first = rf"\d{{4}}(?:{delimiter}\d{{1,2}}){{0,2}}(?!\d)"
    return regex(rf"{year_first}|{year_last}|\d+|{between}|[^-/~?\d]+")


_HYPHENS = _tokens("-", "-")
_SLASH_BETWEEN = _tokens("-", "/")
_HYPHEN_BETWEEN = _tokens("/", "-")


def is_fuzzy(raw: str) -> bool:
    """Whether a date in words says that it is approximate."""
    return _CIRCA.search(raw) is not None


def parse_raw(raw: str) -> list[Parts]:
    """Return one or two ``(year, month, day)``, zeros where unknown; empty if not understood."""
    text = _TIME.sub("", raw.strip())
    negative = text.startswith("-")
    ends = [_moment(tokens) for tokens in _split(text.removeprefix("-"))]
    if len(ends) == 2:
        ends = [_filled(ends[0], ends[1]), _filled(ends[1], ends[0])]
    year, month, day = ends[0]
    if not year or (day and not month):
        return []
    if negative:
        ends[0] = (-year, month, day)
    return ends


def _split(text: str) -> list[list[str]]:
    """Return the tokens of a date, or of each end of a range."""
    if "年" in text or "月" in text:
        text = text.translate(_KANJI).replace("-/", "/").rstrip("-")
    if text.isdigit() and len(text) < 4:
        text = text.zfill(4)
    text = re.sub(r"(?<=[A-Za-z])\.", "", text)
    pattern, between = _HYPHENS, "-"
    if "/" not in text or "-" not in text:
        text = text.replace("/", "-")
    elif text.count("/") > 2:
        pattern = _HYPHEN_BETWEEN
    else:
        pattern, between = _SLASH_BETWEEN, "/"
    tokens = [token.strip() for token in pattern.findall(re.sub("[–—]", "-", text))]
    if between not in tokens:
        return [tokens]
    at = tokens.index(between)
    return [tokens[:at], tokens[at + 1 :]]


def _moment(tokens: list[str]) -> Parts:
    year = month = number = 0
    day = 0
    for token in tokens:
        if re.search(r"\d[-/]\d", token):
            year, month, day = _numeric(re.split("[-/]", token))
        elif token.isdigit():
            if len(token) > 3:
                year = int(token)
            else:
                number = int(token)
        elif name := _NAME.search(token):
            month = _NAMES[name.group().lower()]
        elif number and token[:2].lower() in ("bc", "ad"):
            year, number = -number if token[:2].lower() == "bc" else number, 0
    return year, month, number or day


def _numeric(parts: list[str]) -> Parts:
    """Read numbers, the year being the one of four digits, the month before the day."""
    at = next((at for at, part in enumerate(parts) if len(part) == 4), None)
    year = 0 if at is None else int(parts[at])
    rest = [int(part) for place, part in enumerate(parts) if place != at]
    month, day = (*rest, 0, 0)[:2]
    if day and month > 12:
        month, day = day, month
    return year, month, day


def _filled(end: Parts, other: Parts) -> Parts:
    """Return an end of a range with what only the other end says."""
    year, month, day = end
    return year or other[0], month or other[1], day or other[2]
