"""From what elements returned to settled rich text.

In order: flatten the tree to tokens; mend the joints, where two pieces meet, so that
punctuation does not double and goes into quotation marks where the locale wants it;
build the tree of ``medcite.model.rich_text``, turning over italics within italics and choosing
quotation marks by depth.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, TypeAlias

from ...base.frozen import Frozen
from ...model.rich_text import Node, Span, Text
from ..rich_text.tree import Out, Run
from .join import MEETING

_MARKS = frozenset("!?.:,;")
_JOINING = frozenset("!?.:,; \u00a0")
# Quotations by the marks that a value has: straight ones, or these.
_CURLY = {"double-quote": ("“", "”"), "single-quote": ("‘", "’")}
_QUOTED = frozenset({"quote", "outer-quote", "inner-quote", *_CURLY})
_INTO_QUOTES = frozenset(".,!?")


class Marks(Frozen):
    """A locale's quotation marks, and whether full stops and commas go inside."""

    open: str = "“"
    close: str = "”"
    open_inner: str = "‘"
    close_inner: str = "’"
    inside: bool = True


class Edge(NamedTuple):
    """Where a run of some kind starts or ends."""

    start: bool
    kind: str
    href: str = ""
    tail: str = ""  # marks that come before this end, after what is inside


_edge = lru_cache(maxsize=256)(Edge)  # a list has the same few all over
_LEAF = Edge(True, "leaf")
_LEAF_END = Edge(False, "leaf")
Token: TypeAlias = str | Edge

# Each kind with the one that undoes it: where the first is on, a second turns it off.
UNDONE = {
    "italic": "upright",
    "oblique": "upright",
    "bold": "medium",
    "small-caps": "normal-caps",
    "underline": "no-underline",
    "light": "medium",
}
_UNDOES = {
    "upright": ("italic", "oblique"),
    "medium": ("bold", "light"),
    "normal-caps": ("small-caps",),
    "no-underline": ("underline",),
    "baseline": ("sup", "sub"),
}


def settle(out: Out, marks: Marks) -> Text:
    """Return the settled text of ``out``; empty for nothing."""
    if isinstance(out, str):
        return (out,) if out else ()
    tokens: list[Token] = []
    _flatten(out, tokens)
    _mend(tokens, marks.inside)
    return _build(tokens, marks)


def _flatten(out: Run, tokens: list[Token]) -> None:
    kinds = out.kinds
    if kinds:
        for kind in reversed(kinds):
            tokens.append(_edge(True, kind, out.href))
    leaf = out.role == "leaf"
    if leaf:
        tokens.append(_LEAF)
    for child in out.children:
        if isinstance(child, Run):
            _flatten(child, tokens)
        elif child:
            tokens.append(child)
    if leaf:
        tokens.append(_LEAF_END)
    if kinds:
        for kind in kinds:
            tokens.append(_edge(False, kind))


def _mend(tokens: list[Token], inside: bool) -> None:
    """Settle each joint between two texts, left to right, in place."""
    texts: list[int] = []  # where the texts before are, the nearest last
    leaf = fresh = False
    for at, token in enumerate(tokens):
        if isinstance(token, str):
            left, first = token, token[0]
            if first in _JOINING and texts and (fresh or not leaf):
                before = _text(tokens[texts[-1]])[-1]
                # Nothing happens where one mark follows a letter, or a blank what is no blank.
                if before in _JOINING or (first in _MARKS and texts[-1] != at - 1):
                    left = _joint(tokens, texts, at, inside)
            if left:
                texts.append(at)
            fresh = False
        elif token is _LEAF:
            leaf = fresh = True
        elif token is _LEAF_END:
            leaf = False


def _joint(tokens: list[Token], texts: list[int], at: int, inside: bool) -> str:
    """Let the text at ``at`` lose or hand over its first marks; return what is left of it."""
    right = str(tokens[at])
    while texts and right:
        left, mark = _text(tokens[texts[-1]])[-1], right[0]
        if mark not in _JOINING:
            break
        if mark in " \u00a0":
            if left not in " \u00a0\n":
                break
            right = right[1:]
            continue
        close = _quote_end(tokens, texts[-1], at)
        met = MEETING.get(left + mark)
        if met == left:
            right = right[1:]
        elif met == mark and not close:
            _drop(tokens, texts)
        elif close and inside and mark in _INTO_QUOTES:
            _hand_over(tokens, texts, close, mark, met)
            right = right[1:]
        else:
            break
    tokens[at] = right
    return right


def _drop(tokens: list[Token], texts: list[int]) -> None:
    """Take the last mark from the text before."""
    text = _text(tokens[texts[-1]])[:-1]
    _set(tokens, texts[-1], text)
    if not text:
        texts.pop()


def _hand_over(
    tokens: list[Token], texts: list[int], close: int, mark: str, met: str | None
) -> None:
    """Put a mark inside the quotation that ends at ``close``: behind a value's own markup."""
    last = texts[-1]
    text = _text(tokens[last])
    if met is not None:
        _set(tokens, last, text[:-1] + met)
        return
    between = tokens[last + 1 : close]
    if _LEAF_END in between:
        place = last + 2 + between.index(_LEAF_END)
    elif close + 1 < len(tokens) and _LEAF_END in tokens[close : close + 3] and last != close:
        place = close
    else:
        place = last
    _set(tokens, place, (text if place == last else "") + mark)
    if place != last:
        texts.append(place)


