"""A record of EndNote's XML as a reference of RIS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..model.values import Field
from ..ris.read.split import Reference
from ..tables.endnote import KEY, WITH_ISSUES, code_of
from ..tables.endnote_xml import FACES, HOUSEKEEPING, NAMES, STYLED, TAGS
from ..tables.inline_tags import SYNONYMS
from ..tables.ris import LISTED
from ..xml.layout import XmlLayout
from ..xml.node import Node

FORMAT = "endnote-xml"
_TITLE_TAGS = frozenset(FACES.values())
_LINE_ENDS = regex(r"\s*[\r\n]+\s*")
_TYPE = "ref-type"
# A number is an issue in some types of reference, and RIS has it elsewhere for the others.
_TAGS_WITHOUT_ISSUES = {**TAGS, "number": "M1"}
# Of these each line is a value of its own.
_ONE_A_LINE = LISTED | {"AU", "A2", "A3", "A4", "UR", "N1"}

LAYOUT = XmlLayout(
    title="EndNote's XML",
    opening="<xml><records>",
    records=frozenset({"record"}),
    identify=lambda record: record.text("label") or record.text("rec-number"),
)


def reference_of(record: Node, left_out: Counter[str]) -> Reference:
    """Return a record's fields by RIS's tags.

    Elements about the library that it was in are counted in ``left_out``; one that EndNote does
    not have keeps its own name as its tag.
    """
    code = _code(record)
    tags = TAGS if code in WITH_ISSUES else _TAGS_WITHOUT_ISSUES
    fields = [Field("TY", code, record.line)]
    for path, node in _leaves(record):
        if path in HOUSEKEEPING:
            left_out[path] += 1
        elif path != _TYPE:
            fields += _fields(node, tags.get(path, path))
    fields.sort(key=lambda field: field.tag not in KEY)
    return Reference(record.line, fields, FORMAT, NAMES)


def _code(record: Node) -> str:
    """Return RIS's code of a record's type: its name tells, else its number."""
    node = record.find(_TYPE)
    return code_of(node.attributes.get("name", ""), node.text()) if node else code_of("")


def _leaves(node: Node, path: str = "") -> list[tuple[str, Node]]:
    """Return the elements that hold a text, each with its path below the record."""
    leaves: list[tuple[str, Node]] = []
    for part in node.parts:
        if isinstance(part, str):
            continue
        part_path = path + part.tag
        if part_path in TAGS or part_path in HOUSEKEEPING or _has_text_alone(part):
            leaves.append((part_path, part))
        else:
            leaves += _leaves(part, f"{part_path}/")
    return leaves


def _has_text_alone(node: Node) -> bool:
    """Whether an element has no others in it but styles."""
    return node.is_text or all(part.tag == "style" for part in node.children)


def _fields(node: Node, tag: str) -> list[Field]:
    """Return an element as fields, one for each of its lines if these are values of their own."""
    text = "".join(_styled(node) if tag in STYLED else _texts(node)).strip()
    if "\n" not in text and "\r" not in text:
        return [Field(tag, text, node.line)] if text else []
    lines = [line for line in _LINE_ENDS.split(text) if line]
    values = lines if tag in _ONE_A_LINE else [" ".join(lines)]
    return [Field(tag, value, node.line) for value in values]


def _texts(node: Node) -> Iterator[str]:
    for part in node.parts:
        if isinstance(part, str):
            yield part
        else:
            yield from _texts(part)


def _styled(node: Node) -> Iterator[str]:
    """Yield the parts of a text with a title's tags, for EndNote's faces and for HTML's tags."""
    for part in node.parts:
        if isinstance(part, str):
            yield part
            continue
        text = "".join(_styled(part))
        faces = part.attributes.get("face", "").split()
        names = [FACES[face] for face in reversed(faces) if face in FACES]
        for tag in names or [SYNONYMS.get(part.tag, part.tag)]:
            text = f"<{tag}>{text}</{tag}>" if tag in _TITLE_TAGS else text
        yield text
