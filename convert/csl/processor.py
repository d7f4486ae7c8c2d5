"""The processor: what the outside world calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.rich_text import Text
from .bibliography import Bibliography, make_bibliography
from .context import Item
from .errors import StyleError
from .registry import Registry
from .style import Style

if TYPE_CHECKING:  # what a numbered list does not need is loaded when it is asked for
    from .citations.citation import Citations
    from .citations.position import Cluster


class Processor:
    """Formats citations and a bibliography of ``items`` in ``style``.

    ``items`` maps each id to its CSL-JSON. ``locale`` is a language tag; without it the
    style's default decides, then en-US.

    Raises:
        StyleError: the style is dependent: its parent must be loaded instead.

    """

    def __init__(self, style: Style, items: Mapping[str, Item], locale: str | None = None) -> None:
        if style.citation is None:
            problem = f"a dependent style: use its parent {style.info.parent}"
            raise StyleError(style.name, style.root.line, problem)
        self.registry = Registry(style, items, locale)
        self._ready = False

    def register(self, ids: Iterable[str]) -> None:
        """Take ``ids`` as the document's items, in the order in which they are cited."""
        self._register(ids, {})

    def _register(self, ids: Iterable[str], notes: dict[str, int]) -> None:
        """Take ``ids``, and the notes that first cite them."""
        if self.registry.told_apart:
            from .disambiguation.disambiguate import Disambiguator

            self.registry.take(ids)
            disambiguator = Disambiguator(self.registry, notes)
            disambiguator.survey()
            self.registry.number()
            disambiguator.run()
        else:
            self.registry.register(ids)
        self._ready = True

    def bibliography(self, ids: Iterable[str] | None = None) -> Bibliography:
        """Return the bibliography of what was cited, or of ``ids`` if given, else of all items.

        A style without a bibliography gives one without entries.
        """
        if not self._ready:
            self.register(self.registry.items if ids is None else ids)
        if self.registry.style.bibliography is None:
            return Bibliography(())
        return make_bibliography(self.registry, ids)

    @property
    def parted(self) -> bool:
        """Whether an entry depends on its own item and number only.

        It does unless entries are sorted, told apart, or compared with the one before.
        """
        style, registry = self.registry.style, self.registry
        if style.bibliography is None or registry.bibliography_keys:
            return False
        if "subsequent-author-substitute" in registry.bibliography.options:
            return False
        return not registry.told_apart

    def part(self, items: Mapping[str, Item], first: int) -> Bibliography:
        """Return a part of a bibliography that is ``parted``: of ``items``, from a number on.

        ``registry.compile()`` spares every part the compiling of the style.
        """
        registry = self.registry.holding(items, first)
        registry.register(items)
        return make_bibliography(registry)

    def cite(self, clusters: Sequence[Cluster]) -> tuple[Text, ...]:
        """Return a document's citations, all at once and in its order.

        Positions and numbers go by the order of the cites as the style sorts them.
        The items cited become the bibliography's, in the order of their first cite.
        """
        from .citations.position import place

        known = [self._known(cluster) for cluster in clusters]
        near = int(self.registry.citation.options.get("near-note-distance", "5"))
        placed = place(known, near)
        notes: dict[str, int] = {}
        for cluster in placed:
            for cite in cluster.cites:
                notes.setdefault(cite.id, cluster.note)
        self._register(notes, notes)
        return tuple(self.cluster(cluster) for cluster in placed)

    def cluster(self, cluster: Cluster) -> Text:
        """Return one citation, its cites' positions taken as they are given."""
        if not self._ready:
            self.register(self.registry.items)
        return self.citations.format(cluster)

    @cached_property
    def citations(self) -> Citations:
        """What formats the clusters."""
        from .citations.citation import Citations

        return Citations(self.registry)

    def _known(self, cluster: Cluster) -> Cluster:
        cites = [cite for cite in cluster.cites if cite.id in self.registry.items]
        return cluster.replace(cites=tuple(self.citations.arranged(cites)))
