"""Our own CSL processor as an engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ...base.errors import InputError
from ...csl import Bibliography, Cluster, Processor, parse_style
from ...csl.style_repository import Found
from ...model.rich_text import Text


def bibliography(items: Sequence[dict[str, Any]], style: Found, locale: str) -> Bibliography:
    """Format ``items`` in ``style``.

    Raises:
        StyleError: The style is broken.
        InputError: The style has no bibliography, as some for footnotes have none.

    """
    processor = _processor(items, style, locale)
    if processor.registry.style.bibliography is None:
        raise InputError(f"{style.file}: this style has no bibliography, only citations")
    return processor.bibliography()


def parts(
    style: Found, locale: str
) -> Callable[[Sequence[dict[str, Any]], int], Bibliography] | None:
    """Give what formats a part of a list: its items, and how many are in the parts before.

    ``None`` where entries depend on each other, as sorted ones do.

    Raises:
        StyleError: The style is broken.

    """
    processor = _processor((), style, locale)
    if not processor.parted:
        return None
    processor.registry.compile()  # once for all parts

    def part(items: Sequence[dict[str, Any]], before: int) -> Bibliography:
        return processor.part({str(item["id"]): item for item in items}, before + 1)

    return part


def citations(
    items: Sequence[dict[str, Any]], style: Found, locale: str, clusters: Sequence[Cluster]
) -> tuple[tuple[Text, ...], Bibliography]:
    """Format a document's citations, and the bibliography of what they cite.

    Raises:
        StyleError: The style is broken.

    """
    processor = _processor(items, style, locale)
    return processor.cite(clusters), processor.bibliography()


def _processor(items: Sequence[dict[str, Any]], style: Found, locale: str) -> Processor:
    parsed = parse_style(style.source, style.file)
    known = {str(item["id"]): item for item in items}
    return Processor(parsed, known, locale or style.locale or None)