def _text(token: Token) -> str:
    return token if isinstance(token, str) else token.tail


def _set(tokens: list[Token], at: int, text: str) -> None:
    token = tokens[at]
    tokens[at] = text if isinstance(token, str) else token._replace(tail=text)


def _quote_end(tokens: list[Token], last: int, at: int) -> int:
    """Return where, after the text at ``last``, the first quotation ends; 0 for nowhere."""
    start = last if isinstance(tokens[last], Edge) else last + 1
    for place in range(start, at):
        token = tokens[place]
        if isinstance(token, Edge) and not token.start and token.kind in _QUOTED:
            return place
    return 0


class _Frame:
    __slots__ = ("children", "close", "href", "kinds", "off")

    def __init__(self, kinds: tuple[str, ...], close: str, href: str, off: frozenset[str]) -> None:
        self.kinds = kinds
        self.close = close
        self.href = href
        self.off = off  # the kinds that were on before this one
        self.children: list[Node] = []


def _build(tokens: list[Token], marks: Marks) -> Text:
    depth, inline = 0, False
    on: frozenset[str] = frozenset()
    if Edge not in map(type, tokens):
        return ("".join(tokens),)  # type: ignore[arg-type]  # each is a string
    stack = [_Frame((), "", "", on)]
    for token in tokens:
        if isinstance(token, str):
            if token:
                children = stack[-1].children
                if children and isinstance(children[-1], str):
                    children[-1] += token
                else:
                    children.append(token)
        elif token.kind == "leaf":
            inline = token.start
        elif token.kind in _QUOTED:
            depth = _quote(stack, token, depth, marks, on)
        elif token.start:
            kinds, after = _turn(token.kind, on, inline)
            stack.append(_Frame(kinds, "", token.href, on))
            on = after
        else:
            frame = stack.pop()
            on = frame.off
            if token.tail:
                _put(frame.children, token.tail)
            _close(stack[-1].children, frame)
    return tuple(stack[0].children)


def _quote(stack: list[_Frame], token: Edge, depth: int, marks: Marks, on: frozenset[str]) -> int:
    """Open or close a quotation; return the new depth. Single marks stand for depth one."""
    if token.start:
        step, (mark, close) = _quote_marks(_own(token.kind, marks), depth, marks)
        frame = _Frame((), close, str(step), on)
        frame.children.append(mark)
        stack.append(frame)
        return depth + step
    frame = stack.pop()
    for child in frame.children:
        _put(stack[-1].children, child)
    if token.tail:
        _put(stack[-1].children, token.tail)
    _put(stack[-1].children, frame.close)
    return depth - int(frame.href)


def _own(kind: str, marks: Marks) -> tuple[str, str] | None:
    """Return the marks that a value has, unless they are straight."""
    if kind == "outer-quote":
        return marks.open, marks.close
    return (marks.open_inner, marks.close_inner) if kind == "inner-quote" else _CURLY.get(kind)


def _quote_marks(
    own: tuple[str, str] | None, depth: int, marks: Marks
) -> tuple[int, tuple[str, str]]:
    """Return how much deeper a quotation goes and its marks; ``own``: the value's, if curly."""
    step = 1
    if own is not None and own[0] not in (marks.open, marks.open_inner):
        return 0, own
    if own is not None and own[0] == marks.open_inner and not depth:
        step = 2
    if (depth + step) % 2:
        return step, (marks.open, marks.close)
    return step, (marks.open_inner, marks.close_inner)


@lru_cache(maxsize=256)
def _turn(kind: str, on: frozenset[str], inline: bool) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the kinds to emit for ``kind`` given those that are on, and what is on then.

    Markup inside a value turns over what is on; a style that asks for it twice gets it once.
    """
    if kind == "nodecor":
        kinds = tuple(UNDONE[k] for k in ("bold", "small-caps", "italic") if k in on)
        return kinds, frozenset()
    if kind == "nocase":
        return (), on
    undo = UNDONE.get(kind)
    if undo is not None:
        if kind not in on:
            return (kind,), on | {kind}
        return ((undo,), on - {kind}) if inline else ((), on)
    undone = _UNDOES.get(kind)
    if undone is not None:
        active = on.intersection(undone)
        return ((kind,), on - active) if active else ((), on)
    return (kind,), on | {kind}


def _close(children: list[Node], frame: _Frame) -> None:
    if not frame.kinds:
        for child in frame.children:
            _put(children, child)
    elif frame.children:
        span: Node = Span(frame.kinds[0], tuple(frame.children), frame.href)
        for kind in frame.kinds[1:]:
            span = Span(kind, (span,), frame.href)
        children.append(span)


def _put(children: list[Node], node: Node) -> None:
    """Append, joining neighbouring strings."""
    if isinstance(node, str) and children and isinstance(children[-1], str):
        children[-1] += node
    else:
        children.append(node)
