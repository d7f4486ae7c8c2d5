"""The comparison with citeproc-js itself: its items, and how it sees differences."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.csl import parse_style
from medcite.csl.style_repository import find_style
from medcite.tables.csl_variables import DATES, NAMES, NUMBERS

from tests.csl.comparison.cases import Case
from tests.csl.comparison.differences import differences
from tests.csl.comparison.document import Document, of_every_kind
from tests.csl.comparison.formatting import effective
from tests.csl.comparison.processors import Comparison, Output
from tests.csl.comparison.settled import RULES, settled_by
from tests.csl.comparison.settled_orders import ORDER_RULES, order_settled_by
from tests.csl.comparison.summary import Summary

# CSL 1.0.2, appendices III and IV.
TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
"""
TEXTS = """
    abstract annote archive archive_collection archive_location archive-place authority call-number
    collection-title container-title container-title-short dimensions division DOI event-place
    event-title genre ISBN ISSN jurisdiction keyword language license medium note
    original-publisher original-publisher-place original-title page page-first part-title PMCID
    PMID publisher publisher-place references reviewed-genre reviewed-title scale source status
    title title-short URL volume-title
"""


def test_there_are_items_of_every_type_with_every_variable() -> None:
    items = of_every_kind().items
    assert {item["type"] for item in items} == set(TYPES.split())
    used = {name for item in items for name in item}
    assert NAMES | DATES | NUMBERS | set(TEXTS.split()) <= used
    assert len({item["id"] for item in items}) == len(items)


def test_every_item_is_cited_and_cites_are_of_every_kind() -> None:
    document = of_every_kind()
    cites = [cite for citation in document.citations for cite in citation["cites"]]
    assert {cite["id"] for cite in cites} == {item["id"] for item in document.items}
    assert {"locator", "label", "prefix", "suffix", "suppress-author"} <= {
        name for cite in cites for name in cite
    }
    assert max(len(citation["cites"]) for citation in document.citations) > 4


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<i><i>a</i></i> b", "<italic>a <>b"),
        ('<i>a <span style="font-style:normal;">b</span></i>', "<italic>a <>b"),
        ('<span style="baseline">1</span>', "1"),
        ("<b>a</b> <b>b</b><i></i>", "<bold>a b"),
        ('<div class="csl-block">a</div>', '<div class="csl-block">a</div>'),
    ],
)
def test_formatting_is_compared_as_it_looks(html: str, expected: str) -> None:
    assert effective(html) == expected


@pytest.mark.parametrize(
    ("theirs", "ours", "shapes"),
    [
        ("Doe and Roe 2001", "Doe, and Roe 2001", ["W[→,] W"]),
        ("Doe 2001, p. 3", "Doe 2001, 3", [", [W. →]9"]),
        ("A title", "A Title", ["letter case"]),
        ("the same", "the same", []),
    ],
)
def test_differences_are_seen_by_their_shape(theirs: str, ours: str, shapes: list[str]) -> None:
    assert [difference.shape for difference in differences(theirs, ours)] == shapes


def case(theirs: str, ours: str, style: str = "apa", **variables: object) -> Case:
    found = find_style(style)
    return Case(parse_style(found.source, found.file), [dict(variables)], [], theirs, ours)


def test_a_rule_settles_what_it_is_for_and_nothing_else() -> None:
    names = [{"family": "Doe"}, {"literal": "Group"}]
    theirs, ours = "Doe & Group (2001)", "Doe, & Group (2001)"
    (difference,) = differences(theirs, ours)
    assert settled_by(case(theirs, ours, author=names), difference) == "delimiter of groups"
    assert settled_by(case(theirs, ours, author=names[:1] * 2), difference) == ""
    for other in ("Roe & Group (2001)", "Doe & Group (2002)", "Doe & Group"):
        (difference,) = differences(theirs, other)
        assert settled_by(case(theirs, other, author=names), difference) == ""


def test_rules_have_names_of_their_own_and_sentences() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(bool(rule.section) == bool(rule.sentence) for rule in RULES)


def test_the_notes_have_every_rule_with_its_sentence() -> None:
    notes = Path(__file__).with_name("NOTES.md").read_text("utf-8")
    for rule in (*RULES, *ORDER_RULES):
        (row,) = [line for line in notes.splitlines() if line.startswith(f"| {rule.name} |")]
        assert not rule.section or f"{rule.section}: “{rule.sentence}”" in row


def test_a_summary_tells_what_differs() -> None:
    items = [{"id": "1", "author": [{"family": "Doe"}]}, {"id": "2", "author": [{"family": "Roe"}]}]
    document = Document(items, [{"cites": [{"id": "1"}]}])
    found = find_style("apa")
    style = parse_style(found.source, found.file)
    theirs = Output({"1": "One 2001", "2": "Two"}, ["(One)"])
    ours = Output({"2": "Two", "1": "One 2002"}, ["(One)"])
    summary = Summary(document).add_all([Comparison(style, theirs, ours)])
    assert (summary.entries.total, summary.entries.equal, summary.entries.settled) == (2, 1, 0)
    assert summary.citations.agreement == 1
    assert summary.orders.agreement == 0
    assert list(summary.open) == ["order", "W [9→9]"]
    report = "\n".join(summary.lines(1))
    assert "One 2002" in report
    assert "50.00% of 2 equal" in report


