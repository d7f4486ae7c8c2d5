"""A document's items: which are registered, in which order, with which numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from .compile import area_environment, layout_parts
from .context import NO_CITE, Cite, Context, Disambiguation, GivenNameLevel, Item
from .environment import Env
from .locale import Locale, style_locale
from .names.name_parts import ParsedNames
from .normalize_item import prepared
from .sorting import SortKey, sort_keys, sorted_by
from .specialize import Layouts
from .style import Style
from .xml import Element

# The options that disambiguate cites (CSL 1.0.2, "Disambiguation"); conditions may as well.
_DISAMBIGUATION_OPTIONS = (
    "disambiguate-add-names",
    "disambiguate-add-givenname",
    "disambiguate-add-year-suffix",
)


class Registry:
    """A compiled style, and the items that it is applied to."""

    def __init__(self, style: Style, items: Mapping[str, Item], locale: str | None = None) -> None:
        self.style = style
        self.items = _prepare_items(items)
        lang = locale or style.default_locale or "en-US"
        self.locale: Locale = style_locale(lang, style.locales)
        self.ids: list[str] = []  # registered, in the order of citation
        self.order: list[str] = []  # in the order of the bibliography
        self.numbers: dict[str, int] = {}
        self.first_number = 1
        self.parsed_names: dict[int, ParsedNames] = {}  # shared by all contexts
        self.disambiguations: dict[str, Disambiguation] = {}
        self.given_name_level: GivenNameLevel | None = None

    @cached_property
    def citation(self) -> Env:
        """The environment of the citation area."""
        return area_environment(self.style, self.locale, "citation")

    @cached_property
    def bibliography(self) -> Env:
        """The environment of the bibliography area."""
        return area_environment(self.style, self.locale, "bibliography")

    @cached_property
    def citation_layouts(self) -> Layouts:
        """The compiled layout of citations."""
        return Layouts(self.citation, layout_parts)

    @cached_property
    def bibliography_layouts(self) -> Layouts:
        """The compiled layout of the bibliography."""
        return Layouts(self.bibliography, layout_parts)

    @cached_property
    def citation_keys(self) -> list[SortKey]:
        """The sort keys of citations."""
        return sort_keys(self.citation)

    @cached_property
    def bibliography_keys(self) -> list[SortKey]:
        """The sort keys of the bibliography."""
        return sort_keys(self.bibliography) if self.style.bibliography else []

    @cached_property
    def numbered(self) -> bool:
        """Whether the bibliography's entries are numbered."""
        nodes = _walk(*self.style.macros.values(), self.style.bibliography)
        return any(node.get("variable") == "citation-number" for node in nodes)

    @cached_property
    def disambiguates(self) -> bool:
        """Whether the style asks for cites to be disambiguated by any means."""
        options = self.citation.options
        return any(options.get(option) == "true" for option in _DISAMBIGUATION_OPTIONS) or any(
            node.get("disambiguate") == "true" for node in self.citation_elements()
        )

    def citation_elements(self) -> Iterator[Element]:
        """Yield all elements of the citation area and of all macros."""
        return _walk(*self.style.macros.values(), self.style.citation)

    def compile(self) -> None:
        """Compile what entries need, to be shared with the registries of other items."""
        # Each property is computed when it is first read, and then kept.
        _ = self.bibliography_layouts, self.bibliography_keys, self.numbered

    def with_items(self, items: Mapping[str, Item], first_number: int) -> Registry:
        """Return a registry of other items that shares this one's compiled style."""
        other = object.__new__(Registry)
        vars(other).update(vars(self))
        other.items = _prepare_items(items)
        other.first_number, other.parsed_names = first_number, {}
        return other

    def register(self, ids: Iterable[str]) -> None:
        """Set the document's items, in the order in which they are cited, and number them."""
        self.set_items(ids)
        self.number()

    def set_items(self, ids: Iterable[str]) -> None:
        """Set the document's items; they are not sorted and numbered yet."""
        self.ids = [id_ for id_ in dict.fromkeys(map(str, ids)) if id_ in self.items]
        self.numbers = {}
        self.disambiguations = {}
        self.given_name_level = None

    def number(self) -> None:
        """Sort the items as the bibliography asks for, and number them in that order."""
        self.numbers = self._numbered(self.ids)
        self.order = self.ids
        keys = self.bibliography_keys
        if keys:
            entries = [(self.items[id_], NO_CITE, self.numbers[id_]) for id_ in self.ids]
            self.order = [self.ids[index] for index in self.sorted_indexes(keys, entries)]
            if not is_sorted_by_number(keys):
                self.numbers = self._numbered(self.order)

    def _numbered(self, ids: list[str]) -> dict[str, int]:
        return {id_: number for number, id_ in enumerate(ids, self.first_number)}

    def sorted_indexes(
        self, keys: list[SortKey], entries: list[tuple[Item, Cite, int]]
    ) -> list[int]:
        """Return the indexes of ``entries`` in the order of their sort keys."""
        return sorted_by(keys, entries, self.prepare, self.locale.lang)

    def prepare(self, ctx: Context) -> None:
        """Give a context the names parsed so far, and how given names are told apart."""
        ctx.parsed_names = self.parsed_names
        ctx.given_name_level = self.given_name_level


def _prepare_items(items: Mapping[str, Item]) -> dict[str, Item]:
    return {str(key): prepared(item) for key, item in items.items()}


def _walk(*roots: Element | None) -> Iterator[Element]:
    """Yield all elements below ``roots``, and these."""
    for root in roots:
        if root is not None:
            yield from root.walk()


def is_sorted_by_number(keys: list[SortKey]) -> bool:
    """Whether the numbers of the items order them; no two have the same."""
    return any(key.attrs.get("variable") == "citation-number" for key in keys[:1])
