"""The CSL engines. Each is a module in ``engines``, named like the engine, with ``_`` for ``-``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

from ..base.plugins import LazyNames, plugin, plugin_names
from ..base.suggestions import UnknownError
from . import engines

if TYPE_CHECKING:
    from ..csl import Bibliography, Cluster
    from ..csl.context import Item
    from ..csl.style_repository import StyleSource
    from ..model.rich_text import Text


class Engine(Protocol):
    """A module that formats reference lists.

    It may also have ``citations``, for the citations of a text, and ``chunk_formatter``, for
    lists made in chunks: see :mod:`medcite.bibliography.engines.medcite`.
    """

    def bibliography(self, items: Sequence[Item], style: StyleSource, locale: str) -> Bibliography:
        """Return CSL-JSON items formatted in ``style``; ``locale`` is a language tag or ``""``."""


class CitationEngine(Engine, Protocol):
    """An engine that formats the citations of a text as well."""

    def citations(
        self, items: Sequence[Item], style: StyleSource, locale: str, clusters: Sequence[Cluster]
    ) -> tuple[tuple[Text, ...], Bibliography]:
        """Return the citations formatted, and the bibliography of what they cite."""


ChunkFormatter: TypeAlias = "Callable[[Sequence[Item], int], Bibliography]"


def find(name: str) -> Engine:
    """Return an engine by its name.

    Raises:
        UnknownError: There is no such engine; the message gives the nearest.

    """
    if engine := _import(name):
        return engine
    raise UnknownError("engine", name, names())


def find_for_citations(name: str) -> CitationEngine:
    """Return an engine that can format the citations of a text.

    Raises:
        UnknownError: No such engine has that name; the message gives the nearest.

    """
    engine = _import(name)
    if not hasattr(engine, "citations"):
        able = [other for other in names() if hasattr(_import(other), "citations")]
        raise UnknownError("engine for citations", name, able)
    return cast(CitationEngine, engine)


def chunk_formatter(name: str, style: StyleSource, locale: str) -> ChunkFormatter | None:
    """Return what formats a chunk of a list, or ``None`` if the list must be made as a whole.

    It takes the chunk's items, and how many items are in the chunks before.

    Raises:
        UnknownError: There is no such engine.
        StyleError: The style is broken.

    """
    make: Callable[..., ChunkFormatter | None] | None
    make = getattr(find(name), "chunk_formatter", None)
    return make(style, locale) if make else None


def names() -> tuple[str, ...]:
    """Return the names of all engines."""
    return plugin_names(engines)


def _import(name: str) -> Engine | None:
    """Import an engine, or return ``None`` if there is no such engine."""
    module = None if "_" in name else plugin(engines, name)
    return cast("Engine | None", module)


NAMES = LazyNames(lambda name: _import(name) is not None, names)
