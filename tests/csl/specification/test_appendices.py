"""CSL 1.0.2, appendices: the terms, types and variables that there are."""

from __future__ import annotations

import pytest

from .samples import citation, item, style, text

TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
"""
VARIABLES = """
    abstract annote archive archive_collection archive_location archive-place authority call-number
    citation-key citation-label collection-title container-title dimensions division DOI event
    event-title event-place genre ISBN ISSN jurisdiction keyword language license medium note
    original-publisher original-publisher-place original-title part-title PMCID PMID publisher
    publisher-place references reviewed-genre reviewed-title scale source status title URL
    volume-title
"""
NUMBERS = """
    chapter-number collection-number edition issue number number-of-pages number-of-volumes page
    page-first part-number printing-number section supplement-number version volume
"""
TERMS = {
    "accessed": "accessed", "and": "and", "and others": "and others", "anonymous": "anonymous",
    "at": "at", "available at": "available at", "by": "by", "circa": "circa", "cited": "cited",
    "et-al": "et al.", "forthcoming": "forthcoming", "from": "from", "ibid": "ibid.", "in": "in",
    "in press": "in press", "internet": "internet", "interview": "interview", "letter": "letter",
    "no date": "no date", "online": "online", "presented at": "presented at the",
    "reference": "reference", "retrieved": "retrieved", "scale": "scale", "version": "version",
    "month-01": "January", "month-12": "December", "season-01": "Spring", "season-04": "Winter",
    "open-quote": "“", "close-quote": "”", "open-inner-quote": "‘", "close-inner-quote": "’",
    "page-range-delimiter": "–", "article-journal": "journal article", "thesis": "thesis",
    "ad": " AD", "bc": " BC", "preprint": "preprint",
}  # fmt: skip


@pytest.mark.parametrize("kind", TYPES.split())
def test_types(kind: str) -> None:
    """Each type can be asked for, and is no other one."""
    yes, no = f'<if type="{kind}"><text value="yes"/></if>', '<else><text value="no"/></else>'
    layout = f"<choose>{yes}{no}</choose>"
    assert text(layout, type=kind) == "yes"
    assert text(layout, type="map" if kind != "map" else "book") == "no"


@pytest.mark.parametrize("variable", VARIABLES.split() + NUMBERS.split())
def test_variables(variable: str) -> None:
    """Each variable can be printed and asked for."""
    layout = f'<choose><if variable="{variable}"><text variable="{variable}"/></if></choose>'
    assert citation(style(layout), {"id": "a", "type": "book", variable: "7"}) == "7"


@pytest.mark.parametrize(("term", "printed"), TERMS.items())
def test_terms(term: str, printed: str) -> None:
    """The terms of the appendix are in the locale."""
    assert text(f'<text value="="/><text term="{term}"/>') == f"={printed}"


def test_citation_number_is_of_the_bibliography() -> None:
    """The number of an item is its place in the bibliography."""
    source = style('<text variable="citation-number"/>', entry_sort='<key variable="title"/>')
    assert citation(source, item("a", title="B"), item("b", title="A")) == "2; 1"


@pytest.mark.parametrize(
    ("variables", "printed"),
    [
        ({"page": "12-15"}, "12"),
        ({"page": "12"}, "12"),
        ({"page-first": "7", "page": "12-15"}, "7"),
        ({"page": "S12–S15"}, "S12"),
    ],
)
def test_page_first(variables: dict[str, str], printed: str) -> None:
    """The first page is that of the pages, unless the item says it."""
    assert text('<text variable="page-first"/>', **variables) == printed


def test_citation_label_is_made_of_what_there_is() -> None:
    """A label of the item is printed; without one there is one of the names and the year."""
    layout = '<text variable="citation-label"/>'
    assert text(layout, citation_label="Fern78", author="Doe", issued="2005") == "Fern78"
    assert text(layout, author="Doe", issued="2005") == "Doe05"


@pytest.mark.parametrize(
    ("author", "printed"),
    [
        ("Doe", "Doe05"),
        ("Doe; Roe", "DoRo05"),
        ("Doe; Roe; Poe", "DoRP05"),
        ("Doe; Roe; Poe; Loe", "DRPL05"),
    ],
)
def test_citation_label_of_several(author: str, printed: str) -> None:
    """A label has letters of the first names."""
    assert text('<text variable="citation-label"/>', author=author, issued="2005") == printed
