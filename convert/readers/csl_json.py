"""Reads CSL-JSON: ours, Zotero's, pandoc's, NCBI's exporter's and Crossref's.

The dialects differ: NCBI has a group for a family name and ``epub-date``; Zotero puts PMIDs
into ``note``; Crossref has lists where CSL has texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.json_stream import items
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Location, Report

# Of an object, the first name: "medcite" begins our own JSON, which has names like CSL's.
_ITEM = regex(r'\s*(?:\[\s*(?:\{\s*"|\]\s*$)|\{\s*"(?!medcite"))')
_VARIABLE = regex(r'"(?:id|type|author|issued|title|container-title|DOI|PMID|items)"\s*:')


def _sniff(head: str) -> bool:
    if _ITEM.match(head) is None:
        return False
    return head.strip() == "[]" or _VARIABLE.search(head) is not None


FORMAT = Format("csl-json", "CSL-JSON", (".json", ".csl.json", ".csljson"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each item; what the model has no place for is kept."""
    # Every reader is imported to recognise a file's format; few files are CSL-JSON.
    from ..csl_json.build import build_record, is_item  # noqa: PLC0415  # see above
    from ..csl_json.crossref import items_of  # noqa: PLC0415  # see above
    from ..csl_json.record_builder import ItemPlace  # noqa: PLC0415  # see above

    for answer, line in items(source, report):
        for item in items_of(answer):
            if is_item(item):
                yield build_record(item, ItemPlace(source.name, line), report)
            else:
                names = ", ".join(item)
                message = f"expected an item with a type or title, found {names:.60}; skipped"
                report.error("bad-record", Location(source.name, line), message)
