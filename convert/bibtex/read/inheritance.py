"""The fields that an entry has from others: by biblatex's xdata, by crossref."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bibtexparser import model

from ...model.values import Field
from ...tables.bibtex_inheritance import NAMES_IN_CHILD, NOT_INHERITED, OTHER_PARENTS
from .field_value import FieldSyntaxError, parse_value

# An entry of this type only lends its fields.
XDATA = "xdata"


class Inheritance:
    """The entries of a file by key, and the macros for the values of their fields."""

    def __init__(self, entries: list[model.Entry], macros: Mapping[str, str]) -> None:
        self._by_key = {entry.key.lower(): entry for entry in entries if entry.key}
        self._macros = macros

    def with_inherited(self, entry: model.Entry, own: list[Field]) -> list[Field]:
        """Return an entry's fields with those inherited; what names their source is left out."""
        fields = {field.tag: field for field in reversed(own)}
        resolved = set()
        for reference, lent in ((XDATA, self._lent(entry)), ("crossref", self._parents(entry))):
            for field in lent:
                fields.setdefault(field.tag, field)
                resolved.add(reference)
        inherited = [field for field in fields.values() if field not in own]
        return [*(field for field in own if field.tag not in resolved), *inherited]

    def _lent(self, entry: model.Entry, seen: tuple[str, ...] = ()) -> Iterator[Field]:
        """Yield the fields of the entries that ``xdata`` names."""
        for key in _value(entry, XDATA).split(","):
            lender = self._by_key.get(key.strip().lower())
            if lender is not None and lender.key not in seen:
                yield from self._fields(lender, {}, frozenset((XDATA,)))
                yield from self._lent(lender, (*seen, lender.key))

    def _parents(self, entry: model.Entry, seen: tuple[str, ...] = ()) -> Iterator[Field]:
        """Yield the fields of the entry that ``crossref`` names, and of that one's parents."""
        parent = self._by_key.get(_value(entry, "crossref").lower())
        if parent is None or parent is entry or parent.key in seen:
            return
        names = NAMES_IN_CHILD.get(parent.entry_type.lower(), OTHER_PARENTS)
        yield from self._fields(parent, names, NOT_INHERITED)
        yield from self._lent(parent)
        yield from self._parents(parent, (*seen, entry.key))

    def _fields(
        self, parent: model.Entry, names: Mapping[str, str], without: frozenset[str]
    ) -> Iterator[Field]:
        """Yield the fields of ``parent`` by their names in the child."""
        for block in parent.fields:
            tag = block.key.lower()
            if tag in without:
                continue
            try:
                value = parse_value(block.value, self._macros)
            except FieldSyntaxError:
                continue  # told when the parent itself is read
            yield Field(names.get(tag, tag), value, (block.start_line or 0) + 1)


def _value(entry: model.Entry, tag: str) -> str:
    """Return the keys that a field names."""
    values = (str(field.value) for field in entry.fields if field.key.lower() == tag)
    return next(values, "").strip('{}" ')
