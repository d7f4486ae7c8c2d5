"""Output rendered in parallel except for the citation key, filled in at the end.

A fragment is a record's text split at its key. Several processes can render fragments; the
keys, which depend on all records before, are filled in where the fragments come together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from ..citekeys.keys import Keys, identity
from ..model.record import Record
from ..model.report import Report
from ..options import Options

# The key that the record asks for, what tells it from a namesake, its text without the key.
Fragment: TypeAlias = tuple[str, str, tuple[str, ...]]
# Renders a record with this key.
Render: TypeAlias = Callable[[Record, str, Report], str]
# Renders a record, and returns the text before, between and behind its key.
RenderParts: TypeAlias = Callable[[Record, Report], tuple[str, ...]]
# Renders a chunk of the records.
FragmentWriter: TypeAlias = Callable[[Iterable[Record], Report], Iterator[Fragment]]

KEY = "\0"  # stands for a key while a text is rendered


def split_at_key(render: Render) -> RenderParts:
    """Return a function that splits the text that ``render`` returns where its key stands.

    ``render`` must write no ``KEY`` of the record's own: values lose their control characters
    or have them escaped.
    """
    return lambda record, report: tuple(render(record, KEY, report).split(KEY))


def fragment_writer(render_parts: RenderParts, options: Options) -> FragmentWriter:
    """Return the generator that renders a chunk's records without their keys.

    Raises:
        PatternError: ``options.key`` is no pattern.

    """
    keys = Keys(options.key)

    def write_fragments(records: Iterable[Record], report: Report) -> Iterator[Fragment]:
        for record in records:
            yield keys.wanted(record), identity(record), render_parts(record, report)

    return write_fragments


def join_fragments(fragments: Iterable[Fragment], options: Options) -> Iterator[str]:
    """Yield the texts with their keys, as one process would render them."""
    keys = Keys(options.key)
    for wanted, record_identity, parts in fragments:
        yield keys.unique(wanted, record_identity).join(parts)
