"""CSL 1.0.2, "Number" and "Label"."""

from __future__ import annotations

import pytest
from medcite.csl import Cite

from .samples import citation, citations, item, style, text


def number(value: str, attributes: str = "", variable: str = "volume", lang: str = "en-US") -> str:
    layout = f'<number variable="{variable}" {attributes}/>'
    return citation(style(layout, options=f'default-locale="{lang}"'), item(**{variable: value}))


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("2-4", "2–4"),
        ("2 - 4", "2–4"),
        ("2,3", "2, 3"),
        ("2 , 3", "2, 3"),
        ("2, 3", "2, 3"),
        ("2&3", "2 & 3"),
        ("2 & 3", "2 & 3"),
        ("2&3, 5 - 7", "2 & 3, 5–7"),
        ("Special edition", "Special edition"),
        ("2nd printing", "2nd printing"),
        ("Fall - Winter", "Fall - Winter"),
    ],
)
def test_number_has_even_spaces(value: str, printed: str) -> None:
    """Ranges lose their blanks, lists have one behind a comma; what is no number stays."""
    assert number(value) == printed


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [
        ("numeric", "3", "3"),
        ("ordinal", "3", "3rd"),
        ("long-ordinal", "3", "third"),
        ("long-ordinal", "12", "12th"),
        ("roman", "3", "iii"),
        ("roman", "1999", "mcmxcix"),
        ("roman", "44", "xliv"),
        ("ordinal", "2, 3", "2nd, 3rd"),
        ("long-ordinal", "2, 3", "second, third"),
        ("roman", "2, 3", "ii, iii"),
        ("roman", "2-4", "ii–iv"),
        ("ordinal", "2 & 3", "2nd & 3rd"),
        ("ordinal", "Special edition", "Special edition"),
    ],
)
def test_number_forms(form: str, value: str, printed: str) -> None:
    """Each number is written as asked for; other text stays as it is."""
    assert number(value, f'form="{form}"') == printed


@pytest.mark.parametrize("form", ["ordinal", "long-ordinal", "roman"])
@pytest.mark.parametrize("value", ["2E", "D2", "L2d"])
def test_number_with_affixes_stays(value: str, form: str) -> None:
    """Numbers with letters before or behind them are neither ordinals nor Roman numerals."""
    assert number(value, f'form="{form}"') == value


def test_number_has_affixes_formatting_and_case() -> None:
    """cs:number has the attributes of other rendering elements."""
    attributes = 'form="ordinal" prefix="[" suffix="]" font-style="italic" text-case="uppercase"'
    assert number("2", attributes) == "[<i>2ND</i>]"


@pytest.mark.parametrize(
    "variable",
    ["chapter-number", "collection-number", "edition", "issue", "number", "number-of-pages",
     "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section",
     "supplement-number", "version", "volume"],
)  # fmt: skip
def test_number_variables(variable: str) -> None:
    """Each number variable can be printed by cs:number, as an ordinal, too."""
    assert number("2", variable=variable) == "2"
    assert number("2", 'form="ordinal"', variable=variable) == "2nd"


def test_number_of_the_processor() -> None:
    """The number of the citation and that of the first note are number variables."""
    layout = (
        '<number variable="citation-number" form="roman" prefix="("/>'
        '<number variable="first-reference-note-number" form="ordinal" prefix=" "/>'
    )
    works = [item("a"), item("b")]
    cites = citations(style(layout, klass="note"), works, [["a"], ["b"], ["b"]])
    assert cites == ["(i", "(ii", "(ii 2nd"]


def test_number_of_a_locator() -> None:
    """The locator is a number variable."""
    assert text('<number variable="locator" form="ordinal"/>', {"locator": "3"}) == "3rd"


def test_strip_periods_leaves_a_locator_what_it_is() -> None:
    """Line 12.3 is not line 123; only the label loses its full stop."""
    layout = (
        '<label variable="locator" form="short" strip-periods="true"/>'
        '<text variable="locator" strip-periods="true" prefix=" "/>'
    )
    assert text(layout, {"locator": "12.3", "label": "page"}) == "p 12.3"


@pytest.mark.parametrize(("value", "printed"), [(0, "0"), (7, "7"), ("0", "0")])
def test_number_of_a_json_number(value: object, printed: str) -> None:
    """A value may be a number of JSON; zero is a value."""
    assert text('<number variable="volume"/>', volume=value) == printed


