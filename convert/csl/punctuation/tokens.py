"""Tokens: the texts of a tree of runs and its edges in a flat list, where neighbours are near."""

from functools import lru_cache
from typing import NamedTuple, TypeAlias


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


@lru_cache(maxsize=256)  # a bibliography has few different ones
def edges(
    kinds: tuple[str, ...], is_value: bool, href: str
) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:
    """Return the tokens that start and end a run of some kinds, the innermost of which is first."""
    starts = tuple([Edge(True, kind, href) for kind in reversed(kinds)])
    ends = tuple([Edge(False, kind) for kind in kinds])
    return ((*starts, VALUE_START), (VALUE_END, *ends)) if is_value else (starts, ends)


def text_of_token(token: Token) -> str:
    """Return a token's text: of an edge, the marks that were moved before it."""
    return token if isinstance(token, str) else token.tail


def with_text(token: Token, text: str) -> Token:
    """Return a token with another text."""
    return text if isinstance(token, str) else token._replace(tail=text)
