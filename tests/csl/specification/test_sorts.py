"""CSL 1.0.2, "Sorting": keys, variables, macros."""

from __future__ import annotations

from typing import Any

import pytest
from medcite.csl import Cite

from .samples import Item, citation, citations, date, entries, item, macro, style

TITLE = '<text variable="title"/>'


def order(keys: str, *works: dict[str, Any], before: str = "", options: str = "") -> str:
    """Return the titles of works, A for the first given and so on, as entries sort them."""
    items = [
        item(letter, title=letter, **work) for letter, work in zip("ABCDEFGH", works, strict=False)
    ]
    source = style(entry_sort=keys, before=before, options=options)
    return "".join(entries(source, *items))


def by(variable: str, *values: Any, direction: str = "") -> str:
    """Return the order of works by one variable, each with a value; None: it has none."""
    sort = f'sort="{direction}"' if direction else ""
    works = [{} if value is None else {variable: value} for value in values]
    return order(f'<key variable="{variable}" {sort}/>', *works)


def by_names(*authors: Any, attributes: str = "", key: str = "", options: str = "") -> str:
    """Return the order of works by a macro that prints their authors."""
    body = f'<names variable="author"><name {attributes}/></names>'
    works = [{"author": names} for names in authors]
    return order(f'<key macro="m" {key}/>', *works, before=macro("m", body), options=options)


@pytest.mark.parametrize(
    ("direction", "printed"), [("", "BCA"), ("ascending", "BCA"), ("descending", "ACB")]
)
def test_sort_direction(direction: str, printed: str) -> None:
    """A key sorts upwards unless it says otherwise."""
    assert by("publisher", "c", "a", "b", direction=direction) == printed


def test_sort_is_not_sensitive_to_case() -> None:
    """Capitals make no difference."""
    assert by("publisher", "b", "A", "C", "a") == "BDAC"


@pytest.mark.parametrize("direction", ["ascending", "descending"])
def test_sort_has_empty_keys_last(direction: str) -> None:
    """Items without a value come last, in either direction, as they were."""
    assert by("publisher", None, "b", "", "a", direction=direction)[-2:] == "AC"


def test_sort_by_several_keys() -> None:
    """Items that share a value are sorted by the next key, then stay in their order."""
    keys = '<key variable="publisher"/><key variable="volume" sort="descending"/>'
    works = [
        {"publisher": "b", "volume": "1"},
        {"publisher": "a", "volume": "1"},
        {"publisher": "a", "volume": "2"},
        {"publisher": "a", "volume": "1"},
    ]
    assert order(keys, *works) == "CBDA"


def test_sort_of_citations_and_entries_is_separate() -> None:
    """Cites sort by cs:citation's keys, entries by cs:bibliography's."""
    source = style(
        sort='<key variable="title" sort="descending"/>', entry_sort='<key variable="title"/>'
    )
    works = [item("a", title="B"), item("b", title="A"), item("c", title="C")]
    assert citation(source, *works) == "C; B; A"
    assert entries(source, *works) == ["A", "B", "C"]


def test_sort_without_keys_is_the_order_of_citation() -> None:
    """Without cs:sort, cites and entries are in the order in which they are cited."""
    works = [item("a", title="B"), item("b", title="A")]
    assert citation(style(), *works) == "B; A"
    assert entries(style(), *works) == ["B", "A"]


def test_sort_by_text_without_markup() -> None:
    """Markup in a value does not count."""
    assert by("publisher", "<i>b</i>", "a", "<b>c</b>", '<span class="nocase">B</span>a') == "BADC"


@pytest.mark.parametrize(
    ("dates", "printed"),
    [
        (["2000-5", "2000", "2000-5-1"], "BAC"),
        (["50", "-50", "100", "-100"], "DBAC"),
        (["2002/2003", "2000/2005", "2000/2001", "2002/2009"], "CBAD"),
        (["2000/2002", "2000", "1999"], "CBA"),
        ([date("2000", season=1), date("2000-2"), date("2000", season=4)], "ACB"),
        (["2000-10", "2000-9", "2000-11-1"], "BAC"),
    ],
    ids=["less specific first", "BC", "ranges", "ranges behind dates", "seasons", "by value"],
)
def test_sort_by_dates(dates: list[Any], printed: str) -> None:
    """Dates sort by time, parts that are missing first; ranges by start, then by end."""
    assert by("issued", *dates) == printed


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        (["10", "9", "100"], "BAC"),
        ([10, 9, 100], "BAC"),
        (["2", "10", "second"], "ABC"),
    ],
)
def test_sort_by_numbers(values: list[Any], printed: str) -> None:
    """Numbers sort by value."""
    assert by("volume", *values) == printed


