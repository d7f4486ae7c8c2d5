"""CSL 1.0.2, "Substitute" and "Label in cs:names"."""

from __future__ import annotations

import pytest

from .samples import Item, citation, citations, item, macro, style, text

EDITOR, TITLE = '<names variable="editor"/>', '<text variable="title"/>'


def instead(substitutes: str, label: str = "") -> str:
    """Return authors with substitutes."""
    body = f'<name form="short"/>{label}<substitute>{substitutes}</substitute>'
    return f'<names variable="author">{body}</names>'


@pytest.mark.parametrize(
    ("substitutes", "variables", "printed"),
    [
        ('<names variable="editor"/>', {"editor": "Roe, Ann"}, "Roe"),
        ('<names variable="editor"/><text variable="title"/>', {"title": "Fens"}, "Fens"),
        ('<names variable="editor"/><text variable="title"/>',
         {"title": "Fens", "editor": "Roe, Ann"}, "Roe"),
        ('<names variable="editor"><name/></names>', {"editor": "Roe, Ann"}, "Ann Roe"),
        ('<names variable="editor translator"/>', {"translator": "Roe, Ann"}, "Roe"),
        ('<text macro="title"/>', {"title": "Fens"}, "Fens"),
        ('<text term="anonymous"/>', {}, "anonymous"),
        ('<date variable="issued"><date-part name="year"/></date>', {"issued": "2005"}, "2005"),
        ('<group><text variable="volume"/></group><text variable="title"/>', {"title": "Fens"},
         "Fens"),
        ('<choose><if type="book"><text variable="title"/></if></choose>', {"title": "Fens"},
         "Fens"),
    ],
)  # fmt: skip
def test_substitute_is_the_first_that_is_not_empty(
    substitutes: str, variables: Item, printed: str
) -> None:
    """The first element with a result stands in; the short form of cs:names inherits."""
    source = style(instead(substitutes), before=macro("title", TITLE))
    assert citation(source, item(**variables)) == printed


def test_substitute_is_for_empty_variables_not_for_names_left_out() -> None:
    """A list of which et-al-use-first leaves nothing is not empty."""
    name = '<name et-al-min="2" et-al-use-first="0"/>'
    names = f'<names variable="author">{name}<substitute>{TITLE}</substitute></names>'
    source = style(f'<text value="By"/>{names}')
    assert citation(source, item(author="Doe, Ann; Roe, Jo", title="Fens")) == "By"
    assert citation(source, item(author="Doe, Ann", title="Fens")) == "ByAnn Doe"
    assert citation(source, item(title="Fens")) == "ByFens"


def test_substitute_is_not_used_if_there_are_names() -> None:
    """Names that there are need no substitute."""
    layout = instead(TITLE)
    assert text(layout, author="Doe, Jane", title="Fens") == "Doe"


def test_substitute_inherits_et_al() -> None:
    """The short form of cs:names has the cs:name and cs:et-al of the original."""
    layout = (
        '<names variable="author"><name form="short" et-al-min="2" et-al-use-first="1"/>'
        '<et-al font-style="italic"/><substitute><names variable="editor"/></substitute></names>'
    )
    assert text(layout, editor="Doe, Jane; Roe, Ann") == "Doe <i>et al.</i>"


def test_substitute_inherits_the_label() -> None:
    """The short form of cs:names has the label of the original, for its own variable."""
    layout = instead(EDITOR, '<label form="short" prefix=", "/>')
    assert text(layout, editor="Doe, Jane; Roe, Ann") == "Doe, Roe, eds."


@pytest.mark.parametrize(
    ("rest", "variables", "printed"),
    [
        ('<text variable="title"/>', {"title": "Fens"}, "Fens"),
        ('<text value="x"/>', {"title": "Fens"}, "Fens, x"),
        ('<group delimiter=" "><text value="in"/><text variable="title"/></group>',
         {"title": "Fens"}, "Fens"),
        ('<choose><if variable="title"><text value="has title"/></if></choose>',
         {"title": "Fens"}, "Fens, has title"),
    ],
)  # fmt: skip
def test_substituted_variables_are_suppressed(rest: str, variables: Item, printed: str) -> None:
    """What stands in is not printed again, and counts as empty for a group."""
    assert text(f'<group delimiter=", ">{instead(TITLE)}{rest}</group>', **variables) == printed


