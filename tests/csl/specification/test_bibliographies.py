"""CSL 1.0.2, "Whitespace", "Reference Grouping" and "Display"."""

from __future__ import annotations

import pytest

from .samples import Item, bibliography, citation, entries, item, macro, style

WORK = item(title="Fens", author="Doe")
ENTRY = '<text variable="citation-number" suffix=". "/><text variable="title"/>'


@pytest.mark.parametrize(
    ("options", "hanging"),
    [("", False), ('hanging-indent="true"', True), ('hanging-indent="false"', False)],
)
def test_hanging_indent(options: str, hanging: bool) -> None:
    """Entries hang if the style says so."""
    assert bibliography(style(bibliography=options), WORK).hanging_indent is hanging


@pytest.mark.parametrize(
    ("options", "lines", "between"),
    [
        ("", 1, 1),
        ('line-spacing="2"', 2, 1),
        ('entry-spacing="0"', 1, 0),
        ('line-spacing="3" entry-spacing="2"', 3, 2),
    ],
)
def test_line_and_entry_spacing(options: str, lines: int, between: int) -> None:
    """Both are 1 by default, and known to who lays out the list."""
    made = bibliography(style(bibliography=options), WORK)
    assert (made.line_spacing, made.entry_spacing) == (lines, between)


@pytest.mark.parametrize("align", ["flush", "margin"])
def test_second_field_align(align: str) -> None:
    """The first field is a block of its own, the rest another beside it."""
    source = style(bibliography=f'second-field-align="{align}"', entry=ENTRY)
    made = bibliography(source, *(item(str(n), title="T") for n in range(10)))
    assert made.second_field_align == align
    assert made.max_offset == len("10. ")
    assert entries(source, WORK) == [
        '<div class="csl-left-margin">1. </div><div class="csl-right-inline">Fens</div>'
    ]


def test_second_field_align_is_off_by_default() -> None:
    """Without the option entries have no blocks."""
    assert bibliography(style(entry=ENTRY), WORK).second_field_align == ""
    assert entries(style(entry=ENTRY), WORK) == ["1. Fens"]


# The entries of the specification's example.
EXAMPLE = [
    item("1", author="Doe", issued="1999"),
    item("2", author="Doe", issued="2000"),
    item("3", author="Doe; Johnson; Williams", issued="2001"),
    item("4", author="Doe; Smith", issued="2002"),
    item("5", author="Doe; Stevens; Miller", issued="2003"),
    item("6", author="Doe; Stevens; Miller", issued="2004"),
    item("7", author="Doe; Williams; Ang; Bo", issued="2005"),
    item("8", author="Doe; Williams; Ang; Bo", issued="2006"),
]
NAME = (
    '<name form="short" and="symbol" et-al-min="4" et-al-use-first="2" '
    'delimiter-precedes-last="never" delimiter-precedes-et-al="never"/>'
)
AUTHORS = (
    f'<names variable="author" suffix=". ">{NAME}</names>'
    '<date variable="issued" suffix="."><date-part name="year"/></date>'
)


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        ("complete-all", ["Doe", "---", "Doe, Johnson & Williams", "Doe & Smith",
                          "Doe, Stevens & Miller", "---", "Doe, Williams et al", "---"]),
        ("complete-each", ["Doe", "---", "Doe, Johnson & Williams", "Doe & Smith",
                           "Doe, Stevens & Miller", "---, --- & ---", "Doe, Williams et al",
                           "---, --- et al"]),
        ("partial-each", ["Doe", "---", "---, Johnson & Williams", "--- & Smith",
                          "---, Stevens & Miller", "---, --- & ---", "---, Williams et al",
                          "---, --- et al"]),
        ("partial-first", ["Doe", "---", "---, Johnson & Williams", "--- & Smith",
                           "---, Stevens & Miller", "---, Stevens & Miller",
                           "---, Williams et al", "---, Williams et al"]),
    ],
)  # fmt: skip
def test_subsequent_author_substitute_rule(rule: str, printed: list[str]) -> None:
    """All names of an entry, each of them, those that repeat, or the first give way."""
    options = f'subsequent-author-substitute="---" subsequent-author-substitute-rule="{rule}"'
    source = style(bibliography=options, entry=AUTHORS)
    years = range(1999, 2007)
    assert entries(source, *EXAMPLE) == [
        f"{names}. {year}." for names, year in zip(printed, years, strict=True)
    ]


def test_subsequent_author_substitute_finds_each_name_in_a_macro_with_attributes() -> None:
    """Attributes that change the names' text leave each of them a name."""
    options = 'subsequent-author-substitute="---" subsequent-author-substitute-rule="complete-each"'
    names = '<names variable="author"><name and="symbol"/></names>'
    source = style(
        before=macro("author", names), bibliography=options,
        entry='<text macro="author" strip-periods="true"/>',
    )  # fmt: skip
    pair = [item(id_, author="Doe, J.; Roe, R.") for id_ in "ab"]
    assert entries(source, *pair) == ["J Doe & R Roe", "--- & ---"]


