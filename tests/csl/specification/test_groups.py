"""CSL 1.0.2, "Layout", "Text" and "Group"."""

from __future__ import annotations

import pytest

from .samples import Item, citation, entries, item, macro, style, terms, text

TITLE = '<text variable="title"/>'


def test_layout_delimits_cites() -> None:
    """The layout's delimiter stands between the cites of a citation, not between entries."""
    works = [item("a", title="Fens"), item("b", title="Bogs")]
    assert citation(style(TITLE, delimiter=" / "), *works) == "Fens / Bogs"
    assert entries(style(TITLE, delimiter=" / "), *works) == ["Fens", "Bogs"]


def test_layout_has_affixes_and_formatting() -> None:
    """Affixes and formatting of the layout are around the whole citation, or each entry."""
    attributes = 'prefix="(" suffix=")" font-style="italic"'
    source = style(TITLE).replace("<layout", f"<layout {attributes}")
    works = [item("a", title="Fens"), item("b", title="Bogs")]
    assert citation(source, *works) == "<i>(Fens; Bogs)</i>"
    assert entries(source, *works) == ["<i>(Fens)</i>", "<i>(Bogs)</i>"]


@pytest.mark.parametrize(
    ("form", "variables", "printed"),
    [
        ("", {"title": "Long", "title-short": "Short"}, "Long"),
        ("long", {"title": "Long", "title-short": "Short"}, "Long"),
        ("short", {"title": "Long", "title-short": "Short"}, "Short"),
        ("short", {"title": "Long"}, "Long"),
        ("short", {"title": "Long", "shortTitle": "Short"}, "Short"),
        ("short", {"title": "Long", "title-short": ""}, "Long"),
    ],
)
def test_text_of_a_variable(form: str, variables: Item, printed: str) -> None:
    """``form`` selects the short form, or the long one if there is no other."""
    attribute = f'form="{form}"' if form else ""
    assert text(f'<text variable="title" {attribute}/>', **variables) == printed


def test_text_of_a_container_in_the_short_form() -> None:
    """A container has a short form, too, also called journalAbbreviation."""
    layout = '<text variable="container-title" form="short"/>'
    assert text(layout, container_title="Long", container_title_short="Short") == "Short"
    assert text(layout, container_title="Long", journalAbbreviation="Short") == "Short"
    assert text('<text variable="container-title-short"/>', container_title_short="S") == "S"


def test_text_of_a_macro_has_attributes() -> None:
    """A macro's output has the affixes and the formatting of its call."""
    source = style(
        '<text macro="m" prefix="[" suffix="]" font-style="italic" text-case="uppercase"/>',
        before=macro("m", f'{TITLE}<text value="!"/>'),
    )
    assert citation(source, item(title="Fens")) == "[<i>FENS!</i>]"


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [
        ("", "editor"),
        ('plural="false"', "editor"),
        ('plural="true"', "editors"),
        ('form="short"', "ed."),
        ('form="short" plural="true"', "eds."),
        ('form="verb"', "edited by"),
        ('form="verb-short"', "ed. by"),
        ('form="symbol"', "ed."),
    ],
)
def test_text_of_a_term(attributes: str, printed: str) -> None:
    """A term has a number and a form."""
    assert text(f'<text term="editor" {attributes}/>') == printed


def test_text_of_a_value() -> None:
    """A value is printed as it is."""
    assert text('<text value="in: "/><text value="x"/>') == "in: x"


def test_text_has_affixes_formatting_quotes_case_and_no_periods() -> None:
    """cs:text has the attributes of rendering elements, the affixes outside."""
    attributes = (
        'prefix="[" suffix="]" font-style="italic" quotes="true" text-case="lowercase" '
        'strip-periods="true"'
    )
    assert text(f'<text variable="title" {attributes}/>', title="No. 1") == "[“<i>no 1</i>”]"


def test_text_of_an_empty_variable_prints_no_affixes() -> None:
    """Affixes come only with something to print."""
    layout = '<text value="x"/><text variable="title" prefix="[" suffix="]" quotes="true"/>'
    assert text(layout) == text(layout, title="") == "x"


@pytest.mark.parametrize("value", [7, "7", 0])
def test_text_of_a_number(value: object) -> None:
    """A variable's value may be a number."""
    assert text('<text variable="volume"/>', volume=value) == str(value)


RETRIEVED = (
    '<text value="x"/><group delimiter=" " prefix="[" suffix="]"><text term="retrieved"/>'
    '<text term="from"/><text variable="URL"/></group>'
)


@pytest.mark.parametrize(
    ("variables", "printed"),
    [
        ({"URL": "https://example.org"}, "x[retrieved from https://example.org]"),
        ({"URL": ""}, "x"),
        ({}, "x"),
    ],
)
def test_group_is_hidden_if_its_variables_are_empty(variables: Item, printed: str) -> None:
    """Terms are printed only beside a variable with a value."""
    assert text(RETRIEVED, **variables) == printed


