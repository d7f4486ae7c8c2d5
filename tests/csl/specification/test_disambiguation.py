"""CSL 1.0.2, "Disambiguation"."""

from __future__ import annotations

import pytest

from .samples import Item, citation, citations, entries, item, style

GIVEN = 'disambiguate-add-givenname="true"'
NAMES = 'disambiguate-add-names="true"'
SUFFIX = 'disambiguate-add-year-suffix="true"'
YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'


def layout(attributes: str = 'form="short"', more: str = YEAR) -> str:
    return f'<names variable="author"><name {attributes}/></names>{more}'


def works(*authors: str, year: str = "2005") -> list[Item]:
    """Return works of one year, with ids a, b, ... and titles A, B, ..."""
    return [
        item(id_, author=author, issued=year, title=id_.upper())
        for id_, author in zip("abcdefgh", authors, strict=False)
    ]


def rule(name: str) -> str:
    return f'{GIVEN} givenname-disambiguation-rule="{name}"'


def cite(options: str, names: str, *authors: str, year: str = "2005") -> str:
    return citation(style(layout(names), citation=options), *works(*authors, year=year))


SHORT, INITIALS = 'form="short"', 'form="short" initialize-with=". "'


@pytest.mark.parametrize(
    ("names", "authors", "printed"),
    [
        (INITIALS, ("Simpson, Homer", "Simpson, Bart"), "H. Simpson 2005; B. Simpson 2005"),
        (SHORT, ("Doe, John", "Doe, Jane"), "John Doe 2005; Jane Doe 2005"),
        (INITIALS, ("Doe, John", "Doe, Jane"), "John Doe 2005; Jane Doe 2005"),
        ('initialize-with=". "', ("Doe, John", "Doe, Jane"), "John Doe 2005; Jane Doe 2005"),
        (SHORT, ("Doe, John", "Roe, Jane"), "Doe 2005; Roe 2005"),
    ],
)
def test_add_givenname(names: str, authors: tuple[str, ...], printed: str) -> None:
    """Initials are shown first, if the style has any, then full given names."""
    assert cite(GIVEN, names, *authors) == printed


def test_add_givenname_is_off_by_default() -> None:
    """Without the option, names stay as they are."""
    assert cite("", SHORT, "Doe, John", "Doe, Jane") == "Doe 2005; Doe 2005"


def cites_of_two_years(options: str, names: str, *authors: str) -> str:
    """Return cites that differ by their years already."""
    years = [
        item(id_, author=author, issued=str(2000 + number))
        for number, (id_, author) in enumerate(zip("abcd", authors, strict=False))
    ]
    return citation(style(layout(names), citation=options), *years)


@pytest.mark.parametrize(
    ("name", "names", "authors", "printed"),
    [
        ("by-cite", SHORT, ("Doe, Jane", "Doe, John"), "Doe 2000; Doe 2001"),
        ("all-names", SHORT, ("Doe, Jane", "Doe, John"), "Jane Doe 2000; John Doe 2001"),
        ("all-names", INITIALS, ("Doe, Jane", "Doe, Rex"), "J. Doe 2000; R. Doe 2001"),
        ("all-names", INITIALS, ("Doe, Jane", "Doe, John"), "Jane Doe 2000; John Doe 2001"),
        ("all-names", SHORT, ("Doe, Jane", "Doe, Jane"), "Doe 2000; Doe 2001"),
        ("all-names-with-initials", INITIALS, ("Doe, Jane", "Doe, Rex"),
         "J. Doe 2000; R. Doe 2001"),
        ("all-names-with-initials", INITIALS, ("Doe, Jane", "Doe, John"), "Doe 2000; Doe 2001"),
        ("primary-name", SHORT, ("Doe, Jane", "Doe, John"), "Jane Doe 2000; John Doe 2001"),
        ("primary-name", SHORT, ("Roe, A; Doe, Jane", "Roe, A; Doe, John"),
         "Roe, Doe 2000; Roe, Doe 2001"),
        ("all-names", SHORT, ("Roe, A; Doe, Jane", "Roe, A; Doe, John"),
         "Roe, Jane Doe 2000; Roe, John Doe 2001"),
        ("primary-name-with-initials", INITIALS, ("Doe, Jane", "Doe, Rex"),
         "J. Doe 2000; R. Doe 2001"),
        ("primary-name-with-initials", INITIALS, ("Doe, Jane", "Doe, John"), "Doe 2000; Doe 2001"),
        ("primary-name-with-initials", INITIALS, ("Roe, A; Doe, Jane", "Roe, A; Doe, Rex"),
         "Roe, Doe 2000; Roe, Doe 2001"),
    ],
)  # fmt: skip
def test_givenname_disambiguation_rule(
    name: str, names: str, authors: tuple[str, ...], printed: str
) -> None:
    """Whether names are told apart in cites that are not ambiguous, which, and how far."""
    assert cites_of_two_years(rule(name), names, *authors) == printed


