"""A record's lines by the tags of RIS, for a receiver: RIS itself, and EndNote's other formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from ... import tables
from ...base.plugins import plugin
from ...checks.retractions import place
from ...markup.one_line import one_line
from ...model import peek
from ...model.record import NOT_IN_PUBMED, Record
from ...model.report import Report
from ...model.values import Field
from ...options import Options
from ...output import field_selection, superscripts, unwritten
from ...tables.receivers import RECEIVERS
from ...tables.ris import PROFILES, WRITTEN, types_of
from ...tables.ris_types import RIS_TYPES
from ...tables.row import Row
from .encode import ENCODERS, encode_key
from .encoder import Encoder
from .type_code import own_code, usual_code
from .written import Written, left_out, written_by

# Of each tag: its encoder, and what its lines have written.
EncoderByTag = tuple[tuple[str, Encoder, Written], ...]
# Encodes a record with its key.
Encode: TypeAlias = Callable[[Record, str, Report], "EncodedReference"]

TAGS = frozenset({"TY", "ER", *(row.tag for row in WRITTEN)})
# PubMed's address has the PMID where no tag has it.
_IN_ADDRESS = "pmid"


@dataclass(frozen=True, slots=True)
class EncodedReference:
    """A reference: its type (TY), its lines by tag in the order of the output, and kept fields."""

    code: str
    lines: dict[str, list[str]]
    kept: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Target:
    """A format with RIS's fields: its name, those of RIS's tags and of CSL's types that it has.

    ``styles`` says that it has italics and superscripts, so that these need no other spelling.
    """

    name: str
    tags: frozenset[str] = TAGS
    types: frozenset[str] = frozenset(RIS_TYPES)
    styles: bool = False


def encoder(options: Options, target: Target) -> Encode:
    """Return the function that encodes a record, and reports what is lost.

    A record that was read from the same format gets its kept fields back, and those that are
    EndNote's from another format that has EndNote's fields, too.
    """
    receiver = RECEIVERS[options.receiver]

    def encode(record: Record, key: str, report: Report) -> EncodedReference:
        is_own = peek.origin_format(record) == target.name
        beyond = peek.may_exceed_pubmed(record)
        encoders, homes = _compile(options, record.type, target, beyond, is_own)
        lines, attributes = _lines(record, key, encoders)
        written = [name for names in attributes.values() for name in names]
        related = _related(record, target, options)
        for field, tag in related.items():
            lines.setdefault(tag, []).append(one_line(field.value))
        related_tags = {field.tag for field in related}
        unwritten.note_unwritten(record, homes, report, kept=related_tags, written=written)
        if not receiver.bibtex_names:  # which have a word for it
            _note_et_al(record, report)
        if not target.styles:
            superscripts.note_carets(record, _marked_up(record, options), report)
        kept = _kept(record.kept, options) if is_own else {}
        code = own_code(record, receiver, attributes) if is_own else ""
        return EncodedReference(code or usual_code(record, receiver), lines, kept)

    return encode


def _note_et_al(record: Record, report: Report) -> None:
    """Note that a list of names goes on: RIS has no word for it, and programs read a name."""
    if record.et_al or record.editor_et_al:
        report.note("et-al", place(record), "there are more names; written as one, 'et al.'")


def _marked_up(record: Record, options: Options) -> Iterator[str]:
    """Yield the texts with markup that are written without it."""
    if not RECEIVERS[options.receiver].ris_markup:
        yield from (record.title, record.original_title, record.title_short)
    if options.abstract:
        yield record.abstract


def _kept(fields: Iterable[Field], options: Options) -> dict[str, list[str]]:
    """Return kept fields by tag, those that the user wants."""
    lines_by_tag: dict[str, list[str]] = {}
    for field in fields:
        if field_selection.wanted(field.tag, options):
            lines_by_tag.setdefault(field.tag, []).append(one_line(field.value))
    return lines_by_tag


def _related(record: Record, target: Target, options: Options) -> dict[Field, str]:
    """Return the fields kept of another of EndNote's formats, by RIS's tags that the target has."""
    if not record.kept or peek.origin_format(record) == target.name:
        return {}
    own, others = _endnote_fields(target.name), _endnote_fields(peek.origin_format(record))
    tags = {field: others.get(field.tag, "") for field in record.kept}
    return {
        field: tag
        for field, tag in tags.items()
        if tag in own.values() and field_selection.wanted(tag, options)
    }


@cache
def _endnote_fields(format_name: str) -> Mapping[str, str]:
    """Return RIS's tags by the names that a format has for EndNote's fields, if it has them."""
    fields: Mapping[str, str] = getattr(plugin(tables, format_name), "ENDNOTE_FIELDS", {})
    return fields


def _lines(
    record: Record, key: str, encoders: EncoderByTag
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return a record's lines by tag, in the order of the output, and what they have written."""
    lines_by_tag: dict[str, list[str]] = {}
    attributes: dict[str, list[str]] = {}
    for tag, encode, written_by_lines in encoders:
        if encode is encode_key:  # as it is: while chunks are rendered, a control character
            lines_by_tag.setdefault(tag, []).append(key)
        elif lines := [line for value in encode(record) if (line := one_line(value))]:
            lines_by_tag.setdefault(tag, []).extend(lines)
            attributes.setdefault(tag, []).extend(written_by_lines(record, lines))
    return lines_by_tag, attributes