@pytest.mark.parametrize(
    ("body", "variables", "printed"),
    [
        ('<text term="in"/><text value="y"/>', {}, "xin y"),
        ('<text term="in"/><names variable="editor"/>', {}, "x"),
        ('<text term="in"/><names variable="editor"/>', {"editor": "Roe"}, "xin Roe"),
        ('<text term="in"/><date variable="issued" form="numeric"/>', {}, "x"),
        ('<text term="in"/><date variable="issued" form="text"/>', {"issued": "2005"}, "xin 2005"),
        ('<text term="in"/><number variable="volume"/>', {}, "x"),
        ('<text term="in"/><number variable="volume"/>', {"volume": "2"}, "xin 2"),
        ('<text term="in"/><number variable="volume"/><text variable="title"/>', {"title": "T"},
         "xin T"),
        ('<label variable="volume"/><text variable="volume"/>', {"volume": "2"}, "xvolume 2"),
        ('<text term="in"/><text macro="m"/>', {}, "x"),
        ('<text term="in"/><text macro="m"/>', {"title": "T"}, "xin T"),
        ('<text term="in"/><group><text variable="title"/></group>', {}, "x"),
        ('<text term="in"/><group><text variable="title"/></group>', {"title": "T"}, "xin T"),
        ('<text variable="title"/><group><text value="y"/></group>', {}, "xy"),
        ('<text variable="title"/><group><text value="y"/><text variable="volume"/></group>', {},
         "x"),
        ('<choose><if variable="title"><text variable="title"/></if></choose><text term="in"/>', {},
         "xin"),
        ('<choose><if type="book"><text variable="title"/></if></choose><text term="in"/>', {},
         "x"),
    ],
)  # fmt: skip
def test_group_asks_for_all_kinds_of_variables(body: str, variables: Item, printed: str) -> None:
    """Names, dates, numbers, macros and inner groups are variables like others."""
    source = style(
        f'<text value="x"/><group delimiter=" ">{body}</group>', before=macro("m", TITLE)
    )
    assert citation(source, item(**variables)) == printed


def test_group_of_terms_alone_is_printed() -> None:
    """A group in which no element calls a variable is not hidden."""
    assert text('<group delimiter=" "><text term="in"/><text term="and"/></group>') == "in and"


def test_group_counts_a_macro_of_terms_as_a_value() -> None:
    """A macro that prints something counts as a variable with a value."""
    layout = '<text value="x"/><group><text macro="m"/><text variable="volume"/></group>'
    assert citation(style(layout, before=macro("m", '<text value="y"/>')), item()) == "xy"


def test_group_has_delimiter_affixes_and_formatting() -> None:
    """The attributes of a group are for its output as a whole."""
    layout = (
        '<group delimiter="; " prefix="(" suffix=")" font-weight="bold">'
        '<text variable="title"/><text variable="volume"/><text variable="issue"/></group>'
    )
    assert text(layout, title="Fens", issue="3") == "(<b>Fens; 3</b>)"


def test_group_delimits_only_what_prints() -> None:
    """There is no delimiter beside an element without output."""
    layout = (
        '<group delimiter=", "><text variable="volume"/><text variable="title"/>'
        '<text value=""/><text term="no-such-term"/><text variable="issue"/></group>'
    )
    assert text(layout, title="Fens") == "Fens"


@pytest.mark.parametrize(
    ("layout", "printed"),
    [
        (f'<group delimiter=": "><text value="x"/><group>{TITLE}<text value="y"/></group></group>',
         "x: Tensy"),
        (f'<group delimiter=": "><text value="x"/><group delimiter="/">{TITLE}<text value="y"/>'
         "</group></group>", "x: Tens/y"),
        ('<group delimiter=": "><text value="x"/><choose><if type="book"><text value="y"/>'
         '<text value="z"/></if></choose></group>', "x: y: z"),
        ('<group delimiter=": "><text value="x"/><choose><else-if type="book"/><else>'
         '<text value="y"/><text value="z"/></else></choose></group>'.replace("<else-if", "<if"),
         "x"),
        ('<group delimiter=": "><names variable="author"/><text value="y"/></group>',
         "Doe, Roe: y"),
        ('<group delimiter=": "><date variable="issued"><date-part name="month"/>'
         '<date-part name="year"/></date><text value="y"/></group>', "May2005: y"),
    ],
)  # fmt: skip
def test_delimiter_is_that_of_the_nearest_element(layout: str, printed: str) -> None:
    """A group inside has its own delimiter or none; a choice has that of what is around it."""
    assert text(layout, title="Tens", author="Doe; Roe", issued="2005-5") == printed


def test_delimiter_of_a_choice_in_a_macro() -> None:
    """In a macro a choice has no delimiter of what is around the macro."""
    body = '<choose><if type="book"><text value="y"/><text value="z"/></if></choose>'
    source = style(
        '<group delimiter=": "><text value="x"/><text macro="m"/></group>', before=macro("m", body)
    )
    assert citation(source, item()) == "x: yz"


def test_group_with_an_empty_term() -> None:
    """A term without text is no piece of output."""
    source = style(
        f'<group delimiter=", "><text term="in"/>{TITLE}</group>',
        before=terms(**{"in": ""}),
    )
    assert citation(source, item(title="Fens")) == "Fens"


def test_group_within_groups_is_judged_first() -> None:
    """An inner group that is hidden is empty for the one around it, and so on outwards."""
    inner = '<group><text term="in"/><text variable="volume"/></group>'
    layout = (
        f'<text value="x"/><group><text value="y"/><group><text value="z"/>{inner}</group></group>'
    )
    assert text(layout) == "x"
    assert text(layout, volume="2") == "xyzin2"
