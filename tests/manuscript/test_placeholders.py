"""What authors write for citations, and what only looks like it."""

from __future__ import annotations

import pytest
from medcite.manuscript.placeholders import PlacedCite, find, find_bare


def cites(text: str) -> list[tuple[PlacedCite, ...]]:
    return [placeholder.cites for placeholder in find(text)]


def keys(text: str) -> list[list[str]]:
    return [[cite.key for cite in found] for found in cites(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[PMID: 12345678]", ["pmid:12345678"]),
        ("[PMID:12345678]", ["pmid:12345678"]),
        ("[PMID12345678]", ["pmid:12345678"]),
        ("[ PMID\u00a0: 12345678 ]", ["pmid:12345678"]),
        ("[PMID：12345678]", ["pmid:12345678"]),
        ("[pmid 1]", ["pmid:1"]),
        ("[PubMed ID: 1]", ["pmid:1"]),
        ("[PMID:1; PMID:2]", ["pmid:1", "pmid:2"]),
        ("[PMID: 1, PMID: 2]", ["pmid:1", "pmid:2"]),
        ("[PMIDs: 1, 2]", ["pmid:1", "pmid:2"]),
        ("[PMIDs: 1, 2 and 3]", ["pmid:1", "pmid:2", "pmid:3"]),
        ("[PMID: 1; 2; PMC34]", ["pmid:1", "pmid:2", "PMC34"]),
        ("(PMID: 1)", ["pmid:1"]),
        ("(PMID: 1; PMID: 2)", ["pmid:1", "pmid:2"]),
        ("[PMCID: PMC10900595]", ["PMC10900595"]),
        ("[PMC10900595.1]", ["PMC10900595.1"]),
        ("[doi:10.1000/x]", ["doi:10.1000/x"]),
        ("[DOI 10.1000/x]", ["doi:10.1000/x"]),
        ("[10.1000/x]", ["doi:10.1000/x"]),
        ("[doi:10.1016/S0140-6736(24)00001-0]", ["doi:10.1016/s0140-6736(24)00001-0"]),
        (
            "[doi:10.1002/(SICI)1097-0258(1998)17:15<1661::AID-SIM968>3.0.CO;2-2; PMID: 1]",
            ["doi:10.1002/(sici)1097-0258(1998)17:15<1661::aid-sim968>3.0.co;2-2", "pmid:1"],
        ),
        ("[https://pubmed.ncbi.nlm.nih.gov/38413930/]", ["pmid:38413930"]),
        ("[https://doi.org/10.1000/x]", ["doi:10.1000/x"]),
        ("[https://doi.org/10.1000/x; PMID: 1]", ["doi:10.1000/x", "pmid:1"]),
        ("[https://pmc.ncbi.nlm.nih.gov/articles/PMC10900595/]", ["PMC10900595"]),
        ("[@pmid:1]", ["pmid:1"]),
        ("[@pmid:1; @doi:10.1000/x, p. 4]", ["pmid:1", "doi:10.1000/x"]),
        ("[@pmid:1 @pmid:2]", ["pmid:1", "pmid:2"]),
        ("[@pmid:1;@doi:10.1000/x;@pmid:2]", ["pmid:1", "doi:10.1000/x", "pmid:2"]),
        ("[@smith2020; @{a key}]", ["smith2020", "a key"]),
        ("[@https://doi.org/10.1000/x]", ["https://doi.org/10.1000/x"]),
    ],
)
def test_what_is_cited(text: str, expected: list[str]) -> None:
    assert keys(f"Seen {text}, too.") == [expected]
    placeholder = next(find(f"Seen {text}, too."))
    assert (placeholder.start, placeholder.end) == (5, 5 + len(text))


@pytest.mark.parametrize(
    "text",
    [
        "PMID: 12345678", "[1]", "[12345678]", "(12345678)", "[a PMID]", "[PMID]", "[PMID: 1 mg]",
        "(see PMID: 1)", "(doi:10.1000/x)", "(https://doi.org/10.1000/x)", "[jane@example.org]",
        "[write to jane@example.org]", "[PMID: 123456789]", "[PMID: 1.5]", "[]", "[@]", "(Fig. 1)",
        "[https://example.org/]", "[PMID: \ufffc1]", "[PMCx]", "[doi:10.1000/x was wrong]",
    ],
)  # fmt: skip
def test_what_is_no_placeholder(text: str) -> None:
    assert not cites(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@a, p. 4]", PlacedCite("a", "4", "page")),
        ("[@a, pp. 4-5, 7]", PlacedCite("a", "4-5, 7", "page")),
        ("[@a, 33]", PlacedCite("a", "33", "page")),
        ("[@a, chapter 3]", PlacedCite("a", "3", "chapter")),
        ("[@a, chap. 3]", PlacedCite("a", "3", "chapter")),
        ("[@a, figures 3-4]", PlacedCite("a", "3-4", "figure")),
        ("[@a, p. xii]", PlacedCite("a", "xii", "page")),
        ("[@a, p. 4, and elsewhere]", PlacedCite("a", "4", "page", suffix=", and elsewhere")),
        ("[see @a]", PlacedCite("a", prefix="see ")),
        ("[see also -@a, but not 4]", PlacedCite("a", prefix="see also ",
                                             suffix=", but not 4", suppress_author=True)),
        ("[PMID: 1, p. 4]", PlacedCite("pmid:1", "4", "page")),
        ("[@a in mice]", PlacedCite("a", suffix=" in mice")),
    ],
)  # fmt: skip
def test_locators_prefixes_and_suffixes(text: str, expected: PlacedCite) -> None:
    assert cites(text) == [(expected,)]


@pytest.mark.parametrize(
    "text", ["(as before [PMID: 1])", "[as before (PMID: 1)]", "([PMID: 1])", "(a) [b] [PMID: 1]"]
)
def test_brackets_in_brackets(text: str) -> None:
    assert keys(text) == [["pmid:1"]]


def test_each_cite_has_its_own_affixes() -> None:
    assert cites("[see @a, p. 1; cf. @b]") == [
        (PlacedCite("a", "1", "page", "see "), PlacedCite("b", prefix="cf. "))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[PMID: 1, p. 4; see @b]", (PlacedCite("pmid:1", "4", "page"),
                                     PlacedCite("b", prefix="see "))),
        ("[@a; PMID: 1; PMC22; @b]", (PlacedCite("a"), PlacedCite("pmid:1"), PlacedCite("PMC22"),
                                      PlacedCite("b"))),
        ("[@a; PMID: 1]", (PlacedCite("a"), PlacedCite("pmid:1"))),
        ("[@a; but see the appendix]", (PlacedCite("a", suffix="; but see the appendix"),)),
    ],
)  # fmt: skip
def test_identifiers_stand_among_keys(text: str, expected: tuple[PlacedCite, ...]) -> None:
    assert cites(text) == [expected]


def test_a_bare_pmid_is_told_from_one_in_brackets() -> None:
    assert find_bare("As shown (PMID: 12345678) and PMID: 87654321.") == ["PMID: 87654321"]


@pytest.mark.parametrize("text", ["(as others [PMID: 1])", "([PMID: 1])", "(a [PMID: 1], b)"])
def test_square_brackets_count_within_parentheses(text: str) -> None:
    (found,) = find(text)
    assert text[found.start : found.end] == "[PMID: 1]"
