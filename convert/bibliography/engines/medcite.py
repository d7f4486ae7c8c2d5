"""Our own CSL processor as an engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...base.errors import InputError
from ...csl import Bibliography, BibliographyEntry, Cluster, Processor, parse_found_style
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
    return _without_blanks(processor.bibliography())


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
        return _without_blanks(processor.bibliography_chunk(by_id, items_before + 1))

    return format_chunk


def citations(
    items: Sequence[Item], style: StyleSource, locale: str, clusters: Sequence[Cluster]
) -> tuple[tuple[Text, ...], Bibliography]:
    """Return a document's citations formatted, and the bibliography of what they cite.

    Raises:
        StyleError: The style is broken.

    """
    processor = _processor(items, style, locale)
    return processor.cite(clusters), _without_blanks(processor.bibliography())


def _processor(items: Sequence[Item], style: StyleSource, locale: str) -> Processor:
    parsed = parse_found_style(style)
    by_id = {str(item["id"]): item for item in items}
    return Processor(parsed, by_id, locale or style.locale or None)


def _without_blanks(bibliography: Bibliography) -> Bibliography:
    """Return a list whose entries begin with no blank, as where a part before it prints nothing.

    A processor keeps it, as the official suite's tests expect (``bugreports_parenthesis``).
    """
    if not any(_begins_blank(entry.text) for entry in bibliography.entries):
        return bibliography
    entries = tuple(
        BibliographyEntry(entry.ids, _strip_start(entry.text), entry.number)
        for entry in bibliography.entries
    )
    return bibliography.replace(entries=entries)


def _begins_blank(text: Text) -> bool:
    first = text[0] if text else ""
    return isinstance(first, str) and first[:1] == " "


def _strip_start(text: Text) -> Text:
    """Return ``text`` without blanks at its start."""
    while _begins_blank(text):
        rest = str(text[0]).lstrip(" ")
        text = (rest, *text[1:]) if rest else text[1:]
    return text
