"""Build rich text from tokens: toggle italics inside italics, put in quotation marks."""

from __future__ import annotations

from functools import lru_cache

from ...model.rich_text import Node, Span, Text
from .quotes import QUOTES, QuotationMarks, choose_marks
from .tokens import Edge, Token

# Each kind, and the one that turns it off inside itself.
_OPPOSITE = {
    "italic": "upright",
    "oblique": "upright",
    "bold": "medium",
    "small-caps": "normal-caps",
    "underline": "no-underline",
    "light": "medium",
}
# Each kind that only turns others off.
_TURNS_OFF = {
    "upright": ("italic", "oblique"),
    "medium": ("bold", "light"),
    "normal-caps": ("small-caps",),
    "no-underline": ("underline",),
    "baseline": ("sup", "sub"),
}
_UNDECORATED = ("bold", "small-caps", "italic")  # what "nodecor" turns off


def build_text(tokens: list[Token], marks: QuotationMarks) -> Text:
    """Return the rich text of tokens; their edges are balanced."""
    builder = _TextBuilder(marks)
    children = builder.open_spans[0].children
    for token in tokens:
        if isinstance(token, str):
            # As ``_append``: this runs most often.
            if children and isinstance(children[-1], str):
                children[-1] += token
            elif token:
                children.append(token)
            continue
        if token.kind == "leaf":
            builder.in_value = token.start
        elif token.kind in QUOTES:
            (builder.open_quote if token.start else builder.close_quote)(token)
        else:
            (builder.open_span if token.start else builder.close_span)(token)
        children = builder.open_spans[-1].children
    return tuple(builder.open_spans[0].children)


class _OpenSpan:
    """A span or quotation whose end has not come yet."""

    __slots__ = ("active_before", "children", "close_mark", "href", "kinds", "levels")

    def __init__(
        self, kinds: tuple[str, ...], active_before: frozenset[str], href: str = ""
    ) -> None:
        self.kinds = kinds
        self.active_before = active_before
        self.children: list[Node] = []
        self.href = href
        self.close_mark = ""  # of a quotation
        self.levels = 0  # that a quotation adds to the depth


class _TextBuilder:
    """The spans that are open, and what is in effect inside them."""

    def __init__(self, marks: QuotationMarks) -> None:
        self.marks = marks
        self.active: frozenset[str] = frozenset()  # the kinds of formatting in effect
        self.depth = 0  # of quotations
        self.in_value = False
        self.open_spans = [_OpenSpan((), self.active)]

    def open_span(self, edge: Edge) -> None:
        """Start a span of the edge's kind."""
        kinds, active = _toggle(edge.kind, self.active, self.in_value)
        self.open_spans.append(_OpenSpan(kinds, self.active, edge.href))
        self.active = active

    def close_span(self, edge: Edge) -> None:
        """End the span opened last; one that changes nothing leaves its children alone."""
        opened = self.open_spans.pop()
        self.active = opened.active_before
        if edge.tail:
            _append(opened.children, edge.tail)
        siblings = self.open_spans[-1].children
        if not opened.kinds:
            _extend(siblings, opened.children)
        elif opened.children:
            children = tuple(opened.children)
            for kind in opened.kinds:
                children = (Span(kind, children, opened.href),)
            siblings += children

    def open_quote(self, edge: Edge) -> None:
        """Start a quotation."""
        levels, (open_mark, close_mark) = choose_marks(edge.kind, self.depth, self.marks)
        quote = _OpenSpan((), self.active)
        quote.levels, quote.close_mark = levels, close_mark
        quote.children.append(open_mark)
        self.open_spans.append(quote)
        self.depth += levels

    def close_quote(self, edge: Edge) -> None:
        """End the quotation opened last."""
        quote = self.open_spans.pop()
        self.depth -= quote.levels
        siblings = self.open_spans[-1].children
        _extend(siblings, quote.children)
        if edge.tail:
            _append(siblings, edge.tail)
        _append(siblings, quote.close_mark)


@lru_cache(maxsize=256)
def _toggle(
    kind: str, active: frozenset[str], in_value: bool
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the kinds of span that ``kind`` needs where others are active, and what is then.

    Markup in a value toggles what is active; a style that asks for the same twice gets it once.
    """
    if kind == "nodecor":
        return tuple(_OPPOSITE[name] for name in _UNDECORATED if name in active), frozenset()
    if kind == "nocase":
        return (), active
    if kind in _OPPOSITE and kind in active:
        return ((_OPPOSITE[kind],), active - {kind}) if in_value else ((), active)
    if kind in _TURNS_OFF:
        ended = active.intersection(_TURNS_OFF[kind])
        return ((kind,), active - ended) if ended else ((), active)
    return (kind,), active | {kind}


def _extend(nodes: list[Node], others: list[Node]) -> None:
    for node in others:
        _append(nodes, node)


def _append(nodes: list[Node], node: Node) -> None:
    """Append a node; neighbouring strings become one."""
    if isinstance(node, str) and nodes and isinstance(nodes[-1], str):
        nodes[-1] += node
    else:
        nodes.append(node)
