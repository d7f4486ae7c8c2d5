"""CSL 1.0.2, "Names" and "Name": several variables, delimiters, et al."""

from __future__ import annotations

import pytest
from medcite.csl import Cite

from .samples import citation, citations, item, style, text

ONE, TWO = "Doe, Jane", "Doe, Jane; Roe, Rex"
THREE = "Doe, Jane; Roe, Rex; Poe, Ann"
FIVE = "Doe, Jane; Roe, Rex; Poe, Ann; Loe, Ida; Moe, Sam"


def names(attributes: str, authors: str, more: str = "", options: str = "") -> str:
    """Return authors by the attributes of a cs:name and what follows it."""
    layout = f'<names variable="author"><name {attributes}/>{more}</names>'
    return citation(style(layout, options=options), item(author=authors))


@pytest.mark.parametrize(
    ("variables", "printed"),
    [
        ("author", "Doe"),
        ("editor", "Roe"),
        ("author editor", "Doe; Roe"),
        ("editor author", "Roe; Doe"),
        ("author translator editor", "Doe; Roe"),
        ("translator", "[CSL STYLE ERROR: reference with no printed form.]"),
    ],
)
def test_names_variables_in_the_order_given(variables: str, printed: str) -> None:
    """Each variable is printed by itself, in the order of the style, with a delimiter between."""
    layout = f'<names variable="{variables}" delimiter="; "/>'
    assert text(layout, author="Doe", editor="Roe") == printed


PAIR = '<names variable="{}" delimiter="; "><name/><label {} prefix=" (" suffix=")"/></names>'


@pytest.mark.parametrize(
    ("variables", "editor", "translator", "printed"),
    [
        ("editor translator", "Doe", "Doe", "Doe (editor & translator)"),
        ("translator editor", "Doe", "Doe", "Doe (editor & translator)"),
        ("editor translator", "Doe; Roe", "Doe; Roe", "Doe, Roe (editors & translators)"),
        ("editor translator", "Doe", "Roe", "Doe (editor); Roe (translator)"),
        ("editor translator", "Doe; Roe", "Doe", "Doe, Roe (editors); Doe (translator)"),
    ],
)
def test_names_of_editors_who_translated(
    variables: str, editor: str, translator: str, printed: str
) -> None:
    """Editors and translators who are the same people are printed once, with a term for both."""
    assert text(PAIR.format(variables, ""), editor=editor, translator=translator) == printed


def test_names_of_editors_who_translated_in_other_forms() -> None:
    """The term for both has the form that the label asks for."""
    layout = PAIR.format("editor translator", 'form="short"')
    assert text(layout, editor="Doe", translator="Doe") == "Doe (ed. & trans.)"


def test_names_of_editors_who_translated_without_label() -> None:
    """Without a label the names are still printed once."""
    layout = '<names variable="editor translator"/>'
    assert text(layout, editor="Doe", translator="Doe") == "Doe"


def test_names_have_affixes_and_formatting() -> None:
    """cs:names has affixes and formatting around all its names and labels."""
    layout = (
        '<names variable="editor" prefix="[" suffix="]" font-style="italic"><name/>'
        '<label form="short" prefix=", "/></names>'
    )
    assert text(layout, editor="Doe") == "[<i>Doe, ed.</i>]"


@pytest.mark.parametrize(
    ("and_", "authors", "printed"),
    [
        ('and="text"', ONE, "Jane Doe"),
        ('and="text"', TWO, "Jane Doe and Rex Roe"),
        ('and="text"', THREE, "Jane Doe, Rex Roe, and Ann Poe"),
        ('and="symbol"', TWO, "Jane Doe & Rex Roe"),
        ('and="symbol"', THREE, "Jane Doe, Rex Roe, & Ann Poe"),
        ("", TWO, "Jane Doe, Rex Roe"),
        ("", THREE, "Jane Doe, Rex Roe, Ann Poe"),
    ],
)
def test_name_and(and_: str, authors: str, printed: str) -> None:
    """``and`` puts the term or the ampersand before the last name."""
    assert names(and_, authors) == printed


def test_name_and_in_the_language_of_the_style() -> None:
    """The word is the locale's."""
    options = 'default-locale="de-DE"'
    assert names('and="text"', TWO, options=options) == "Jane Doe und Rex Roe"


