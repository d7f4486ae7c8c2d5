"""Records whose costly attributes are decoded when they are first read.

A target looks at few of a record's attributes, and a record may have thousands of lines: only
what takes time to decode is left for later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .record import Record

LAZY = frozenset((
    "author", "editor", "investigator", "subject", "affiliations", "mesh", "keywords",
    "substances", "grants", "databanks", "relations", "history", "submitted", "identifiers",
    "other_abstracts", "admin", "origin",
))  # fmt: skip


class LazyRecord(Record):
    """A record like any other, of which some attributes of ``LAZY`` are yet to be decoded.

    It is equal to, written as, copied and pickled as the :class:`Record` with the same values.
    """

    def __init__(
        self,
        values: dict[str, object],
        decode: Callable[[str], object],
        location: tuple[str, int],
        format: str,
    ) -> None:
        """Take the attributes that are at hand, and what decodes the others.

        ``values`` may leave out attributes that are not lazy and have their default, and lazy
        ones that ``decode`` returns by name. A lazy one that is known to be empty is among them.
        ``decode`` also answers the questions of :mod:`medcite.model.peek` about attributes that
        are left out. ``location`` is the file and line at which the record begins, ``format``
        what it was read from.
        """
        attributes = self.__dict__
        attributes |= values
        attributes["peek"], attributes["_location"] = decode, location
        attributes["_format"] = format

    def __dir__(self) -> list[str]:
        """Return what a record has; the methods below are for readers and writers."""
        return dir(Record())

    def is_pending(self, name: str) -> bool:
        """Whether a lazy attribute is yet to be decoded."""
        return name not in self.__dict__

    if TYPE_CHECKING:  # it is an attribute of each record, which saves a call

        def peek(self, question: str) -> Any:
            """Return what the reader knows about an attribute that is pending."""

    @property
    def location(self) -> tuple[str, int]:
        """The file and line at which the record begins."""
        location: tuple[str, int] = self.__dict__["_location"]
        return location

    @property
    def format(self) -> str:
        """The format that the record was read from."""
        name: str = self.__dict__["_format"]
        return name

    def __reduce__(self) -> tuple[type[Record], tuple[object, ...]]:
        """Copy and pickle it as the record that it stands for."""
        return Record, self._values()

    def __eq__(self, other: object) -> bool:
        """Whether ``other`` is a record, lazy or not, with the same values."""
        if not isinstance(other, Record):
            return NotImplemented
        return self._values() == other._values()

    __hash__ = Record.__hash__


class _LazyAttribute:
    """Decodes an attribute when it is first read, and puts the value in its own place."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, record: LazyRecord, _: type[LazyRecord]) -> object:
        value = record.__dict__[self.name] = record.peek(self.name)
        return value


for _name in LAZY:
    setattr(LazyRecord, _name, _LazyAttribute(_name))
