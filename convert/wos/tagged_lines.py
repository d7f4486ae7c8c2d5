"""Web of Science's tagged text as references of RIS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..codecs.journals import from_capitals
from ..model.report import Location, Report
from ..model.values import Field
from ..ris.read.split import FieldLines, Reference
from ..tables.ris import LISTED
from ..tables.wos import DOCUMENT_TYPES, HOUSEKEEPING, NAMES, TAGS, TYPES

FORMAT = "wos"
_LINE = regex(r"([A-Z][A-Z0-9])(?: (.*)|\s*)")
# Of these tags of RIS each line is a value of its own; others go on in it.
_LISTED = LISTED - {"SN", "KW"} | {"AU", "A2", "A4", "AD"}
_ONE_A_LINE = frozenset(name for name, tag in TAGS.items() if tag in _LISTED)
_ENDS = frozenset({"PT", "ER", "EF"})  # before these a record ends
_AROUND = frozenset({"FN", "VR", "ER", "EF"})  # no field of a record
_FULL, _SHORT = "AF", "AU"
_BETWEEN = regex(r";\s*")


def split_references(
    lines: Iterable[str], file: str, report: Report, left_out: Counter[str]
) -> Iterator[Reference]:
    """Yield the references; what Web of Science says beside the publication is counted.

    A record begins at PT and ends at ER. One without an end is reported.
    """
    for fields, is_whole in _records(lines, file, report):
        if not is_whole:
            message = "the record has no ER line; its end may be missing"
            report.warning("truncated", Location(file, fields[0].line), message)
        yield _reference(fields, left_out)


def _records(lines: Iterable[str], file: str, report: Report) -> Iterator[tuple[list[Field], bool]]:
    """Yield the fields of each record, and whether it has an end."""
    fields = FieldLines()
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        tag = match[1] if match else ""
        if fields and tag in _ENDS:
            yield fields.take(), tag == "ER"
        if match and tag not in _AROUND:
            fields.add(tag, (match[2] or "").strip(), number)
        elif not match and line.strip("\ufeff \t"):
            if fields:
                fields.continue_last(line.strip(), number, _ONE_A_LINE)
            else:
                message = f"{line[:60]!r} stands outside of any record; left out"
                report.note("stray-line", Location(file, number), message)
    if fields:
        yield fields.take(), False


def _reference(fields: list[Field], left_out: Counter[str]) -> Reference:
    """Return a reference with RIS's tags; a tag that Web of Science does not have stays."""
    first = fields[0].line
    names = NAMES | {field.tag.lower(): field.tag for field in fields if field.tag not in TAGS}
    reference = Reference(first, [Field("TY", _code(fields), first)], FORMAT, names)
    has_full_names = any(field.tag == _FULL for field in fields)
    short = next((field.value for field in fields if field.tag == "JI"), "")
    for field in fields:
        if field.tag in HOUSEKEEPING:
            left_out[field.tag] += 1
        elif field.value and field.tag != "PT" and not (has_full_names and field.tag == _SHORT):
            reference.fields += _as_ris(field, short)
    return reference


def _code(fields: list[Field]) -> str:
    """Return RIS's type: a chapter, else what the type of publication says."""
    values = {field.tag: field.value for field in fields}
    documents = _BETWEEN.split(values.get("DT", "").casefold())
    known = [DOCUMENT_TYPES[name] for name in documents if name in DOCUMENT_TYPES]
    publication = values.get("PT") or "J"
    return known[0] if known else TYPES.get(publication[0].upper(), publication)


def _as_ris(field: Field, short: str) -> Iterator[Field]:
    """Yield a field under RIS's tag; ``short`` is the journal's abbreviation.

    Keywords in a line are several. Titles of journals and places are in capitals.
    """
    tag, value = TAGS.get(field.tag, field.tag.lower()), field.value
    if field.tag == "CA":  # RIS marks a group by a comma
        value += ","
    elif field.tag == "SO":
        value = from_capitals(value, short)
    elif field.tag == "PI" and value.isupper():
        value = value.title()
    values = _BETWEEN.split(value) if tag == "KW" else [value]
    yield from (Field(tag, value, field.line) for value in values if value)
