"""Build rich text from tokens: toggle italics inside italics, put in quotation marks."""

from __future__ import annotations

from functools import lru_cache

from ...model.rich_text import Node, Span, Text, merged
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
    return tuple(_TextBuilder(tokens, marks).nodes())


class _TextBuilder:
    """Takes one token after the other; knows what is in effect where it stands."""

    def __init__(self, tokens: list[Token], marks: QuotationMarks) -> None:
        self.tokens = iter(tokens)
        self.marks = marks
        self.active: frozenset[str] = frozenset()  # the kinds of formatting in effect
        self.depth = 0  # of quotations
        self.in_value = False

    def nodes(self) -> list[Node]:
        """Return the nodes up to the end of the run that is open, or of all."""
        nodes: list[Node] = []
        for token in self.tokens:
            if isinstance(token, str):
                nodes.append(token)
            elif token.start:
                nodes += self._run(token)
            else:
                nodes.append(token.tail)
                break
        return merged(nodes)

    def _run(self, start: Edge) -> list[Node]:
        """Return the nodes of the run that starts."""
        if start.kind in QUOTES:
            return self._quotation(start.kind)
        if start.kind == "leaf":
            self.in_value = True
            value = self.nodes()
            self.in_value = False
            return value
        outer = self.active
        kinds, self.active = _toggle(start.kind, outer, self.in_value)
        children = self.nodes()
        self.active = outer
        if not kinds:
            return children
        for kind in kinds if children else ():
            children = [Span(kind, tuple(children), start.href)]
        return children

    def _quotation(self, kind: str) -> list[Node]:
        levels, (open_mark, close_mark) = choose_marks(kind, self.depth, self.marks)
        self.depth += levels
        nodes = [open_mark, *self.nodes(), close_mark]
        self.depth -= levels
        return nodes


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
