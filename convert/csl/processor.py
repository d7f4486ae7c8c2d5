"""Format citations and bibliographies: what other packages call."""

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

if TYPE_CHECKING:
    from .citations.citation import CitationFormatter
    from .citations.position import Cluster


class Processor:
    """Formats citations and a bibliography of ``items`` in ``style``.

    ``items`` maps each id to its CSL-JSON. ``locale`` is a language tag; the default is the
    style's own, or else en-US.

    Raises:
        StyleError: the style is dependent: its parent must be loaded instead.

    """

    def __init__(self, style: Style, items: Mapping[str, Item], locale: str | None = None) -> None:
        if style.citation is None:
            problem = f"a dependent style: use its parent {style.info.parent}"
            raise StyleError(style.name, style.root.line, problem)
        self.registry = Registry(style, items, locale)
        self._registered = False

    def register(self, ids: Iterable[str]) -> None:
        """Set the document's items, in the order in which they are cited."""
        self._register(ids, {})

    def _register(self, ids: Iterable[str], first_notes: Mapping[str, int]) -> None:
        """Set the items, and the numbers of the notes that first cite them."""
        if self.registry.disambiguates:
            from .disambiguation.disambiguate import Disambiguator  # noqa: PLC0415  # rarely needed

            self.registry.set_items(ids)
            disambiguator = Disambiguator(self.registry, first_notes)
            disambiguator.compare_all_names()  # entries sort by the names that this prints
            self.registry.number()
            disambiguator.run()
        else:
            self.registry.register(ids)
        self._registered = True

    def bibliography(self, ids: Iterable[str] | None = None) -> Bibliography:
        """Return the bibliography of ``ids``, by default of what was cited, else of all items.

        A style without a bibliography gives one without entries.
        """
        if not self._registered:
            self.register(self.registry.items if ids is None else ids)
        if self.registry.style.bibliography is None:
            return Bibliography(())
        return make_bibliography(self.registry, ids)

    @property
    def entries_are_independent(self) -> bool:
        """Whether an entry depends on nothing but its own item and number.

        It does not if entries are sorted, disambiguated, or compared with the one before.
        """
        style, registry = self.registry.style, self.registry
        if style.bibliography is None or registry.bibliography_keys:
            return False
        if "subsequent-author-substitute" in registry.bibliography.options:
            return False
        return not registry.disambiguates

    def bibliography_chunk(self, items: Mapping[str, Item], first_number: int) -> Bibliography:
        """Return the part of a bibliography that lists ``items``; its entries are independent.

        After ``registry.compile()`` chunks do not compile the style again.
        """
        registry = self.registry.with_items(items, first_number)
        registry.register(items)
        return make_bibliography(registry)

    def cite(self, clusters: Sequence[Cluster]) -> tuple[Text, ...]:
        """Return all citations of a document, in its order.

        Positions and numbers go by the order of the cites as the style sorts them. The items
        cited become the bibliography's, in the order of their first cite.
        """
        from .citations.position import assign_positions  # noqa: PLC0415  # not for a list alone

        sorted_clusters = [self._sort_known_cites(cluster) for cluster in clusters]
        distance = int(self.registry.citation.options.get("near-note-distance", "5"))
        placed = assign_positions(sorted_clusters, distance)
        first_notes: dict[str, int] = {}
        for cluster in placed:
            for cite in cluster.cites:
                first_notes.setdefault(cite.id, cluster.note)
        self._register(first_notes, first_notes)
        return tuple(self.cluster(cluster) for cluster in placed)

    def cluster(self, cluster: Cluster) -> Text:
        """Return one citation; its cites already have their positions."""
        if not self._registered:
            self.register(self.registry.items)
        return self.citation_formatter.format(cluster)

    @cached_property
    def citation_formatter(self) -> CitationFormatter:
        """The formatter of this document's citations."""
        from .citations.citation import CitationFormatter  # noqa: PLC0415  # not for a list alone

        return CitationFormatter(self.registry)

    def _sort_known_cites(self, cluster: Cluster) -> Cluster:
        cites = [cite for cite in cluster.cites if cite.id in self.registry.items]
        return cluster.replace(cites=tuple(self.citation_formatter.sort(cites)))