@pytest.mark.parametrize(
    ("delimiter", "printed"),
    [
        ("", "Jane Doe, Rex Roe, Ann Poe"),
        ('delimiter="; "', "Jane Doe; Rex Roe; Ann Poe"),
        ('delimiter="/"', "Jane Doe/Rex Roe/Ann Poe"),
        ('delimiter=""', "Jane DoeRex RoeAnn Poe"),
        ('delimiter=" · " and="text"', "Jane Doe · Rex Roe · and Ann Poe"),
    ],
)
def test_name_delimiter(delimiter: str, printed: str) -> None:
    """``delimiter`` stands between names; by default it is a comma with a blank."""
    assert names(delimiter, THREE) == printed


ET_AL = 'et-al-min="{}" et-al-use-first="{}" {}'


@pytest.mark.parametrize(
    ("value", "first", "inverted", "printed"),
    [
        ("contextual", 1, "", "Jane Doe et al."),
        ("contextual", 2, "", "Jane Doe, Rex Roe, et al."),
        ("", 1, "", "Jane Doe et al."),
        ("", 2, "", "Jane Doe, Rex Roe, et al."),
        ("after-inverted-name", 1, "first", "Doe, Jane, et al."),
        ("after-inverted-name", 2, "first", "Doe, Jane, Rex Roe et al."),
        ("after-inverted-name", 2, "all", "Doe, Jane, Roe, Rex, et al."),
        ("after-inverted-name", 2, "", "Jane Doe, Rex Roe et al."),
        ("always", 1, "", "Jane Doe, et al."),
        ("always", 2, "", "Jane Doe, Rex Roe, et al."),
        ("never", 1, "", "Jane Doe et al."),
        ("never", 2, "", "Jane Doe, Rex Roe et al."),
    ],
)
def test_delimiter_precedes_et_al(value: str, first: int, inverted: str, printed: str) -> None:
    """Whether the delimiter, or only a blank, stands before "et al."."""
    more = f'delimiter-precedes-et-al="{value}"' if value else ""
    more += f' name-as-sort-order="{inverted}"' if inverted else ""
    assert names(ET_AL.format(3, first, more), THREE) == printed


@pytest.mark.parametrize(
    ("value", "inverted", "authors", "printed"),
    [
        ("contextual", "", TWO, "Jane Doe and Rex Roe"),
        ("contextual", "", THREE, "Jane Doe, Rex Roe, and Ann Poe"),
        ("after-inverted-name", "first", TWO, "Doe, Jane, and Rex Roe"),
        ("after-inverted-name", "first", THREE, "Doe, Jane, Rex Roe and Ann Poe"),
        ("after-inverted-name", "all", THREE, "Doe, Jane, Roe, Rex, and Poe, Ann"),
        ("after-inverted-name", "", TWO, "Jane Doe and Rex Roe"),
        ("always", "", TWO, "Jane Doe, and Rex Roe"),
        ("always", "", THREE, "Jane Doe, Rex Roe, and Ann Poe"),
        ("never", "", TWO, "Jane Doe and Rex Roe"),
        ("never", "", THREE, "Jane Doe, Rex Roe and Ann Poe"),
    ],
)
def test_delimiter_precedes_last(value: str, inverted: str, authors: str, printed: str) -> None:
    """Whether the delimiter stands before "and" and the last name."""
    more = f' name-as-sort-order="{inverted}"' if inverted else ""
    assert names(f'and="text" delimiter-precedes-last="{value}"{more}', authors) == printed


@pytest.mark.parametrize("value", ["contextual", "after-inverted-name", "always", "never"])
def test_delimiter_precedes_last_without_and(value: str) -> None:
    """Without ``and`` the delimiter always stands before the last name."""
    assert names(f'delimiter-precedes-last="{value}"', TWO) == "Jane Doe, Rex Roe"