def label(variable: str, value: str, attributes: str = "", lang: str = "en-US") -> str:
    layout = (
        f'<group delimiter=" "><label variable="{variable}" {attributes}/>'
        f'<text variable="{variable}"/></group>'
    )
    return citation(style(layout, options=f'default-locale="{lang}"'), item(**{variable: value}))


@pytest.mark.parametrize(
    ("variable", "value", "printed"),
    [
        ("page", "3", "page 3"),
        ("page", "5-7", "pages 5–7"),
        ("page", "1, 3", "pages 1, 3"),
        ("page", "1 & 3", "pages 1 & 3"),
        ("page", "S12", "page S12"),
        ("page", "S12-S15", "pages S12–S15"),
        ("page", "xi-xv", "pages xi–xv"),
        ("volume", "2", "volume 2"),
        ("volume", "2 & 4", "volumes 2 & 4"),
        ("volume", "2-4", "volumes 2–4"),
        ("issue", "3", "issue 3"),
        ("issue", "3-4", "issues 3–4"),
        ("chapter-number", "1, 2", "chapters 1, 2"),
        ("number-of-pages", "1", "page 1"),
        ("number-of-pages", "312", "pages 312"),
        ("number-of-volumes", "1", "volume 1"),
        ("number-of-volumes", "3", "volumes 3"),
        ("edition", "2", "edition 2"),
    ],
)
def test_label_is_plural_for_several_numbers(variable: str, value: str, printed: str) -> None:
    """The term is plural for several numbers, and for a count above one."""
    assert label(variable, value) == printed


@pytest.mark.parametrize(
    ("plural", "value", "printed"),
    [
        ("contextual", "1", "page 1"),
        ("contextual", "1-3", "pages 1–3"),
        ("always", "1", "pages 1"),
        ("always", "1-3", "pages 1–3"),
        ("never", "1", "page 1"),
        ("never", "1-3", "page 1–3"),
    ],
)
def test_label_plural(plural: str, value: str, printed: str) -> None:
    """``plural`` has the term always in the plural, never, or as the content asks."""
    assert label("page", value, f'plural="{plural}"') == printed


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [("long", "3", "page 3"), ("short", "3", "p. 3"), ("short", "3-5", "pp. 3–5")],
)
def test_label_forms_of_pages(form: str, value: str, printed: str) -> None:
    """``form`` selects the form of the term."""
    assert label("page", value, f'form="{form}"') == printed


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [("symbol", "3", "§ 3"), ("symbol", "3-5", "§§ 3–5"), ("short", "3", "sec. 3")],
)
def test_label_forms_of_locators(form: str, value: str, printed: str) -> None:
    """The symbol has a plural, too."""
    layout = f'<label variable="locator" form="{form}" suffix=" "/><text variable="locator"/>'
    assert text(layout, {"locator": value, "label": "section"}) == printed


def test_label_needs_a_value() -> None:
    """The term is printed only if the variable has a value."""
    assert text('<text value="x"/><label variable="page"/>') == "x"
    assert text('<text value="x"/><label variable="locator"/>') == "x"


def test_label_attributes() -> None:
    """A label has affixes, formatting, a case, and its full stops can go."""
    attributes = (
        'form="short" prefix="(" suffix=")" font-weight="bold" text-case="uppercase" '
        'strip-periods="true"'
    )
    assert label("page", "3", attributes) == "(<b>P</b>) 3"


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("appendix", "appendix"), ("article-locator", "article"), ("book", "book"),
        ("chapter", "chapter"), ("column", "column"), ("elocation", "location"),
        ("equation", "equation"), ("figure", "figure"), ("folio", "folio"), ("issue", "issue"),
        ("line", "line"), ("note", "note"), ("opus", "opus"), ("page", "page"),
        ("paragraph", "paragraph"), ("part", "part"), ("rule", "rule"), ("section", "section"),
        ("sub-verbo", "sub verbo"), ("sub verbo", "sub verbo"), ("supplement", "supplement"),
        ("table", "table"), ("timestamp", ""), ("title", "title"), ("verse", "verse"),
        ("volume", "volume"), ("article", "article"),
    ],
)  # fmt: skip
def test_label_of_each_kind_of_locator(kind: str, printed: str) -> None:
    """The label of a locator is the term of its kind."""
    layout = '<group delimiter=" "><label variable="locator"/><text variable="locator"/></group>'
    expected = f"{printed} 3" if printed else "3"
    assert text(layout, {"locator": "3", "label": kind}) == expected


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        ("3", "p. 3"),
        ("3-5", "pp. 3–5"),
        ("3, 5", "pp. 3, 5"),
        ("3 and 5", "pp. 3 and 5"),
        ("3 & 5", "pp. 3 & 5"),
        ("iv-vi", "pp. iv–vi"),
    ],
)
def test_label_of_a_locator_is_plural_for_several(locator: str, printed: str) -> None:
    """The label of a locator is plural for several numbers, whatever is between them."""
    layout = '<label variable="locator" form="short" suffix=" "/><text variable="locator"/>'
    assert text(layout, {"locator": locator, "label": "page"}) == printed


