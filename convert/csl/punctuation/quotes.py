"""Quotation marks, chosen by how deep a quotation lies within others."""

from __future__ import annotations

from ...base.frozen import Frozen

# Quotations in a value that are written with the locale's own marks, or with curly marks.
_OUTER, _INNER = "outer-quote", "inner-quote"
_CURLY = {"double-quote": ("“", "”"), "single-quote": ("‘", "’")}
# All kinds of quotations; "quote" stands for straight marks, and for what a style quotes.
QUOTES = frozenset({"quote", _OUTER, _INNER, *_CURLY})


class QuotationMarks(Frozen):
    """A locale's quotation marks, and whether full stops and commas go inside them."""

    open: str = "“"
    close: str = "”"
    open_inner: str = "‘"
    close_inner: str = "’"
    punctuation_inside: bool = True


def choose_marks(kind: str, depth: int, marks: QuotationMarks) -> tuple[int, tuple[str, str]]:
    """Return how many levels a quotation adds to ``depth``, and its pair of marks.

    The locale's inner marks count as depth two: used for an outermost quotation they add
    both levels. Curly marks that the locale does not have stay, and add none.
    """
    outer, inner = (marks.open, marks.close), (marks.open_inner, marks.close_inner)
    written = {_OUTER: outer, _INNER: inner}.get(kind, _CURLY.get(kind))
    levels = 1
    if written is not None:
        if written[0] not in (outer[0], inner[0]):
            return 0, written
        if written[0] == inner[0] and not depth:
            levels = 2
    return levels, outer if (depth + levels) % 2 else inner
