"""strip-periods, text-case, formatting, quotes, affixes and display on every element."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from medcite.model.rich_text import Span

from tests.conftest import ROOT
from tests.csl.rendered import rich, text

MACRO = '<macro name="m"><text variable="title"/></macro>'
AUTHOR = [{"family": "Roe", "given": "A"}]
# Elements that print "ed.", each with the item that makes them.
ELEMENTS = {
    "variable": ('<text variable="title" {}/>', {"title": "ed."}),
    "macro": ('<text macro="m" {}/>', {"title": "ed."}),
    "term": ('<text term="edition" form="short" {}/>', {}),
    "value": ('<text value="ed." {}/>', {}),
    "number": ('<number variable="edition" {}/>', {"edition": "ed."}),
    "label": ('<label variable="edition" form="short" {}/>', {"edition": "2"}),
    "date-part": (
        '<date variable="issued"><date-part name="month" {}/></date>',
        {"issued": {"date-parts": [[2020]], "season": "ed."}},
    ),
}


@pytest.mark.parametrize(("body", "item"), ELEMENTS.values(), ids=ELEMENTS.keys())
@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", "ed."),
        ('strip-periods="true"', "ed"),
        ('text-case="uppercase"', "ED."),
        ('prefix="(" suffix=")"', "(ed.)"),
        ('strip-periods="true" text-case="capitalize-first" suffix=";"', "Ed;"),
    ],
)
def test_text(body: str, item: dict[str, Any], attributes: str, expected: str) -> None:
    assert text(body.format(attributes), macros=MACRO, **item) == expected


@pytest.mark.parametrize(("body", "item"), ELEMENTS.values(), ids=ELEMENTS.keys())
@pytest.mark.parametrize(
    ("attribute", "kind"),
    [
        ('font-style="italic"', "italic"),
        ('font-variant="small-caps"', "small-caps"),
        ('font-weight="bold"', "bold"),
        ('text-decoration="underline"', "underline"),
        ('vertical-align="sup"', "sup"),
    ],
)
def test_formatting(body: str, item: dict[str, Any], attribute: str, kind: str) -> None:
    assert rich(body.format(attribute), macros=MACRO, **item) == (Span(kind, ("ed.",)),)


@pytest.mark.parametrize(
    "body",
    [
        '<group {}><text variable="title"/></group>',
        '<names variable="author" {}/>',
        '<names variable="author"><name {}/></names>',
    ],
)
def test_elements_of_others_have_formatting_and_affixes(body: str) -> None:
    body = body.format('font-style="italic" prefix="(" suffix=")"')
    expected = {"title": "Roe", "author": [{"family": "Roe"}]}
    assert rich(body, **expected) == ("(", Span("italic", ("Roe",)), ")")


def test_a_name_part_has_formatting_and_case() -> None:
    part = '<name-part name="family" text-case="uppercase" font-weight="bold"/>'
    body = f'<names variable="author"><name>{part}</name></names>'
    assert rich(body, author=AUTHOR) == ("A ", Span("bold", ("ROE",)))


@pytest.mark.parametrize(("body", "item"), ELEMENTS.values(), ids=ELEMENTS.keys())
def test_no_affixes_around_what_strip_periods_empties(body: str, item: dict[str, Any]) -> None:
    body = body.replace("ed.", ".").replace('<label variable="edition"', '<label variable="issue"')
    emptied: dict[str, Any] = {
        name: {**value, "season": "."} if isinstance(value, dict) else value.replace("ed.", ".")
        for name, value in item.items()
    }
    if 'term="edition"' in body:
        body = body.replace('term="edition" form="short"', 'term="no such term"')
    out = text('<text value="x"/>' + body.format('strip-periods="true" suffix="!"'),
               macros=MACRO, **emptied)  # fmt: skip
    assert out == "x"


def test_strip_periods_keeps_those_inside_a_word_of_an_item() -> None:
    body = '<text variable="title" strip-periods="true"/>'
    assert text(body, title="example.com. Ed.") == "example.com Ed"


@pytest.mark.parametrize(
    ("variable", "value"),
    [("DOI", "10.1000/jic.2023.1"), ("URL", "https://www.example.org/1.2/")],
)
def test_strip_periods_leaves_addresses(variable: str, value: str) -> None:
    body = f'<text variable="{variable}" strip-periods="true"/>'
    assert text(body, **{variable: value}) == value


def test_case_is_set_without_the_periods() -> None:
    body = '<text variable="title" strip-periods="true" text-case="sentence"/>'
    assert text(body, title="U.S. Army") == "US army"


@pytest.mark.parametrize(
    ("body", "item"),
    [
        ('<text variable="title" font-style="italic"/>', {"title": "科学"}),
        ('<label variable="page" font-style="italic"/>', {"page": "2"}),
        ('<text term="page" font-style="italic"/>', {}),
        ('<number variable="edition" font-style="italic"/>', {"edition": "初版"}),
    ],
)
def test_words_in_a_script_without_italics_stay_upright(body: str, item: dict[str, Any]) -> None:
    assert all(isinstance(node, str) for node in rich(body, locale="zh-CN", **item))


def test_months_follow_the_style_s_rules_of_case_not_the_item_s() -> None:
    body = (
        '<date variable="issued"><date-part name="month" text-case="uppercase"/></date>'
        '<text variable="title" text-case="uppercase" prefix=" "/>'
    )
    item = {"issued": {"date-parts": [[2020, 4]]}, "title": "iki", "language": "tr"}
    assert text(body, **item) == "APRIL İKİ"


def test_only_english_titles_get_title_case_but_terms_always_do() -> None:
    body = (
        '<text variable="title" text-case="title"/>'
        '<text value=" of great things" text-case="title"/>'
    )
    assert text(body, title="sur la route", language="fr") == "sur la route Of Great Things"


def test_only_one_module_knows_these_attributes() -> None:
    """Adding such an attribute touches attributes.py alone."""
    known = {"strip-periods", "text-case", "font-style", "font-variant", "font-weight",
             "text-decoration", "vertical-align", "display", "quotes"}  # fmt: skip
    csl = ROOT / "convert" / "csl"
    strings = {
        (path.relative_to(csl).as_posix(), node.value)
        for path in csl.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in known
    }
    # A term without text-case may start a sentence.
    assert {path for path, _ in strings - {("elements/text.py", "text-case")}} == {"attributes.py"}
