"""Super- and subscripts as Unicode's characters, for text without markup."""

from __future__ import annotations

from ..model.rich_text import Span

_SUPERSCRIPTS = str.maketrans("0123456789+-−=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def wrap(span: Span, body: str) -> str:
    """Return ``body``, raised or lowered if the span is; ``10^x`` where no character is raised."""
    if span.kind == "sup":
        return _translated(body, _SUPERSCRIPTS) or f"^{body}"
    if span.kind == "sub":
        return _translated(body, _SUBSCRIPTS) or body
    return body


def _translated(text: str, table: dict[int, int]) -> str:
    """Return text whose characters are all in the table, translated; else nothing."""
    return text.translate(table) if all(ord(character) in table for character in text) else ""