def test_givenname_by_cite_is_the_default() -> None:
    """Without a rule only ambiguous cites are told apart."""
    assert cites_of_two_years(GIVEN, SHORT, "Doe, Jane", "Doe, John") == "Doe 2000; Doe 2001"


def test_givenname_by_cite_stops_at_the_first_name_that_helps() -> None:
    """Once a cite is unambiguous no other name is expanded."""
    authors = ("Doe, Jane; Roe, Ann", "Doe, John; Roe, Eve")
    assert cite(rule("by-cite"), SHORT, *authors) == "Jane Doe, Roe 2005; John Doe, Roe 2005"


def test_givenname_that_does_not_help_is_not_shown() -> None:
    """Names that are the same remain as they were."""
    assert cite(rule("all-names"), SHORT, "Doe, Jane", "Doe, Jane") == "Doe 2005; Doe 2005"


ET_AL = 'form="short" et-al-min="3" et-al-use-first="1"'


@pytest.mark.parametrize(
    ("authors", "printed"),
    [
        (("Doe; Roe; Poe", "Doe; Loe; Moe"), "Doe, Roe, et al. 2005; Doe, Loe, et al. 2005"),
        (("Doe; Roe; Poe", "Doe; Roe; Moe"), "Doe, Roe, Poe 2005; Doe, Roe, Moe 2005"),
        (("Doe; Roe; Poe", "Doe; Roe; Poe"), "Doe et al. 2005; Doe et al. 2005"),
        (("Doe; Roe; Poe", "Koe; Loe; Moe"), "Doe et al. 2005; Koe et al. 2005"),
    ],
)
def test_add_names(authors: tuple[str, ...], printed: str) -> None:
    """Names that "et al." hides are added one by one, as far as they help."""
    assert cite(NAMES, ET_AL, *authors) == printed


def test_add_names_to_all_of_a_set() -> None:
    """Names are added to all cites of an ambiguous set, until each is told apart."""
    authors = ("Doe; Roe; Poe; Soe", "Doe; Roe; Moe; Toe", "Doe; Loe; Noe; Uoe")
    assert cite(NAMES, ET_AL, *authors) == (
        "Doe, Roe, Poe, et al. 2005; Doe, Roe, Moe, et al. 2005; Doe, Loe, et al. 2005"
    )


def test_add_names_and_givennames() -> None:
    """Given names are tried on the names shown first, then names are added, expanded if need be."""
    options = f"{GIVEN} {NAMES}"
    assert cite(options, ET_AL, "Doe, Jane; Roe; Poe", "Doe, John; Roe; Poe") == (
        "Jane Doe et al. 2005; John Doe et al. 2005"
    )
    assert cite(options, ET_AL, "Doe, J; Roe, Ann; Poe, A", "Doe, J; Roe, Eve; Poe, A") == (
        "Doe, Ann Roe, et al. 2005; Doe, Eve Roe, et al. 2005"
    )


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        (SUFFIX, "Doe 2005a; Doe 2005b"),
        ("", "Doe 2005; Doe 2005"),
    ],
)
def test_add_year_suffix(options: str, printed: str) -> None:
    """A letter behind the year tells cites apart that are still alike."""
    assert cite(options, SHORT, "Doe, Jane", "Doe, Jane") == printed


def test_add_year_suffix_is_last() -> None:
    """Cites that given names tell apart need no letter."""
    assert cite(f"{GIVEN} {SUFFIX}", SHORT, "Doe, Jane", "Doe, John", "Doe, John") == (
        "Jane Doe 2005; John Doe 2005a; John Doe 2005b"
    )


def test_year_suffix_is_in_the_bibliography() -> None:
    """The letters stand in the entries, too."""
    source = style(
        layout(), citation=SUFFIX, entry=layout("", f'{YEAR}<text variable="title" prefix=", "/>')
    )
    assert entries(source, *works("Doe, Jane", "Doe, Jane")) == [
        "Jane Doe 2005a, A", "Jane Doe 2005b, B",
    ]  # fmt: skip