def substituted(text: str, entry: str, *items: Item) -> list[str]:
    options = f'subsequent-author-substitute="{text}"'
    return entries(style(bibliography=options, entry=entry), *items)


def test_subsequent_author_substitute_is_complete_by_default() -> None:
    """Without a rule the whole list is replaced if all names match."""
    pair = [item("a", author="Doe; Roe"), item("b", author="Doe; Roe"), item("c", author="Doe")]
    assert substituted("---", '<names variable="author"/>', *pair) == ["Doe, Roe", "---", "Doe"]


def test_subsequent_author_substitute_keeps_affixes() -> None:
    """The affixes of cs:names stay."""
    layout = '<names variable="author" prefix="[" suffix="]"/>'
    assert substituted("---", layout, item("a", author="Doe"), item("b", author="Doe")) == [
        "[Doe]", "[---]",
    ]  # fmt: skip


def test_subsequent_author_substitute_is_for_the_first_names() -> None:
    """Names that come later in an entry are not replaced."""
    layout = '<names variable="author"/><names variable="editor" prefix=", "/>'
    pair = [item(id_, author="Doe", editor="Roe") for id_ in "ab"]
    assert substituted("---", layout, *pair) == ["Doe, Roe", "---, Roe"]


def test_subsequent_author_substitute_compares_with_the_entry_before() -> None:
    """Names are replaced only if the entry directly before has them."""
    some = [item("a", author="Doe"), item("b", author="Roe"), item("c", author="Doe")]
    assert substituted("---", '<names variable="author"/>', *some) == ["Doe", "Roe", "Doe"]


def test_subsequent_author_substitute_may_be_empty() -> None:
    """An empty text leaves the names out."""
    layout = '<group delimiter=". "><names variable="author"/><text variable="title"/></group>'
    pair = [item("a", author="Doe", title="A"), item("b", author="Doe", title="B")]
    assert substituted("", layout, *pair) == ["Doe. A", "B"]


def test_subsequent_author_substitute_of_what_stands_in() -> None:
    """Editors who stand in for authors are names like others."""
    layout = (
        '<names variable="author"><substitute><names variable="editor"/></substitute></names>'
        '<text variable="title" prefix=", "/>'
    )
    pair = [item("a", editor="Doe", title="A"), item("b", editor="Doe", title="B")]
    assert substituted("---", layout, *pair) == ["Doe, A", "---, B"]


def test_subsequent_author_substitute_is_not_for_citations() -> None:
    """Citations print all names."""
    source = style('<names variable="author"/>', bibliography='subsequent-author-substitute="---"')
    assert citation(source, item("a", author="Doe"), item("b", author="Doe")) == "Doe; Doe"


@pytest.mark.parametrize("display", ["block", "left-margin", "right-inline", "indent"])
def test_display_makes_a_block(display: str) -> None:
    """An element with ``display`` is a block of an entry."""
    layout = f'<text variable="title" display="{display}" prefix="[" suffix="]"/>'
    assert entries(style(entry=layout), WORK) == [f'<div class="csl-{display}">[Fens]</div>']


def test_display_of_groups_names_and_dates() -> None:
    """Groups, names, dates and numbers can be blocks, too."""
    layout = (
        '<group display="block"><names variable="author"/></group>'
        '<date variable="issued" form="numeric" display="left-margin"/>'
        '<number variable="volume" display="right-inline"/>'
        '<names variable="editor" display="indent"/>'
    )
    work = item(author="Doe", issued="2005", volume="2", editor="Roe")
    assert entries(style(entry=layout), work) == [
        '<div class="csl-block">Doe</div><div class="csl-left-margin">2005</div>'
        '<div class="csl-right-inline">2</div><div class="csl-indent">Roe</div>'
    ]


def test_display_of_an_empty_element_makes_no_block() -> None:
    """A block without output is not there."""
    layout = '<text variable="title"/><text variable="volume" display="block"/>'
    assert entries(style(entry=layout), WORK) == ["Fens"]


def test_display_with_authors_printed_once() -> None:
    """An empty substitute leaves the block of authors out for their other works."""
    layout = (
        '<group display="block"><names variable="author"/></group>'
        '<text variable="title" display="indent"/>'
    )
    pair = [item("a", author="Doe", title="A"), item("b", author="Doe", title="B")]
    assert substituted("", layout, *pair) == [
        '<div class="csl-block">Doe</div><div class="csl-indent">A</div>',
        '<div class="csl-indent">B</div>',
    ]


def test_entries_without_output_are_left_out() -> None:
    """An item of which the style prints nothing has no entry."""
    assert entries(style(), item("a", title="A"), item("b")) == ["A"]


def test_entries_are_in_the_order_of_citation_without_a_sort() -> None:
    """Without cs:sort entries come as they are cited."""
    assert entries(style(), item("b", title="B"), item("a", title="A")) == ["B", "A"]


def test_bibliography_is_optional() -> None:
    """A style without cs:bibliography has no entries."""
    source = style().split("<bibliography")[0] + "</style>"
    assert entries(source, WORK) == []
