"""A record while the variables of its item are decoded: its values so far, and what is kept."""

from __future__ import annotations

from ..model.lazy import LAZY, LazyRecord
from ..model.record import Record, Values
from ..model.report import Location, Report
from ..model.values import Field, Origin
from ..tables.csl_json import RETURNED
from .texts import as_text, kept_text

_EMPTY = {name: Record.defaults[name] for name in LAZY - {"origin"}}


class CslRecordBuilder:
    """Collects the values of one record and tells the report what it cannot use.

    ``values`` are the record's attributes, ``item`` is the object that they come from.
    """

    def __init__(self, item: dict[str, object], line: int, file: str, report: Report) -> None:
        self.item, self.line, self.file, self.report = item, line, file, report
        self.values: Values = {}
        self._kept: list[Field] = []
        self._tags_without_place: list[str] = []
        self._key = str(item.get("citation-key") or item.get("id") or item.get("PMID") or "")

    def keep(self, tag: str, value: object) -> None:
        """Keep a variable for which the model has no place; one note tells of all."""
        text = as_text(value) if tag in RETURNED else kept_text(value)
        self._kept.append(Field(tag, text, self.line))
        self._tags_without_place.append(tag)

    def keep_with_warning(self, tag: str, value: object, code: str, message: str) -> None:
        """Keep a variable that cannot be decoded."""
        self._kept.append(Field(tag, kept_text(value), self.line))
        self.warn(code, tag, message)

    def note(self, code: str, tag: str, message: str) -> None:
        """Report a note about a variable."""
        self.report.note(code, Location(self.file, self.line, self._key, tag), message)

    def warn(self, code: str, tag: str, message: str) -> None:
        """Warn about a variable."""
        self.report.warning(code, Location(self.file, self.line, self._key, tag), message)

    def record(self) -> Record:
        """Return the record."""
        if self._tags_without_place:
            message = f"no place in the model for {', '.join(self._tags_without_place)}; kept"
            self.report.note("kept", Location(self.file, self.line, self._key), message)
        values = _EMPTY | self.values | {"kept": tuple(self._kept)}
        return LazyRecord(values, self._decode, (self.file, self.line), "csl-json")

    def _decode(self, question: str) -> object:
        """Return the record's tags, or its origin, all that is left to be made: few ask for it."""
        if question == "tags":
            return self.item.keys()
        fields = [Field(tag, as_text(value), self.line) for tag, value in self.item.items()]
        return Origin("csl-json", self.file, self.line, tuple(fields))
