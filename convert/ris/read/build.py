"""A reference into a record: each field by its row, then what several fields say together."""

from __future__ import annotations

from ...base.lazy_regex import regex
from ...markup.inline_tags import with_characters, with_own_tags
from ...model.record import Record
from ...model.report import Report
from ...model.values import Field
from ...tables.characters import SEPARATORS
from ...tables.ris import PLACES, row_to_read
from ...tables.ris_types import CSL_TYPES
from ...tables.row import Row
from .decode import DECODERS
from .derive import derive
from .procite import standard_fields
from .record_builder import RisRecordBuilder
from .split import Reference

# Some publishers wrap a value's lines by Unicode's separators.
_BLANKS = regex(rf" ?[\t\v\f{SEPARATORS}][ \t\v\f{SEPARATORS}]*| {{2,}}")
# What programs write for a value that they do not have, in fields that are no text.
_NOTHING = frozenset({"none", "null", "nan", "n/a", "na", "undefined", "-", "/", "//", "///"})
_FACTS = frozenset((
    "abstract", "abbreviation", "accession", "city", "count", "date", "first", "isbn", "issn",
    "issue", "keywords", "last", "text", "urls", "venue", "year",
))  # fmt: skip


def build_record(reference: Reference, file: str, report: Report) -> Record:
    """Return the record of a reference; what cannot be used is kept and told to ``report``."""
    builder = RisRecordBuilder(reference, file, report)
    builder.values["type"] = _type(builder)
    fields = standard_fields(builder, [_cleaned(field) for field in reference.fields])
    for field in sorted(fields, key=lambda field: PLACES.get(field.tag, 0)):
        if field.value and field.tag != "TY":
            _decode(builder, field)
    derive(builder)
    return builder.record()


def _type(builder: RisRecordBuilder) -> str:
    """Return the CSL type; warn of a missing one, and of one that RIS does not have."""
    first, warn, code = builder.reference.fields[0], builder.report.warning, builder.code
    if first.tag != "TY":
        warn("no-type", builder.location(first.line), "expected TY; read as article")
        return "article-journal"
    if code not in CSL_TYPES:
        message = f"{first.value!r} is no type of reference; read as document"
        warn("unknown-type", builder.location(first.line, "TY"), message)
    return CSL_TYPES.get(code, "document")


def _cleaned(field: Field) -> Field:
    """Return a field without HTML's entities, its other tags for italics, and repeated blanks."""
    value = with_characters(field.value) if "&" in field.value else field.value
    if "</" in value:
        value = with_own_tags(value)
    if "  " in value or not value.isprintable():  # few are, and the search takes longer
        value = _BLANKS.sub(" ", value)
    value = value.strip()
    return field if value == field.value else field._replace(value=value)


def _decode(builder: RisRecordBuilder, field: Field) -> None:
    """Decode a field by the row of its tag; a tag that nobody knows is kept with a warning."""
    row = row_to_read(field.tag, builder.type, builder.code)
    if row and row.how in _FACTS and _says_nothing(row, field.value):
        builder.keep(field)
    elif row is None:
        builder.keep_with_warning(field, "unknown-tag", "kept")
    else:
        DECODERS[row.how](builder, field, row)


def _says_nothing(row: Row, value: str) -> bool:
    """Whether the value of a fact says that there is none; a volume or issue of 0 does, too."""
    is_number = row.to in ("volume", "issue")
    return value.casefold() in _NOTHING or (is_number and not value.strip("0"))
