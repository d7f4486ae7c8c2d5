"""A record while the fields of its entry are decoded: its values so far, and what is kept."""

from __future__ import annotations

from typing import Any

from ...model.record import Record
from ...model.report import Location, Report
from ...model.values import Field, Origin
from ...tables.bibtex_reads import ROWS
from ...tables.row import by_tag
from .split import BibEntry

_ROWS = by_tag(ROWS)


class BibRecordBuilder:
    """Collects the values of one record and tells the report what it cannot use.

    ``values`` are the record's attributes. ``parts`` are texts, by name, that mean something
    only together with others, such as the year and the month (see ``derive``).
    """

    def __init__(self, entry: BibEntry, file: str, report: Report) -> None:
        self.entry, self.file, self.report = entry, file, report
        self.values: dict[str, Any] = {"key": entry.key, "notes": (), "type": entry.csl_type}
        self.parts: dict[str, str] = {}
        self._kept: list[Field] = []
        self._tags_without_place: list[str] = []

    def entry_has(self, tag: str) -> bool:
        """Whether the entry has a field."""
        return any(field.tag == tag for field in self.entry.fields)

    def set_once(self, attribute: str, value: object, field: Field) -> None:
        """Set a value that a record has once; a different second one is kept and reported."""
        used = self.values.get(attribute)
        if used in (None, "", ()):
            self.values[attribute] = value
        elif used != value:
            self.keep_repeated(field)

    def set_part(self, name: str, text: str, field: Field) -> None:
        """Set a part; a different second one is kept and reported."""
        if self.parts.setdefault(name, text) != text:
            self.keep_repeated(field)

    def append(self, attribute: str, *values: object) -> None:
        """Append values to an attribute that is a list."""
        self.values[attribute] = (*self.values.get(attribute, ()), *values)

    def keep(self, field: Field) -> None:
        """Keep a field for which the model has no place; one note tells of all."""
        self._kept.append(field)
        self._tags_without_place.append(field.tag)

    def keep_unused(self, *names: str) -> None:
        """Keep the fields of attributes or parts that nothing else in the entry gives a meaning."""
        for field in self.entry.fields:
            row = _ROWS.get(field.tag)
            if row and row.to in names and field.value.strip() and field not in self._kept:
                self.keep(field)

    def keep_repeated(self, field: Field) -> None:
        """Keep a field that says otherwise what another field has said."""
        self._kept.append(field)
        message = f"says {field.value[:40]!r} besides another field; kept"
        self.report.note("repeated-tag", self._location(field.line, field.tag), message)

    def keep_unknown(self, field: Field) -> None:
        """Keep a field that is not known at all."""
        self._kept.append(field)
        self.report.warning("unknown-tag", self._location(field.line, field.tag), "kept")

    def note(self, code: str, field: Field, message: str) -> None:
        """Report a note about a field."""
        self.report.note(code, self._location(field.line, field.tag), message)

    def warn(self, code: str, field: Field, message: str) -> None:
        """Report a warning about a field."""
        self.report.warning(code, self._location(field.line, field.tag), message)

    def _location(self, line: int, tag: str = "") -> Location:
        """Return where a diagnostic belongs."""
        return Location(self.file, line, self.entry.key, tag)

    def record(self) -> Record:
        """Return the record."""
        if self._tags_without_place:
            tags = ", ".join(dict.fromkeys(self._tags_without_place))
            message = f"no place in the model for {tags}; kept"
            self.report.note("kept", self._location(self.entry.line), message)
        entry = self.entry
        origin = Origin("bibtex", self.file, entry.line, entry.fields, entry.entry_type)
        return Record(**self.values, kept=tuple(self._kept), origin=origin)
