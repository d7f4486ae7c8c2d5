"""Formulas in MathML as a line of text: no number may become another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.codecs.mathml import with_formulas


def math(content: str) -> str:
    return f"<mml:math xmlns:mml='http://www.w3.org/1998/Math/MathML'>{content}</mml:math>"


def tokens(*texts: str) -> str:
    """Return texts as numbers, names or operators."""
    tags = ("mn" if text[0].isdigit() else "mi" if text[0].isalpha() else "mo" for text in texts)
    return "".join(f"<mml:{tag}>{text}</mml:{tag}>" for tag, text in zip(tags, texts, strict=True))


def tag(name: str, *texts: str) -> str:
    return f"<mml:{name}>{tokens(*texts)}</mml:{name}>"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (tag("msup", "10", "5"), "10<sup>5</sup>"),
        (tag("msub", "x", "i"), "x<sub>i</sub>"),
        (tag("msubsup", "B", "s", "0"), "B<sub>s</sub><sup>0</sup>"),
        (tag("mfrac", "1", "2"), "1/2"),
        (tokens("3") + tag("mfrac", "1", "2") + tokens("x"), "3 1/2 x"),
        (f"<mml:mfrac>{tag('mrow', 'a', '+', 'b')}{tokens('c')}</mml:mfrac>", "(a+b)/c"),
        (f"<mml:mfrac>{tokens('c')}{tag('mfrac', '1', '2')}</mml:mfrac>", "c/(1/2)"),
        (f"<mml:msup>{tag('mfrac', '1', '2')}{tokens('2')}</mml:msup>", "(1/2)<sup>2</sup>"),
        (tag("msqrt", "s") + tokens("=", "13") + "<mml:mspace/>" + tokens("TeV"), "√s=13 TeV"),
        (f"<mml:msqrt>{tag('msub', 's', 'NN')}</mml:msqrt>", "√s<sub>NN</sub>"),
        (tag("msqrt", "a", "+", "b"), "√(a+b)"),
        (tag("mroot", "x", "3") + tag("mroot", "y", "5"), "∛x<sup>5</sup>√y"),
        (tag("mover", "x", "¯"), "x̄"),
        (tag("mover", "e", "^"), "ê"),
        (tag("munderover", "∑", "i", "n"), "∑<sub>i</sub><sup>n</sup>"),
        (f"<mml:msup><mml:mrow/>{tokens('14')}</mml:msup>{tokens('C')}", "<sup>14</sup>C"),
        (
            f"<mml:mmultiscripts>{tokens('C')}<mml:none/><mml:none/><mml:mprescripts/>"
            f"{tokens('6', '14')}</mml:mmultiscripts>",
            "<sub>6</sub><sup>14</sup>C",
        ),
        (tag("msup", "f", "′"), "f′"),
        (tag("mfenced", "a", "b"), "(a,b)"),
        (f'<mml:mfenced open="[" close="]" separators="">{tokens("a", "b")}</mml:mfenced>', "[ab]"),
        (tokens("log", "x", "2"), "log x2"),
        ("<mml:mi>p</mml:mi><mml:mo><</mml:mo><mml:mn>0.05</mml:mn>", "p<0.05"),
        (f"<mml:semantics>{tokens('x')}<mml:annotation>y</mml:annotation></mml:semantics>", "x"),
        ("<mml:mi>f</mml:mi><mml:mo>\u2061</mml:mo><mml:mi>x</mml:mi>", "fx"),
        (tag("mtext", "12"), "12"),
    ],
)
def test_a_formula_in_a_line(content: str, line: str) -> None:
    assert with_formulas(f"at {math(content)}, then") == f"at {line}, then"
    bare = math(content).replace("mml:", "")
    assert with_formulas(f"{bare}{bare}") == line * 2


@pytest.mark.parametrize("text", ["mathematics", "<math> of birches", "x < math > y", "</math>"])
def test_other_texts_stay(text: str) -> None:
    assert with_formulas(text) == text


PIECES = ["<math>", "</math>", "<msup>", "</msup>", "<mfrac/>", "<mi>", "</mi>", "x", "<", "2", " "]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_formula_stops_the_reader(text: str) -> None:
    with_formulas(f"<math>{text}</math>")


def test_deep_and_long_formulas() -> None:
    assert with_formulas(math("<mrow>" * 5000 + "x")) == "x"
    assert with_formulas("<math>" * 100_000) == "<math>" * 100_000


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (tag("mover", "x", "&#175;"), "x̄"),
        (tag("mover", "V", "&#x2D9;"), "V̇"),
        (tag("mover", "y", "\u0302"), "ŷ"),
        (tag("munder", "x", "_"), "x̲"),
        (tag("munder", "lim", "n"), "lim<sub>n</sub>"),
        ("<mml:mi>&beta;</mml:mi><mml:mo>&ge;</mml:mo><mml:mn>2</mml:mn>", "β≥2"),
        ("<mml:mi>p</mml:mi><mml:mo>&lt;</mml:mo><mml:mi>q</mml:mi>", "p&lt;q"),
        ("<mml:mi>cos</mml:mi><mml:mo>&#8289;</mml:mo><mml:mi>t</mml:mi>", "cos t"),
        ('<mml:mfrac linethickness="0pt"><mml:mi>n</mml:mi><mml:mi>k</mml:mi></mml:mfrac>', "n; k"),
        ('<mml:mfrac linethickness="1px"><mml:mi>n</mml:mi><mml:mi>k</mml:mi></mml:mfrac>', "n/k"),
        ('<mml:menclose notation="radical"><mml:mn>7</mml:mn></mml:menclose>', "√7"),
        ('<mml:menclose notation="box"><mml:mn>7</mml:mn></mml:menclose>', "7"),
        ("<mml:mtext>for each</mml:mtext><mml:mi>t</mml:mi>", "for each t"),
        ("<mml:mn>4</mml:mn><mml:mtext>\u00a0if\u00a0</mml:mtext><mml:mn>5</mml:mn>", "4 if 5"),
    ],
)
def test_references_lines_and_words(content: str, line: str) -> None:
    assert with_formulas(math(content)) == line
    assert with_formulas(math(content).replace("mml:", "")) == line


def test_an_empty_formula_is_nothing() -> None:
    assert with_formulas("a<math/>b<mml:math xmlns:mml='x'/>c") == "abc"
