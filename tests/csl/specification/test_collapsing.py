"""CSL 1.0.2, "Cite Grouping" and "Cite Collapsing"."""

from __future__ import annotations

import pytest
from medcite.csl import Cite

from .samples import Item, citation, citations, item, style

SUFFIX = 'disambiguate-add-year-suffix="true"'
AUTHOR = '<names variable="author"><name form="short"/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
PAGE = '<text variable="locator" prefix=", p. "/>'


def with_year(names: str) -> str:
    return f'<group delimiter=" ">{names}{YEAR}</group>'


def works(*specs: str) -> list[Item]:
    """Return works written as "Doe 1999", with ids a, b, ..."""
    return [
        item(id_, author=author, issued=year, title=id_.upper())
        for id_, (author, year) in zip("abcdefgh", map(str.split, specs), strict=False)
    ]


def cite(options: str, *specs: str, delimiter: str = "; ", sort: str = "year") -> str:
    key = {"year": '<key variable="issued"/>', "id": '<key variable="title"/>', "": ""}[sort]
    source = style(with_year(AUTHOR), citation=options, sort=key, delimiter=delimiter)
    return citation(source, *works(*specs))


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ("", "Doe 1999; Smith 2002; Doe 2006; Roe 2007"),
        ('cite-group-delimiter=", "', "Doe 1999, Doe 2006; Smith 2002; Roe 2007"),
        ('collapse="year"', "Doe 1999, 2006; Smith 2002; Roe 2007"),
        ('collapse="year" cite-group-delimiter=","', "Doe 1999,2006; Smith 2002; Roe 2007"),
        ('collapse="year" cite-group-delimiter=""', "Doe 1999, 2006; Smith 2002; Roe 2007"),
    ],
)
def test_cite_grouping(options: str, printed: str) -> None:
    """Cites with the same names move to the first of them, once grouping is on."""
    assert cite(options, "Doe 1999", "Smith 2002", "Doe 2006", "Roe 2007") == printed


def test_cite_grouping_keeps_the_order_in_a_group() -> None:
    """Cites of a group stay in the order of the sort."""
    assert cite('collapse="year"', "Doe 2006", "Roe 2002", "Doe 1999", sort="id") == (
        "Doe 2006, 1999; Roe 2002"
    )


def test_cite_grouping_compares_the_names_that_are_printed() -> None:
    """Lists that read alike are one group, those with more names are not."""
    source = style(with_year(AUTHOR), citation='collapse="year"', sort='<key variable="issued"/>')
    pair = [
        item("a", author="Doe, Jane", issued="2001"),
        item("b", author="Doe, Jane; Roe, Ann", issued="2002"),
        item("c", author="Doe, John", issued="2003"),
    ]
    assert citation(source, *pair) == "Doe 2001, 2003; Doe, Roe 2002"


def test_cite_grouping_includes_what_stands_in_for_names() -> None:
    """Editors and titles that stand in for authors make groups, too."""
    names = AUTHOR.replace(
        "</names>", '<substitute><names variable="editor"/></substitute></names>'
    )
    source = style(with_year(names), citation='collapse="year"', sort='<key variable="issued"/>')
    some = [
        item("a", author="Doe", issued="2001"),
        item("b", author="Roe", issued="2002"),
        item("c", editor="Doe", issued="2003"),
    ]
    assert citation(source, *some) == "Doe 2001, 2003; Roe 2002"


@pytest.mark.parametrize(
    ("cited", "printed"),
    [
        ("abcde", "[1–5]"),
        ("abce", "[1–3, 5]"),
        ("ab", "[1, 2]"),
        ("abde", "[1, 2, 4, 5]"),
        ("acde", "[1, 3–5]"),
        ("cba", "[3, 2, 1]"),
        ("a", "[1]"),
        ("edabc", "[5, 4, 1–3]"),
    ],
)
def test_collapse_citation_numbers(cited: str, printed: str) -> None:
    """Three and more increasing numbers in a row are a range with an en dash."""
    source = style(
        '<text variable="citation-number"/>', citation='collapse="citation-number"', delimiter=", "
    ).replace("<layout", '<layout prefix="[" suffix="]"', 1)
    some = [item(id_) for id_ in "abcde"]
    notes = [["a", "b", "c", "d", "e"], list(cited)]
    assert citations(source, some, notes)[1] == printed


def test_collapse_citation_numbers_once_sorted() -> None:
    """Cites sorted by their number collapse whatever order they are given in."""
    source = style(
        '<text variable="citation-number"/>', citation='collapse="citation-number"',
        sort='<key variable="citation-number"/>',
    )  # fmt: skip
    some = [item(id_) for id_ in "abc"]
    assert citations(source, some, [["a", "b", "c"], ["c", "a", "b"]])[1] == "1–3"


def test_collapse_citation_numbers_with_affixes() -> None:
    """Affixes of each number stay in a range."""
    source = style(
        '<text variable="citation-number" prefix="[" suffix="]"/>',
        citation='collapse="citation-number"',
    )
    assert citation(source, *(item(id_) for id_ in "abc")) == "[1]–[3]"


