"""An element of XML as a small tree, and its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from ..base.lazy_regex import regex
from ..codecs import mathml

BLANKS = regex(r"[ \t\n]+")


@dataclass(slots=True)
class Node:
    """An element: its name without a prefix, attributes, the texts and elements in it, its line."""

    tag: str
    attributes: dict[str, str]
    line: int
    parts: list[Part] = field(default_factory=list)

    @property
    def children(self) -> list[Node]:
        """The elements in it."""
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def is_text(self) -> bool:
        """Whether it is a text without elements."""
        return len(self.parts) == 1 and isinstance(self.parts[0], str)

    def find(self, tag: str) -> Node | None:
        """Return the first element called ``tag`` in it."""
        return next((child for child in self.children if child.tag == tag), None)

    def text(self, tag: str = "") -> str:
        """Return all its text, or that of its first element ``tag``; markup is left out.

        Formulas are in a line, as :mod:`medcite.codecs.mathml` has them.
        """
        if tag:
            child = self.find(tag)
            return child.text() if child else ""
        return neat(_texts(self))


Part: TypeAlias = "str | Node"


def neat(texts: Iterable[str]) -> str:
    """Join texts; the blanks by which a file is laid out count as one (others are text)."""
    return BLANKS.sub(" ", "".join(texts)).strip(" ")


def _texts(node: Node) -> Iterator[str]:
    for part in node.parts:
        if isinstance(part, str):
            yield part
        elif mathml.is_math(part):
            yield mathml.without_scripts(mathml.text_of(part))
        else:
            yield from _texts(part)
