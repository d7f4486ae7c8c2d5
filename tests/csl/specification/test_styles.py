"""CSL 1.0.2, "Namespacing" to "Styles - Structure": the frame of a style."""

from __future__ import annotations

import pytest
from medcite.csl import Processor, StyleError, parse_style

from .samples import citation, citations, entries, item, macro, style, text


def test_namespacing_prefix() -> None:
    """The elements may have a namespace prefix."""
    source = (
        '<cs:style xmlns:cs="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        '<cs:citation><cs:layout><cs:text variable="title"/></cs:layout></cs:citation></cs:style>'
    )
    assert citation(source, item(title="Fens")) == "Fens"


@pytest.mark.parametrize(
    ("layout", "printed"),
    [
        ('<text variable="title" prefix=" "/>', "x Fens"),
        ('<text variable="title" suffix=" "/><text value="y"/>', "xFens y"),
        ('<group delimiter=" "><text variable="title"/><text value="y"/></group>', "xFens y"),
        ('<text value=" y "/><text value="z"/>', "x y z"),
        ('<names variable="author"><name delimiter=" / "/></names>', "xRoe / Poe"),
    ],
    ids=["prefix", "suffix", "delimiter", "value", "delimiter of names"],
)
def test_whitespace_of_attributes_stays(layout: str, printed: str) -> None:
    """Blanks at the ends of attributes that are printed are kept."""
    assert text(f'<text value="x"/>{layout}', title="Fens", author="Roe; Poe") == printed


@pytest.mark.parametrize(
    ("options", "names", "printed"),
    [
        ('name-delimiter=" + "', "<name/>", "Roe + Poe"),
        ('names-delimiter=" + "', '<name delimiter="|"/>', "Roe|Poe + Loe"),
        ('sort-separator=" + "', '<name name-as-sort-order="all"/>', "Roe + Ann, Poe + Eve"),
        ('initialize-with=". "', "<name/>", "A. Roe, E. Poe"),
    ],
    ids=["name-delimiter", "names-delimiter", "sort-separator", "initialize-with"],
)
def test_whitespace_of_inherited_attributes_stays(options: str, names: str, printed: str) -> None:
    """Blanks at the ends of inherited attributes that are printed are kept."""
    variables = "author editor" if "names-" in options else "author"
    source = style(f'<names variable="{variables}">{names}</names>', options=options)
    authors = "Roe; Poe" if "delimiter" in options else "Roe, Ann; Poe, Eve"
    assert citation(source, item(author=authors, editor="Loe")) == printed


def test_whitespace_of_a_range_delimiter_stays() -> None:
    """Blanks at the ends of range-delimiter are kept."""
    layout = '<date variable="issued"><date-part name="year" range-delimiter=" to "/></date>'
    assert text(layout, issued="2001/2003") == "2001 to 2003"


def test_whitespace_of_collapse_delimiters_stays() -> None:
    """Blanks at the ends of the delimiters of collapsed citations are kept."""
    options = 'collapse="year" cite-group-delimiter=" / " after-collapse-delimiter=" | "'
    layout = '<names variable="author" suffix=" "/><date variable="issued" form="numeric"/>'
    works = [
        item("a", author="Roe", issued="2001"),
        item("b", author="Roe", issued="2002"),
        item("c", author="Poe", issued="2003"),
    ]
    assert citation(style(layout, citation=options), *works) == "Roe 2001 / 2002 | Poe 2003"


def test_dependent_style_has_no_formatting() -> None:
    """A dependent style only names the style that it stands for."""
    source = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="de-DE">'
        '<info><title>T</title><link rel="independent-parent" href="http://x.org/parent"/></info>'
        "</style>"
    )
    dependent = parse_style(source)
    assert dependent.dependent
    assert dependent.info.parent == "http://x.org/parent"
    assert dependent.default_locale == "de-DE"
    with pytest.raises(StyleError):
        Processor(dependent, {})


