"""CSL 1.0.2, "Choose": conditions and how they are combined."""

from __future__ import annotations

from typing import Any

import pytest
from medcite.csl import Cite

from .samples import citation, citations, date, entries, item, style, text


def holds(condition: str, cite: dict[str, str] | None = None, /, **variables: Any) -> bool:
    """Whether a condition is met."""
    layout = (
        f'<choose><if {condition}><text value="yes"/></if><else><text value="no"/></else></choose>'
    )
    return text(layout, cite, **variables) == "yes"


CHAIN = (
    '<choose><if type="book"><text value="1"/></if><else-if type="book thesis"><text value="2"/>'
    '</else-if><else-if type="map"><text value="3"/></else-if>'
    '<else><text value="4"/></else></choose>'
)


@pytest.mark.parametrize(
    ("kind", "printed"), [("book", "1"), ("thesis", "2"), ("map", "3"), ("song", "4")]
)
def test_choose_takes_the_first_branch_that_holds(kind: str, printed: str) -> None:
    """cs:if, then each cs:else-if, then cs:else."""
    assert text(CHAIN, type=kind) == printed


def test_choose_without_else_prints_nothing() -> None:
    """If no branch holds and there is no cs:else, nothing is printed."""
    assert text('<text value="x"/><choose><if type="map"><text value="y"/></if></choose>') == "x"


def test_choose_has_empty_branches() -> None:
    """A branch may be empty: the others are not tried."""
    layout = '<text value="x"/><choose><if type="book"/><else><text value="y"/></else></choose>'
    assert text(layout) == "x"


def test_choose_nests() -> None:
    """A branch may contain choices."""
    inner = (
        '<choose><if variable="title"><text value="t"/></if><else><text value="n"/></else></choose>'
    )
    layout = f'<choose><if type="book">{inner}</if><else><text value="e"/></else></choose>'
    assert [text(layout, title="T"), text(layout), text(layout, type="map")] == ["t", "n", "e"]


@pytest.mark.parametrize(
    ("value", "numeric"),
    [
        ("2", True), ("D2", True), ("2b", True), ("L2d", True), ("2, 3", True), ("2-4", True),
        ("2 & 4", True), ("2,3", True), ("2 - 4", True), ("2&4", True), ("2nd", True), (5, True),
        ("2–4", True), ("second", False), ("2nd edition", False), ("", False), ("two", False),
        ("2 copies", False), ("Fall 2", False), ("12a, 13b", True), ("a", False),
    ],
)  # fmt: skip
def test_is_numeric(value: object, numeric: bool) -> None:
    """Numbers may have letters before and behind, and stand in lists and ranges."""
    assert holds('is-numeric="edition"', edition=value) is numeric


def test_is_numeric_of_several_variables() -> None:
    """All variables must be numeric, or one, or none, by ``match``."""
    tests = 'is-numeric="volume edition"'
    assert not holds(tests, volume="2", edition="second")
    assert holds(f'{tests} match="any"', volume="2", edition="second")
    assert not holds(f'{tests} match="none"', volume="2", edition="second")
    assert holds(f'{tests} match="none"', edition="second")


def test_is_numeric_of_an_absent_variable() -> None:
    """A variable without a value is not numeric."""
    assert not holds('is-numeric="edition"')


@pytest.mark.parametrize(
    ("value", "uncertain"),
    [(date("2005", circa=True), True), (date("2005", circa=1), True), (date("2005"), False),
     (date("2005", circa=False), False)],
)  # fmt: skip
def test_is_uncertain_date(value: dict[str, Any], uncertain: bool) -> None:
    """Dates are uncertain if they are marked as approximate."""
    assert holds('is-uncertain-date="issued"', issued=value) is uncertain
    assert not holds('is-uncertain-date="accessed"', issued=value)


@pytest.mark.parametrize(
    ("tested", "label", "met"),
    [
        ("page", "page", True),
        ("page", "", True),
        ("chapter", "page", False),
        ("chapter verse", "verse", True),
        ("sub-verbo", "sub verbo", True),
        ("sub-verbo", "sub-verbo", True),
        ("sub-verbo", "page", False),
        ("timestamp", "timestamp", True),
    ],
)
def test_locator_condition(tested: str, label: str, met: bool) -> None:
    """The kind of the locator is one of those given."""
    match = 'match="any"' if " " in tested else ""
    assert holds(f'locator="{tested}" {match}', {"locator": "3", "label": label}) is met


def test_locator_condition_without_a_locator() -> None:
    """A cite without a locator has none of any kind."""
    assert not holds('locator="page"')


