"""CSL 1.0.2, "Ordinal Suffixes" to "Gender-specific Ordinals"."""

from __future__ import annotations

import pytest

from .samples import citation, item, style


def ordinal(number: str, nodes: str = "", *, form: str = "ordinal", lang: str = "en-US") -> str:
    """Return an edition in a form of cs:number, by a style with terms of its own."""
    source = style(
        f'<number variable="edition" form="{form}"/>',
        before=f"<locale><terms>{nodes}</terms></locale>" if nodes else "",
        options=f'default-locale="{lang}"',
    )
    return citation(source, item(edition=number))


def term(name: str, text: str, attributes: str = "") -> str:
    return f'<term name="{name}" {attributes}>{text}</term>'


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("4", "4th"), ("11", "11th"), ("12", "12th"),
        ("13", "13th"), ("21", "21st"), ("22", "22nd"), ("101", "101st"), ("111", "111th"),
        ("112", "112th"), ("1000", "1000th"),
    ],
)  # fmt: skip
def test_ordinal_suffixes_of_english(number: str, printed: str) -> None:
    """The suffix is the term of the last two digits, else of the last one, else the general."""
    assert ordinal(number) == printed


@pytest.mark.parametrize(
    ("number", "printed"),
    [("1", "1:"), ("7", "7:"), ("3", "3c"), ("23", "23c"), ("13", "13z"), ("113", "113z")],
)
def test_ordinal_suffixes_of_two_digits_come_first(number: str, printed: str) -> None:
    """A term for two digits is preferred to one for the last; "ordinal" is for the others."""
    nodes = term("ordinal", ":") + term("ordinal-03", "c") + term("ordinal-13", "z")
    assert ordinal(number, nodes) == printed


@pytest.mark.parametrize(
    ("name", "match", "numbers"),
    [
        ("ordinal-00", "", "10 20 100 110 200"),
        ("ordinal-00", 'match="last-digit"', "10 20 100 110 200"),
        ("ordinal-00", 'match="last-two-digits"', "100 200"),
        ("ordinal-05", "", "5 15 25 105"),
        ("ordinal-05", 'match="last-two-digits"', "5 105"),
        ("ordinal-05", 'match="whole-number"', "5"),
        ("ordinal-10", "", "10 110"),
        ("ordinal-10", 'match="last-two-digits"', "10 110"),
        ("ordinal-10", 'match="whole-number"', "10"),
        ("ordinal-99", "", "99 199"),
    ],
)
def test_ordinal_suffixes_match(name: str, match: str, numbers: str) -> None:
    """``match`` says whether the last digit, the last two or all digits must agree."""
    nodes = term("ordinal", ":") + term(name, "!", match)
    asked = ["5", "10", "15", "20", "25", "99", "100", "105", "110", "199", "200"]
    assert [n for n in asked if ordinal(n, nodes) == f"{n}!"] == numbers.split()


@pytest.mark.parametrize(
    ("number", "printed"),
    [("1", "1A"), ("2", "2B"), ("3", "3C"), ("4", "4D"), ("5", "5D"), ("10", "10D"), ("11", "11D"),
     ("12", "12D"), ("13", "13D"), ("21", "21A"), ("111", "111D"), ("123", "123C")],
)  # fmt: skip
def test_ordinal_suffixes_of_csl_1_0(number: str, printed: str) -> None:
    """Without "ordinal", the fourth term is for all numbers that the first three are not for."""
    nodes = "".join(term(f"ordinal-0{n}", text) for n, text in enumerate("ABCD", start=1))
    assert ordinal(number, nodes) == printed


def test_ordinal_suffixes_replace_all_others() -> None:
    """A locale that defines any ordinal term replaces all of them."""
    nodes = term("ordinal", ".")
    assert [ordinal(n, nodes) for n in ("1", "2", "11")] == ["1.", "2.", "11."]
    assert [ordinal(n, term("ordinal-01", "x")) for n in ("1", "2")] == ["1x", "2"]


def test_ordinal_suffixes_do_not_replace_other_terms() -> None:
    """Long ordinals and other terms stay when ordinal suffixes are replaced."""
    assert ordinal("2", term("ordinal", "."), form="long-ordinal") == "second"


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1", "first"),
        ("2", "second"),
        ("10", "tenth"),
        ("11", "11th"),
        ("101", "101st"),
        ("0", "0"),
    ],
)
def test_long_ordinals(number: str, printed: str) -> None:
    """There are words for 1 to 10; other numbers have the form "ordinal"."""
    assert ordinal(number, form="long-ordinal") == printed


