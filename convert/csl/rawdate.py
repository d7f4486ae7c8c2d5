"""Dates in words (CSL-JSON ``raw``) to numbers."""

from __future__ import annotations

import re
from typing import TypeAlias

Parts: TypeAlias = tuple[int, int, int]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spr": 21, "sum": 22, "aut": 23, "fal": 23, "win": 24}
_ISO = re.compile(r"(-?\d{4,})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_SLASHED = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})")
_YEAR = re.compile(r"(?<!\d)(\d{3,4})(?!\d)\s*(BC|AD)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")


def parse_raw(raw: str) -> list[Parts]:
    """Return one or two ``(year, month, day)``, zeros where unknown; empty if not understood."""
    text = raw.strip()
    halves = _halves(text)
    if len(halves) == 2:
        return _pair(halves[0], halves[1])
    single = _single(text)
    return [single] if single else []


def _halves(text: str) -> list[str]:
    if _ISO.fullmatch(text) or _SLASHED.fullmatch(text):
        return [text]
    if text.count("/") == 1:
        return [half.strip() for half in text.split("/")]
    halves = re.split(r"\s+[-–—]\s+|[–—]|(?<=[^\W\d_])-(?=\w)|(?<=\d)-(?=\d{3,})", text)
    return [half.strip() for half in halves]


def _pair(left: str, right: str) -> list[Parts]:
    end = _single(right)
    start = _single(left) or (_single(f"{left} {end[0]}") if end else None)
    if end is None and start is not None:
        end = _single(f"{right} {start[0]}")
    if start is None or end is None:
        return []
    return [start, end]


def _single(text: str) -> Parts | None:
    match = _ISO.fullmatch(text)
    if match:
        parts = match.groups(default="0")
        return (int(parts[0]), int(parts[1]), int(parts[2]))
    match = _SLASHED.fullmatch(text)
    if match:
        first, second, year = match.groups()
        if first is None:
            return (int(year), int(second), 0)
        return (int(year), int(first), int(second))
    return _worded(text)


def _worded(text: str) -> Parts | None:
    year = _YEAR.search(text)
    if year is None:
        return None
    number = int(year.group(1))
    if (year.group(2) or "").upper() == "BC":
        number = -number
    rest = text[:year.start()] + " " + text[year.end():]
    words = [word.lower() for word in _WORD.findall(rest)]
    month = 0
    for word in words:
        found = _month(word)
        if not found:
            return None
        month = found
    day = _DAY.search(rest)
    return (number, month, int(day.group(1)) if day and month and month < 13 else 0)


def _month(word: str) -> int:
    start = word[:3]
    return _MONTHS.index(start) + 1 if start in _MONTHS else _SEASONS.get(start, 0)
