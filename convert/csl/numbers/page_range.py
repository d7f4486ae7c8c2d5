"""Page ranges in the forms of page-range-format (CSL 1.0.2, appendix V)."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...base.lazy_regex import regex
from ..locale import Locale

# A number may have letters before it ("S12"), with digits before them ("8n1564"), and lowercase
# ones after it ("172s"). Anything else, such as "114S-121S", is not a range of numbers.
_PREFIX = r"(\d*[^\W\d_]+0*)?"
_RANGE = regex(rf"{_PREFIX}(\d+)([a-z]*)-{_PREFIX}(\d+)([a-z]*)")
_DASH = regex(r"\s*[-–]\s*")
# Numerals of which at least one is Roman; "D-3" is more likely to have a letter.
_ROMAN_RANGE = regex(r"(?!d-\d|\d+-d$)(?:[ivxlcdm]+|\d+)-(?:[ivxlcdm]+|\d+)", re.IGNORECASE)
_SEPARATOR = regex(r"(\s*[,;&]\s*)")


def page_writer(form: str, locale: Locale) -> Callable[[str], str]:
    """Return the function that writes pages.

    It writes each range in ``form`` (empty: as it is) and with the locale's dash. A hyphen after
    a backslash does not make a range.
    """
    dash = locale.term("page-range-delimiter") or "–"

    def write(value: str) -> str:
        if value.isalnum():
            return value
        if "\\" in value:
            return value.replace("\\", "")
        first, _, last = value.partition("-")
        if first.isdecimal() and last.isdecimal():  # as most are
            return f"{first}{dash}{_end(first, last, form) or last}"
        pieces = _SEPARATOR.split(value)
        pieces[::2] = [_range(piece, form, dash) for piece in pieces[::2]]
        pieces[1::2] = [_separator(piece, locale) for piece in pieces[1::2]]
        return "".join(pieces)

    return write


def _separator(text: str, locale: Locale) -> str:
    mark = text.strip()
    return f" {locale.ampersand} " if mark == "&" else mark + " "


def _range(text: str, form: str, dash: str) -> str:
    text = _DASH.sub("-", text.strip())
    if " " in text:
        return " ".join([_range(word, form, dash) for word in text.split(" ")])
    match = _RANGE.fullmatch(text)
    if match is None:
        return text.replace("-", dash) if _ROMAN_RANGE.fullmatch(text) else text
    prefix, first, suffix, end_prefix, last, end_suffix = match.groups(default="")
    if prefix != end_prefix:
        return text
    end = _end(first, last, form) if suffix == end_suffix else ""
    if not end or form == "expanded":
        end = f"{prefix}{end or last}"
    return f"{prefix}{first}{suffix}{dash}{end}{end_suffix}"


def _end(first: str, last: str, form: str) -> str:
    """Return a range's last number in ``form``, or "" if it stays as it is."""
    full = first[: max(0, len(first) - len(last))] + last
    if not form or int(first) >= int(full):
        return ""
    return _FORMS.get(form, _expanded)(first, full)


def _expanded(_first: str, last: str) -> str:
    return last


def _minimal(first: str, last: str, least: int = 1) -> str:
    """Return the digits of ``last`` from the first that differs, but at ``least`` so many."""
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _minimal_two(first: str, last: str) -> str:
    return _minimal(first, last, 2)


def _chicago15(first: str, last: str) -> str:
    """Chicago Manual of Style, 15th edition: four digits in full if three would change."""
    short = _chicago16(first, last)
    return last if len(first) == 4 and len(short) == 3 else short


def _chicago16(first: str, last: str) -> str:
    """Chicago Manual of Style, 16th edition."""
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    return _minimal(first, last, 1 if number % 100 < 10 else 2)


_FORMS: dict[str, Callable[[str, str], str]] = {
    "expanded": _expanded,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago15,
    "chicago-15": _chicago15,
    "chicago-16": _chicago16,
}