@lru_cache(maxsize=64)
def _compile(
    options: Options, csl_type: str, target: Target, beyond: bool, is_own: bool
) -> tuple[EncoderByTag, frozenset[str]]:
    """Compile the rows for a profile and a type; also return the attributes that they write.

    Without ``beyond`` only the rows that PubMed's records have anything for are compiled. Rows
    for what was read from the same format (``is_own``) and other profiles' are if the user asks
    for their tags.
    """
    wanted, unwanted = list[Row](), list[Row]()
    for row in _rows(options, csl_type, is_own):
        if row.tag not in target.tags:
            continue
        (wanted if field_selection.wanted(row.tag, options) else unwanted).append(row)
    encoders = tuple(
        (row.tag, ENCODERS[row.how](row, options), written_by(row))
        for row in wanted
        if beyond or row.to not in NOT_IN_PUBMED
    )
    # What the user leaves out has a home: no need to report it as lost.
    homes = {name for row in unwanted for name in left_out(row)}
    homes |= {"kept"} if is_own else set()
    homes |= {"type"} if csl_type in target.types else set()
    return encoders, frozenset({_IN_ADDRESS} | homes)


def _rows(options: Options, csl_type: str, is_own: bool) -> Iterator[Row]:
    """Yield the rows for a profile and a type, then those of other tags that the user names."""
    usual = [
        row for row in WRITTEN if _applies(row, RECEIVERS[options.receiver].ris_tags, csl_type)
    ]
    rows = [row for row in usual if is_own or "from-ris" not in row.when.split()]
    tags = {name.removeprefix("+").upper() for name in options.fields} - {row.tag for row in rows}
    yield from rows
    for tag in sorted(tags):
        yield from _first_row(tag, usual, csl_type)


def _first_row(tag: str, usual: list[Row], csl_type: str) -> list[Row]:
    """Return the first row of a tag, of those for any profile, in a list; else an empty list."""
    others = (
        row for profile in sorted(PROFILES) for row in WRITTEN if _applies(row, profile, csl_type)
    )
    return [row for row in (*usual, *others) if row.tag == tag][:1]


def _applies(row: Row, profile: str, csl_type: str) -> bool:
    """Whether a row is for this profile and this type."""
    if not {profile, csl_type}.isdisjoint(row.unless.split()):
        return False
    profiles, types = PROFILES & set(row.when.split()), types_of(row)
    return (not profiles or profile in profiles) and (not types or csl_type in types)
