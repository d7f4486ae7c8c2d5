"""A record while the fields of its reference are decoded: its values so far, and what is kept."""

from __future__ import annotations

from collections import defaultdict

from ...model.record import Record, Values
from ...model.report import Location, Report
from ...model.values import Field, Origin
from .split import Reference


class RisRecordBuilder:
    """Collects the values of one record and tells the report what it cannot use.

    ``values`` are the record's attributes. Parts are fields that mean something only together
    with others, such as the first and the last page (see ``derive``); those that nothing came
    of are kept.
    """

    def __init__(self, reference: Reference, file: str, report: Report) -> None:
        self.reference, self.file, self.report = reference, file, report
        self.values: Values = {}
        self._parts: defaultdict[str, list[Field]] = defaultdict(list)
        self._used: set[Field] = set()
        self._kept = [*reference.without_place]
        self._tags_without_place = [field.tag for field in self._kept]
        first = reference.fields[0]
        #: The type as TY has it, in capitals; ``""`` without TY.
        self.code = first.value.upper() if first.tag == "TY" else ""

    @property
    def type(self) -> str:
        """The CSL type of the record."""
        return str(self.values["type"])

    def has_tag(self, *tags: str) -> bool:
        """Whether the reference has any of these tags."""
        return any(field.tag in tags for field in self.reference.fields)

    def add_part(self, name: str, field: Field) -> None:
        """Put a field aside under the name of what it is a part of."""
        self._parts[name].append(field)

    def fields(self, name: str) -> list[Field]:
        """Return the fields put aside under a name."""
        return self._parts.get(name, [])

    def use(self, *fields: Field) -> None:
        """Note that something came of fields put aside, if it is more than a value's text."""
        self._used.update(fields)

    def part(self, name: str) -> str:
        """Return the text of the first field of a name, or ``""``."""
        return next((field.value for field in self.fields(name)), "")

    def _keep_unused(self) -> None:
        """Keep the parts that nothing came of: none that is used, nor the text of a value."""
        values = {value.casefold() for value in self.values.values() if isinstance(value, str)}
        for fields in self._parts.values():
            used = values | {field.value.casefold() for field in fields if field in self._used}
            for field in fields:
                if field.value.casefold() not in used:
                    self.keep(field)

    def set_once(self, attribute: str, value: object, field: Field) -> None:
        """Set a value that a record has once; a different second one is kept and reported."""
        used = self.values.get(attribute)
        if not used:
            self.values[attribute] = value
        elif used != value:
            shown = f"{used!s:.40}"
            self.report.note(
                "repeated-tag",
                self.location(field.line, field.tag),
                f"says {field.value[:40]!r} besides {shown!r}; kept",
            )
            self._kept.append(self._named(field))

    def append(self, attribute: str, *values: object) -> None:
        """Append values to an attribute that has several; it is a list until the record is."""
        list_ = self.values.get(attribute)
        if isinstance(list_, list):
            list_ += values
        else:
            self.values[attribute] = [*(list_ or ()), *values]

    def keep(self, field: Field) -> None:
        """Keep a field for which the model has no place; one note tells of all."""
        self._kept.append(self._named(field))
        self._tags_without_place.append(self._kept[-1].tag)

    def keep_with_warning(self, field: Field, code: str, message: str) -> None:
        """Keep a field that cannot be decoded."""
        self._kept.append(self._named(field))
        self.report.warning(code, self.location(field.line, field.tag), message)

    def location(self, line: int, tag: str = "") -> Location:
        """Return where a diagnostic belongs."""
        name = self.reference.names.get(tag, tag)
        record = self.values.get("key") or self.values.get("pmid", "")
        return Location(self.file, line, record, name)

    def _named(self, field: Field) -> Field:
        """Return a field as the format calls it that it was read from."""
        tag, value, line = field
        name = self.reference.names.get(tag)
        return Field(name, value, line) if name and name != tag else field

    def record(self) -> Record:
        """Return the record."""
        self._keep_unused()
        if self._tags_without_place:
            tags = ", ".join(dict.fromkeys(self._tags_without_place))
            message = f"no place in the model for {tags}; kept"
            self.report.note("kept", self.location(self.reference.line), message)
        fields = (*map(self._named, self.reference.fields), *self.reference.without_place)
        origin = Origin(self.reference.format, self.file, self.reference.line, fields)
        values: Values = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in self.values.items()
        }
        return Record(**values, kept=tuple(self._kept), origin=origin)
