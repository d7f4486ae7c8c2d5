"""CSL 1.0.2, "Locale" and "Locale Files": fallback, terms, options."""

from __future__ import annotations

import pytest

from .samples import citation, item, style, terms


def cite(layout: str, locales: str = "", lang: str = "en-US") -> str:
    """Return a cite in a language, by a style with locales of its own."""
    source = style(layout, before=locales, options=f'default-locale="{lang}"')
    return citation(source, item(title="Fens", issued="2005-12-15", edition="2"))


def locale(lang: str, body: str) -> str:
    attribute = f' xml:lang="{lang}"' if lang else ""
    return f"<locale{attribute}>{body}</locale>"


def ands(**texts: str) -> str:
    """Return locales that translate "and", by language."""
    return "".join(
        locale(lang.replace("_", "-").strip("-"), f'<terms><term name="and">{text}</term></terms>')
        for lang, text in texts.items()
    )


@pytest.mark.parametrize(
    ("own", "lang", "printed"),
    [
        ({}, "de-AT", "und"),
        ({"_": "+"}, "de-AT", "+"),
        ({"_": "+", "de": "u."}, "de-AT", "u."),
        ({"_": "+", "de": "u.", "de_AT": "&amp;c."}, "de-AT", "&c."),
        ({"de_AT": "1", "de": "2", "_": "3"}, "de-AT", "1"),
        ({"de_AT": "1", "fr": "2"}, "de-DE", "und"),
        ({"fr": "2", "fr_CA": "3"}, "fr-FR", "2"),
        ({"de_DE": "1"}, "de", "1"),
        ({"de": "2", "de_DE": "1"}, "de", "1"),
        ({"de_DE": "1"}, "de-AT", "und"),
        ({"en": "2"}, "de-DE", "und"),
        ({"en": "2"}, "en-GB", "2"),
    ],
    ids=[
        "file", "no language", "language", "dialect", "order in the style is nothing",
        "other dialect", "language of another dialect", "language means main dialect",
        "main dialect before language", "main dialect of the style is not tried",
        "English of the style is not tried", "British English",
    ],
)  # fmt: skip
def test_locale_fallback(own: dict[str, str], lang: str, printed: str) -> None:
    """A unit comes from the style's dialect, language, or any; then from the locale files."""
    assert cite('<text term="and"/>', ands(**own), lang) == printed


@pytest.mark.parametrize(
    ("lang", "term", "printed"),
    [
        ("de-AT", "and", "und"),
        ("de-CH", "chapter", "Kapitel"),
        ("fr-CA", "and", "et"),
        ("pt-BR", "and", "e"),
        ("es-MX", "and", "y"),
        ("zh-TW", "and", "及"),
        ("en-GB", "and", "and"),
    ],
)
def test_locale_fallback_to_the_primary_dialect(lang: str, term: str, printed: str) -> None:
    """A secondary dialect falls back to the primary one of its language."""
    assert cite(f'<text term="{term}"/>', "", lang) == printed


def test_locale_fallback_is_by_unit() -> None:
    """Each term, date form and option is looked for by itself."""
    own = locale("de", '<terms><term name="in">IN</term></terms>')
    assert cite('<text term="in"/><text term="and" prefix=" "/>', own, "de-DE") == "IN und"


def test_locale_fallback_by_form_of_a_term() -> None:
    """A form of a term is a unit: the others stay those of the locale file."""
    own = '<locale><terms><term name="page" form="short">S/</term></terms></locale>'
    layout = '<text term="page" form="short"/><text term="page" prefix=" "/>'
    assert cite(layout, own) == "S/ page"


@pytest.mark.parametrize("node", ['<term name="and"/>', '<term name="and"></term>'])
def test_locale_fallback_stops_at_an_empty_term(node: str) -> None:
    """A term that is defined as empty is found, and prints nothing."""
    own = f"<locale><terms>{node}</terms></locale>"
    assert cite('<text value="x"/><text term="and"/>', own) == "x"


