"""Complex fields: runs for a field's begin, its code, its result and its end."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from .names import Element, make, make_text


def field_runs(code: str, result: Sequence[Element], base: Element | None = None) -> list[Element]:
    """Return the runs of a field with this code and result; ``base`` are its runs' properties."""
    return [*field_start(code, base), *result, field_end(base)]


def field_start(code: str, base: Element | None = None) -> list[Element]:
    """Return the runs that come before the result."""
    return [
        _run(make("fldChar", fldCharType="begin"), base),
        _run(make_text("instrText", code), base),
        _run(make("fldChar", fldCharType="separate"), base),
    ]


def field_end(base: Element | None = None) -> Element:
    """Return the run that comes behind the result."""
    return _run(make("fldChar", fldCharType="end"), base)


def _run(content: Element, base: Element | None) -> Element:
    properties = [] if base is None else [deepcopy(base)]
    return make("r", *properties, content)