def test_collapse_citation_numbers_stops_at_a_locator() -> None:
    """A number with a locator is no part of a range."""
    source = style(
        f'<text variable="citation-number"/>{PAGE}', citation='collapse="citation-number"'
    )
    some = [item(id_) for id_ in "abcd"]
    cites = ["a", "b", Cite("c", locator="7"), "d"]
    assert citations(source, some, [cites]) == ["1; 2; 3, p. 7; 4"]


@pytest.mark.parametrize(
    ("options", "specs", "printed"),
    [
        ('collapse="year"', ("Doe 2000", "Doe 2001"), "Doe 2000, 2001"),
        ('collapse="year"', ("Doe 2000", "Doe 2001", "Roe 2002"), "Doe 2000, 2001; Roe 2002"),
        (f'collapse="year" {SUFFIX}', ("Doe 2000", "Doe 2000"), "Doe 2000a, 2000b"),
        (f'collapse="year-suffix" {SUFFIX}', ("Doe 2000", "Doe 2000"), "Doe 2000a; b"),
        (f'collapse="year-suffix" {SUFFIX}', ("Doe 2000", "Doe 2000", "Doe 2001"),
         "Doe 2000a; b, 2001"),
        ('collapse="year-suffix"', ("Doe 2000", "Doe 2000"), "Doe 2000, 2000"),
        ('collapse="year-suffix-ranged"', ("Doe 2000", "Doe 2001"), "Doe 2000, 2001"),
    ],
)  # fmt: skip
def test_collapse_years(options: str, specs: tuple[str, ...], printed: str) -> None:
    """Names, and with suffixes the year, are printed once for each group."""
    assert cite(options, *specs) == printed


@pytest.mark.parametrize(
    ("count", "printed"),
    [(2, "Doe 2000a,b"), (3, "Doe 2000a–c"), (4, "Doe 2000a–d")],
)
def test_collapse_ranges_of_year_suffixes(count: int, printed: str) -> None:
    """Three and more letters in a row are a range with an en dash."""
    options = f'collapse="year-suffix-ranged" year-suffix-delimiter="," {SUFFIX}'
    assert cite(options, *["Doe 2000"] * count) == printed


def test_collapse_ranges_of_year_suffixes_with_a_gap() -> None:
    """A letter that is missing ends a range."""
    options = f'collapse="year-suffix-ranged" year-suffix-delimiter="," {SUFFIX}'
    source = style(with_year(AUTHOR), citation=options)
    some = works(*["Doe 2000"] * 5)
    notes = [["a", "b", "c", "d", "e"], ["a", "b", "c", "e"]]
    assert citations(source, some, notes)[1] == "Doe 2000a–c,e"


def test_collapse_stops_at_a_locator() -> None:
    """A cite with a locator keeps its year, and so does the one behind it."""
    options = f'collapse="year-suffix-ranged" year-suffix-delimiter="," {SUFFIX}'
    source = style(with_year(AUTHOR) + PAGE, citation=options, delimiter=", ")
    some = works(*["Doe 2000"] * 6)
    cites = ["a", "b", "c", Cite("d", locator="5"), "e", "f"]
    assert citations(source, some, [cites]) == ["Doe 2000a–c, 2000d, p. 5, 2000e,f"]


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ("", "Doe 1999a; b; Roe 2000"),
        ('year-suffix-delimiter=","', "Doe 1999a,b; Roe 2000"),
        ('year-suffix-delimiter=" + "', "Doe 1999a + b; Roe 2000"),
        ('year-suffix-delimiter=""', "Doe 1999ab; Roe 2000"),
    ],
)
def test_year_suffix_delimiter(options: str, printed: str) -> None:
    """``year-suffix-delimiter`` stands between letters; by default the layout's delimiter."""
    options = f'collapse="year-suffix" {SUFFIX} {options}'
    assert cite(options, "Doe 1999", "Doe 1999", "Roe 2000") == printed


def test_after_collapse_delimiter() -> None:
    """``after-collapse-delimiter`` follows a collapsed group."""
    options = 'collapse="year" after-collapse-delimiter="; "'
    specs = ("Doe 1999", "Doe 2001", "Jones 2000", "Brown 2001")
    assert cite(options, *specs, delimiter=", ", sort="").startswith("Doe 1999, 2001; Jones 2000")


def test_collapse_without_sort_is_of_neighbours() -> None:
    """Cites that follow each other collapse without a sort, too."""
    assert cite('collapse="year"', "Doe 1999", "Doe 2001", sort="") == "Doe 1999, 2001"


def test_collapse_keeps_prefixes_and_suffixes() -> None:
    """What an author writes around a cite stays."""
    source = style(with_year(AUTHOR), citation='collapse="year"')
    some = works("Doe 1999", "Doe 2001")
    cites = [["a", Cite("b", prefix="and ", suffix=" passim")]]
    assert citations(source, some, cites) == ["Doe 1999, and 2001 passim"]


def test_cite_grouping_defaults_to_a_comma() -> None:
    """Inside a group the delimiter is a comma with a blank unless the style says otherwise."""
    assert cite('collapse="year"', "Doe 1999", "Doe 2001", delimiter=" | ") == "Doe 1999, 2001"
