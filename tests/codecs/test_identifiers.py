"""Each identifier has one grammar, wherever it is read."""

from __future__ import annotations

import pytest
from medcite.codecs import addresses, identifiers, subjects
from medcite.library import article_names
from medcite.markup.links import link
from medcite.model.rich_text import Span

DOIS = ("10.1000/123", "10.1000.10/123", "10.1000.10.2/a;b", "10.1016/S0140-6736(97)11096-0")


@pytest.mark.parametrize("doi", DOIS)
def test_a_doi_is_one_to_every_reader(doi: str) -> None:
    assert identifiers.doi(doi) == doi
    assert identifiers.doi(f"https://doi.org/{doi}") == doi
    assert subjects.relation(f"J A. 2001. doi: {doi}.", "comment-on").doi == doi
    assert article_names.of_key(f"doi:{doi}")[0] == f"doi:{doi.lower()}"
    assert [node.children for node in link((f"doi: {doi}.",)) if isinstance(node, Span)] == [(doi,)]


@pytest.mark.parametrize("text", ["10.1000", "10.1000/", "10.1000./x", "11.1000/x", "10.a/x", ""])
def test_what_is_no_doi(text: str) -> None:
    assert identifiers.doi(text) == ""
    assert identifiers.doi_problem(text) == f"{text!r} is no DOI: expected 10.number/name"
    assert not subjects.relation(f"doi: {text}", "comment-on").doi


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("PMID: 38413930", ("pmid", "38413930")),
        ("pmcid:PMC10900595;", ("pmcid", "PMC10900595")),
        (" DOI : 10.1000/1.", ("doi", "10.1000/1")),
        ("NIHMSID: NIHMS656821", ("nihmsid", "NIHMS656821")),
        ("PMID: 1 and more", None),
        ("ISSN: 1234-5678", None),
        ("", None),
    ],
)
def test_labels_in_a_note(text: str, labelled: tuple[str, str] | None) -> None:
    assert identifiers.labelled(text) == labelled


@pytest.mark.parametrize(
    ("address", "pmid", "pmcid", "nbk"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/38413930/", "38413930", "", ""),
        ("http://www.ncbi.nlm.nih.gov/pubmed/38413930", "38413930", "", ""),
        ("https://europepmc.org/article/MED/38413930", "38413930", "", ""),
        ("PM:38413930", "38413930", "", ""),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC10900595/", "", "PMC10900595", ""),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/pmc10900595.2", "", "PMC10900595.2", ""),
        ("https://www.ncbi.nlm.nih.gov/books/NBK1116/", "", "", "NBK1116"),
        ("https://example.org/38413930", "", "", ""),
    ],
)
def test_addresses(address: str, pmid: str, pmcid: str, nbk: str) -> None:
    found = addresses.pmid(address), addresses.pmcid(address), addresses.bookshelf_number(address)
    assert found == (pmid, pmcid, nbk)


def test_an_address_in_bookshelf_goes_there_and_back() -> None:
    assert addresses.bookshelf_number(addresses.of_bookshelf("NBK1116")) == "NBK1116"
    assert addresses.of_bookshelf("") == ""
