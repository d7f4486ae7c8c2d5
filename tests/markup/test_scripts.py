from __future__ import annotations

import pytest
from medcite.markup import markdown, scripts, text
from medcite.markup.inline_tags import parse
from medcite.model.rich_text import Span

SUPERSCRIPTS = [
    ("10<sup>6</sup> cells", "10⁶ cells"),
    ("10<sup>-3</sup> and 10<sup>−4</sup> to 10<sup>–5</sup>", "10⁻³ and 10⁻⁴ to 10⁻⁵"),
    ("Ca<sup>2+</sup>, Cl<sup>-</sup>", "Ca²⁺, Cl⁻"),
    ("<sup>99m</sup>Tc, [<sup>18</sup>F]FDG", "⁹⁹ᵐTc, [¹⁸F]FDG"),
    ("x<sup>(n+1)</sup>", "x⁽ⁿ⁺¹⁾"),
    ("10<sup>6.5</sup>", "10^6.5"),
    ("CD4<sup>high</sup>CD25<sup>min</sup>", "CD4^highCD25^min"),
    ("Ctcf<sup>fl/fl</sup>, Pten<sup>-/-</sup>", "Ctcf^fl/fl, Pten-/-"),
    ("x<sup>a b</sup>", "x^(a b)"),
    ("x<sup> 2 </sup>y", "x ² y"),
    ("Botox<sup>®</sup>, Foo<sup>TM</sup>", "Botox®, Foo™"),
    ("x<sup>2<sup>3</sup></sup>", "x^2³"),
    ("<i>r<sup>2</sup></i> of CO<sub>2</sub>", "r² of CO2"),
    ("10&lt;sup&gt;6&lt;/sup&gt;", "10⁶"),
    ("p <sup> < 5", "p <sup> < 5"),
]


@pytest.mark.parametrize(("title", "expected"), SUPERSCRIPTS)
def test_a_superscript_is_not_read_with_the_number_before_it(title: str, expected: str) -> None:
    assert scripts.flat(parse(title)) == expected
    assert text.inline(("T. ", *parse(title))) == f"T. {expected}"
    assert text.render(("T. ", *parse(title))) == f"T. {expected}".rstrip()


def test_superscripts_without_characters_are_named() -> None:
    title = "10<sup>6</sup>, 10<sup>6.5</sup>, <i>x<sup>q</sup></i>, y<sup>®</sup>, z<sub>r</sub>"
    assert scripts.with_carets(title) == ["^6.5", "^q"]
    assert scripts.with_carets("support for p < 5") == []


def test_a_number_that_the_style_raises_as_a_whole_stays_on_the_line() -> None:
    assert text.inline((Span("sup", ("1,3–5",)),)) == "1,3–5"
    assert text.inline(("Doe", Span("sup", ("1",)))) == "Doe¹"
    label = Span("left-margin", (Span("sup", ("1.",)),))
    assert text.render((label, Span("right-inline", ("A.",)))) == "1. A."


def test_markdown_has_the_signs_of_pandoc() -> None:
    title = parse("10<sup>-6</sup> mol of CO<sub>2</sub> in x<sup>a b</sup>")
    assert markdown.inline(title) == r"10^-6^ mol of CO~2~ in x^a\ b^"
