"""Writes CSL-JSON, as CSL processors, Zotero and pandoc read it: an array of items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..csl_json.homes import homes
from ..csl_json.items import CITATION_KEY, item_maker
from ..format_registry import Format
from ..markup.json_text import json_text
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import changed_keys, field_selection, fragments, sorting, unwritten
from ..output.fragments import KEY, Fragment, FragmentWriter, Render, RenderParts
from ..tables.csl_json import RETURNED, ROWS

FORMAT = Format(
    "csl-json", "CSL-JSON", (".json", ".csl.json", ".csljson"),
    ignores=("protect", "ascii", "article_number"),
)  # fmt: skip

# What ``--fields`` may name.
TAGS = ("id", CITATION_KEY, *(row.tag for row in ROWS), *sorted(RETURNED), "custom")


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield a JSON array, one item a line, of ``records``.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no variable.

    """
    render = _renderer(options)
    keyed = changed_keys.with_warnings(sorting.keyed(records, options), options, report)
    texts = (render(record, key, report) for key, record in keyed)
    yield from _array(texts)


def fragment_writer(options: Options) -> FragmentWriter:
    """Return what renders a chunk of the items, for :func:`join_fragments`.

    Raises the same errors as :func:`write`.
    """
    return fragments.fragment_writer(_split_at_id(_renderer(options)), options)


def join_fragments(parts: Iterable[Fragment], options: Options) -> Iterator[str]:
    """Yield the array of all items that were rendered in chunks."""
    return _array(fragments.join_fragments(parts, options))


def _renderer(options: Options) -> Render:
    """Return the function that renders one item."""
    field_selection.check(options, "CSL-JSON", TAGS)
    make = item_maker(options)

    def render(record: Record, key: str, report: Report) -> str:
        unwritten.note_unwritten(record, homes(record, options), report)
        return json_text(make(record, key))

    return render


def _split_at_id(render: Render) -> RenderParts:
    """Return a function that splits an item at its key, which is the value of its first names."""
    escaped_key = json_text(KEY).strip('"')
    repeated = f'"{CITATION_KEY}":"{escaped_key}"'

    def split(record: Record, report: Report) -> tuple[str, ...]:
        text = render(record, KEY, report)
        return tuple(text.split(escaped_key, 2 if repeated in text else 1))

    return split


def _array(texts: Iterable[str]) -> Iterator[str]:
    """Yield items as an array, one a line."""
    opening = "["
    for text in texts:
        yield f"{opening}\n{text}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"
