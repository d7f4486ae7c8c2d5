"""Rich text: a tuple of strings and spans, with every question of style settled.

The processor in ``medcite.csl`` hands this out and each module of ``medcite.markup``
renders it.  Nothing here is escaped, and nothing is left to decide: a span of kind
``upright`` stands where italics meet italics, so that a markup only spells the kinds.

Inline kinds, as CSL 1.0.2 formats them:

==============  ===================================================
italic          font-style italic; ``upright`` undoes it inside
oblique         font-style oblique
bold            font-weight bold; ``medium`` undoes it inside
light           font-weight light
small-caps      font-variant small-caps; ``normal-caps`` undoes it
underline       text-decoration underline; ``no-underline`` undoes it
sup, sub        vertical-align; ``baseline`` undoes either
link            an address in ``href``
==============  ===================================================

Kinds that lay out (CSL ``display`` and ``second-field-align``): ``block``,
``left-margin``, ``right-inline`` and ``indent``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeAlias, cast

from ..base.frozen import Frozen

KINDS = frozenset(
    {
        "italic",
        "upright",
        "oblique",
        "bold",
        "medium",
        "light",
        "small-caps",
        "normal-caps",
        "underline",
        "no-underline",
        "sup",
        "sub",
        "baseline",
        "link",
        "block",
        "left-margin",
        "right-inline",
        "indent",
    }
)
BLOCKS = frozenset({"block", "left-margin", "right-inline", "indent"})


class Span(Frozen):
    """A run of text of one kind (see the module); ``href`` is set for a link only."""

    kind: str
    children: Text
    href: str = ""

    def __init__(self, kind: str, children: Text, href: str = "") -> None:
        # Lists have more spans than entries: setting the three is quicker than Frozen's own way.
        attributes = self.__dict__
        attributes["kind"], attributes["children"], attributes["href"] = kind, children, href


Node: TypeAlias = str | Span
Text: TypeAlias = tuple[Node, ...]


def plain(text: Text) -> str:
    """Return the characters alone, without any span."""
    return "".join(node if isinstance(node, str) else plain(node.children) for node in text)


def fold(text: Text, leaf: Callable[[str], str], wrap: Callable[[Span, str], str]) -> str:
    """Render bottom up: ``leaf`` spells a string, ``wrap`` a span around what it holds."""
    return "".join(
        [
            leaf(node) if isinstance(node, str) else wrap(node, fold(node.children, leaf, wrap))
            for node in text
        ]
    )


def merged(nodes: Iterable[Node]) -> list[Node]:
    """Return nodes without empty strings; neighbouring strings become one."""
    result: list[Node] = []
    for is_text, group in groupby(nodes, key=lambda node: isinstance(node, str)):
        if not is_text:
            result += group
        elif text := "".join(cast("Iterator[str]", group)):
            result.append(text)
    return result
