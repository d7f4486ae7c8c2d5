from __future__ import annotations

import re

import pytest
from hypothesis import given
from medcite.markup.links import address, link
from medcite.model.rich_text import Span, plain

from tests.markup.texts import RICH, STRINGS

SICI = "10.1002/(SICI)1096-8644(199605)100:1<1::AID-AJPA1>3.0.CO;2-Z"


def found(text: str) -> list[tuple[str, str]]:
    """What is shown and where it leads."""
    return [(plain(node.children), node.href) for node in link((text,)) if isinstance(node, Span)]


@pytest.mark.parametrize(
    ("text", "shown", "href"),
    [
        ("doi: 10.1186/s12967-024.", "10.1186/s12967-024", "https://doi.org/10.1186/s12967-024"),
        ("doi:10.1000/abc; x", "10.1000/abc", "https://doi.org/10.1000/abc"),
        ("(DOI 10.1/x) (doi:10.1000/a(b)c)", "10.1000/a(b)c", "https://doi.org/10.1000/a(b)c"),
        ("https://doi.org/10.1000/x%20y.", "https://doi.org/10.1000/x%20y",
         "https://doi.org/10.1000/x%20y"),
        ("http://dx.doi.org/10.1000/x?", "http://dx.doi.org/10.1000/x",
         "https://doi.org/10.1000/x"),
        ("doi: 10.1000/50%_#a?b.", "10.1000/50%_#a?b", "https://doi.org/10.1000/50%25_%23a%3Fb"),
        ("PMID: 38413930;", "38413930", "https://pubmed.ncbi.nlm.nih.gov/38413930"),
        ("PMCID: PMC10900595.", "PMC10900595",
         "https://pmc.ncbi.nlm.nih.gov/articles/PMC10900595"),
        ("<https://example.org/a_(b)>.", "https://example.org/a_(b)",
         "https://example.org/a_(b)"),
        ("(see https://example.org/é.)", "https://example.org/é", "https://example.org/%C3%A9"),
        ("“http://example.org/a”", "http://example.org/a", "http://example.org/a"),
    ],
)  # fmt: skip
def test_addresses_are_found(text: str, shown: str, href: str) -> None:
    assert found(text) == [(shown, href)]


def test_a_doi_with_brackets_is_whole() -> None:
    assert found(f"doi: {SICI}.") == [
        (SICI, "https://doi.org/10.1002/(SICI)1096-8644(199605)100:1%3C1::AID-AJPA1%3E3.0.CO;2-Z")
    ]


@pytest.mark.parametrize(
    "text", ["10.1000/x", "javascript:alert(1)", "PMID: x", "PMC", "version 10.2", "doi: none"]
)
def test_other_text_is_none(text: str) -> None:
    assert found(text) == []


def test_a_link_stays_as_it_is() -> None:
    text = (Span("link", ("https://example.org",), "https://example.org/other"),)
    assert link(text) == text


@given(RICH)
def test_no_character_is_lost(text: tuple[str, ...]) -> None:
    assert plain(link(text)) == plain(text)


@given(STRINGS)
def test_addresses_are_safe_in_every_markup(text: str) -> None:
    for href in (address("doi", f"10.1000/{text}"), address("url", f"http://x/{text}")):
        assert re.fullmatch(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*", href)
