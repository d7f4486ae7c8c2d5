"""CSL 1.0.2, "Formatting", "Affixes", "Delimiter", "Quotes" and "Strip-periods"."""

from __future__ import annotations

import pytest

from .samples import citation, entries, item, style, text

STYLES = [
    ('font-style="italic"', "<i>{}</i>"),
    ('font-style="oblique"', '<span style="font-style:oblique;">{}</span>'),
    ('font-variant="small-caps"', '<span style="font-variant:small-caps;">{}</span>'),
    ('font-weight="bold"', "<b>{}</b>"),
    ('font-weight="light"', '<span style="font-weight:light;">{}</span>'),
    ('text-decoration="underline"', '<span style="text-decoration:underline;">{}</span>'),
    ('vertical-align="sup"', "<sup>{}</sup>"),
    ('vertical-align="sub"', "<sub>{}</sub>"),
]
ELEMENTS = {
    "text": ('<text variable="title" {}/>', "Fens"),
    "number": ('<number variable="volume" {}/>', "2"),
    "date": ('<date variable="issued" form="numeric" {}/>', "2005"),
    "date-part": ('<date variable="issued"><date-part name="year" {}/></date>', "2005"),
    "group": ('<group {}><text variable="title"/></group>', "Fens"),
    "label": ('<label variable="volume" {}/>', "volume"),
    "names": ('<names variable="author" {}/>', "Doe"),
    "name": ('<names variable="author"><name {}/></names>', "Doe"),
    "term": ('<text term="in" {}/>', "in"),
}
WORK = item(title="Fens", volume="2", issued="2005", author="Doe")


@pytest.mark.parametrize(("attribute", "markup"), STYLES)
@pytest.mark.parametrize("element", ELEMENTS)
def test_formatting_of_elements(element: str, attribute: str, markup: str) -> None:
    """Each formatting attribute works on each of these elements."""
    layout, printed = ELEMENTS[element]
    assert citation(style(layout.format(attribute)), WORK) == markup.format(printed)


@pytest.mark.parametrize("element", ["layout", "et-al", "name-part"])
def test_formatting_of_layouts_and_parts_of_names(element: str) -> None:
    """The layout, "et al." and parts of names are formatted, too."""
    names = '<names variable="author"><name et-al-min="2" et-al-use-first="1">{}</name>{}</names>'
    source, printed = {
        "layout": (style().replace("<layout", '<layout font-style="italic"'), "<i>Fens</i>"),
        "et-al": (style(names.format("", '<et-al font-style="italic"/>')), "Doe <i>et al.</i>"),
        "name-part": (
            style(names.format('<name-part name="family" font-style="italic"/>', "")),
            "<i>Doe</i> et al.",
        ),
    }[element]
    assert citation(source, item(title="Fens", author="Doe; Roe")) == printed


@pytest.mark.parametrize(
    "attribute",
    ['font-style="normal"', 'font-weight="normal"', 'font-variant="normal"',
     'text-decoration="none"', 'vertical-align="baseline"'],
)  # fmt: skip
def test_formatting_is_normal_by_default(attribute: str) -> None:
    """The default value says nothing where nothing else was said."""
    assert text(f'<text variable="title" {attribute}/>', title="Fens") == "Fens"


def test_formatting_combines() -> None:
    """Several attributes apply together."""
    printed = text('<text variable="title" font-style="italic" font-weight="bold"/>', title="F")
    assert printed in ("<b><i>F</i></b>", "<i><b>F</b></i>")


@pytest.mark.parametrize("element", ["text", "number", "date", "group", "label", "names", "term"])
def test_affixes_are_around_the_output(element: str) -> None:
    """The prefix comes before, the suffix behind the output."""
    layout, printed = ELEMENTS[element]
    assert citation(style(layout.format('prefix="[" suffix="]"')), WORK) == f"[{printed}]"


