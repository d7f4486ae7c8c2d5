"""What is wrong with a record, told when it is read: unknown tags, dates, DOIs, ORCIDs."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..codecs import dates, identifiers, names
from ..model.report import Location, Report
from ..model.values import Field
from ..tables.medline import ROWS
from .build import Later
from .fields import TAGS

_ONCE = frozenset(row.tag for row in ROWS if not row.many)
_STAMP = r"\d{4}(?:/\d\d){0,2}(?: \d\d:\d\d)? \[[\w-]+\]"
_STAMPS = regex(rf"(?:{_STAMP}(?:\n|\Z))*+")


def tell(later: Later, report: Report) -> None:
    """Report all that is wrong with a record, and set aside the fields that no value takes."""
    groups, raw = later.groups, later.raw
    if raw.recovered:
        message = "the record's line ends were lost; its fields were told apart by their tags"
        report.note("recovered", _where(later, raw.start), message)
    if "PMID" not in groups and groups.get("OWN") != ["ERIC"]:
        message = "the record has no PMID; its beginning may be missing"
        report.warning("no-pmid", _where(later, raw.start), message)
    if raw.repeated:
        later.kept = tuple(_repeated(later, report))
    if raw.unknown:
        later.kept = tuple(sorted([*later.kept, *_unknown(later, report)], key=_line))
    for tag, code, said in _faults(later):
        report.warning(code, _where(later, later.line(tag), tag), said)


def _where(later: Later, line: int, tag: str = "") -> Location:
    return Location(later.file, line, later.groups.get("PMID", [""])[0], tag)


def _line(field: Field) -> int:
    return field.line


def _faults(later: Later) -> Iterator[tuple[str, str, str]]:
    """Yield tag, code and message for each value that no rule understands."""
    groups = later.groups
    for tag in ("DP", "DEP"):
        if tag in groups and (said := dates.fault(dates.date(groups[tag][0]))):
            yield tag, "bad-date", said
    events = groups.get("PHST", ())
    for text in () if _STAMPS.fullmatch("\n".join(events)) else events:
        if said := dates.fault(dates.event(text).date):
            yield "PHST", "bad-date", said
    for tag in ("LID", "AID"):
        for text in groups.get(tag, ()):
            if text.endswith("[doi]") and not identifiers.doi(text[:-5]):
                yield tag, "bad-doi", f"{text[:-5].strip()!r} is no DOI: expected 10.number/name"
    for text in groups.get("AUID", ()):
        if said := names.id_fault(names.name_id(text)):
            yield "AUID", "bad-orcid", said


def _unknown(later: Later, report: Report) -> Iterator[Field]:
    """Yield the fields whose tags the table does not know."""
    for field in later.raw.fields():
        if field.tag not in TAGS:
            report.warning("unknown-tag", _where(later, field.line, field.tag), "kept verbatim")
            yield field


def _repeated(later: Later, report: Report) -> Iterator[Field]:
    """Yield the further fields of a tag that a record has once."""
    more = [tag for tag, texts in later.groups.items() if len(texts) > 1 and tag in _ONCE]
    for tag in more:
        first, *others = [field for field in later.raw.fields() if field.tag == tag]
        for field in others:
            where = _where(later, field.line, tag)
            if field.value == first.value:
                report.note("repeated-tag", where, "stands twice")
            else:
                message = f"{first.value[:40]!r} is used, {field.value[:40]!r} kept verbatim"
                report.warning("repeated-tag", where, message)
            yield field