@pytest.mark.parametrize(
    ("tested", "kind", "met"),
    [
        ("book", "book", True),
        ("book", "thesis", False),
        ("book thesis", "thesis", True),
        ("book thesis", "map", False),
        ("legal_case", "legal_case", True),
        ("article-journal", "article-journal", True),
        ("article", "article-journal", False),
    ],
)
def test_type_condition(tested: str, kind: str, met: bool) -> None:
    """The item's type is one of those given."""
    assert holds(f'type="{tested}" match="any"', type=kind) is met
    assert holds(f'type="{tested}" match="none"', type=kind) is not met


@pytest.mark.parametrize(
    ("variables", "met"),
    [
        ({"title": "T"}, True),
        ({"title": ""}, False),
        ({}, False),
        ({"title-short": "T"}, False),
    ],
)
def test_variable_condition(variables: dict[str, str], met: bool) -> None:
    """A variable has a value in its long form."""
    assert holds('variable="title"', **variables) is met


@pytest.mark.parametrize(
    ("name", "value", "met"),
    [
        ("author", "Doe", True),
        ("author", [], False),
        ("issued", "2005", True),
        ("issued", {"date-parts": []}, False),
        ("issued", {}, False),
        ("issued", {"literal": "now"}, True),
        ("volume", "2", True),
        ("volume", 0, True),
    ],
)
def test_variable_condition_by_kind(name: str, value: object, met: bool) -> None:
    """Names, dates and numbers have values, too; an empty list or date is none."""
    assert holds(f'variable="{name}"', **{name: value}) is met


def test_variable_condition_of_the_cite() -> None:
    """The locator is a variable of the cite."""
    assert holds('variable="locator"', {"locator": "3"})
    assert not holds('variable="locator"')


def test_variable_condition_of_a_label() -> None:
    """A label that the style would make is none of the item's."""
    author = [{"family": "Doe"}]
    assert not holds('variable="citation-label"', author=author)
    assert holds('variable="citation-label"', {}, **{"citation-label": "Doe65"})
    assert holds('variable="citation-number"')


@pytest.mark.parametrize(
    ("match", "variables", "met"),
    [
        ("", {"title": "T", "volume": "2"}, True),
        ("", {"title": "T"}, False),
        ("all", {"title": "T", "volume": "2"}, True),
        ("all", {"title": "T"}, False),
        ("any", {"title": "T"}, True),
        ("any", {}, False),
        ("none", {}, True),
        ("none", {"title": "T"}, False),
    ],
)
def test_match_of_values(match: str, variables: dict[str, str], met: bool) -> None:
    """``match`` is for all values that a condition tests."""
    attribute = f'match="{match}"' if match else ""
    assert holds(f'variable="title volume" {attribute}', **variables) is met


@pytest.mark.parametrize(
    ("match", "kind", "title", "met"),
    [
        ("all", "book", "T", True),
        ("all", "book", "", False),
        ("all", "map", "T", False),
        ("any", "book", "", True),
        ("any", "map", "T", True),
        ("any", "map", "", False),
        ("none", "map", "", True),
        ("none", "book", "", False),
        ("none", "map", "T", False),
    ],
)
def test_match_of_conditions(match: str, kind: str, title: str, met: bool) -> None:
    """``match`` is for all conditions of an element, too."""
    assert holds(f'type="book" variable="title" match="{match}"', type=kind, title=title) is met


POSITION = (
    '<choose><if position="ibid-with-locator"><text value="il"/></if>'
    '<else-if position="ibid"><text value="i"/></else-if>'
    '<else-if position="subsequent"><text value="s"/></else-if>'
    '<else-if position="first"><text value="f"/></else-if></choose>'
)


def at(id_: str, locator: str = "", label: str = "") -> Cite:
    return Cite(id_, locator=locator, label=label)


