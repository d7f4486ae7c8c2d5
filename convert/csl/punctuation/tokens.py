"""The tree of runs as a flat list of texts and edges, in which neighbours are easy to find."""

from functools import lru_cache
from typing import NamedTuple, TypeAlias

from ..rich_text.tree import Run


class Edge(NamedTuple):
    """The start or the end of a run of some kind."""

    start: bool
    kind: str
    href: str = ""
    tail: str = ""  # marks moved here: they come before this end, after what is inside


Token: TypeAlias = str | Edge
# Around one value: punctuation inside it is the author's, not the style's.
VALUE_START = Edge(True, "leaf")
VALUE_END = Edge(False, "leaf")
_edge = lru_cache(maxsize=256)(Edge)  # a bibliography has few different ones


def flatten(run: Run) -> list[Token]:
    """Return the tokens of ``run``, without empty texts."""
    tokens: list[Token] = []
    _append(run, tokens)
    return tokens


def _append(run: Run, tokens: list[Token]) -> None:
    kinds = run.kinds
    for kind in reversed(kinds):
        tokens.append(_edge(True, kind, run.href))
    is_value = run.role == "leaf"
    if is_value:
        tokens.append(VALUE_START)
    for child in run.children:
        if isinstance(child, Run):
            _append(child, tokens)
        elif child:
            tokens.append(child)
    if is_value:
        tokens.append(VALUE_END)
    for kind in kinds:
        tokens.append(_edge(False, kind))


def text_of_token(token: Token) -> str:
    """Return a token's text: of an edge, the marks that were moved before it."""
    return token if isinstance(token, str) else token.tail


def with_text(token: Token, text: str) -> Token:
    """Return a token with another text."""
    return text if isinstance(token, str) else token._replace(tail=text)
