"""How a format's XML is laid out around its records."""

from collections.abc import Callable
from typing import NamedTuple

from ..base.lazy_regex import regex
from .node import Node


class XmlLayout(NamedTuple):
    """What a format's XML calls its records, and what of it is not read.

    ``skipped`` are elements of a record that are left out and counted, ``counted`` those beside
    records that are; ``identify`` returns a record's identifier, for diagnostics. Names are
    without the prefixes of namespaces.
    """

    title: str
    opening: str  # the tags around all records
    records: frozenset[str]
    identify: Callable[[Node], str]
    skipped: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()

    def next_record(self, text: str, position: int) -> int:
        """Return where the next record begins in a text, or where the text ends."""
        names = "|".join(sorted(self.records))
        match = regex(rf"<(?:[\w.-]+:)?(?:{names})\b").search(text, position)
        return match.start() if match else len(text)