def test_locale_fallback_precedes_fallback_of_forms() -> None:
    """A file's term in the form asked for is preferred to the style's in another form."""
    own = '<locale><terms><term name="editor">Redaktion</term></terms></locale>'
    assert cite('<text term="editor" form="short"/>', own) == "ed."


def test_locale_fallback_of_dates() -> None:
    """A date form of the style replaces that of the locale file; the other stays."""
    own = '<locale><date form="text"><date-part name="year" prefix="*"/></date></locale>'
    layout = '<date variable="issued" form="{}"/>'
    assert cite(layout.format("text"), own) == "*2005"
    assert cite(layout.format("numeric"), own) == cite(layout.format("numeric"))


def test_locale_fallback_of_options() -> None:
    """An option of the style replaces that of the locale file; the other stays."""
    own = locale("en", '<style-options punctuation-in-quote="false"/>')
    layout = '<group delimiter=", "><text variable="title" quotes="true"/><text value="x"/></group>'
    assert cite(layout) == "“Fens,” x"
    assert cite(layout, own) == "“Fens”, x"


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [
        ("", "one"),
        ('plural="false"', "one"),
        ('plural="true"', "many"),
        ('form="long" plural="true"', "many"),
        ('form="short"', "o."),
        ('form="short" plural="true"', "m."),
    ],
)
def test_terms_have_single_and_multiple(attributes: str, printed: str) -> None:
    """A term may have a text for one and another for several."""
    own = (
        '<locale><terms><term name="page"><single>one</single><multiple>many</multiple></term>'
        '<term name="page" form="short"><single>o.</single><multiple>m.</multiple></term>'
        "</terms></locale>"
    )
    assert cite(f'<text term="page" {attributes}/>', own) == printed


@pytest.mark.parametrize(
    ("forms", "form", "printed"),
    [
        ("verb-short verb short long", "verb-short", "verb-short"),
        ("verb short long", "verb-short", "verb"),
        ("short long", "verb-short", "long"),
        ("symbol short long", "symbol", "symbol"),
        ("verb short long", "symbol", "short"),
        ("verb long", "symbol", "long"),
        ("short long", "verb", "long"),
        ("verb long", "short", "long"),
        ("verb short", "long", ""),
        ("symbol", "short", ""),
    ],
)
def test_terms_fall_back_to_other_forms(forms: str, form: str, printed: str) -> None:
    """verb-short falls back to verb, symbol to short, and verb and short to long."""
    nodes = (f'<term name="henceforth" form="{one}">{one}</term>' for one in forms.split())
    own = f"<locale><terms>{''.join(nodes)}</terms></locale>"
    without = '<term name="henceforth"/>' if "long" not in forms else ""
    own = own.replace("<terms>", f"<terms>{without}")
    assert cite(f'<text value="="/><text term="henceforth" form="{form}"/>', own) == f"={printed}"


def test_terms_that_no_locale_has_are_empty() -> None:
    """A term without a text in any locale and form prints nothing."""
    assert cite('<text value="x"/><text term="no-such-term"/>') == "x"


def test_terms_of_the_style_may_be_new() -> None:
    """A style may define what no locale file has."""
    assert cite('<text term="op-cit"/>', terms(op_cit="o. c.")) == "o. c."


def test_terms_in_one_line() -> None:
    """Line breaks of the file are no part of a term."""
    own = "<locale><terms><term name='in'><single>in\n  the</single></term></terms></locale>"
    assert cite('<text term="in"/>', own) == "in the"


def test_terms_have_superscript_characters() -> None:
    """A term raises letters with the superscript characters of Unicode."""
    assert cite('<text term="in"/>', terms(**{"in": "nᵒ, 2ᵉ"})) == "n<sup>o</sup>, 2<sup>e</sup>"


def test_terms_may_be_escaped_twice() -> None:
    """A term may have a character reference that an editor has escaped once more."""
    own = '<locale><terms><term name="and">&amp;#233;t</term></terms></locale>'
    assert cite('<text term="and"/>', own) == "ét"
