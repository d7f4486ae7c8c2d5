"""A record while the variables of its item are decoded: its values so far, and what is kept."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..model.lazy import LAZY, LazyRecord
from ..model.record import Record, Values
from ..model.report import Location, Report
from ..model.values import Field, Origin
from ..tables.csl_json import RETURNED
from .texts import as_text, kept_text

_EMPTY = {name: Record.defaults[name] for name in LAZY - {"origin"}}


class ItemPlace(NamedTuple):
    """Where an item stands: its file and first line, and its variables' lines if they have any."""

    file: str
    line: int
    format: str = "csl-json"
    lines: Mapping[str, int] = MappingProxyType({})


class CslRecordBuilder:
    """Collects the values of one record and tells the report what it cannot use.

    ``values`` are the record's attributes, ``item`` is the object that they come from.
    """

    def __init__(self, item: dict[str, object], place: ItemPlace, report: Report) -> None:
        self.item, self.report = item, report
        self.file, self.line, self._format, self._lines = place
        self.values: Values = {}
        self._kept: list[Field] = []
        self._tags_without_place: list[str] = []
        self._key = str(item.get("citation-key") or item.get("id") or item.get("PMID") or "")

    def keep(self, tag: str, value: object) -> None:
        """Keep a variable for which the model has no place; one note tells of all."""
        text = as_text(value) if tag in RETURNED else kept_text(value)
        self._kept.append(Field(tag, text, self._line_of(tag)))
        self._tags_without_place.append(tag)

    def keep_with_warning(self, tag: str, value: object, code: str, message: str) -> None:
        """Keep a variable that cannot be decoded."""
        self._kept.append(Field(tag, kept_text(value), self._line_of(tag)))
        self.warn(code, tag, message)

    def note(self, code: str, tag: str, message: str) -> None:
        """Report a note about a variable."""
        self.report.note(code, self._place(tag), message)

    def warn(self, code: str, tag: str, message: str) -> None:
        """Warn about a variable."""
        self.report.warning(code, self._place(tag), message)

    def _line_of(self, tag: str) -> int:
        return self._lines.get(tag, self.line)

    def _place(self, tag: str) -> Location:
        return Location(self.file, self._line_of(tag), self._key, tag)

    def record(self) -> Record:
        """Return the record."""
        if self._tags_without_place:
            message = f"no place in the model for {', '.join(self._tags_without_place)}; kept"
            self.report.note("kept", Location(self.file, self.line, self._key), message)
        values = _EMPTY | self.values | {"kept": tuple(self._kept)}
        return LazyRecord(values, self._decode, (self.file, self.line), self._format)

    def _decode(self, question: str) -> object:
        """Return the record's tags, or its origin, all that is left to be made: few ask for it."""
        if question == "tags":
            return self.item.keys()
        fields = [
            Field(tag, as_text(value), self._line_of(tag)) for tag, value in self.item.items()
        ]
        return Origin(self._format, self.file, self.line, tuple(fields))
