"""Single references of a list, without their numbers, each for the place of its record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from ..csl.locale import normalize_tag
from ..csl.style_repository import StyleSource
from ..markup import reference_list
from ..model.record import Record
from ..model.rich_text import Node, Span, Text
from ..options import Options
from . import engine_registry
from .items import items

if TYPE_CHECKING:
    from ..csl import Bibliography
    from ..csl.context import Item

# Returns the reference of each record, in their order; () where the style prints nothing.
MakeReferences: TypeAlias = Callable[[Sequence[Record]], list[Text]]


def batch_maker(style: StyleSource, options: Options) -> MakeReferences | None:
    """Return what makes some of the references, or ``None`` if all have to be made at once.

    Raises:
        StyleError: The style is broken.
        UnknownError: There is no such locale or engine.

    """
    locale = normalize_tag(options.locale)
    format_chunk = engine_registry.chunk_formatter(options.engine, style, locale)
    if format_chunk is None:
        return None

    def make(records: Sequence[Record]) -> list[Text]:
        return _in_order(format_chunk(_items(records, style, options), 0), len(records))

    return make


def whole_list(records: Iterable[Record], style: StyleSource, options: Options) -> list[Text]:
    """Return the references of all records; raise as :func:`batch_maker`."""
    listed = _items(records, style, options)
    engine = engine_registry.find(options.engine)
    return _in_order(engine.bibliography(listed, style, normalize_tag(options.locale)), len(listed))


def _items(records: Iterable[Record], style: StyleSource, options: Options) -> list[Item]:
    keyed = ((str(number), record) for number, record in enumerate(records))
    return list(items(keyed, style, options).values())


def _in_order(bibliography: Bibliography, number: int) -> list[Text]:
    """Return the entries without labels in the records' order, whatever the style's is."""
    texts: list[Text] = [()] * number
    _, listed = reference_list.items(bibliography)
    for entry, item in zip(bibliography.entries, listed, strict=True):
        for name in entry.ids:
            texts[int(name)] = tuple(_within(item.text))
    return texts


def _within(text: Text) -> Iterator[Node]:
    """Yield the nodes of a reference without the block that stands beside its label."""
    for node in text:
        if isinstance(node, Span) and node.kind == "right-inline":
            yield from node.children
        else:
            yield node
