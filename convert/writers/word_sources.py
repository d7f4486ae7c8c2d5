"""Writes the sources that Word cites: copied from its Source Manager, which opens the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..format_registry import Format
from ..markup.xml_text import serialize
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import changed_keys, sorting
from ..word.source import source_maker

FORMAT = Format(
    "word-sources",
    "Word's sources (Sources.xml)",
    ignores=(
        "receiver", "abstract", "keywords", "mesh", "protect", "ascii", "article_number",
    ),
)  # fmt: skip
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_START = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<b:Sources SelectedStyle="" xmlns:b="{_NAMESPACE}" xmlns="{_NAMESPACE}">\n'
)
_END = "</b:Sources>\n"


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield the file, with each of ``records`` on a line.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no element.

    """
    make = source_maker(options)
    yield _START
    keyed = changed_keys.with_warnings(sorting.keyed(records, options), options, report)
    for number, (key, record) in enumerate(keyed, start=1):
        yield serialize(make(record, key, number, report)) + "\n"
    yield _END
