"""Page ranges in the forms of page-range-format (CSL 1.0.2, appendix V)."""

from __future__ import annotations

import re

from convert.csl.locale import Locale

_RANGE = re.compile(r"([^\W\d_]*)(\d+)([^\W\d_]*)\s*[-–]\s*([^\W\d_]*)(\d+)([^\W\d_]*)")
_DASH = re.compile(r"(?<=\w)\s*[-–]\s*(?=\w)")
_ROMAN = re.compile(r"[ivxlcdm]+\s*[-–]\s*[ivxlcdm]+", re.IGNORECASE)


def page_text(value: str, form: str, locale: Locale) -> str:
    """Return pages with each range in ``form`` (empty: as written), joined by the locale's mark."""
    if value.isdigit():
        return value
    dash = locale.term("page-range-delimiter") or "–"
    parts = re.split(r"(\s*[,;&]\s*)", value)
    return "".join(
        _separator(part) if at % 2 else _range(part, form, dash) for at, part in enumerate(parts)
    )


def _separator(text: str) -> str:
    mark = text.strip()
    return " & " if mark == "&" else mark + " "


def _range(text: str, form: str, dash: str) -> str:
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        if _ROMAN.fullmatch(text.strip()):
            return _DASH.sub(dash, text.strip())
        return re.sub(r"\s*[-–]\s*", "-", text) if re.search(r"\d\s*[-–]\s*\w", text) else text
    before, first, tail, before2, last, tail2 = match.groups()
    if tail or tail2 or (before2 and before2 != before):
        if tail or tail2:
            return _DASH.sub(dash, text.strip())
        return _DASH.sub("-", text.strip())
    full = first[:len(first) - len(last)] + last if len(last) < len(first) else last
    if not form:
        return f"{before}{first}{dash}{before2}{last}"
    if before and not before2 and len(last) >= len(first):
        return _DASH.sub("-", text.strip())
    shorten = _FORMS.get(form, _expanded)
    keep = before2 if form == "expanded" else ""
    return f"{before}{first}{dash}{keep or (before if form == 'expanded' else '')}" + shorten(
        first, full
    )


def _expanded(_first: str, last: str) -> str:
    return last


def _minimal(first: str, last: str, least: int = 1) -> str:
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _minimal_two(first: str, last: str) -> str:
    return _minimal(first, last, 2)


def _chicago15(first: str, last: str) -> str:
    """Chicago Manual of Style, 15th edition."""
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    if number % 100 < 10:
        return _minimal(first, last)
    if len(first) == 4 and len(_minimal(first, last)) == 3:
        return last
    return _minimal(first, last, 2)


def _chicago16(first: str, last: str) -> str:
    """Chicago Manual of Style, 16th edition."""
    number = int(first)
    if number < 100 or number % 100 == 0 or len(first) != len(last):
        return last
    if number % 100 < 10:
        return _minimal(first, last)
    return _minimal(first, last, 2)


_FORMS = {
    "expanded": _expanded,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago15,
    "chicago-15": _chicago15,
    "chicago-16": _chicago16,
}
