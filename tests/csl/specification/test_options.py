"""CSL 1.0.2, "Global Options", "Inheritable Name Options" and "Locale Options"; appendix V."""

from __future__ import annotations

import pytest
from medcite.csl import Cite

from .samples import citation, citations, entries, item, style, text

PEOPLE = "Doe, Jean-Luc; Roe, Ann"


@pytest.mark.parametrize(
    ("option", "printed"),
    [
        ("", "J.-L. Doe"),
        ('initialize-with-hyphen="true"', "J.-L. Doe"),
        ('initialize-with-hyphen="false"', "J. L. Doe"),
    ],
)
def test_initialize_with_hyphen(option: str, printed: str) -> None:
    """The initials of compound names keep their hyphen unless the style drops it."""
    layout = '<names variable="author"><name initialize-with=". "/></names>'
    assert citation(style(layout, options=option), item(author="Doe, Jean-Luc")) == printed


def pages(form: str, value: str, variable: str = "page") -> str:
    option = f'page-range-format="{form}"' if form else ""
    source = style(f'<text variable="{variable}"/>', options=option)
    return citations(source, [item(page=value)], [[Cite("a", locator=value, label="page")]])[0]


CHICAGO_15 = {
    "3-10": "3–10", "71-72": "71–72", "92-113": "92–113", "100-104": "100–104",
    "600-613": "600–613", "1100-1123": "1100–1123", "107-108": "107–8", "505-517": "505–17",
    "1002-1006": "1002–6", "321-325": "321–25", "415-532": "415–532", "11564-11568": "11564–68",
    "13792-13803": "13792–803", "1496-1504": "1496–1504", "2787-2816": "2787–2816",
    "1087-1089": "1087–89",
}  # fmt: skip
CHICAGO_16 = {
    **CHICAGO_15, "1496-1500": "1496–500", "12991-13001": "12991–3001",
    "1496-1504": "1496–504", "2787-2816": "2787–816",
}  # fmt: skip
FORMS = {
    "chicago": CHICAGO_15,
    "chicago-15": CHICAGO_15,
    "chicago-16": CHICAGO_16,
    "expanded": {
        "42-45": "42–45", "42-5": "42–45", "321-328": "321–328", "321-28": "321–328",
        "321-8": "321–328", "2787-816": "2787–2816", "2787-2816": "2787–2816",
    },
    "minimal": {
        "42-45": "42–5", "321-328": "321–8", "2787-2816": "2787–816", "42-5": "42–5",
        "100-104": "100–4", "1002-1006": "1002–6", "99-101": "99–101",
    },
    "minimal-two": {
        "42-45": "42–45", "321-328": "321–28", "2787-2816": "2787–816", "3-5": "3–5",
        "100-104": "100–04", "42-5": "42–45",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [(form, *row) for form, rows in FORMS.items() for row in rows.items()],
)
@pytest.mark.parametrize("variable", ["page", "locator"])
def test_page_range_format(form: str, value: str, printed: str, variable: str) -> None:
    """Page ranges are written out or shortened as the style asks, also where given short."""
    assert pages(form, value, variable) == printed


@pytest.mark.parametrize("value", ["12", "e123", "S12", "xi", "12, 15"])
@pytest.mark.parametrize("form", ["chicago", "expanded", "minimal", "minimal-two", ""])
def test_page_range_format_is_for_ranges(form: str, value: str) -> None:
    """What is no range stays as it is."""
    assert pages(form, value) == value


@pytest.mark.parametrize(
    ("value", "printed"),
    [("321-328, 400-412", "321–28, 400–412"), ("S321-S328", "S321–28"), ("xi-xv", "xi–xv")],
)
def test_page_range_format_of_each_range(value: str, printed: str) -> None:
    """In a list each range has the format; letters before the numbers are not repeated."""
    assert pages("chicago", value) == printed


def test_page_range_delimiter() -> None:
    """Page ranges have the term for their delimiter."""
    before = '<locale><terms><term name="page-range-delimiter"> to </term></terms></locale>'
    source = style('<text variable="page"/>', options='page-range-format="expanded"', before=before)
    assert citation(source, item(page="321-8")) == "321 to 328"


INHERITED = [
    ('and="text"', "", "Jean-Luc Doe and Ann Roe"),
    ('and="symbol"', 'and="text"', "Jean-Luc Doe and Ann Roe"),
    ('et-al-min="2" et-al-use-first="1"', "", "Jean-Luc Doe et al."),
    ('et-al-min="2" et-al-use-first="1"', 'et-al-min="3"', "Jean-Luc Doe, Ann Roe"),
    ('et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="always"', "",
     "Jean-Luc Doe, et al."),
    ('delimiter-precedes-last="always"', 'and="text"', "Jean-Luc Doe, and Ann Roe"),
    ('initialize-with="."', "", "J.-L. Doe, A. Roe"),
    ('initialize-with="." initialize="false"', "", "Jean-Luc Doe, Ann Roe"),
    ('name-as-sort-order="first"', "", "Doe, Jean-Luc, Ann Roe"),
    ('name-as-sort-order="all"', 'name-as-sort-order="first"', "Doe, Jean-Luc, Ann Roe"),
    ('name-as-sort-order="all" sort-separator=" "', "", "Doe Jean-Luc, Roe Ann"),
    ('name-form="short"', "", "Doe, Roe"),
    ('name-form="short"', 'form="long"', "Jean-Luc Doe, Ann Roe"),
    ('name-delimiter="; "', "", "Jean-Luc Doe; Ann Roe"),
    ('name-delimiter="; "', 'delimiter="/"', "Jean-Luc Doe/Ann Roe"),
]  # fmt: skip


@pytest.mark.parametrize(("inherited", "own", "printed"), INHERITED)
@pytest.mark.parametrize("place", ["options", "citation", "bibliography"])
def test_inheritable_name_options(place: str, inherited: str, own: str, printed: str) -> None:
    """Options of cs:style, cs:citation or cs:bibliography are for all names in them."""
    layout = f'<names variable="author"><name {own}/></names>'
    work = item(author=PEOPLE)
    source = style(layout, entry=layout, **{place: inherited})
    if place != "bibliography":
        assert citation(source, work) == printed
    if place != "citation":
        assert entries(source, work) == [printed]


def test_inheritable_name_options_of_one_area() -> None:
    """An option of cs:citation is not for the bibliography."""
    layout = '<names variable="author"/>'
    source = style(layout, entry=layout, citation='name-form="short"')
    assert citation(source, item(author=PEOPLE)) == "Doe, Roe"
    assert entries(source, item(author=PEOPLE)) == ["Jean-Luc Doe, Ann Roe"]


def test_inheritable_name_options_of_the_lowest_level() -> None:
    """The value nearest to the names is used."""
    layout = '<names variable="author"/>'
    source = style(
        layout, entry=layout, options='name-delimiter="/"', citation='name-delimiter="+"'
    )
    assert citation(source, item(author=PEOPLE)) == "Jean-Luc Doe+Ann Roe"
    assert entries(source, item(author=PEOPLE)) == ["Jean-Luc Doe/Ann Roe"]


@pytest.mark.parametrize(
    ("options", "own", "printed"),
    [
        ('names-delimiter=" | "', "", "Doe | Roe"),
        ('names-delimiter=" | "', 'delimiter=" / "', "Doe / Roe"),
        ("", "", "DoeRoe"),
    ],
)
def test_names_delimiter(options: str, own: str, printed: str) -> None:
    """``names-delimiter`` stands between the lists of several variables."""
    layout = f'<names variable="author editor" {own}/>'
    assert citation(style(layout, options=options), item(author="Doe", editor="Roe")) == printed


def test_inheritable_name_options_are_for_names_in_macros() -> None:
    """An option of an area is for the names of macros that are called in it."""
    macros = '<macro name="m"><names variable="author"/></macro>'
    call = '<text macro="m"/>'
    source = style(
        call, entry=call, before=macros, citation='and="text"', bibliography='and="symbol"'
    )
    assert citation(source, item(author=PEOPLE)) == "Jean-Luc Doe and Ann Roe"
    assert entries(source, item(author=PEOPLE)) == ["Jean-Luc Doe & Ann Roe"]


@pytest.mark.parametrize(
    ("option", "day", "printed"),
    [
        ("", 1, "May 1st"),
        ("", 2, "May 2nd"),
        ('limit-day-ordinals-to-day-1="true"', 1, "May 1st"),
        ('limit-day-ordinals-to-day-1="true"', 2, "May 2"),
        ('limit-day-ordinals-to-day-1="true"', 21, "May 21"),
        ('limit-day-ordinals-to-day-1="false"', 2, "May 2nd"),
    ],
)
def test_limit_day_ordinals_to_day_1(option: str, day: int, printed: str) -> None:
    """All days are ordinals, or only the first of each month."""
    layout = (
        '<date variable="issued" delimiter=" "><date-part name="month"/>'
        '<date-part name="day" form="ordinal"/></date>'
    )
    source = style(layout, before=f"<locale><style-options {option}/></locale>")
    assert citation(source, item(issued=f"2005-5-{day}")) == printed


@pytest.mark.parametrize(
    ("day", "printed"), [(1, "1<sup>e</sup><sup>r</sup> janvier 2005"), (2, "2 janvier 2005")]
)
def test_limit_day_ordinals_to_day_1_in_french(day: int, printed: str) -> None:
    """French has the ordinal for the first day only."""
    layout = '<date variable="issued" form="text"><date-part name="day" form="ordinal"/></date>'
    source = style(layout, options='default-locale="fr-FR"')
    assert citation(source, item(issued=f"2005-1-{day}")) == printed


@pytest.mark.parametrize(
    ("inside", "suffix", "printed"),
    [
        ("true", ",", "“Fens,” x"),
        ("true", ".", "“Fens.” x"),
        ("false", ",", "“Fens”, x"),
        ("false", ".", "“Fens”. x"),
        ("true", ";", "“Fens”; x"),
        ("true", ":", "“Fens”: x"),
    ],
)
@pytest.mark.parametrize("place", ["suffix", "delimiter", "prefix", "group"])
def test_punctuation_in_quote(inside: str, suffix: str, printed: str, place: str) -> None:
    """A comma or full stop behind a quotation goes inside, whatever element it belongs to."""
    title, x = '<text variable="title" quotes="true"/>', '<text value="x"/>'
    layout = {
        "suffix": title.replace("/>", ' suffix="{} "/>') + x,
        "delimiter": f'<group delimiter="{{}} ">{title}{x}</group>',
        "prefix": title + x.replace("/>", ' prefix="{} "/>'),
        "group": f'<group suffix="{{}} ">{title}</group>{x}',
    }[place].format(suffix)
    before = f'<locale><style-options punctuation-in-quote="{inside}"/></locale>'
    assert citation(style(layout, before=before), item(title="Fens")) == printed


def test_punctuation_in_quote_of_a_locale() -> None:
    """American English has it, British English does not."""
    layout = '<group delimiter=", "><text variable="title" quotes="true"/><text value="x"/></group>'
    for lang, printed in (("en-US", "“Fens,” x"), ("en-GB", "‘Fens’, x"), ("de-DE", "„Fens“, x")):
        options = f'default-locale="{lang}"'
        assert citation(style(layout, options=options), item(title="Fens")) == printed


@pytest.mark.parametrize(
    ("value", "printed"), [("3-5", "3–5"), ("3–5", "3–5"), ("3 - 5", "3–5"), ("3-5, 7", "3–5, 7")]
)
def test_range_delimiter_of_locators(value: str, printed: str) -> None:
    """Hyphens in locators are en dashes, whatever the style."""
    layout = '<text variable="locator"/>'
    assert text(layout, {"locator": value, "label": "page"}) == printed
    assert text(layout, {"locator": value, "label": "chapter"}) == printed
