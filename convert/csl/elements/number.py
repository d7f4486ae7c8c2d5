"""Numbers: which text is one, cs:number in its forms, ordinals with gender."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ...base.lazy_regex import regex
from ..context import Context, Env, Render, absent, finisher
from ..locale import Locale
from ..numbers.locator import parts, split_label
from ..numbers.page_range import page_text
from ..rich_text.text_case import cased
from ..rich_text.tree import Out
from ..specialize import lacks
from ..xml import Element

# The number variables of CSL 1.0.2, those with rules of their own aside.
NUMBERS = frozenset(
    {
        "chapter-number",
        "collection-number",
        "edition",
        "issue",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "part-number",
        "printing-number",
        "section",
        "supplement-number",
        "version",
        "volume",
    }
)
# CSL 1.0.2, "Choose": numbers may have affixes ("D2", "2b"), and be listed or a range.
_ONE = r"(?:\d*[^\W\d_]+)?\d+[^\W\d_]*"
_SOME = rf"(?:{_ONE}|[ivxlcdm]+)"
_JOINED = r"(?:\s*(?:[-–\u2011,&/]|\band\b)\s*|\s*;\s+)"
_NUMERIC = regex(rf"\s*{_SOME}(?:{_JOINED}{_SOME})*\s*[-–]?\s*")
_NUMBER = regex(_ONE)
_PARTING = frozenset("-–\u2011,&;/\\")  # without one of these there is no range and no list
_ROMAN_NUMERAL = regex(r"[ivxlcdm]+")  # in capitals, as in "D-3", it may be any letter
_JOINT = regex(r"\s*&\s*|,?\s+and\s+|[;,]\s+|\s*[-–]+\s*")
_OPEN = regex(r"\s+([-–])$")  # a range without an end
# Capitals that may be a Roman numeral; "D" is more likely to be a letter ("D-3").
_CAPITALS = r"(?:[IVXLCM]|[IVXLCDM]{2,}|\d+)"
_ROMAN_RANGE = regex(rf"({_CAPITALS})\s*-\s*(?={_CAPITALS}$)")
_LEAD = r"(\d*[^\W\d_]+0*(?=\d))?"
_RANGE = regex(rf"\b{_LEAD}(\w+)(\s*[-–]\s*){_LEAD}(?=\w)")
# The term between the ends of a range, where it is not a hyphen.
_DELIMITERS = {
    **dict.fromkeys(
        (
            "chapter-number",
            "collection-number",
            "edition",
            "issue",
            "locator",
            "number",
            "number-of-pages",
            "number-of-volumes",
            "page",
            "volume",
        ),
        "page-range-delimiter",
    ),
}
# What a number may be called in front of it, by itself ("vol. 3" as a volume).
_OWN = {"issue": "issue", "number": "issue", "page": "page", "volume": "volume"}
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def is_numeric(value: Any) -> bool:
    """Whether a variable's content is solely numbers (CSL 1.0.2, ``is-numeric``)."""
    if value is None:
        return False
    head, *more = parts(str(value).replace("\\", ""))
    if not _NUMERIC.fullmatch(head.text):
        return False
    return all(_NUMERIC.fullmatch(part.text) for part in more)


def unlabelled(name: str, value: Any) -> str:
    """Return a number without its own variable's label: "3" of the volume "vol. 3"."""
    text = str(value)
    if "." not in text or name not in _OWN:
        return text
    kind, rest = split_label(text, "")
    return rest if kind == _OWN[name] else text


def is_plural(value: str, kind: str = "") -> bool:
    """Whether content stands for several things: a list or a range that starts with a number.

    What names another ``kind`` behind it does not count.
    """
    head, *others = parts(value)
    first, *more = _JOINT.split(head.text.strip())
    if "\\" in value or not (more or any(part.kind == kind for part in others)):
        return False
    return _NUMBER.match(first) is not None or _ROMAN_NUMERAL.fullmatch(first) is not None


def range_mark(name: str, locale: Locale) -> str:
    """Return what stands between the ends of a range of the number variable ``name``."""
    term = _DELIMITERS.get(name)
    return (locale.term(term) or "–") if term else "-"