def test_long_ordinals_match_whole_numbers() -> None:
    """The word for 1 to 10 is for the whole number, whatever ``match`` says."""
    nodes = term("long-ordinal-01", "prime", 'match="last-digit"')
    assert [ordinal(n, nodes, form="long-ordinal") for n in ("1", "21")] == ["prime", "21st"]


def test_long_ordinals_fall_back_to_suffixes() -> None:
    """Where a word is missing or empty, the suffixes stand in."""
    nodes = term("long-ordinal-03", "")
    assert ordinal("3", nodes, form="long-ordinal") == "3rd"


GENDERED = (
    term("edition", "edition", 'gender="{}"')
    + term("ordinal", "n")
    + term("ordinal-01", "f", 'gender-form="feminine" match="whole-number"')
    + term("ordinal-01", "m", 'gender-form="masculine" match="whole-number"')
    + term("long-ordinal-02", "two")
    + term("long-ordinal-02", "twa", 'gender-form="feminine"')
)


@pytest.mark.parametrize(
    ("gender", "number", "form", "printed"),
    [
        ("feminine", "1", "ordinal", "1f"),
        ("masculine", "1", "ordinal", "1m"),
        ("", "1", "ordinal", "1n"),
        ("feminine", "3", "ordinal", "3n"),
        ("feminine", "2", "long-ordinal", "twa"),
        ("masculine", "2", "long-ordinal", "two"),
        ("", "2", "long-ordinal", "two"),
    ],
)
def test_gender_of_the_number_s_term(gender: str, number: str, form: str, printed: str) -> None:
    """The ordinal has the gender of its noun, or the neuter form if it has no other."""
    nodes = GENDERED.format(gender).replace('gender=""', "")
    assert ordinal(number, nodes, form=form) == printed


@pytest.mark.parametrize(
    ("lang", "form", "number", "printed"),
    [
        ("fr-FR", "ordinal", "1", "1<sup>r</sup><sup>e</sup>"),
        ("fr-FR", "ordinal", "2", "2<sup>e</sup>"),
        ("es-ES", "ordinal", "3", "3.<sup>a</sup>"),
        ("it-IT", "ordinal", "2", "2<sup>a</sup>"),
        ("de-DE", "ordinal", "2", "2."),
    ],
)
def test_gender_of_the_locale_s_edition(lang: str, form: str, number: str, printed: str) -> None:
    """In French, Spanish and Italian an edition is feminine."""
    assert ordinal(number, form=form, lang=lang) == printed


@pytest.mark.parametrize(
    ("month", "printed"), [(1, "1m"), (2, "1f"), (3, "1n")], ids=["masculine", "feminine", "none"]
)
def test_gender_of_the_month(month: int, printed: str) -> None:
    """A day's ordinal has the gender of its month's term."""
    nodes = (
        term("month-01", "M", 'gender="masculine"')
        + term("month-02", "F", 'gender="feminine"')
        + term("ordinal", "n")
        + term("ordinal-01", "f", 'gender-form="feminine"')
        + term("ordinal-01", "m", 'gender-form="masculine"')
    )
    layout = '<date variable="issued"><date-part name="day" form="ordinal"/></date>'
    source = style(layout, before=f"<locale><terms>{nodes}</terms></locale>")
    assert citation(source, item(issued=f"2005-{month}-1")) == printed


def test_a_noun_keeps_its_gender_where_a_style_prints_another_word() -> None:
    """A term for the noun without a gender leaves that of the locale; one with another does not."""
    assert ordinal("1", term("edition", "éd."), lang="fr-FR") == "1<sup>r</sup><sup>e</sup>"
    assert (
        ordinal("1", term("edition", "tirage", 'gender="masculine"'), lang="fr-FR")
        == "1<sup>e</sup><sup>r</sup>"
    )


def test_a_suffix_may_have_tags() -> None:
    """As other terms, an ordinal's suffix may be marked up."""
    nodes = term("ordinal", "&lt;sup&gt;e&lt;/sup&gt;")
    assert ordinal("2", nodes) == "2<sup>e</sup>"
