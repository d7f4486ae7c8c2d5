"""Variables whose meaning depends on the rest of the item, or that set several values."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..base.lazy_regex import regex
from ..codecs import identifiers, languages, titles
from ..model.values import Issn
from ..tables.csl_json import KNOWN_TYPES, TYPES
from ..tables.identifiers import LABELS
from .custom import decode_custom
from .record_builder import CslRecordBuilder
from .texts import text, texts

_PMID_KEY = regex(r"pmid:(\d+)", re.IGNORECASE)
_BETWEEN_ISSNS = regex(r"[\s,;]+")
_LABELS = (*LABELS, "ISSN", "ISBN")  # in a note, as Zotero writes them


def _type(builder: CslRecordBuilder, value: object) -> None:
    """Set the item's type: another vocabulary's as CSL's, any other as a document."""
    name = TYPES.get(text(value), text(value))
    if name not in KNOWN_TYPES:
        builder.warn("unknown-type", "type", f"{name!r} is none of CSL's types: read as document")
        name = "document"
    builder.values["type"] = name


def _id(builder: CslRecordBuilder, value: object) -> None:
    """Set the key to the id, unless the item has a ``citation-key``."""
    key = text(value)
    if match := _PMID_KEY.fullmatch(key):
        builder.values.setdefault("pmid", match[1])
    if "citation-key" not in builder.item:
        builder.values["key"] = key


def _citation_key(builder: CslRecordBuilder, value: object) -> None:
    builder.values["key"] = text(value)


def _title(builder: CslRecordBuilder, value: object) -> None:
    """Set the title; brackets around all of it mean that it is a translation."""
    values, title = builder.values, titles.without_bold(text(value))
    inner, translated = titles.title(title)
    values["title"] = inner if translated else title
    values["translated"] = values.get("translated", False) or translated
    if subtitle := builder.item.get("subtitle"):  # Crossref
        values["title"] += f": {text(subtitle)}"


def _subtitle(_: CslRecordBuilder, __: object) -> None:
    """Set nothing: the decoder of the title adds the subtitle."""


def _issn(builder: CslRecordBuilder, value: object) -> None:
    """Set one or more ISSNs, unless ``custom`` has them with their media."""
    issns = [issn for part in texts(value) for issn in _BETWEEN_ISSNS.split(part) if issn]
    builder.values.setdefault("issn", tuple(map(Issn, issns)))


def _language(builder: CslRecordBuilder, value: object) -> None:
    """Set the language, unless ``custom`` has several."""
    language = languages.decode(text(value))
    builder.values.setdefault("language", (language,))
    for message in languages.notes_of_unknown([language]):
        builder.note("bad-value", "language", message)


def _status(builder: CslRecordBuilder, value: object) -> None:
    """Set the status: NLM's word for it, or CSL's."""
    status = text(value)
    builder.values.setdefault("status", "aheadofprint" if status == "ahead of print" else status)


def _note(builder: CslRecordBuilder, value: object) -> None:
    """Set notes and, of lines such as ``PMID: 1``, which Zotero has there, the identifiers."""
    lines = []
    for line in text(value).split("\n"):
        labelled = identifiers.labelled(line, _LABELS)
        if line.strip() and not (labelled and _identifier(builder, *labelled)):
            lines.append(line.strip())
    builder.values["notes"] = (*builder.values.get("notes", ()), *lines)


def _identifier(builder: CslRecordBuilder, attribute: str, number: str) -> bool:
    """Set an identifier; return whether the record has it now, since a variable may say another."""
    variable = builder.item.get(attribute.upper())
    if variable is not None:
        return number in texts(variable)
    lists: dict[str, object] = {"issn": (Issn(number),), "isbn": (number,)}
    value = lists.get(attribute, number)
    return bool(builder.values.setdefault(attribute, value) == value)


def _annote(builder: CslRecordBuilder, value: object) -> None:
    """Keep an annotation; our own writer's notices come back with ``custom.relations``."""
    custom = builder.item.get("custom")
    if not (isinstance(custom, dict) and custom.get("relations")):
        builder.keep("annote", value)


# By the variable's name.
DECODERS: dict[str, Callable[[CslRecordBuilder, object], None]] = {
    "ISSN": _issn,
    "annote": _annote,
    "citation-key": _citation_key,
    "custom": decode_custom,
    "id": _id,
    "language": _language,
    "note": _note,
    "status": _status,
    "subtitle": _subtitle,
    "title": _title,
    "type": _type,
}
# The variables of which all of a list is read.
LISTS = frozenset({"ISSN", "custom"})