@pytest.mark.parametrize(
    ("minimum", "first", "authors", "printed"),
    [
        (3, 1, TWO, "Jane Doe, Rex Roe"),
        (3, 1, THREE, "Jane Doe et al."),
        (3, 1, FIVE, "Jane Doe et al."),
        (3, 2, THREE, "Jane Doe, Rex Roe, et al."),
        (4, 3, FIVE, "Jane Doe, Rex Roe, Ann Poe, et al."),
        (1, 1, TWO, "Jane Doe et al."),
        (1, 1, ONE, "Jane Doe"),
        (6, 1, FIVE, "Jane Doe, Rex Roe, Ann Poe, Ida Loe, Sam Moe"),
    ],
)
def test_et_al_min_and_use_first(minimum: int, first: int, authors: str, printed: str) -> None:
    """A list of at least ``et-al-min`` names is cut to ``et-al-use-first``, with "et al."."""
    assert names(ET_AL.format(minimum, first, ""), authors) == printed


def test_et_al_leaves_no_and() -> None:
    """A shortened list has no "and"."""
    assert names(ET_AL.format(3, 2, 'and="text"'), THREE) == "Jane Doe, Rex Roe, et al."


@pytest.mark.parametrize(
    ("own", "later"),
    [
        ('et-al-subsequent-min="2" et-al-subsequent-use-first="1"', "Doe et al."),
        ('et-al-subsequent-min="3" et-al-subsequent-use-first="2"', "Doe, Roe, et al."),
        ('et-al-subsequent-min="6"', "Doe, Roe, Poe, Loe, Moe"),
        ('et-al-subsequent-use-first="1"', "Doe et al."),
        ("", "Doe, Roe, Poe, et al."),
    ],
)
def test_et_al_subsequent(own: str, later: str) -> None:
    """Later cites of an item have their own limits, or those of the first."""
    layout = f'<names variable="author"><name form="short" {ET_AL.format(4, 3, own)}/></names>'
    cites = citations(style(layout), [item(author=FIVE)], [["a"], ["a"], ["a"]])
    assert cites == ["Doe, Roe, Poe, et al.", later, later]


@pytest.mark.parametrize(
    ("minimum", "first", "authors", "printed"),
    [
        (4, 1, FIVE, "Jane Doe, … Sam Moe"),
        (5, 3, FIVE, "Jane Doe, Rex Roe, Ann Poe, … Sam Moe"),
        (3, 2, THREE, "Jane Doe, Rex Roe, et al."),
        (6, 2, FIVE, "Jane Doe, Rex Roe, Ann Poe, Ida Loe, Sam Moe"),
    ],
)
def test_et_al_use_last(minimum: int, first: int, authors: str, printed: str) -> None:
    """An ellipsis and the last name follow if at least two names are left out."""
    assert names(ET_AL.format(minimum, first, 'et-al-use-last="true"'), authors) == printed


def test_et_al_use_last_in_a_later_cite() -> None:
    """``et-al-use-last`` is for later cites, too."""
    attributes = ET_AL.format(9, 9, 'et-al-subsequent-min="3" et-al-subsequent-use-first="1"')
    layout = (
        f'<names variable="author"><name form="short" {attributes} et-al-use-last="true"/></names>'
    )
    cites = citations(style(layout), [item(author=FIVE)], [["a"], ["a"]])
    assert cites == ["Doe, Roe, Poe, Loe, Moe", "Doe, … Moe"]


@pytest.mark.parametrize(
    ("form", "printed"),
    [("", "Jane Doe, Rex Roe"), ("long", "Jane Doe, Rex Roe"), ("short", "Doe, Roe")],
)
def test_name_form(form: str, printed: str) -> None:
    """The short form is the family name."""
    assert names(f'form="{form}"' if form else "", TWO) == printed


@pytest.mark.parametrize(
    ("attributes", "count"),
    [("", "5"), (ET_AL.format(3, 2, ""), "2"), (ET_AL.format(6, 2, ""), "5")],
)
def test_name_form_count(attributes: str, count: str) -> None:
    """The form "count" is the number of names that would be printed."""
    assert names(f'form="count" {attributes}', FIVE) == count


def test_name_form_count_of_several_variables() -> None:
    """The count is of all variables, those who edited and translated counted once."""
    layout = '<names variable="editor translator"><name form="count"/></names>'
    assert text(layout, editor=TWO, translator="Poe") == "3"
    assert text(layout, editor=TWO, translator=TWO) == "2"