def test_info_is_the_metadata() -> None:
    """The style's title, its short title, address, fields and dates are in cs:info."""
    info = parse_style(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info>'
        "<title>The Title</title><title-short>TT</title-short><id>http://x.org/t</id>"
        '<category citation-format="note"/><category field="law"/><category field="history"/>'
        "<issn>1111-1119</issn><eissn>2222-222X</eissn><summary>Short.</summary>"
        '<link href="http://x.org/t" rel="self"/><updated>2024-02-03T00:00:00Z</updated>'
        "</info><citation><layout/></citation></style>"
    ).info
    assert (info.title, info.title_short, info.id) == ("The Title", "TT", "http://x.org/t")
    assert (info.citation_format, info.fields) == ("note", ("law", "history"))
    assert info.issn == ("1111-1119", "2222-222X")
    assert info.links == (("self", "http://x.org/t"),)
    assert info.updated == "2024-02-03T00:00:00Z"


def test_default_locale_is_the_style_s_language() -> None:
    """``default-locale`` sets the language of terms."""
    source = style('<text term="and"/>', options='default-locale="de-DE"')
    assert citation(source, item()) == "und"


def test_citation_and_bibliography_have_layouts_of_their_own() -> None:
    """cs:citation describes citations, cs:bibliography the entries."""
    source = style('<text variable="title"/>', entry='<text variable="publisher"/>')
    work = item(title="Fens", publisher="Quill")
    assert citation(source, work) == "Fens"
    assert entries(source, work) == ["Quill"]


def test_citation_in_a_note_starts_with_a_capital() -> None:
    """In a note that has no other text a citation starts with a capital, elsewhere as it is."""
    layout = '<text term="ibid"/><text variable="title" prefix=" "/>'
    assert citations(style(layout, klass="note"), [item(title="Fens")], [["a"]]) == ["Ibid. Fens"]
    assert citations(style(layout), [item(title="Fens")], [["a"]]) == ["ibid. Fens"]


def test_macro_is_called_from_layouts_macros_and_keys() -> None:
    """A macro can be called in a layout, in another macro and as a sort key."""
    macros = macro("inner", '<text variable="title"/>') + macro("outer", '<text macro="inner"/>')
    source = style(
        '<text macro="outer"/>',
        before=macros,
        sort='<key macro="outer"/>',
        entry='<text macro="inner"/>',
        entry_sort='<key macro="inner" sort="descending"/>',
    )
    works = [item("a", title="Fens"), item("b", title="Bogs")]
    assert citation(source, *works) == "Bogs; Fens"
    assert entries(source, *works) == ["Fens", "Bogs"]


def test_macro_may_stand_behind_its_call() -> None:
    """The place of a macro in the style does not matter."""
    later = macro("m", '<text value="later"/>')
    source = style('<text macro="m"/>').replace("</style>", f"{later}</style>")
    assert citation(source, item()) == "later"


def test_macro_has_no_delimiter_of_its_ancestors() -> None:
    """The delimiter of a group does not stand between the elements of a macro in it."""
    source = style(
        '<group delimiter=", "><text value="x"/><text macro="m"/></group>',
        before=macro("m", '<text value="y"/><text value="z"/>'),
    )
    assert citation(source, item()) == "x, yz"


def test_comments_and_processing_instructions_are_no_elements() -> None:
    """A style is XML: comments and instructions in it mean nothing."""
    layout = '<!-- <text value="x"/> --><?skip me?><text variable="title"/>'
    assert text(layout, title="Fens") == "Fens"


@pytest.mark.parametrize(
    ("value", "printed"),
    [("&amp;", "&"), ("&#xA0;x", "\u00a0x"), ("&lt;x&gt;", "<x>"), ("&quot;", '"')],
    ids=["ampersand", "character reference", "angle brackets", "quotation mark"],
)
def test_xml_entities_are_characters(value: str, printed: str) -> None:
    """Entities of XML in attributes are the characters that they stand for."""
    assert text(f'<text value="a"/><text value="{value}"/>') == f"a{printed}"
