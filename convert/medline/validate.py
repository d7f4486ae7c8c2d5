"""What is wrong with a record, reported when it is read: unknown tags, dates, DOIs, ORCIDs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ..base.lazy_regex import regex
from ..codecs import dates, identifiers, orcid
from ..model.report import Location, Report
from ..model.values import Field
from ..tables.medline import ROWS
from .fields import SINGLE, TAGS, Fields

# The tag of a value that no rule understands, the code of the diagnostic, and its message.
Problem: TypeAlias = tuple[str, str, str]

_STAMP = r"\d{4}(?:/\d\d){0,2}(?: \d\d:\d\d)? \[[\w-]+\]"
# By its tag, the tags beside which nothing comes of a field.
_DISPLACED = {row.tag: row.unless.split() for row in ROWS if row.unless}
_STAMPS = regex(rf"(?:{_STAMP}(?:\n|\Z))*+")


def validate(fields: Fields, file: str, report: Report) -> tuple[Field, ...]:
    """Report all that is wrong with a record; return the fields that no attribute takes."""
    groups = fields.groups
    if fields.recovered:
        message = "the record's line ends were lost; its fields were told apart by their tags"
        report.note("recovered", _where(fields, file, fields.start), message)
    if "PMID" not in groups and groups.get("OWN") != ["ERIC"]:
        message = "the record has no PMID; its beginning may be missing"
        report.warning("no-pmid", _where(fields, file, fields.start), message)
    kept: list[Field] = []
    if fields.repeated:
        kept += _repeated(fields, file, report)
    if fields.unknown:
        kept += _unknown(fields, file, report)
    if not _DISPLACED.keys().isdisjoint(groups):
        kept += _displaced(fields, file, report)
    kept.sort(key=lambda field: field.line)
    for tag, code, message in (*_bad_dates(groups), *_bad_identifiers(groups)):
        report.warning(code, _where(fields, file, fields.line_of(tag), tag), message)
    return tuple(kept)


def _where(fields: Fields, file: str, line: int, tag: str = "") -> Location:
    return Location(file, line, fields.groups.get("PMID", [""])[0], tag)


def _bad_dates(groups: dict[str, list[str]]) -> Iterator[Problem]:
    for tag in ("DP", "DEP"):
        if tag in groups and (problem := dates.problem(dates.date(groups[tag][0]))):
            yield tag, "bad-date", problem
    events = groups.get("PHST", ())
    for text in () if _STAMPS.fullmatch("\n".join(events)) else events:
        if problem := dates.problem(dates.event(text).date):
            yield "PHST", "bad-date", problem


def _bad_identifiers(groups: dict[str, list[str]]) -> Iterator[Problem]:
    for tag in ("LID", "AID"):
        for text in groups.get(tag, ()):
            if text.endswith("[doi]") and (problem := identifiers.doi_problem(text[:-5].strip())):
                yield tag, "bad-doi", problem
    for text in groups.get("AUID", ()):
        if problem := orcid.orcid_problem(orcid.author_id(text)):
            yield "AUID", "bad-orcid", problem


def _unknown(fields: Fields, file: str, report: Report) -> Iterator[Field]:
    """Report and yield the fields whose tags the table does not know."""
    for field in fields.in_order():
        if field.tag not in TAGS:
            where = _where(fields, file, field.line, field.tag)
            report.warning("unknown-tag", where, "kept verbatim")
            yield field


def _displaced(fields: Fields, file: str, report: Report) -> Iterator[Field]:
    """Report and yield the fields in whose place another tag of the record is read."""
    for field in fields.in_order():
        others = [tag for tag in _DISPLACED.get(field.tag, ()) if tag in fields.groups]
        if others:
            where = _where(fields, file, field.line, field.tag)
            report.note("kept", where, f"{others[0]} is read instead; kept verbatim")
            yield field


def _repeated(fields: Fields, file: str, report: Report) -> Iterator[Field]:
    """Report and yield the further fields of a tag that a record has once."""
    tags = [tag for tag, texts in fields.groups.items() if len(texts) > 1 and tag in SINGLE]
    for tag in tags:
        first, *others = [field for field in fields.in_order() if field.tag == tag]
        for field in others:
            where = _where(fields, file, field.line, tag)
            if field.value == first.value:
                report.note("repeated-tag", where, "stands twice")
            else:
                message = f"{first.value[:40]!r} is used, {field.value[:40]!r} kept verbatim"
                report.warning("repeated-tag", where, message)
            yield field
