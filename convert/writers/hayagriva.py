"""Writes Hayagriva's YAML, in which Typst keeps references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..format_registry import Format
from ..hayagriva.entry import entry_maker
from ..markup.yaml_text import entry
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import changed_keys, sorting

FORMAT = Format(
    "hayagriva",
    "Hayagriva's YAML, Typst's own format",
    (".hayagriva.yaml", ".hayagriva.yml"),
    ignores=("receiver", "keywords", "mesh", "ascii", "article_number"),
)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield an entry for each of ``records``, called by its key, with a blank line behind.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no field.

    """
    make = entry_maker(options)
    keyed = sorting.keyed(records, options)
    is_empty = True
    for key, record in changed_keys.with_warnings(keyed, options, report):
        yield entry({key: make(record, report)}) + "\n"
        is_empty = False
    if is_empty:
        yield "{}\n"
