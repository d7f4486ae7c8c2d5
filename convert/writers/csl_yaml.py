"""Writes CSL's YAML, as pandoc reads it: a list of references, whose texts are Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..csl_json.homes import homes
from ..csl_json.items import item_maker
from ..csl_json.yaml_items import to_yaml
from ..format_registry import Format
from ..markup.yaml_text import item
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import changed_keys, field_selection, sorting, unwritten
from .csl_json import TAGS

FORMAT = Format(
    "csl-yaml",
    "CSL's YAML, as pandoc reads it",
    (".yaml", ".yml"),
    ignores=("protect", "ascii", "article_number"),
)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield the list ``references``, to which each of ``records`` adds an item.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no variable.

    """
    field_selection.check(options, "CSL's YAML", TAGS)
    make = item_maker(options)
    opening = "---\nreferences:\n"
    keyed = sorting.keyed(records, options)
    for key, record in changed_keys.with_warnings(keyed, options, report):
        unwritten.note_unwritten(record, homes(record, options), report)
        yield f"{opening}{item(to_yaml(make(record, key)))}"
        opening = ""
    yield f"{opening.replace(':', ': []')}...\n"
