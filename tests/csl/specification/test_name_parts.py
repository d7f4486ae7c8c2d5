"""CSL 1.0.2, "Name-part Order" to "Et-al", and "Name Particles"."""

from __future__ import annotations

import pytest

from .samples import citation, item, style, text

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
