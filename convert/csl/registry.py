"""Which items a document has, in which order, with which numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from .compile import area_environment, layout_parts
from .context import NO_CITE, Cite, Context, Disambiguation, Item
from .environment import Env
from .locale import Locale, overridden
from .normalize_item import prepared
from .sorting import SortKey, sort_keys, sorted_by
from .specialize import Layouts
from .style import Style
from .xml import Element

# The means to tell cites apart (CSL 1.0.2, "Disambiguation"), conditions aside.
WAYS = ("disambiguate-add-names", "disambiguate-add-givenname", "disambiguate-add-year-suffix")


class Registry:
    """A style compiled, and the items that it is applied to."""

    def __init__(self, style: Style, items: Mapping[str, Item], locale: str | None = None) -> None:
        self.style = style
        self.items = {str(key): prepared(item) for key, item in items.items()}
        lang = locale or style.default_locale or "en-US"
        self.locale: Locale = overridden(lang, style.locales)
        self.ids: list[str] = []
        self.order: list[str] = []
        self.numbers: dict[str, int] = {}
        self.first = 1  # the number of the first item
        self.people: dict[int, Any] = {}
        self.dis: dict[str, Disambiguation] = {}
        self.levels: Callable[[Any, int, bool], int] | None = None

    @cached_property
    def citation(self) -> Env:
        """The citation area, compiled when first needed."""
        return area_environment(self.style, self.locale, "citation")

    @cached_property
    def bibliography(self) -> Env:
        """The bibliography area, compiled when first needed."""
        return area_environment(self.style, self.locale, "bibliography")

    @cached_property
    def citation_layouts(self) -> Layouts:
        """The closures of the citation's layout."""
        return Layouts(self.citation, layout_parts)

    @cached_property
    def bibliography_layouts(self) -> Layouts:
        """The closures of the bibliography's layout."""
        return Layouts(self.bibliography, layout_parts)

    @cached_property
    def citation_keys(self) -> list[SortKey]:
        """The citation's sort keys."""
        return sort_keys(self.citation)

    @cached_property
    def bibliography_keys(self) -> list[SortKey]:
        """The bibliography's sort keys."""
        return sort_keys(self.bibliography) if self.style.bibliography else []

    @cached_property
    def numbered(self) -> bool:
        """Whether the bibliography's entries are numbered."""
        style = self.style
        return any(
            node.get("variable") == "citation-number"
            for root in (*style.macros.values(), style.bibliography)
            if root is not None
            for node in root.walk()
        )

    @cached_property
    def told_apart(self) -> bool:
        """Whether the style asks for cites that read alike to be told apart, by any means."""
        options = self.citation.options
        return any(options.get(way) == "true" for way in WAYS) or any(
            node.get("disambiguate") == "true" for node in self.citing()
        )

    def citing(self) -> Iterator[Element]:
        """Yield all elements of the citation area and of all macros."""
        for root in (*self.style.macros.values(), self.style.citation):
            if root is not None:
                yield from root.walk()

    def register(self, ids: Iterable[str]) -> None:
        """Take ``ids``, in the order of their citing, as the document's items: number them."""
        self.take(ids)
        self.number()

    def take(self, ids: Iterable[str]) -> None:
        """Take ``ids`` as the document's items, to be numbered when their names are known."""
        self.ids = [id_ for id_ in dict.fromkeys(map(str, ids)) if id_ in self.items]
        self.numbers = {}
        self.dis = {}
        self.levels = None

    def compile(self) -> None:
        """Compile what entries need, to be shared with the registries of other items."""
        # Each is made when it is first asked for, and then kept.
        _ = self.bibliography_layouts, self.bibliography_keys, self.numbered

    def holding(self, items: Mapping[str, Item], first: int) -> Registry:
        """Return one of other items, numbered from ``first``, for the style as it is compiled."""
        other = object.__new__(Registry)
        vars(other).update(vars(self))
        other.items = {str(key): prepared(item) for key, item in items.items()}
        other.first, other.people = first, {}
        return other

    def number(self) -> None:
        """Put the items in the bibliography's order and number them by it."""
        self.numbers = {id_: at for at, id_ in enumerate(self.ids, self.first)}
        self.order = self.ids
        if self.bibliography_keys:
            entries = [(self.items[id_], NO_CITE, self.numbers[id_]) for id_ in self.ids]
            self.order = [self.ids[at] for at in self.arrange(self.bibliography_keys, entries)]
            if not _by_number(self.bibliography_keys):
                self.numbers = {id_: at for at, id_ in enumerate(self.order, self.first)}

    def arrange(self, keys: list[SortKey], entries: list[tuple[Item, Cite, int]]) -> list[int]:
        """Return the order of entries by sort keys."""
        return sorted_by(keys, entries, self.prepare, self.locale.lang)

    def prepare(self, ctx: Context) -> None:
        """Let a context know the names read so far, and how far its item is disambiguated."""
        ctx.people = self.people
        ctx.levels = self.levels
        ctx.disambiguation = self.dis.get(str(ctx.item.get("id")))


def _by_number(keys: list[SortKey]) -> bool:
    return any(key.attrs.get("variable") == "citation-number" for key in keys)
