"""Reads CSL's YAML: pandoc's, Better BibTeX's, and the references in a Markdown file's metadata."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Location, Report

_LIST = regex(r"(?m)^references:[ \t]*(?:\[|(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*-[ \t\r\n])")
_BARE = regex(
    r"(?m)\A\s*(?:(?:---|#.*|%YAML.*)\s*\n)*-[ \t\r\n]+"
    r"(?:id|type|title|author|DOI|abstract|issued|container-title)[ \t]*:"
)


def _sniff(head: str) -> bool:
    return _LIST.search(head) is not None or _BARE.match(head) is not None


FORMAT = Format("csl-yaml", "CSL's YAML, as pandoc reads it", (".yaml", ".yml"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each reference; what the model has no place for is kept."""
    # Every reader is imported to recognise a file's format; few files are YAML.
    from ..csl_json.build import build_record, is_item  # noqa: PLC0415  # see above
    from ..csl_json.record_builder import ItemPlace  # noqa: PLC0415  # see above
    from ..csl_json.yaml_items import from_yaml  # noqa: PLC0415  # see above
    from ..files.yaml_stream import items  # noqa: PLC0415  # see above

    for value, line, lines in items(source, report):
        item = from_yaml(value)
        if item and is_item(item):
            yield build_record(item, ItemPlace(source.name, line, FORMAT.name, lines), report)
        else:
            message = "expected a reference with a type or title; skipped"
            report.error("bad-record", Location(source.name, line), message)