@pytest.mark.parametrize(
    ("authors", "printed"),
    [
        (["Roe, Ann", "Doe, Jane", "Doe, Ann"], "CBA"),
        (["Doe, Jane; Roe, Ann", "Doe, Jane", "Doe, Jane; Poe, Eve"], "BCA"),
        (["Doe, Jane Z", "Doe, Jane A"], "BA"),
    ],
)
def test_sort_by_a_names_variable(authors: list[str], printed: str) -> None:
    """A list sorts by family and given names of all its names."""
    assert by("author", *authors) == printed


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        (["|The New York Times", "|Nature", "|Oxford"], "BAC"),
        (["|A Group", "|Fens", "|Houses"], "BAC"),
        (["|An Assembly", "|Ants", "|Assets"], "BAC"),
        (["|Thermal", "|The Zoo"], "AB"),
    ],
)
def test_sort_by_literal_names_without_articles(names: list[str], printed: str) -> None:
    """An English article at the start of a name that is no person's does not count."""
    assert by("author", *names) == printed
    assert by_names(*names) == printed


GOGH = [{"family": "Gogh", "given": "V", "non-dropping-particle": "van"}]
NEVER = 'demote-non-dropping-particle="never"'
HUMBOLDT = [{"family": "Humboldt", "given": "A", "dropping-particle": "von"}]


@pytest.mark.parametrize(
    ("demote", "printed"),
    [("never", "BDCA"), ("sort-only", "BADC"), ("display-and-sort", "BADC")],
)
def test_sort_by_particles(demote: str, printed: str) -> None:
    """A particle that is not demoted is the start of the name, otherwise it comes second."""
    options = f'demote-non-dropping-particle="{demote}"'
    assert by_names(GOGH, "Adams, A", "Ire, A", HUMBOLDT, options=options) == printed


def test_sort_by_particles_second() -> None:
    """Demoted particles sort names alike, before the given name."""
    assert by_names(GOGH, "Gogh, Z", "Gogh, A") == "CBA"
    assert by_names(HUMBOLDT, "Humboldt, Z", "Humboldt, A", options=NEVER) == "CBA"


@pytest.mark.parametrize(
    ("body", "works", "printed"),
    [
        ('<text variable="publisher"/>', [{"publisher": "b"}, {"publisher": "a"}], "BA"),
        ('<text variable="publisher" text-case="uppercase"/>',
         [{"publisher": "b"}, {"publisher": "A"}], "BA"),
        ('<number variable="volume"/>', [{"volume": "10"}, {"volume": "9"}], "BA"),
        ('<number variable="volume" form="ordinal"/>', [{"volume": "10"}, {"volume": "9"}], "BA"),
        ('<date variable="issued" form="text"/>', [{"issued": "2000-10"}, {"issued": "2000-9"}],
         "BA"),
        ('<date variable="issued"><date-part name="year"/></date>',
         [{"issued": "2000-5"}, {"issued": "2000-3"}, {"issued": "1999"}], "CAB"),
        ('<date variable="issued" form="text" date-parts="year"/>',
         [{"issued": "2000-5"}, {"issued": "2000-3"}, {"issued": "1999"}], "CAB"),
        ('<date variable="issued" form="text" date-parts="year-month"/>',
         [{"issued": "2000-5-9"}, {"issued": "2000-5-3"}, {"issued": "2000-4"}], "CAB"),
        ('<names variable="author"/>', [{"author": "Roe, Ann"}, {"author": "Doe, Zoe"}], "BA"),
        ('<names variable="author"><name form="short"/></names>',
         [{"author": "Doe, Zoe"}, {"author": "Doe, Ann"}, {"author": "Bo, A"}], "CAB"),
        ('<names variable="author"><name form="count"/></names>',
         [{"author": "A; B; C"}, {"author": "D"}, {"author": "E; F"}], "BCA"),
        ('<names variable="editor"><label suffix=" "/><name/></names>',
         [{"editor": "B; C"}, {"editor": "A"}], "BA"),
        ('<names variable="author"><substitute><names variable="editor"/></substitute></names>',
         [{"editor": "Moe"}, {"author": "Doe"}, {"author": "Roe"}], "BAC"),
    ],
    ids=["text", "case", "number", "ordinal", "date", "year", "year of the locale",
         "month of the locale", "names", "short names", "count", "labels", "substitute"],
)  # fmt: skip
def test_sort_by_macros(body: str, works: list[Item], printed: str) -> None:
    """A macro sorts by what it prints, names inverted, numbers and dates by value."""
    assert order('<key macro="m"/>', *works, before=macro("m", body)) == printed


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("", "ABC"),
        ('names-min="3" names-use-first="3"', "CAB"),
        ('names-min="9" names-use-first="9"', "CAB"),
        ('names-min="1" names-use-first="1"', "ABC"),
    ],
)
def test_sort_overrides_et_al(key: str, printed: str) -> None:
    """``names-min`` and ``names-use-first`` of a key replace the limits of the names."""
    authors = ["Doe, J; Roe, A; Poe, B", "Doe, J; Roe, A; Qoe, A", "Doe, J; Roe, A; Aoe, A"]
    assert by_names(*authors, attributes='et-al-min="2" et-al-use-first="1"', key=key) == printed


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ('names-min="2" names-use-first="1" names-use-last="true"', "BCA"),
        ('names-min="2" names-use-first="1" names-use-last="false"', "ABC"),
        ('names-min="2" names-use-first="1"', "ABC"),
    ],
)
def test_sort_overrides_et_al_use_last(key: str, printed: str) -> None:
    """``names-use-last`` of a key has the last name of a shortened list count."""
    authors = ["Doe, J; Abe, A; Zoe, B", "Doe, J; Yoe, A; Aoe, A", "Doe, J; Xoe, A; Boe, A"]
    assert by_names(*authors, key=key) == printed


