"""The articles that a manuscript cites: each once, whether a field or a placeholder names it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..citation_fields.field_cite import FieldCite
from ..library import article_names
from ..library.resolver import Resolver
from ..model.record import Record
from ..model.report import Location, Report
from .citations import CitationPlace, WantedCite
from .placeholders import PlacedCite


@dataclass(eq=False, slots=True)
class CitedArticle:
    """An article: its id in the document, its record, and what a field of Zotero's has of it."""

    id: str
    record: Record
    item: Mapping[str, Any] | None = None
    uris: tuple[str, ...] = ()


class ResolvedCite(NamedTuple):
    """A cite whose article is known."""

    article: CitedArticle
    wanted: WantedCite


class Articles:
    """Finds the articles of cites: in the document's own fields, else in a library."""

    def __init__(self, resolver: Resolver, report: Report) -> None:
        self._resolver, self._report = resolver, report
        self._by_name: dict[str, CitedArticle] = {}
        self._ids: set[str] = set()

    def take_fields(self, places: Iterable[CitationPlace]) -> None:
        """Take the articles whose records are in the document; tell of retracted ones."""
        for place in places:
            for cite in place.cites:
                if isinstance(cite, FieldCite) and cite.record:
                    count = len(self._ids)
                    record = self._resolver.marked(cite.record)
                    article = self._add(record, (*_field_names(cite),), cite)
                    if len(self._ids) > count:
                        self._tell_notices(article)

    def _tell_notices(self, article: CitedArticle) -> None:
        """Tell what became of an article, perhaps after its manager put it into the document."""
        names = list(article_names.of_record(article.record))
        record = self._resolver.find_silently(names) or article.record
        self._resolver.report_notices(record, self._resolver.location(article.id))

    def resolve(self, cite: WantedCite, where: Location) -> ResolvedCite | None:
        """Return a cite with its article; ``None`` if there is no record, which is reported."""
        if isinstance(cite, FieldCite):
            article = next(filter(None, map(self._by_name.get, _field_names(cite))), None)
            if article is None:
                message = "the field only names the article: refresh it in the program it is from"
                self._report.error("unresolved", where._replace(record=cite.name), message)
        else:
            article = self._find(cite)
        return ResolvedCite(article, cite) if article else None

    def _find(self, cite: PlacedCite) -> CitedArticle | None:
        names = article_names.of_key(cite.key)
        if known := next(filter(None, map(self._by_name.get, names)), None):
            return known
        record = self._resolver.find(cite.key, names)
        if record is None:
            self._resolver.report_unresolved(cite.key, map(article_names.to_key, self._by_name))
            return None
        return self._add(record, names)

    def _add(
        self, record: Record, names: Iterable[str], cite: FieldCite | None = None
    ) -> CitedArticle:
        """Return the article of a record; one that has a name in common is the same."""
        own = [name for name in article_names.of_record(record) if not name.startswith("key:")]
        known = next(filter(None, map(self._by_name.get, [*own, *names])), None)
        if known is None:
            id_ = self._new_id([*own, *names])
            known = CitedArticle(id_, record)
            if cite and cite.item and cite.uris:
                known.item, known.uris = cite.item, cite.uris
        for name in (*own, *names):
            self._by_name.setdefault(name, known)
        return known

    def _new_id(self, names: list[str]) -> str:
        """Return an id that is no bare number, which Zotero would take for one of its own."""
        key = article_names.to_key(names[0])
        key = f"key:{key}" if key.isdecimal() else key
        id_, number = key, 1
        while id_ in self._ids:
            number += 1
            id_ = f"{key}-{number}"
        self._ids.add(id_)
        return id_


def _field_names(cite: FieldCite) -> list[str]:
    """Return the names of an article by which other fields name it, too."""
    return [*(f"uri:{uri}" for uri in cite.uris), f"field:{cite.name}"]