@pytest.mark.parametrize("element", ["text", "number", "date", "group", "label", "names"])
def test_affixes_need_output(element: str) -> None:
    """Without output there are no affixes."""
    layout, _ = ELEMENTS[element]
    source = style("<text value='x'/>" + layout.format('prefix="[" suffix="]"'))
    assert citation(source, item()) == "x"


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [
        ('font-style="italic"', "a.<i>Fe.ns</i>b."),
        ('text-case="uppercase"', "a.FE.NSb."),
        ('quotes="true"', "a.“Fe.ns”b."),
    ],
)
def test_affixes_are_outside_of_the_other_attributes(attributes: str, printed: str) -> None:
    """Formatting, case and quotes of an element are not for its affixes."""
    assert (
        text(f'<text variable="title" prefix="a." suffix="b." {attributes}/>', title="Fe.ns")
        == printed
    )


def test_affixes_are_outside_of_strip_periods() -> None:
    """The full stops of affixes stay."""
    layout = '<text term="page" form="short" prefix="a." suffix="b." strip-periods="true"/>'
    assert text(layout) == "a.pb."


def test_affixes_of_a_layout_are_formatted() -> None:
    """The affixes of cs:layout have its formatting."""
    source = style().replace("<layout", '<layout font-style="italic" prefix="(" suffix=")"')
    assert citation(source, item(title="Fens")) == "<i>(Fens)</i>"


def test_affixes_within_a_formatted_group() -> None:
    """A group formats the affixes of what is in it."""
    layout = '<group font-style="italic"><text variable="title" prefix="(" suffix=")"/></group>'
    assert text(layout, title="Fens") == "<i>(Fens)</i>"


@pytest.mark.parametrize(
    ("lang", "printed"),
    [
        ("en-US", "“Fens”"),
        ("en-GB", "‘Fens’"),
        ("de-DE", "„Fens“"),
        ("fr-FR", "«\u00a0Fens\u00a0»"),
        ("es-ES", "«Fens»"),
        ("ja-JP", "「Fens」"),
        ("pl-PL", "„Fens”"),
    ],
)
def test_quotes_are_terms(lang: str, printed: str) -> None:
    """The quotation marks are the locale's."""
    source = style('<text variable="title" quotes="true"/>', options=f'default-locale="{lang}"')
    assert citation(source, item(title="Fens")) == printed


def test_quotes_of_the_style_s_own_terms() -> None:
    """A style may define its own quotation marks."""
    before = (
        "<locale><terms><term name='open-quote'>&lt;</term><term name='close-quote'>&gt;</term>"
        "</terms></locale>"
    )
    source = style('<text variable="title" quotes="true"/>', before=before)
    assert citation(source, item(title="Fens")) == "<Fens>"


@pytest.mark.parametrize(
    ("layout", "printed"),
    [
        ('<text variable="title" quotes="true"/>', "“Fens”"),
        ('<text variable="title" quotes="false"/>', "Fens"),
        ('<text value="x" quotes="true"/>', "“x”"),
        ('<text term="in" quotes="true"/>', "“in”"),
        ('<text macro="m" quotes="true"/>', "“Fens”"),
        ('<text variable="title" quotes="true" font-style="italic"/>', "“<i>Fens</i>”"),
        ('<text variable="title" quotes="true" prefix="(" suffix=")"/>', "(“Fens”)"),
    ],
)
def test_quotes(layout: str, printed: str) -> None:
    """A text of any source can be quoted, inside its affixes."""
    source = style(layout, before='<macro name="m"><text variable="title"/></macro>')
    assert citation(source, item(title="Fens")) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ('The "Fens" of', "“The ‘Fens’ of”"),
        ("The “Fens” of", "“The ‘Fens’ of”"),
        ("The 'Fens' of", "“The ‘Fens’ of”"),
        ("The <i>Fens</i> of", "“The <i>Fens</i> of”"),
        ('"Fens"', "“‘Fens’”"),
        ("Fens'", "“Fens’”"),
        ("l'eau", "“l’eau”"),
    ],
)
def test_quotes_alternate(title: str, printed: str) -> None:
    """Quotation marks inside quotation marks are the inner ones."""
    assert text('<text variable="title" quotes="true"/>', title=title) == printed