def number_text(value: Any, mark: str = "–") -> str:
    """Return a number variable's text: ``mark`` in ranges, lists evenly spaced."""
    text = str(value)
    if _PARTING.isdisjoint(text):
        return text.strip()
    if "\\" in text:  # a hyphen after a backslash is no range's
        return text.replace("\\", "")
    if not _NUMERIC.fullmatch(text):
        return _ROMAN_RANGE.sub(rf"\1{mark}", text) if _ROMAN_RANGE.match(text) else text
    text = _OPEN.sub(r"\1", _RANGE.sub(lambda match: _joined(match, mark), text.strip()))
    text = re.sub(r"\s*,\s*", ", ", text)
    return re.sub(r"\s*&\s*", " & ", text)


def _joined(match: re.Match[str], mark: str) -> str:
    """Return a range's start and its mark; numbers with other letters before them are none."""
    lead, start, dash, end = match.groups(default="")
    if "–" in dash:
        mark = "–"
    elif lead != end:
        mark = "-"
    return f"{lead}{start}{mark}{end}"


def compile_number(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:number``."""
    from .text import value_of, without_periods

    name, form, case = node.get("variable"), node.get("form", "numeric"), node.get("text-case")
    if lacks(env, name):
        return absent
    finish = finisher(node.attrs)
    strip = node.get("strip-periods") == "true"
    gender = env.locale.gender(name)
    mark = range_mark(name, env.locale)

    def write(text: str) -> str:
        if "\\" in text:
            return number_text(text)
        if name == "page":
            text = page_text(text, env.page_format, env.locale)
        return _formed(number_text(text, mark), form, env.locale, gender)

    def render(ctx: Context) -> Out:
        ctx.called = True
        value = value_of(ctx, name)
        if value is None or value == "" or (ctx.suppressed and name in ctx.suppressed):
            return ""
        ctx.got = True
        if ctx.record is not None:
            ctx.record.add(name)
        out: Out = spelled(unlabelled(name, value), name, env.locale, write)
        if strip:
            out = without_periods(out)
        if case:
            out = cased(out, case, env.language(ctx))
        return finish(out) if finish else out

    return render


def _formed(text: str, form: str, locale: Locale, gender: str) -> str:
    if form == "numeric" or "/" in text or not is_numeric(text):
        return text
    make = _FORMS[form]
    return re.sub(r"\b[1-9]\d*\b", lambda match: make(int(match.group()), locale, gender), text)


def spelled(text: str, kind: str, locale: Locale, write: Callable[[str], str]) -> str:
    """Write a number of some kind, and others behind it with the terms of the kinds they name."""
    if "." not in text:
        return write(text)
    out = ""
    mark = range_mark("locator", locale)
    for part in parts(text):
        if part.kind in ("", kind):
            number = write(part.text)
        else:
            number = number_text(part.text, mark)
            term = locale.term(part.kind, "short", is_plural(part.text))
            number = f"{term} {number}" if term else number
        out += part.joint + number
    return out


def roman(number: int, _locale: Locale, _gender: str = "") -> str:
    """Return a number in lowercase Roman numerals."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return ``number`` with its ordinal suffix (CSL 1.0.2, "Ordinal Suffixes")."""
    terms = locale.terms
    for digits, default in ((number % 100, "last-two-digits"), (number % 10, "last-digit")):
        key = f"ordinal-{digits:02d}"
        for wanted in (gender, "") if gender else ("",):
            term = terms.get((key, "long", wanted))
            if term is None:
                continue
            match = term.match or ("last-digit" if digits < 10 else "last-two-digits")
            if match == "whole-number" and number != digits:
                continue
            if match == "last-two-digits" and default == "last-digit":
                continue
            if match == "last-digit" and default == "last-two-digits" and number % 100 != digits:
                continue
            return f"{number}{term.single}"
    fallback = locale.find("ordinal", "long", gender)
    return f"{number}{fallback.single if fallback else ''}"


def long_ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return a number's ordinal word up to ten, else ``ordinal``."""
    if 1 <= number <= 10:
        term = locale.find(f"long-ordinal-{number:02d}", "long", gender)
        if term is not None and term.single:
            return term.single
    return ordinal(number, locale, gender)


_FORMS: dict[str, Callable[[int, Locale, str], str]] = {
    "ordinal": ordinal,
    "long-ordinal": long_ordinal,
    "roman": roman,
}
