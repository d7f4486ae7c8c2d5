"""Check a manuscript, which stays as it is: what it cites where, and what is wrong with that."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..library import article_names
from ..matching.groups import group
from ..matching.traits import traits_of
from ..model.report import Location, Report
from ..ooxml.paragraphs import shown_text
from ..verify import text_match
from ..verify.answers import NOT_FOUND
from ..verify.catalog import Catalog
from . import numbering, reference_list
from .articles import CitedArticle, ResolvedCite
from .citations import CitationPlace, WantedCite
from .placeholders import PlacedCite
from .plan import ManuscriptRequest, ResolvedManuscript, resolve

_SHORTEST_ENTRY = 30  # characters; what is shorter below the heading is no reference


class CheckedCite(NamedTuple):
    """An article as it is cited: the key in the document, and the article if it is known."""

    key: str
    locator: str
    article: CitedArticle | None


class CheckedCitation(NamedTuple):
    """A citation: its place, and what it cites.

    ``paragraph`` is the number of the body's paragraph, 0 for a comment.
    """

    place: str
    paragraph: int
    heading: str
    cites: tuple[CheckedCite, ...]


def check(request: ManuscriptRequest, report: Report) -> list[CheckedCitation]:
    """Return a document's citations, and report what is wrong. Raises InputError."""
    read = resolve(request, report)
    _report_same(read, report)
    _report_uncited(read, report)
    _report_numbers(read, report)
    read.library.save()
    return [_checked(*citation) for citation in read.citations]


def _checked(place: CitationPlace, cites: Sequence[ResolvedCite]) -> CheckedCitation:
    articles = {id(cite.wanted): cite.article for cite in cites}
    found = tuple(
        CheckedCite(_key(cite, articles.get(id(cite))), cite.locator, articles.get(id(cite)))
        for cite in place.cites
    )
    placed = place.placed
    return CheckedCitation(
        placed.label, 0 if placed.in_comment else placed.order[0], placed.heading, found
    )


def _key(cite: WantedCite, article: CitedArticle | None) -> str:
    if isinstance(cite, PlacedCite):
        return cite.key
    return article.id if article else cite.name


def _cited(read: ResolvedManuscript) -> Iterator[tuple[ResolvedCite, Location]]:
    """Yield each cite whose article is known, with its place."""
    for place, cites in read.citations:
        where = read.manuscript.location(place.placed)
        yield from ((cite, where) for cite in cites)


def _report_same(read: ResolvedManuscript, report: Report) -> None:
    """Report articles that are cited under several names, or have several records."""
    names: dict[str, dict[str, None]] = {}
    first: dict[str, tuple[CitedArticle, Location]] = {}
    for cite, where in _cited(read):
        first.setdefault(cite.article.id, (cite.article, where))
        if isinstance(cite.wanted, PlacedCite):
            known = names.setdefault(cite.article.id, {})
            name, count = article_names.of_key(cite.wanted.key)[0], len(known)
            known[article_names.to_key(name)] = None
            if len(known) > count == 1:  # told once
                message = f"{' and '.join(known)} are one article; it is listed once"
                report.warning("same-article", where, message)
    articles = list(first.values())
    for places in group([traits_of(article.record) for article, _ in articles]).groups:
        for place in places[1:]:
            article, where = articles[place]
            message = (
                f"{article.id} and {articles[places[0]][0].id} seem to be one article, but have no"
                " identifier in common: it is listed twice; cite it by one of them"
            )
            report.warning("same-article", where, message)


def _report_uncited(read: ResolvedManuscript, report: Report) -> None:
    """Report the entries of the document's list that are of no article that it cites."""
    articles = {cite.article.id: cite.article for cite, _ in _cited(read)}
    catalog = Catalog(article.record for article in articles.values())
    for text, where in _entries(read):
        if text_match.answer(text, catalog).answer == NOT_FOUND:
            report.warning("uncited", where, f"is cited nowhere in the text: {text:.70}")


def _entries(read: ResolvedManuscript) -> Iterator[tuple[str, Location]]:
    for placed in reference_list.entries(read.manuscript):
        text = shown_text(placed.paragraph.element).strip()
        if len(text) >= _SHORTEST_ENTRY:
            yield text, read.manuscript.location(placed)


def _report_numbers(read: ResolvedManuscript, report: Report) -> None:
    """Report numbers of the fields' citations and of the list that are missing or repeated."""
    where = Location(read.manuscript.package.name)
    advice = "`medcite manuscript` numbers anew"
    shown = [("".join(place.fields[0].shown), cites) for place, cites in read.citations
             if len(place.fields) == 1]  # fmt: skip
    labels = [label for text, _ in _entries(read) if (label := numbering.label_of(text))]
    fields = [field for place, _ in read.citations for field in place.fields]
    cited = [number for field in fields for number in numbering.numbers_in("".join(field.shown))]
    found = {
        "no citation has": numbering.gaps(cited),
        "of several articles, the text has": ", ".join(map(str, numbering.shared(shown))),
        "no entry of the list has": numbering.gaps(labels),
        "of several entries, the list has": numbering.repeats(labels),
    }
    for fault, numbers in found.items():
        if numbers:
            report.warning("numbering", where, f"{fault} the number {numbers}; {advice}")
