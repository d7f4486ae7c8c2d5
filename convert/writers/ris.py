"""Writes RIS for EndNote, Zotero, JabRef and others, as each of them reads it.

The syntax (a tag, two blanks, a hyphen, a blank) is left to rispy. Lines are never
wrapped: programs differ in what they make of a second line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import ClassVar

from rispy import BaseWriter

from ..checks.retractions import place
from ..format_registry import Format
from ..markup.one_line import one_line
from ..model import peek
from ..model.record import NOT_IN_PUBMED, Record
from ..model.report import Report
from ..model.values import Field
from ..options import Options
from ..output import field_selection, fragments, sorting, superscripts, unwritten
from ..output.fragments import Fragment, FragmentWriter, Render
from ..ris.write.encode import ENCODERS, encode_key
from ..ris.write.encoder import Encoder
from ..ris.write.type_code import type_code
from ..ris.write.written import Written, left_out, written_by
from ..tables.receivers import RECEIVERS
from ..tables.ris import PROFILES, WRITTEN, types_of
from ..tables.ris_types import RIS_TYPES
from ..tables.row import Row

FORMAT = Format(
    "ris",
    "RIS, as EndNote, Zotero and JabRef read it",
    (".ris",),
    ignores=("protect", "ascii", "article_number"),
)

# Of each tag: its name in small letters, its encoder, and what its lines have written.
EncoderByTag = tuple[tuple[str, Encoder, Written], ...]
Value = str | list[str] | dict[str, list[str]]

_TYPE = "type_of_reference"
_KEPT = "kept"
_TAGS = sorted({"TY", "ER", *(row.tag for row in WRITTEN)})
# PubMed's address has the PMID where no tag has it.
_IN_ADDRESS = "pmid"


class _LineWriter(BaseWriter):  # type: ignore[misc]  # rispy has no type information
    """Rispy's writer, for fields called by their tags, each of which may repeat."""

    START_TAG = "TY"
    DEFAULT_MAPPING: ClassVar = {
        **{tag: _TYPE if tag == "TY" else tag.lower() for tag in _TAGS},
        BaseWriter.UNKNOWN_TAG: _KEPT,
    }
    DEFAULT_LIST_TAGS: ClassVar = frozenset(_TAGS) - {"TY"}  # it is asked of every line

    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}

    def __init__(self, newline: str) -> None:
        super().__init__()
        self.NEWLINE = newline

    def _format_line(self, tag: str, value: str = "") -> str:
        """Return a line, as ``PATTERN`` has it, which takes longer to fill in."""
        return f"{tag}  - {value}"

    def set_header(self, count: int) -> str:
        """Return the line before a reference, of which there is none."""
        return ""


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield each of ``records`` for the program that ``options.receiver`` names.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no tag of RIS.

    """
    render = _renderer(options)
    texts = (render(record, key, report) for key, record in sorting.keyed(records, options))
    yield from _separated(texts, options)


def fragment_writer(options: Options) -> FragmentWriter:
    """Return what renders a chunk of the references, for :func:`join_fragments`.

    Raises the same errors as :func:`write`.
    """
    return fragments.fragment_writer(fragments.split_at_key(_renderer(options)), options)


def join_fragments(parts: Iterable[Fragment], options: Options) -> Iterator[str]:
    """Yield all references that were rendered in chunks."""
    return _separated(fragments.join_fragments(parts, options), options)


def _renderer(options: Options) -> Render:
    """Return the function that renders one reference."""
    field_selection.check(options, "RIS", _TAGS)
    lines = _LineWriter(RECEIVERS[options.receiver].newline)

    def render(record: Record, key: str, report: Report) -> str:
        from_ris = peek.origin_format(record) == FORMAT.name
        beyond = peek.may_exceed_pubmed(record)
        encoders, homes = _compile(options, record.type, beyond, from_ris)
        fields, written = _fields(record, key, encoders, options)
        unwritten.note_unwritten(record, homes, report, written=written)
        if not RECEIVERS[options.receiver].bibtex_names:  # which have a word for it
            _note_et_al(record, report)
        superscripts.note_carets(record, _marked_up(record, options), report)
        if from_ris and record.kept:
            fields[_KEPT] = _kept(record.kept, options)
        return str(lines.formats([fields]))

    return render


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


def _separated(texts: Iterable[str], options: Options) -> Iterator[str]:
    """Yield references with a blank line between."""
    separator = ""
    for text in texts:
        yield separator + text
        separator = RECEIVERS[options.receiver].newline


def _kept(fields: Iterable[Field], options: Options) -> dict[str, list[str]]:
    """Return kept fields by tag, those that the user wants."""
    lines_by_tag: dict[str, list[str]] = {}
    for field in fields:
        if field_selection.wanted(field.tag, options):
            lines_by_tag.setdefault(field.tag, []).append(one_line(field.value))
    return lines_by_tag


def _fields(
    record: Record, key: str, encoders: EncoderByTag, options: Options
) -> tuple[dict[str, Value], list[str]]:
    """Return a record's values by tag, in the order of the output, and what they have written."""
    lines_by_tag: dict[str, list[str]] = {}
    names_by_tag: dict[str, list[str]] = {}
    for tag, encode, written_by_lines in encoders:
        if encode is encode_key:  # as it is: while chunks are rendered, a control character
            lines_by_tag.setdefault(tag, []).append(key)
        elif lines := [line for value in encode(record) if (line := one_line(value))]:
            lines_by_tag.setdefault(tag, []).extend(lines)
            names_by_tag.setdefault(tag.upper(), []).extend(written_by_lines(record, lines))
    code = type_code(record, RECEIVERS[options.receiver], names_by_tag)
    written = [name for names in names_by_tag.values() for name in names]
    return {_TYPE: code, **lines_by_tag}, written


@lru_cache(maxsize=64)
def _compile(
    options: Options, csl_type: str, beyond: bool, from_ris: bool
) -> tuple[EncoderByTag, frozenset[str]]:
    """Compile the rows for a profile and a type; also return the attributes that they write.

    Without ``beyond`` only the rows that PubMed's records have anything for are compiled; rows
    for records ``from_ris`` and other profiles' are if the user asks for their tags.
    """
    wanted, unwanted = list[Row](), list[Row]()
    for row in _rows(options, csl_type, from_ris):
        (wanted if field_selection.wanted(row.tag, options) else unwanted).append(row)
    encoders = tuple(
        (row.tag.lower(), ENCODERS[row.how](row, options), written_by(row))
        for row in wanted
        if beyond or row.to not in NOT_IN_PUBMED
    )
    # What the user leaves out has a home: no need to report it as lost.
    homes = {name for row in unwanted for name in left_out(row)}
    homes |= {"kept"} if from_ris else set()
    homes |= {"type"} if csl_type in RIS_TYPES else set()
    return encoders, frozenset({_IN_ADDRESS} | homes)


def _rows(options: Options, csl_type: str, from_ris: bool) -> Iterator[Row]:
    """Yield the rows for a profile and a type, then those of other tags that the user names."""
    usual = [
        row for row in WRITTEN if _applies(row, RECEIVERS[options.receiver].ris_tags, csl_type)
    ]
    rows = [row for row in usual if from_ris or "from-ris" not in row.when.split()]
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
