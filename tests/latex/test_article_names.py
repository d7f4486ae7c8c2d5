"""A key is read as the name of an article, however the author spells it."""

from __future__ import annotations

import pytest
from medcite.library import article_names
from medcite.model.record import Record


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("pmid:38413930", "pmid:38413930"),
        ("pmid38413930", "pmid:38413930"),
        ("PMID: 38413930", "pmid:38413930"),
        ("PMID_00123", "pmid:123"),
        ("pubmed:123", "pmid:123"),
        ("PMC10900595", "pmcid:PMC10900595"),
        ("pmc10900595", "pmcid:PMC10900595"),
        ("pmc:10900595", "pmcid:PMC10900595"),
        ("pmcid:PMC10900595", "pmcid:PMC10900595"),
        ("PMC10900595.2", "pmcid:PMC10900595"),
        ("doi:10.1186/s12916-024-03275-5", "doi:10.1186/s12916-024-03275-5"),
        ("DOI:10.1016/S0140-6736(20)30183-5", "doi:10.1016/s0140-6736(20)30183-5"),
        ("10.1000/ABC", "doi:10.1000/abc"),
        ("https://doi.org/10.1000/abc", "doi:10.1000/abc"),
        ("http://dx.doi.org/10.1000/abc", "doi:10.1000/abc"),
        ("doi.org/10.1000/ABC", "doi:10.1000/abc"),
        ("https://www.doi.org/10.1000/abc", "doi:10.1000/abc"),
        ("HTTPS://DOI.ORG/10.1000/abc", "doi:10.1000/abc"),
        ("https://doi.org/doi:10.1016/S0140-6736(20)30183-5", "doi:10.1016/s0140-6736(20)30183-5"),
        ("https://pubmed.ncbi.nlm.nih.gov/35149914/", "pmid:35149914"),
        ("https://pubmed.ncbi.nlm.nih.gov/35149914", "pmid:35149914"),
        ("http://www.ncbi.nlm.nih.gov/pubmed/0035149914", "pmid:35149914"),
        ("pubmed.ncbi.nlm.nih.gov/35149914/?dopt=Abstract", "pmid:35149914"),
        ("https://pubmed.ncbi.nlm.nih.gov/35149914/#affiliation-1", "pmid:35149914"),
        ("https://pubmed.ncbi.nlm.nih.gov/?term=35149914", "pmid:35149914"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/?term=35149914", "pmid:35149914"),
        ("https://m.pubmed.ncbi.nlm.nih.gov/35149914/", "pmid:35149914"),
        ("https://europepmc.org/article/MED/35149914", "pmid:35149914"),
        ("https://europepmc.org/abstract/med/35149914", "pmid:35149914"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC10900595/", "pmcid:PMC10900595"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC10900595", "pmcid:PMC10900595"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/pmc10900595/?report=x", "pmcid:PMC10900595"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC10900595/pdf/a.pdf", "pmcid:PMC10900595"),
        ("https://europepmc.org/article/PMC/PMC10900595", "pmcid:PMC10900595"),
        ("https://europepmc.org/articles/PMC10900595", "pmcid:PMC10900595"),
        ("https://example.org/35149914/", "key:https://example.org/35149914/"),
        ("https://doi.org/", "key:https://doi.org/"),
        ("https://pubmed.ncbi.nlm.nih.gov/", "key:https://pubmed.ncbi.nlm.nih.gov/"),
        ("smith/10.1000/abc", "key:smith/10.1000/abc"),
        ("Fu2024Mesenchymal", "key:fu2024mesenchymal"),
        ("pmid:abc", "key:pmid:abc"),
        ("pmid:0", "key:pmid:0"),
        ("pmid:123456789", "key:pmid:123456789"),
        ("doi:11.1/x", "key:doi:11.1/x"),
        ("PMCX", "key:pmcx"),
        ("", "key:"),
    ],
)
def test_reading(key: str, expected: str) -> None:
    assert article_names.of_key(key)[0] == expected
    assert article_names.of_key(key)[-1].startswith("key:")


def test_a_bare_number_is_first_a_key_of_the_authors_own() -> None:
    assert article_names.of_key("38413930") == ("key:38413930", "pmid:38413930")


def test_names_of_a_record_are_those_that_keys_mean() -> None:
    record = Record(pmid="1", pmcid="PMC2", doi="10.1/ABc", key="My Key")
    assert list(article_names.of_record(record)) == [
        "pmid:1",
        "pmcid:PMC2",
        "doi:10.1/abc",
        "key:my key",
    ]
    assert list(article_names.identifier_keys(record)) == ["pmid:1", "PMC2", "doi:10.1/ABc"]
    for key in article_names.identifier_keys(record):
        assert article_names.of_key(key)[0] in article_names.of_record(record) or key.startswith(
            "doi:10.1/"
        )


@pytest.mark.parametrize(
    ("key", "bibtex", "biblatex"),
    [
        ("doi:10.1186/s12916-024-03275-5", True, True),
        ("Müller:2020+a_b", True, True),
        ("doi:10.1016/S0140-6736(20)30183-5", True, False),
        ("o'hara2020", True, False),
        ("a=b", True, False),
        ("", False, False),
        ("a b", False, False),
        ("a,b", False, False),
        ("a{b", False, False),
        ("a}b", False, False),
        ("a\\b", False, False),
        ("a%b", False, False),
        ("a#b", False, False),
        ("a~b", False, False),
        ("a^b", False, False),
        ("doi:10.1000/^^5cinput^^20secret", False, False),
        ('a"b', False, False),
        ("a\x7fb", False, False),
        ("a\u2028b", False, False),
    ],
)
def test_what_can_be_an_entrys_key(key: str, bibtex: bool, biblatex: bool) -> None:
    assert article_names.is_valid_key(key, "bibtex") is bibtex
    assert article_names.is_valid_key(key, "biblatex") is biblatex
