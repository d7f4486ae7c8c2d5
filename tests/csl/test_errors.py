"""A style that cannot be used says why in one line, with file and line."""

from __future__ import annotations

import pytest
from medcite.csl import Processor, StyleError, parse_style
from medcite.model.rich_text import Text

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">\n'
CITATION = '<citation><layout><text macro="one"/></layout></citation>\n'
BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n'
    "<style>&b;</style>"
)


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("not xml at all", 1, "not XML"),
        (HEAD + "<citation>", 2, "not XML"),
        (BOMB, 2, "DOCTYPE"),
        ("<locale/>", 1, "expected a CSL style"),
        (HEAD + CITATION + "</style>", 2, "macro 'one' is called but not defined"),
        (
            HEAD + '<macro name="one"><text macro="two"/></macro>\n'
            '<macro name="two"><text macro="one"/></macro>\n' + CITATION + "</style>",
            3,
            "in a circle: one -> two -> one",
        ),
        (HEAD + "<citation/></style>", 2, "has no <layout>"),
        (HEAD + "</style>", 1, "needs <citation>"),
    ],
)
def test_message_names_file_and_line(source: str, line: int, said: str) -> None:
    with pytest.raises(StyleError) as caught:
        parse_style(source, "mine.csl")
    message = str(caught.value)
    assert message.startswith(f"mine.csl:{line}: ")
    assert said in message
    assert "\n" not in message


def test_entities_are_refused_in_bytes_too() -> None:
    with pytest.raises(StyleError, match=r"DOCTYPE"):
        parse_style(BOMB.encode(), "bomb.csl")


def test_dependent_style_names_its_parent() -> None:
    style = parse_style(
        HEAD + '<info><link href="http://example.org/parent" rel="independent-parent"/></info>'
        "</style>",
        "child.csl",
    )
    assert style.dependent
    with pytest.raises(StyleError, match=r"its parent http://example\.org/parent"):
        Processor(style, {})


def _style(layout: str, more: str = "", head: str = HEAD) -> str:
    citation = '<citation><layout><text variable="title"/></layout></citation>\n'
    return f"{head}{more}{citation}<bibliography><layout>{layout}</layout></bibliography></style>"


def _printed(source: str, item: dict[str, object]) -> Text:
    processor = Processor(parse_style(source), {"a": {"id": "a", **item}})
    return processor.bibliography().entries[0].text


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ('<date variable="issued"><date-part name="century"/></date>', "name='century'"),
        ('<date variable="issued" form="roman"/>', "<date> has form='roman'; expected numeric"),
        ('<date variable="issued"><date-part name="day" form="lunar"/></date>', "form='lunar'"),
        ('<date variable="issued" form="text" date-parts="month"/>', "date-parts='month'"),
        ('<number variable="volume" form="binary"/>', "form='binary'"),
        ('<text variable="title" text-case="camel"/>', "text-case='camel'"),
        ('<label variable="page" plural="often"/>', "expected always, contextual, never"),
        ('<choose><if match="most" type="book"/></choose>', "match='most'"),
        (f'<names variable="author"><name et-al-min="{"9" * 5000}"/></names>', "et-al-min='999"),
        ('<names variable="author"><name et-al-use-first="-1"/></names>', "a whole number"),
        ('<names variable="author"><name et-al-min="1e9"/></names>', "et-al-min='1e9'"),
        ('<names variable="author"><name et-al-min="٣"/></names>', "et-al-min='٣'"),
        ("<group>" * 300 + "</group>" * 300, "nested more than 200 deep"),
    ],
)
def test_a_value_that_an_attribute_cannot_have(layout: str, said: str) -> None:
    with pytest.raises(StyleError) as caught:
        parse_style(_style(layout), "mine.csl")
    assert str(caught.value).startswith("mine.csl:3: ")
    assert said in str(caught.value)
    assert len(str(caught.value)) < 200


def test_blanks_around_a_number_do_not_count() -> None:
    authors = [{"family": family} for family in ("Alder", "Birch", "Cedar")]
    layout = (
        '<names variable="author"><name form="short" et-al-min="3 " et-al-use-first=" 2"/></names>'
    )
    assert _printed(_style(layout), {"author": authors}) == ("Alder, Birch, et al.",)


@pytest.mark.parametrize("encoding", ["klingon", "utf-7", "idna", "hex"])
def test_an_encoding_that_is_unknown(encoding: str) -> None:
    source = f'<?xml version="1.0" encoding="{encoding}"?>\n' + _style("")
    with pytest.raises(StyleError, match=r"^mine\.csl:1: the encoding that it declares"):
        parse_style(source.encode(), "mine.csl")


def _chain(levels: int, call: str, last: str) -> str:
    """Return macros of which each holds ``call``, with the name of the next for ``%s``."""
    macros = [
        f'<macro name="m{n}">{call.replace("%s", f"m{n + 1}")}</macro>' for n in range(levels)
    ]
    return "\n".join((*macros, f'<macro name="m{levels}">{last}</macro>'))


TWICE = '<text macro="%s"/>' * 2
TITLE = '<text variable="title"/>'


@pytest.mark.parametrize(
    ("call", "layout", "said"),
    [
        (TWICE, '<text macro="m0"/>', "prints more than 100,000 elements"),
        (
            f'<choose><if variable="title">{TWICE}</if><else>{TWICE}</else></choose>',
            '<text macro="m0"/>',
            "prints more than 100,000 elements",
        ),
        (f"<group>{TWICE}</group>", "", "prints more than 100,000 elements"),
    ],
)
def test_macros_that_double_thirty_levels_deep(call: str, layout: str, said: str) -> None:
    with pytest.raises(StyleError, match=said):
        parse_style(_style(layout, _chain(30, call, TITLE)))


def test_a_long_chain_of_macros() -> None:
    with pytest.raises(StyleError, match="nested more than 200 deep"):
        parse_style(_style('<text macro="m0"/>', _chain(3000, '<text macro="%s"/>', TITLE)))


def test_branches_of_which_one_is_taken_are_not_added_up() -> None:
    branches = f'<choose><if variable="title">{TITLE}</if><else><text macro="%s"/></else></choose>'
    source = _style('<text macro="m0"/>', _chain(40, branches, TITLE))
    assert _printed(source, {"title": "Once"}) == ("Once",)


def test_the_deepest_and_the_largest_style_allowed_are_formatted() -> None:
    deep = "<group>" * 95 + '<text macro="m0"/>' + "</group>" * 95
    source = _style(deep, _chain(47, '<text macro="%s"/>', TITLE))
    assert _printed(source, {"title": "x"}) == ("x",)
    source = _style('<text macro="m0"/>', _chain(14, TWICE, TITLE))
    assert "".join(map(str, _printed(source, {"title": "x"}))) == "x" * 2**14