def test_substituted_names_are_suppressed() -> None:
    """Editors who stand in for authors are not printed as editors."""
    layout = (
        f'<group delimiter=", ">{instead(EDITOR)}'
        '<names variable="editor" prefix="ed. "/><text variable="title"/></group>'
    )
    assert text(layout, editor="Roe", title="Fens") == "Roe, Fens"
    assert text(layout, author="Doe", editor="Roe", title="Fens") == "Doe, ed. Roe, Fens"


def test_substitute_of_what_was_printed_before() -> None:
    """A variable that was printed before the substitute has been printed."""
    layout = f'<group delimiter=", ">{TITLE}{instead(TITLE)}</group>'
    assert text(layout, title="Fens") == "Fens, Fens"


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ('<name/><label prefix=" "/>', "Roe editor"),
        ('<label suffix=" "/><name/>', "editor Roe"),
        ('<label form="verb" suffix=" "/><name/>', "edited by Roe"),
        ('<label form="verb-short" suffix=" "/><name/>', "ed. by Roe"),
        ('<name/><label form="short" prefix=", "/>', "Roe, ed."),
        ('<name/><label form="short" strip-periods="true" prefix=", "/>', "Roe, ed"),
        ('<name/><label text-case="capitalize-first" prefix=", "/>', "Roe, Editor"),
        ('<name/><label font-style="italic" prefix=" (" suffix=")"/>', "Roe (<i>editor</i>)"),
        ('<name/><et-al/><label prefix=" "/>', "Roe editor"),
    ],
)
def test_label_in_names(body: str, printed: str) -> None:
    """The label stands where it stands beside cs:name, in the form asked for."""
    assert text(f'<names variable="editor">{body}</names>', editor="Roe") == printed


@pytest.mark.parametrize(
    ("plural", "editors", "printed"),
    [
        ("", "Roe", "Roe editor"),
        ("", "Roe; Poe", "Roe, Poe editors"),
        ('plural="always"', "Roe", "Roe editors"),
        ('plural="never"', "Roe; Poe", "Roe, Poe editor"),
    ],
)
def test_label_in_names_is_plural_for_several(plural: str, editors: str, printed: str) -> None:
    """The label is plural for several names, or as ``plural`` says."""
    layout = f'<names variable="editor"><name/><label {plural} prefix=" "/></names>'
    assert text(layout, editor=editors) == printed


def test_label_in_names_counts_names_that_are_left_out() -> None:
    """The label is plural though only one name is printed."""
    layout = (
        '<names variable="editor"><name et-al-min="2" et-al-use-first="1"/>'
        '<label form="short" prefix=", "/></names>'
    )
    assert text(layout, editor="Roe; Poe") == "Roe et al., eds."


def test_label_in_names_of_each_variable() -> None:
    """Each variable has its own label."""
    layout = (
        '<names variable="editor translator" delimiter="; "><name/><label prefix=", "/></names>'
    )
    assert text(layout, editor="Roe; Poe", translator="Loe") == "Roe, Poe, editors; Loe, translator"


def test_label_in_names_of_authors_is_empty() -> None:
    """A label without a term prints nothing, its affixes neither."""
    assert (
        text('<names variable="author"><name/><label prefix=", "/></names>', author="Roe") == "Roe"
    )


def test_et_al_abbreviates_before_the_ibid() -> None:
    """Later cites use the limits for later cites of each names element."""
    layout = (
        '<names variable="author"><name et-al-subsequent-min="2" et-al-subsequent-use-first="1"/>'
        '<et-al term="and others"/></names>'
    )
    cites = citations(style(layout), [item(author="Doe; Roe")], [["a"], ["a"]])
    assert cites == ["Doe, Roe", "Doe and others"]
