"""EndNote: a field with a record of EndNote's XML for each cite, in its code or its data."""

from __future__ import annotations

from base64 import b64decode
from collections import Counter

from ...base.errors import InputError
from ...base.lazy_regex import regex
from ...endnote.xml_fields import reference_of
from ...files.source import Source
from ...model.record import Record
from ...ooxml.paragraphs import WordField
from ...ris.read.build import build_record
from ...xml.layout import XmlLayout
from ...xml.node import Node
from ...xml.records import records
from ..field_cite import FieldCite, FieldPlace, Manager

_CITES = XmlLayout(
    title="EndNote's citation",
    opening="<EndNote>",
    records=frozenset({"Cite"}),
    identify=lambda cite: f"{cite.text('Author')}, {cite.text('Year')} #{cite.text('RecNum')}",
)
_IS_SET = "1"


def read(field: WordField, place: FieldPlace) -> list[FieldCite]:
    """Return what a citation cites."""
    try:
        text = _text(field)
        nodes = list(records(_source(text, place), _CITES, place.report, Counter()))
    except (ValueError, InputError) as error:
        message = f"the citation's field cannot be read ({error}); skipped"
        place.report.error("bad-xml", place.where, message)
        return []
    return [_cite(node, place) for node in nodes]


def _text(field: WordField) -> str:
    """Return the XML: a long one is cut into the data of several fields."""
    start = field.code.find("<EndNote>")
    if start >= 0:
        return field.code[start:]
    # A nested field repeats the data of the one that it is in.
    pieces = dict.fromkeys("".join(data.split()) for data in field.data)
    parts = (b64decode(piece).rstrip(b"\0") for piece in pieces)
    return b"".join(parts).decode("utf-8", "replace")


def _source(text: str, place: FieldPlace) -> Source:
    return Source(place.where.file, text[:100], iter((text,)))


def _cite(node: Node, place: FieldPlace) -> FieldCite:
    record = node.find("record")
    return FieldCite(
        _record(record, place) if record else None,
        _CITES.identify(node),
        locator=node.text("Pages"),
        label="page" if node.text("Pages") else "",
        prefix=_raw(node, "Prefix"),
        suffix=_raw(node, "Suffix"),
        suppress_author=node.attributes.get("ExcludeAuth") == _IS_SET,
    )


def _record(node: Node, place: FieldPlace) -> Record:
    return build_record(reference_of(node, Counter()), place.where.file, place.report)


def _raw(node: Node, tag: str) -> str:
    """Return the text of an element with the blanks at its ends, which part it from the cite."""
    found = node.find(tag)
    return "".join(part for part in found.parts if isinstance(part, str)) if found else ""


MANAGER = Manager(
    "EndNote",
    regex(r"\s*ADDIN\s+EN\.CITE(?!\.DATA)"),
    regex(r"\s*ADDIN\s+EN\.REFLIST\b"),
    read,
)
