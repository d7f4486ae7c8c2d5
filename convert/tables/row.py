"""Field knowledge as data: one row says where one tag of one format goes, and how.

A format's table is a tuple of rows in ``convert/tables/<format>.py``. Its reader, its
writer, ``medcite fields`` and the tests all read the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..base.frozen import Frozen


class Row(Frozen):
    """One tag: ``to`` is the attribute of :class:`medcite.model.record.Record` that holds it.

    ``how`` names the codec that turns the text into the value and back; ``many`` says that
    the tag repeats; ``arg`` is what the codec needs besides (the kind of a relation);
    ``place`` orders the tags in a record (equal places may mix); ``shape`` is a regular
    expression that the whole value matches, where the tag has a form of its own; ``when``
    and ``unless`` name what the row depends on (a type, a profile), in the table's own terms.
    """

    tag: str
    to: str
    how: str
    doc: str
    many: bool = False
    arg: str = ""
    place: int = 0
    shape: str = ""
    when: str = ""
    unless: str = ""


def by_tag(rows: Iterable[Row]) -> dict[str, Row]:
    """Return the rows by their tag, for dispatch."""
    return {row.tag: row for row in rows}


def by_variable(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows by the attribute that they fill, in the table's order."""
    by_attribute: dict[str, list[Row]] = {}
    for row in rows:
        by_attribute.setdefault(row.to, []).append(row)
    return by_attribute