def test_label_of_a_locator_without_kind_is_of_pages() -> None:
    """A locator that has no kind is a page."""
    layout = '<label variable="locator" suffix=" "/><text variable="locator"/>'
    assert text(layout, {"locator": "3"}) == "page 3"


@pytest.mark.parametrize(
    ("lang", "value", "printed"),
    [
        ("de-DE", "3", "Seite 3"),
        ("de-DE", "3 und 5", "Seiten 3 und 5"),
        ("fr-FR", "3 et 5", "pages 3 et 5"),
        ("es-ES", "3 y 5", "páginas 3 y 5"),
        ("nl-NL", "3 en 5", "pagina’s 3 en 5"),
        ("nl-NL", "3-5", "pagina’s 3-5"),
    ],
)
def test_label_of_other_languages(lang: str, value: str, printed: str) -> None:
    """The locale's word for "and" makes a label plural."""
    layout = '<label variable="locator" suffix=" "/><text variable="locator"/>'
    source = style(layout, options=f'default-locale="{lang}"')
    assert citations(source, [item()], [[Cite("a", locator=value, label="page")]]) == [printed]


@pytest.mark.parametrize(
    ("value", "plural"),
    [("12", False), ("12-14", True), ("12–14", True), ("12a", False), ("12, 14", True),
     ("e12", False), ("12; 14", True), ("12 and 14", True)],
)  # fmt: skip
def test_label_of_page_is_contextual(value: str, plural: bool) -> None:
    """What counts as several numbers does not depend on how they are separated."""
    layout = '<label variable="page" form="short"/>'
    assert text(layout, page=value) == ("pp." if plural else "p.")


def test_label_by_its_term_in_the_style() -> None:
    """The style's own term is the label's, in singular and plural."""
    before = (
        "<locale><terms><term name='volume' form='short'><single>Bd</single>"
        "<multiple>Bde</multiple></term></terms></locale>"
    )
    source = style('<label variable="volume" form="short"/>', before=before)
    assert citation(source, item(volume="2")) == "Bd"
    assert citation(source, item(volume="2-3")) == "Bde"


@pytest.mark.parametrize("variable", ["page", "locator"])
def test_ampersand_stays(variable: str) -> None:
    """An ampersand between pages stays one, unless the locale has a symbol of its own."""
    layout = f'<text variable="{variable}"/>'
    symbol = "<locale><terms><term name='and' form='symbol'>+</term></terms></locale>"
    for before, printed in (("", "3 & 5"), (symbol, "3 + 5")):
        source = style(layout, options='default-locale="de-DE"', before=before)
        cites = [[Cite("a", locator="3&5", label="page")]]
        assert citations(source, [item(page="3&5")], cites) == [printed]


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        ("12 n. 4", "S. 12 Anm. 4"),
        ("12, n. 4", "S. 12, Anm. 4"),
        ("12 & n. 4", "S. 12 & Anm. 4"),
        ("12 ff. 4", "S. 12 ff. 4"),
    ],
)
def test_locator_of_several_kinds(locator: str, printed: str) -> None:
    """A number behind another may name its kind, whose term is the locale's."""
    layout = '<label variable="locator" form="short" suffix=" "/><text variable="locator"/>'
    source = style(layout, options='default-locale="de-DE"')
    assert citations(source, [item()], [[Cite("a", locator=locator, label="page")]]) == [printed]


@pytest.mark.parametrize("lang", ["en-US", "tr-TR"])
def test_number_in_roman_capitals(lang: str) -> None:
    """A Roman numeral in capitals has no dot on its i, in Turkish either."""
    layout = '<number variable="volume" form="roman" text-case="uppercase"/>'
    source = style(layout, options=f'default-locale="{lang}"')
    assert citation(source, item(volume="4")) == "IV"