@pytest.mark.parametrize(
    ("attributes", "given", "printed"),
    [
        ('initialize-with="."', "James T.", "J.T. Doe"),
        ('initialize-with=". "', "James T", "J. T. Doe"),
        ('initialize-with=""', "James Tiberius", "JT Doe"),
        ('initialize-with=" "', "James Tiberius", "J T Doe"),
        ('initialize-with=".&#160;"', "James T", "J.\u00a0T.\u00a0Doe"),
        ('initialize-with=".&#160;" name-as-sort-order="all"', "James T", "Doe, J.\u00a0T."),
        ('initialize-with="." initialize="true"', "James T", "J.T. Doe"),
        ('initialize-with="." initialize="false"', "James T", "James T. Doe"),
        ('initialize-with="." initialize="false"', "J T", "J.T. Doe"),
        ('initialize-with=". " initialize="false"', "J. T.", "J. T. Doe"),
        ('initialize-with="." initialize="false"', "James", "James Doe"),
        ('initialize="false"', "James T", "James T Doe"),
        ("", "James T", "James T Doe"),
        ('initialize-with="."', "Émile", "É. Doe"),
        ('initialize-with="."', "Юрий Алексеевич", "Ю.А. Doe"),
    ],
)
def test_name_initialize(attributes: str, given: str, printed: str) -> None:
    """Given names become initials with a mark behind each; or only initials are marked."""
    assert names(attributes, f"Doe, {given}") == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("", "Jane Doe, Rex Roe, Ann Poe"),
        ("first", "Doe, Jane, Rex Roe, Ann Poe"),
        ("all", "Doe, Jane, Roe, Rex, Poe, Ann"),
    ],
)
def test_name_as_sort_order(value: str, printed: str) -> None:
    """The first name, or all, have the family name first."""
    assert names(f'name-as-sort-order="{value}"' if value else "", THREE) == printed


def test_name_as_sort_order_of_each_variable() -> None:
    """``first`` means the first name of each variable."""
    layout = (
        '<names variable="author editor" delimiter=" | "><name name-as-sort-order="first"/></names>'
    )
    assert text(layout, author=TWO, editor=TWO) == "Doe, Jane, Rex Roe | Doe, Jane, Rex Roe"


@pytest.mark.parametrize(
    ("separator", "printed"),
    [("", "Doe, Jane"), ('sort-separator=" "', "Doe Jane"), ('sort-separator=" / "', "Doe / Jane")],
)
def test_sort_separator(separator: str, printed: str) -> None:
    """``sort-separator`` stands between the parts that have changed places."""
    assert names(f'name-as-sort-order="all" {separator}', ONE) == printed


@pytest.mark.parametrize(
    ("family", "given", "attributes", "printed"),
    [
        ("毛", "泽东", "", "毛泽东"),
        ("毛", "泽东", 'name-as-sort-order="all"', "毛泽东"),
        ("毛", "泽东", 'name-as-sort-order="all" sort-separator="/"', "毛泽东"),
        ("毛", "泽东", 'form="short"', "毛"),
        ("山田", "太郎", 'initialize-with="."', "山田太郎"),
        ("김", "철수", "", "김철수"),
        ("Толстой", "Лев", "", "Лев Толстой"),
        ("Толстой", "Лев", 'name-as-sort-order="all"', "Толстой, Лев"),
        ("Παπαδόπουλος", "Νίκος", 'name-as-sort-order="all"', "Παπαδόπουλος, Νίκος"),
    ],
)
def test_name_as_sort_order_by_script(
    family: str, given: str, attributes: str, printed: str
) -> None:
    """Names in Asian scripts have the family name first, and no separator, whatever is asked."""
    assert names(attributes, f"{family}, {given}") == printed


def test_name_has_affixes_and_formatting() -> None:
    """cs:name has affixes and formatting of its own."""
    assert names('font-style="italic" prefix="(" suffix=")"', ONE) == "(<i>Jane Doe</i>)"


def test_names_need_no_name_element() -> None:
    """Without cs:name, names have the defaults."""
    assert text('<names variable="author"/>', author=THREE) == "Jane Doe, Rex Roe, Ann Poe"


def test_names_suppressed_by_the_cite() -> None:
    """A cite without authors prints the rest."""
    layout = '<group delimiter=" "><names variable="author"/><text variable="title"/></group>'
    cites = [[Cite("a", suppress_author=True)]]
    assert citations(style(layout), [item(author=ONE, title="Fens")], cites) == ["Fens"]