def test_sort_ignores_et_al() -> None:
    """The words "et al." do not count."""
    authors = ["Doe, J; Roe, A", "Doe, J"]
    assert by_names(*authors, attributes='et-al-min="2" et-al-use-first="1"') == "AB"
    assert by_names(*reversed(authors), attributes='et-al-min="2" et-al-use-first="1"') == "AB"


def test_sort_by_citation_number() -> None:
    """Cites can sort by the numbers of their entries."""
    source = style(
        '<text variable="citation-number"/>',
        sort='<key variable="citation-number"/>',
        entry_sort='<key variable="title"/>',
    )
    works = [item("a", title="C"), item("b", title="A"), item("c", title="B")]
    assert citation(source, *works) == "1; 2; 3"


def test_sort_by_citation_number_needs_no_other_key() -> None:
    """Items get their numbers in the order of citing; a second key never counts."""
    source = style(
        '<text variable="citation-number"/>',
        sort='<key variable="citation-number"/><key variable="title"/>',
    )
    works = [item("a", title="C"), item("b", title="A"), item("c", title="B")]
    assert citations(source, works, [["a", "b"], ["c", "b"]]) == ["1; 2", "2; 3"]
    assert citations(source, works, [["b"], ["c"], ["a"]]) == ["1", "2", "3"]


def test_sort_by_citation_number_behind_another_key_numbers_entries_anew() -> None:
    """Where another key comes first, entries are numbered in the order of the list."""
    source = style(
        entry_sort='<key variable="title"/><key variable="citation-number"/>',
        entry='<text variable="citation-number"/><text variable="title" prefix=" "/>',
    )
    works = [item("a", title="C"), item("b", title="A"), item("c", title="A")]
    assert entries(source, *works) == ["1 A", "2 A", "3 C"]


def test_sort_by_citation_number_downwards_numbers_entries_backwards() -> None:
    """Entries sorted backwards by their number are in the opposite order."""
    source = style(entry_sort='<key variable="citation-number" sort="descending"/>')
    assert entries(source, item("a", title="A"), item("b", title="B")) == ["B", "A"]


def test_sort_by_a_condition() -> None:
    """A macro may print a number for each kind of item, to sort by."""
    kinds = (
        '<choose><if type="map"><text value="1"/></if><else-if type="book"><text value="2"/>'
        '</else-if><else><text value="3"/></else></choose>'
    )
    works = [{"type": "song"}, {"type": "book"}, {"type": "map"}]
    assert order('<key macro="m"/>', *works, before=macro("m", kinds)) == "CBA"


def test_sort_of_cites_keeps_their_locators() -> None:
    """Cites take their locators along when they are sorted."""
    source = style(f'{TITLE}<text variable="locator" prefix=" "/>', sort='<key variable="title"/>')
    works = [item("a", title="B"), item("b", title="A")]
    assert citations(source, works, [[Cite("a", locator="7"), "b"]]) == ["A; B 7"]