@pytest.mark.parametrize(
    ("layout", "printed"),
    [
        ('<text term="editor" form="short" strip-periods="true"/>', "ed"),
        ('<text term="editor" form="short" strip-periods="false"/>', "ed."),
        ('<label variable="volume" form="short" strip-periods="true"/>', "vol"),
        ('<date variable="issued"><date-part name="month" form="short" strip-periods="true"/>'
         "</date>",
         "Jan"),
        ('<text variable="title" strip-periods="true"/>', "No 1"),
        ('<text value="a.b.c." strip-periods="true"/>', "abc"),
        ('<text macro="m" strip-periods="true"/>', "No 1"),
    ],
)  # fmt: skip
def test_strip_periods(layout: str, printed: str) -> None:
    """Full stops of the text are removed."""
    source = style(layout, before='<macro name="m"><text variable="title"/></macro>')
    assert citation(source, item(title="No. 1", volume="2", issued="2005-1")) == printed


@pytest.mark.parametrize(
    ("layout", "printed"),
    [
        ('<text variable="title" suffix="."/><text value="." />', "Fens."),
        ('<text variable="title" suffix="."/><text value="x" prefix=". "/>', "Fens. x"),
        (
            '<group delimiter=". "><text variable="title" suffix="."/><text value="x"/></group>',
            "Fens. x",
        ),
        (
            '<group delimiter=", "><text variable="title" suffix=","/><text value="x"/></group>',
            "Fens, x",
        ),
        ('<text variable="title" suffix=" "/><text value="x" prefix=" "/>', "Fens x"),
        ('<text variable="title" suffix="!"/><text value="x" prefix=". "/>', "Fens! x"),
        ('<text variable="title" suffix="?"/><text value="x" prefix=". "/>', "Fens? x"),
        ('<text variable="title" suffix=":"/><text value="x" prefix=". "/>', "Fens: x"),
    ],
)
def test_punctuation_is_not_doubled(layout: str, printed: str) -> None:
    """Marks and blanks that meet are printed once."""
    assert text(layout, title="Fens") == printed


def test_delimiters_of_a_date() -> None:
    """The delimiter of cs:date stands between its parts."""
    layout = (
        '<date variable="issued" delimiter="/"><date-part name="day"/><date-part name="month" '
        'form="numeric"/><date-part name="year"/></date>'
    )
    assert text(layout, issued="2005-5-3") == "3/5/2005"
    assert text(layout, issued="2005") == "2005"


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("<i>Canis</i> and", "<i>Canis</i> and"),
        ("<b>Canis</b> and", "<b>Canis</b> and"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("x<sup>2</sup>", "x<sup>2</sup>"),
        ('<span style="font-variant:small-caps;">Sc</span>',
         '<span style="font-variant:small-caps;">Sc</span>'),
        ('<span class="nocase">eBay</span> x', "eBay x"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("AT&T", "AT&T"),
    ],
)  # fmt: skip
def test_rich_text_of_values(title: str, printed: str) -> None:
    """Values may have italics, bold, sub- and superscript and small capitals."""
    assert text('<text variable="title"/>', title=title) == printed


@pytest.mark.parametrize(
    ("attribute", "title", "printed"),
    [
        ('font-style="italic"', "A <i>b</i> c",
         '<i>A <span style="font-style:normal;">b</span> c</i>'),
        ('font-weight="bold"', "A <b>b</b> c",
         '<b>A <span style="font-weight:normal;">b</span> c</b>'),
        ('font-style="italic"', "A <b>b</b> c", "<i>A <b>b</b> c</i>"),
    ],
)  # fmt: skip
def test_rich_text_turns_over_what_is_around_it(attribute: str, title: str, printed: str) -> None:
    """Italics in italics are upright, bold in bold is normal."""
    assert text(f'<text variable="title" {attribute}/>', title=title) == printed


def test_formatting_of_entries() -> None:
    """Entries are formatted as citations are."""
    layout = '<text variable="title" font-style="italic" suffix="."/>'
    assert entries(style(entry=layout), item(title="Fens")) == ["<i>Fens</i>."]
