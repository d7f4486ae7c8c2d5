"""Our own CSL processor as an engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...base.errors import InputError
from ...csl import Bibliography, Cluster, Processor, parse_style
from ...csl.context import Item
from ...csl.style_repository import StyleSource
from ...model.rich_text import Text


def bibliography(items: Sequence[Item], style: StyleSource, locale: str) -> Bibliography:
    """Return ``items`` formatted in ``style``.

    Raises:
        StyleError: The style is broken.
        InputError: The style has no bibliography, like some for footnotes.

    """
    processor = _processor(items, style, locale)
    if processor.registry.style.bibliography is None:
        raise InputError(f"{style.file}: this style has no bibliography, only citations")
    return processor.bibliography()


def chunk_formatter(
    style: StyleSource, locale: str
) -> Callable[[Sequence[Item], int], Bibliography] | None:
    """Return a function that formats a chunk of a list, or None if chunks depend on each other.

    It takes the chunk's items, and how many items are in the chunks before. Entries that are
    sorted, for example, depend on each other.

    Raises:
        StyleError: The style is broken.

    """
    processor = _processor((), style, locale)
    if not processor.entries_are_independent:
        return None
    processor.registry.compile()  # once for all chunks

    def format_chunk(items: Sequence[Item], items_before: int) -> Bibliography:
        by_id = {str(item["id"]): item for item in items}
        return processor.bibliography_chunk(by_id, items_before + 1)

    return format_chunk


def citations(
    items: Sequence[Item], style: StyleSource, locale: str, clusters: Sequence[Cluster]
) -> tuple[tuple[Text, ...], Bibliography]:
    """Return a document's citations formatted, and the bibliography of what they cite.

    Raises:
        StyleError: The style is broken.

    """
    processor = _processor(items, style, locale)
    return processor.cite(clusters), processor.bibliography()


def _processor(items: Sequence[Item], style: StyleSource, locale: str) -> Processor:
    parsed = parse_style(style.source, style.file)
    by_id = {str(item["id"]): item for item in items}
    return Processor(parsed, by_id, locale or style.locale or None)