@pytest.mark.parametrize(
    ("notes", "printed"),
    [
        ([["a"], ["a"]], ["f", "i"]),
        ([["a"], ["b"], ["a"]], ["f", "f", "s"]),
        ([["a", "a"]], ["f; i"]),
        ([["a", "b", "a"]], ["f; f; s"]),
        ([["a", "b"], ["b"]], ["f; f", "s"]),
        ([["a", "b"], ["a"]], ["f; f", "s"]),
        ([["a"], ["a", "b"]], ["f", "i; f"]),
        ([["a"], ["b", "a"]], ["f", "f; s"]),
        ([["a"], ["a", "a"]], ["f", "i; i"]),
        ([["a"], ["a"], ["a"]], ["f", "i", "i"]),
        ([["a"], [at("a", "3")]], ["f", "il"]),
        ([[at("a", "3")], [at("a", "3")]], ["f", "i"]),
        ([[at("a", "3")], [at("a", "4")]], ["f", "il"]),
        ([[at("a", "3")], ["a"]], ["f", "s"]),
        ([["a", at("a", "3")]], ["f; il"]),
        ([[at("a", "3"), at("a", "3")]], ["f; i"]),
        ([[at("a", "3"), "a"]], ["f; s"]),
        ([[at("a", "3", "page")], [at("a", "3", "chapter")]], ["f", "il"]),
        ([["a"], [at("a", "3")], ["a"], [at("a", "5")]], ["f", "il", "s", "il"]),
        ([["a", "a"], ["a"]], ["f; i", "s"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("klass", ["in-text", "note"])
def test_position(klass: str, notes: list[list[str | Cite]], printed: list[str]) -> None:
    """An ibid follows a cite of the same item directly: in the citation, or alone before it."""
    works = [item("a"), item("b")]
    assert citations(style(POSITION, klass=klass), works, notes) == printed


@pytest.mark.parametrize(
    ("position", "met"),
    [
        ("first", "ynnn"),
        ("subsequent", "nyyy"),
        ("ibid", "nyyn"),
        ("ibid-with-locator", "nnyn"),
        ("first subsequent", "yyyy"),
    ],
)
def test_position_includes_others(position: str, met: str) -> None:
    """An ibid with locator is an ibid, and every ibid is a subsequent cite."""
    layout = (
        f'<choose><if position="{position}" match="any"><text value="y"/></if>'
        '<else><text value="n"/></else></choose>'
    )
    notes: list[list[str | Cite]] = [["a"], ["a"], [at("a", "3")], ["a"]]
    assert "".join(citations(style(layout), [item("a")], notes)) == met


NEAR = (
    '<choose><if position="near-note"><text value="n"/></if>'
    '<else-if position="subsequent"><text value="s"/></else-if>'
    '<else><text value="f"/></else></choose>'
)


@pytest.mark.parametrize(
    ("distance", "notes", "printed"),
    [
        ("", "a b b b b a", "f f n n n n"),
        ("", "a b b b b b a", "f f n n n n s"),
        ('near-note-distance="1"', "a b a a", "f f s n"),
        ('near-note-distance="2"', "a b a b b b a", "f f n n n n s"),
        ('near-note-distance="0"', "a a", "f s"),
        ('near-note-distance="20"', "a b b b b b b b a", "f f n n n n n n n"),
    ],
)
def test_position_near_note(distance: str, notes: str, printed: str) -> None:
    """A cite is near if the item's cite before it is not more notes away than the option says."""
    source = style(NEAR, klass="note", citation=distance)
    cites = citations(source, [item("a"), item("b")], [[id_] for id_ in notes.split()])
    assert " ".join(cites) == printed


def test_position_in_the_bibliography() -> None:
    """In the bibliography no position is met."""
    assert entries(style(entry=f'<text value="x"/>{POSITION}{NEAR}'), item()) == ["xf"]


def test_first_reference_note_number() -> None:
    """The number of the note that cites an item first is known to later cites."""
    layout = (
        '<text variable="title"/><text variable="first-reference-note-number" prefix=" (n. " '
        'suffix=")"/>'
    )
    source = style(layout, klass="note")
    works = [item("a", title="A"), item("b", title="B")]
    assert citations(source, works, [["b"], ["a"], ["b"], ["a"]]) == [
        "B", "A", "B (n. 1)", "A (n. 2)",
    ]  # fmt: skip


def test_first_reference_note_number_in_the_text() -> None:
    """There is none where citations are in the text."""
    layout = '<text value="x"/><text variable="first-reference-note-number"/>'
    assert citations(style(layout), [item("a")], [["a"], ["a"]]) == ["x", "x"]


def test_disambiguate_condition_is_false_alone() -> None:
    """The condition does not hold for cites that are not ambiguous."""
    layout = (
        '<text variable="title"/><choose><if disambiguate="true"><text value="!"/></if></choose>'
    )
    assert citation(style(layout), item("a", title="A"), item("b", title="B")) == "A; B"


def test_disambiguate_condition_tells_cites_apart() -> None:
    """It holds if its content makes two cites differ that read alike."""
    layout = (
        '<names variable="author"/><choose><if disambiguate="true">'
        '<text variable="title" prefix=", "/></if></choose>'
    )
    works = [
        item("a", title="A", author="Doe"),
        item("b", title="B", author="Doe"),
        item("c", title="C", author="Roe"),
    ]
    assert citation(style(layout), *works) == "Doe, A; Doe, B; Roe"
