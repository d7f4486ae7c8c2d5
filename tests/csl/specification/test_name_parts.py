"""CSL 1.0.2, "Name-part Order" to "Label in cs:names", and "Name Particles"."""

from __future__ import annotations

import pytest

from .samples import Item, citation, citations, item, macro, style, text

GOGH = {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van", "suffix": "III"}
HUMBOLDT = {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von", "suffix": "Jr."}
BOTH = {
    "family": "Roo", "given": "Ann", "dropping-particle": "de", "non-dropping-particle": "la",
}  # fmt: skip
HAKIM = {"family": "Hakim", "given": "Tawfiq", "non-dropping-particle": "al-"}
NEVER, SORT_ONLY, DISPLAY = (
    f'demote-non-dropping-particle="{value}"'
    for value in ("never", "sort-only", "display-and-sort")
)
INVERTED = 'name-as-sort-order="all"'


def name(
    person: dict[str, str], attributes: str = "", options: str = "", parts: str = "", **more: str
) -> str:
    """Return one author by the attributes and parts of a cs:name."""
    layout = f'<names variable="author"><name {attributes}>{parts}</name></names>'
    return citation(style(layout, options=options), item(author=[{**person, **more}]))


@pytest.mark.parametrize(
    ("person", "printed"),
    [
        (GOGH, "Vincent van Gogh III"),
        (HUMBOLDT, "Alexander von Humboldt Jr."),
        (BOTH, "Ann de la Roo"),
        (HAKIM, "Tawfiq al-Hakim"),
        ({"family": "Roe", "given": "Ann"}, "Ann Roe"),
        ({"family": "Roe"}, "Roe"),
        ({"given": "Ann"}, "Ann"),
    ],
)
def test_name_part_order_long(person: dict[str, str], printed: str) -> None:
    """Given name, dropping and other particle, family name, suffix."""
    assert name(person) == printed


@pytest.mark.parametrize(
    ("person", "demote", "printed"),
    [
        (GOGH, NEVER, "van Gogh, Vincent, III"),
        (GOGH, SORT_ONLY, "van Gogh, Vincent, III"),
        (GOGH, DISPLAY, "Gogh, Vincent van, III"),
        (GOGH, "", "Gogh, Vincent van, III"),
        (HUMBOLDT, NEVER, "Humboldt, Alexander von, Jr."),
        (HUMBOLDT, SORT_ONLY, "Humboldt, Alexander von, Jr."),
        (HUMBOLDT, DISPLAY, "Humboldt, Alexander von, Jr."),
        (BOTH, NEVER, "la Roo, Ann de"),
        (BOTH, DISPLAY, "Roo, Ann de la"),
        (HAKIM, NEVER, "al-Hakim, Tawfiq"),
        (HAKIM, DISPLAY, "Hakim, Tawfiq al-"),
    ],
)
def test_name_part_order_inverted(person: dict[str, str], demote: str, printed: str) -> None:
    """The family name comes first, the particle before it unless the style demotes it."""
    assert name(person, INVERTED, demote) == printed


@pytest.mark.parametrize(
    ("person", "printed"),
    [(GOGH, "van Gogh"), (HUMBOLDT, "Humboldt"), (BOTH, "la Roo"), (HAKIM, "al-Hakim")],
)
@pytest.mark.parametrize("demote", [NEVER, SORT_ONLY, DISPLAY])
def test_name_part_order_short(person: dict[str, str], printed: str, demote: str) -> None:
    """The short form is the family name with the particle that is not dropped."""
    assert name(person, 'form="short"', demote) == printed
    assert name(person, f'form="short" {INVERTED}', demote) == printed


@pytest.mark.parametrize("demote", [NEVER, SORT_ONLY, DISPLAY])
def test_name_particles_in_the_family_name_stay(demote: str) -> None:
    """A particle that is part of the family name is never demoted."""
    la_fontaine = {"family": "La Fontaine", "given": "Jean", "dropping-particle": "de"}
    assert name(la_fontaine, INVERTED, demote) == "La Fontaine, Jean de"
    assert name(la_fontaine) == "Jean de La Fontaine"


@pytest.mark.parametrize(
    ("suffix", "comma", "attributes", "printed"),
    [
        ("Jr.", False, "", "John Doe Jr."),
        ("Jr.", True, "", "John Doe, Jr."),
        ("Jr.", False, INVERTED, "Doe, John, Jr."),
        ("III", False, INVERTED, "Doe, John, III"),
        ("III", False, f'{INVERTED} sort-separator=" "', "Doe John III"),
        ("Jr.", False, 'form="short"', "Doe"),
    ],
)
def test_name_suffix(suffix: str, comma: bool, attributes: str, printed: str) -> None:
    """The suffix comes last, behind a comma if the item asks for one or the name is inverted."""
    person = {"family": "Doe", "given": "John", "suffix": suffix, "comma-suffix": comma}
    layout = f'<names variable="author"><name {attributes}/></names>'
    assert text(layout, author=[person]) == printed


@pytest.mark.parametrize("attributes", ["", INVERTED, 'form="short"', 'initialize-with="."'])
def test_literal_names_stay_as_they_are(attributes: str) -> None:
    """A name that is not a person's has no parts to abbreviate or to move."""
    names = f'<names variable="author"><name {attributes}/></names>'
    assert text(names, author="|World Health Organization") == "World Health Organization"


def person_parts(parts: str, person: dict[str, str], attributes: str = "") -> str:
    return name(person, attributes, parts=parts)


@pytest.mark.parametrize(
    ("parts", "person", "attributes", "printed"),
    [
        ('<name-part name="family" text-case="uppercase"/>', GOGH, "", "Vincent VAN GOGH III"),
        ('<name-part name="family" text-case="uppercase"/>', HUMBOLDT, "",
         "Alexander von HUMBOLDT Jr."),
        ('<name-part name="given" text-case="uppercase"/>', HUMBOLDT, "",
         "ALEXANDER VON Humboldt Jr."),
        ('<name-part name="given" text-case="uppercase"/>', GOGH, "", "VINCENT van Gogh III"),
        ('<name-part name="family" font-weight="bold"/>', {"family": "Roe", "given": "Ann"}, "",
         "Ann <b>Roe</b>"),
        ('<name-part name="given" font-style="italic"/>', {"family": "Roe", "given": "Ann"}, "",
         "<i>Ann</i> Roe"),
        ('<name-part name="given" font-style="italic"/>', {"family": "Roe", "given": "Ann"},
         INVERTED, "Roe, <i>Ann</i>"),
    ],
)  # fmt: skip
def test_name_part_formatting(
    parts: str, person: dict[str, str], attributes: str, printed: str
) -> None:
    """The family part means its particle, too, the given part the one that drops; no suffix."""
    assert person_parts(parts, person, attributes) == printed


@pytest.mark.parametrize(
    ("parts", "person", "attributes", "printed"),
    [
        ('<name-part name="given" prefix="(" suffix=")"/>', {"family": "Roe", "given": "Ann"}, "",
         "(Ann) Roe"),
        ('<name-part name="given" prefix="(" suffix=")"/>', {"family": "Roe", "given": "Ann"},
         INVERTED, "Roe, (Ann)"),
        ('<name-part name="given" prefix="(" suffix=")"/>', GOGH, INVERTED,
         "Gogh, (Vincent van), III"),
        ('<name-part name="family" prefix="[" suffix="]"/>', {"family": "Roe", "given": "Ann"}, "",
         "Ann [Roe]"),
        ('<name-part name="family" prefix="[" suffix="]"/>', GOGH, "", "Vincent [van Gogh III]"),
        ('<name-part name="family" prefix="[" suffix="]"/>', {**GOGH, "suffix": ""}, 'form="short"',
         "[van Gogh]"),
    ],
)  # fmt: skip
def test_name_part_affixes(
    parts: str, person: dict[str, str], attributes: str, printed: str
) -> None:
    """Affixes go around a part with its particles; the family part takes in the suffix."""
    assert person_parts(parts, person, attributes) == printed


def test_name_part_does_not_select_or_order() -> None:
    """Which parts are printed, and in which order, does not depend on cs:name-part."""
    parts = '<name-part name="family" font-weight="bold"/><name-part name="given"/>'
    assert person_parts(parts, {"family": "Roe", "given": "Ann"}) == "Ann <b>Roe</b>"
    assert person_parts('<name-part name="given"/>', {"family": "Roe"}) == "Roe"


def et_al(element: str, authors: str = "Doe; Roe; Poe") -> str:
    layout = f'<names variable="author"><name et-al-min="3" et-al-use-first="1"/>{element}</names>'
    return text(layout, author=authors)


@pytest.mark.parametrize(
    ("element", "printed"),
    [
        ("", "Doe et al."),
        ("<et-al/>", "Doe et al."),
        ('<et-al term="et-al"/>', "Doe et al."),
        ('<et-al term="and others"/>', "Doe and others"),
        ('<et-al font-style="italic"/>', "Doe <i>et al.</i>"),
        ('<et-al term="and others" font-weight="bold"/>', "Doe <b>and others</b>"),
    ],
)
def test_et_al_element(element: str, printed: str) -> None:
    """cs:et-al formats the term, and may select the other one."""
    assert et_al(element) == printed


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


@pytest.mark.parametrize(
    ("particle", "given", "attributes", "printed"),
    [
        ("d'", "Jean", "", "Jean d’Alembert"),
        ("d’", "Jean", "", "Jean d’Alembert"),
        ("de'", "Jean", "", "Jean de’ Alembert"),
        ("dell'", "Jean", "", "Jean dell’Alembert"),
        ("al-", "Jean", "", "Jean al-Alembert"),
        ("von", "Jean", "", "Jean von Alembert"),
        ("de'", "Jean", INVERTED, "Alembert, Jean de’"),
        ("", "Jean d'", "", "Jean d’Alembert"),
        ("", "Jean de'", "", "Jean de’ Alembert"),
        ("", "Jean al-", "", "Jean al-Alembert"),
        ("", "Jean von und zu", "", "Jean von und zu Alembert"),
        ("", "Jean al-", INVERTED, "Alembert, Jean al-"),
        ("", "Jean de'", 'initialize-with="."', "J. de’ Alembert"),
    ],
)
@pytest.mark.parametrize("part", ["", '<name-part name="given"/>'])
def test_dropping_particle_with_an_apostrophe(
    particle: str, given: str, attributes: str, printed: str, part: str
) -> None:
    """A particle that is elided joins the family name; "de'" has a blank behind it."""
    person = {"family": "Alembert", "given": given}
    if particle:
        person["dropping-particle"] = particle
    assert name(person, attributes, parts=part) == printed
