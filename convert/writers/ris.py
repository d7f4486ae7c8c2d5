"""Writes RIS for EndNote, Zotero, JabRef and others, as each of them reads it.

The syntax (a tag, two blanks, a hyphen, a blank) is left to rispy. Lines are never
wrapped: programs differ in what they make of a second line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rispy import BaseWriter

from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import field_selection, fragments, sorting
from ..output.fragments import Fragment, FragmentWriter, Render
from ..ris.write.reference import TAGS, Target, encoder
from ..tables.receivers import RECEIVERS
from ..tables.ris import ENDNOTE_FIELDS

FORMAT = Format(
    "ris",
    "RIS, as EndNote, Zotero and JabRef read it",
    (".ris",),
    ignores=("protect", "ascii", "article_number"),
)

_KEPT = "kept"
# Those that records get, and those that are kept of other formats with the same fields.
_TAGS = TAGS.union(ENDNOTE_FIELDS)


class _LineWriter(BaseWriter):  # type: ignore[misc]  # rispy has no type information
    """Rispy's writer, for fields called by their tags, each of which may repeat."""

    START_TAG = "TY"
    DEFAULT_MAPPING: ClassVar = {
        **{tag: tag.lower() for tag in _TAGS},
        "TY": "type_of_reference",
        BaseWriter.UNKNOWN_TAG: _KEPT,
    }
    DEFAULT_LIST_TAGS: ClassVar = _TAGS - {"TY"}
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
    field_selection.check(options, "RIS", TAGS)
    encode = encoder(options, Target(FORMAT.name))
    writer = _LineWriter(RECEIVERS[options.receiver].newline)

    def render(record: Record, key: str, report: Report) -> str:
        reference = encode(record, key, report)
        fields: dict[str, object] = {"type_of_reference": reference.code}
        fields |= {tag.lower(): lines for tag, lines in reference.lines.items()}
        if reference.kept:
            fields[_KEPT] = reference.kept
        return str(writer.formats([fields]))

    return render


def _separated(texts: Iterable[str], options: Options) -> Iterator[str]:
    """Yield references with a blank line between."""
    separator = ""
    for text in texts:
        yield separator + text
        separator = RECEIVERS[options.receiver].newline