def test_year_suffix_follows_the_order_of_the_bibliography() -> None:
    """The first entry has "a", whatever was cited first."""
    source = style(
        layout(), citation=SUFFIX, entry_sort='<key variable="title" sort="descending"/>'
    )
    assert citation(source, *works("Doe", "Doe")) == "Doe 2005b; Doe 2005a"


def test_year_suffix_after_z() -> None:
    """After "z" there are two letters."""
    many = [item(f"{n:02}", author="Doe", issued="2005", title=f"{n:02}") for n in range(54)]
    letters = [cite.removeprefix("Doe 2005") for cite in citation(
        style(layout(), citation=SUFFIX), *many).split("; ")]  # fmt: skip
    assert letters[:2] == ["a", "b"]
    assert letters[25:28] == ["z", "aa", "ab"]
    assert letters[51:54] == ["az", "ba", "bb"]


def test_year_suffix_stands_behind_the_first_year() -> None:
    """Only the first date that is printed has the letter."""
    more = YEAR + YEAR.replace("issued", "accessed")
    pair = [item(id_, author="Doe", issued="2005", accessed="2006") for id_ in "ab"]
    assert citation(style(layout(more=more), citation=SUFFIX), *pair) == (
        "Doe 2005a 2006; Doe 2005b 2006"
    )


def test_year_suffix_as_a_variable() -> None:
    """Where the style prints the variable, the letter stands there instead."""
    more = f'<text variable="year-suffix" prefix=" [" suffix="]"/>{YEAR}'
    source = style(layout(more=more), citation=SUFFIX)
    assert citation(source, *works("Doe", "Doe")) == "Doe [a] 2005; Doe [b] 2005"


@pytest.mark.parametrize(
    ("in_cites", "in_entries", "cited", "listed"),
    [
        (True, False, "Doe 2005-a", "Doe 2005"),
        (False, True, "Doe 2005", "Doe 2005-a"),
        (True, True, "Doe 2005-a", "Doe 2005-a"),
        (False, False, "Doe 2005a", "Doe 2005a"),
    ],
)
def test_year_suffix_as_a_variable_of_one_area(
    in_cites: bool, in_entries: bool, cited: str, listed: str
) -> None:
    """A letter printed as a variable in one area is not printed in the other, unless there too."""
    variable = '<text variable="year-suffix" prefix="-"/>'
    source = style(
        layout(more=YEAR + variable * in_cites),
        citation=SUFFIX,
        entry=layout(more=YEAR + variable * in_entries),
    )
    pair = works("Doe", "Doe")
    assert citation(source, *pair).split("; ")[0] == cited
    assert entries(source, *pair)[0] == listed


CONDITION = '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'


def test_disambiguate_condition_comes_after_names() -> None:
    """Where names tell cites apart, the condition does not hold."""
    source = style(layout(more=YEAR + CONDITION), citation=GIVEN)
    assert citation(source, *works("Doe, Jane", "Doe, John")) == "Jane Doe 2005; John Doe 2005"
    assert citation(source, *works("Doe, Jane", "Doe, Jane")) == "Doe 2005, A; Doe 2005, B"


def test_ambiguity_is_of_cites_in_the_whole_document() -> None:
    """Cites in different citations are told apart, too."""
    source = style(layout(), citation=SUFFIX)
    pair = works("Doe", "Doe")
    assert citations(source, pair, [["a"], ["b"], ["a"]]) == ["Doe 2005a", "Doe 2005b", "Doe 2005a"]


def test_one_item_is_not_ambiguous() -> None:
    """Cites of one item refer to the same entry."""
    source = style(layout(), citation=SUFFIX)
    assert citations(source, works("Doe"), [["a"], ["a"]]) == ["Doe 2005", "Doe 2005"]


def test_names_added_to_cites_are_in_entries() -> None:
    """What tells cites apart is shown in the entries."""
    source = style(layout(ET_AL), citation=NAMES, entry=layout(ET_AL))
    assert entries(source, *works("Doe; Roe; Poe", "Doe; Loe; Moe")) == [
        "Doe, Roe, et al. 2005", "Doe, Loe, et al. 2005",
    ]  # fmt: skip