DOE, ROE = {"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Al"}


def of_list(id_: str, *families: str, **variables: object) -> dict[str, object]:
    return {"id": id_, "author": [{"family": family} for family in families], **variables}


@pytest.mark.parametrize(
    ("style", "items", "rules"),
    [
        ("apa", [of_list("a", "Doe"), of_list("b", "Doe", "Roe")], {"starts of lists in keys"}),
        ("apa", [of_list("a", "Doe"), of_list("b", "Doe")], {"titles in keys"}),
        ("apa", [of_list("a", "Doe"), of_list("b", "Roe")], set()),
        ("apa", [of_list("a", "Doe"), of_list("b", "Doe", "Roe"), of_list("c", "Moe")], set()),
        ("vancouver-author-date", [of_list("a", "Doe"), {"id": "b"}],
         {"what stands in for names in keys"}),
        ("international-journal-of-sports-medicine",
         [{"id": "a", "author": [DOE]}, {"id": "b", "author": [{**DOE, "given": "Al de"}]}],
         {"particles in keys"}),
        ("apa-cv", [{"id": "a", "author": [DOE], "issued": {"circa": True}},
                    {"id": "b", "author": [ROE], "issued": {}}], {"circa in keys"}),
    ],
)  # fmt: skip
def test_an_order_is_settled_if_each_pair_is(
    style: str, items: list[dict[str, object]], rules: set[str]
) -> None:
    found = find_style(style)
    parsed = parse_style(found.source, found.file)
    assert order_settled_by(parsed, items, items[::-1]) == rules


def test_numbers_follow_an_order_that_is_settled() -> None:
    (difference,) = differences("[1] Doe", "[2] Doe")
    moved = case("[1] Doe", "[2] Doe", author=[{"family": "Doe"}])
    assert settled_by(moved, difference) == ""
    name = "numbers and letters of another order"
    assert settled_by(moved._replace(ranks=((1, 2),)), difference) == name
    assert settled_by(moved._replace(ranks=((1, 3),)), difference) == ""


def test_an_ibid_after_several_cites_is_settled() -> None:
    cites = [{"id": "a"}]
    (difference,) = differences("(ibid.)", "(Doe)")
    repeated = case("(ibid.)", "(Doe)", "chicago-notes-bibliography", id="a")._replace(cites=cites)
    in_text = repeated._replace(style=repeated.style.replace(klass="in-text"))
    assert settled_by(in_text._replace(cited_before=("b", "a")), difference) == "ibid in the text"
    assert settled_by(in_text._replace(cited_before=("a",)), difference) == ""


@pytest.mark.parametrize(
    ("style", "theirs", "ours", "authors", "rule"),
    [
        ("apa", "J. Doe et al.", "Doe et al.", [DOE, ROE], "first names of cites"),
        ("apa", "J. Doe et al.", "Moe et al.", [DOE, ROE], ""),
        ("annals-of-botany", "Doe Jane, Doe J", "Doe J, Doe J", [DOE, DOE], "initials in one list"),
        ("annals-of-botany", "Doe Jane, Roe A", "Doe J, Roe A", [DOE, ROE], ""),
        ("czech-journal-of-international-relations", "Doe – … Roe", "Doe – Doe – et al.",
         [DOE, DOE, DOE, ROE], "last names of short lists"),
        ("czech-journal-of-international-relations", "Doe – … Roe", "Doe – Doe – et al.",
         [DOE, DOE, DOE, DOE, ROE], ""),
        ("european-journal-of-ultrasound", "[9, 3]", "[7, 3]", [DOE], "numbers of sorted cites"),
        ("ieee", "[9, 3]", "[7, 3]", [DOE], ""),
    ],
)  # fmt: skip
def test_a_rule_settles_differences_in_its_styles_alone(
    style: str, theirs: str, ours: str, authors: list[dict[str, str]], rule: str
) -> None:
    differing = case(theirs, ours, style, author=authors)
    assert {settled_by(differing, part) for part in differences(theirs, ours)} == {rule}


def test_a_letter_beside_a_year_follows_the_order_that_is_settled() -> None:
    for theirs, ours in (("2017–a", "2017–b"), ("a–2017", "b–2017")):
        (difference,) = differences(theirs, ours)
        moved = case(theirs, ours, author=[DOE])
        assert settled_by(moved, difference) == ""
        name = "numbers and letters of another order"
        assert settled_by(moved._replace(ranks=((1, 2),)), difference) == name
