"""Texts in Hayagriva's YAML: braces keep the case of letters, dollars stand around formulas."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.lazy_regex import regex

_ACTIVE = regex(r"[{}$\\]")


def spell(text: str, protected: Sequence[tuple[int, int]] = ()) -> object:
    """Return a text in which parts are ``protected`` from changes of case, by their bounds.

    One with characters that would act is verbatim as a whole: what stands behind a backslash is
    lost in some versions.
    """
    if _ACTIVE.search(text):
        return {"value": {"value": text, "verbatim": True}}
    parts, end = [], 0
    for start, stop in protected:
        parts += [text[end:start], "{", text[start:stop], "}"]
        end = stop
    return "".join([*parts, text[end:]])


def with_short(text: object, short: object) -> object:
    """Return a spelt text with its short form."""
    return {"value": _value(text), "short": _value(short)} if short else text


def _value(text: object) -> object:
    return text["value"] if isinstance(text, dict) else text
