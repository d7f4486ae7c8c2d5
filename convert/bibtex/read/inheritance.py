"""The fields that an entry has from others: by biblatex's xdata, by crossref."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bibtexparser import model

from ...model.values import Field
from ...tables.bibtex_inheritance import NAMES_IN_CHILD, NOT_INHERITED, OTHER_PARENTS
from .field_value import FieldSyntaxError, parse_value

# An entry of this type only lends its fields.
XDATA = "xdata"
# How many generations lend their fields: no file in use has more than three, and each entry of a
# long chain would inherit from all before it.
DEEPEST = 20


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

    def _lent(self, entry: model.Entry) -> Iterator[Field]:
        """Yield the fields of the entries that ``xdata`` names, and of those that they name."""
        seen = {entry.key}
        waiting = [self._lenders(entry)]
        while waiting:
            lender = next(waiting[-1], None)
            if lender is None:
                waiting.pop()
            elif lender.key not in seen and len(waiting) <= DEEPEST:
                seen.add(lender.key)
                yield from self._fields(lender, {}, frozenset((XDATA,)))
                waiting.append(self._lenders(lender))

    def _lenders(self, entry: model.Entry) -> Iterator[model.Entry]:
        """Yield the entries that ``xdata`` names."""
        for key in _value(entry, XDATA).split(","):
            if lender := self._by_key.get(key.strip().lower()):
                yield lender

    def _parents(self, entry: model.Entry) -> Iterator[Field]:
        """Yield the fields of the entry that ``crossref`` names, and of that one's parents."""
        seen = {entry.key}
        parent = self._by_key.get(_value(entry, "crossref").lower())
        while parent and parent.key not in seen and len(seen) <= DEEPEST:
            seen.add(parent.key)
            names = NAMES_IN_CHILD.get(parent.entry_type.lower(), OTHER_PARENTS)
            yield from self._fields(parent, names, NOT_INHERITED)
            yield from self._lent(parent)
            parent = self._by_key.get(_value(parent, "crossref").lower())

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
