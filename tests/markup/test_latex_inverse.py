"""Every character that has a command is read back: itself, or the first that shares the command."""

from __future__ import annotations

import unicodedata

import pytest
from medcite.markup import latex_spelling
from medcite.markup.latex_to_text import plain_text, rich_text, unknown_commands
from medcite.tables.latex import KNOWN, LIKE_LATIN, MATH, SPELT, TEXT

CHARACTERS = sorted({*TEXT, *MATH, *SPELT, *LIKE_LATIN, *KNOWN})


@pytest.mark.parametrize("character", CHARACTERS, ids=lambda character: f"U+{ord(character):04X}")
def test_what_is_written_is_read(character: str) -> None:
    for spell in (latex_spelling.pdflatex, latex_spelling.with_commands):
        spelt = spell(f"x{character}y").text
        text = rich_text(spelt)
        assert not unknown_commands(spelt)
        assert not set(text) & set("\\{}$")
        assert rich_text(spell(text).text) == text
        if (character in TEXT or character in MATH) and spell is latex_spelling.with_commands:
            assert spell(text).text == spelt


@pytest.mark.parametrize("table", [TEXT, MATH])
def test_the_first_of_a_command_is_itself(table: dict[str, str]) -> None:
    firsts = {command: character for character, command in reversed(table.items())}
    del firsts["textasciicircum" if table is TEXT else "/"]  # the signs of ASCII are written so
    firsts.pop("textasciitilde", None)
    for character in firsts.values():
        text = rich_text(latex_spelling.with_commands(f"x{character}y").text)
        assert text == unicodedata.normalize("NFC", f"x{character}y"), character


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (r"$a \stackrel{>}{\sim} b$", "a ≳ b"),
        (r"$\gtrsim$10", "≳10"),
        (r"5$'$-UTR of f$''$", "5′-UTR of f″"),
        (r"$\text{Parkinson's}$", "Parkinson's"),
        (r"x$'''$", "x‴"),
        (r"\(10^{-3}\)", "10<sup>-3</sup>"),
        (r"$-$5 and $-5$", "−5 and -5"),
        (r"$\it{E. coli}$ and $\it S. aureus$", "<i>E. coli</i> and <i>S. aureus</i>"),
        (r"$\bf{x}$ and $\bf y$", "<b>x</b> and <b>y</b>"),
        (r"a $\it{}$ b $\mathit{}$ c $_{}$ \emph{}", "a b c"),
        (r"{\it } x {\bf} y{\em}", "x y"),
        (r"x$^{}$ and $\textit{\textbf{}}$", "x and"),
        (r"{\bfseries x} {\sffamily y} {\slshape z}", "<b>x</b> y <i>z</i>"),
        (
            r"\textsc{x} {\sc y} {\scshape z}",
            " ".join(f'<span style="font-variant:small-caps;">{word}</span>' for word in "xyz"),
        ),
        (r"\uppercase{on \emph{in vivo}} \MakeLowercase{DNA}", "ON <i>IN VIVO</i> dna"),
        (r"Timi\textcommabelow{s}oara", "Timișoara"),
    ],
)
def test_formulas(formula: str, text: str) -> None:
    assert rich_text(formula) == text
    assert not unknown_commands(formula)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\enquote{x}", "“x”"),
        (r"\enquote{a \enquote{b {\v{S}}} c}", "“a ‘b Š’ c”"),
        (r"\enquote{a \enquote{b \enquote{c}}}", "“a ‘b “c”’”"),
        (r"\enquote*{x} \textquote{y} \blockquote{z}", "‘x’ “y” “z”"),
        (r"\textquote[Knuth][.]{x}", "“x”"),
        (
            r"\mkbibquote{x \enquote{y}} \mkbibparens{z} \mkbibbrackets{\mkbibemph{w}}",
            "“x ‘y’” (z) [w]",
        ),
        (r"Plants, \bibstring{newseries}", "Plants, New series"),
        (r"\foreignquote{german}{x} \hyphenquote*{french}{y}", "“x” ‘y’"),
        (r"\textcquote[see][12]{key}{x}", "“x”"),
        (r"\glqq x\grqq{} \glq y\grq{} \flqq z\frqq{}", "„x“ ‚y‘ «z»"),
        (r"``x'' and \textquotedblleft y\textquotedblright", "“x” and “y”"),
        ('"`x"\' und y', "„x“ und y"),
    ],
)
def test_quotation_marks(latex: str, text: str) -> None:
    assert plain_text(latex) == text
    assert not unknown_commands(latex)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"hy\-phen\-ation", "hyphenation"),
        (r"shelf\/ful", "shelfful"),
        (r"x\hyphen y x\hyp{}y x\nbhyphen y", "x-y x-y x-y"),
        (r"\babelhyphen{hard}x\babelhyphen*{soft}y", "-xy"),
        (r"a\allowbreak b\linebreak[2]c\nobreak d\textcompwordmark e", "abcde"),
        (r"\discretionary{k-}{k}{ck}er", "cker"),
        ('Donau"-dampf"=schiff und Auf""lage', "Donaudampf-schiff und Auflage"),
        (r'Ver"-\"anderung', "Veränderung"),
        ('the "gold"-standard', 'the "gold"-standard'),
    ],
)
def test_hyphens(latex: str, text: str) -> None:
    assert plain_text(latex) == text
    assert not unknown_commands(latex)


@pytest.mark.parametrize("text", ['a"-b', 'a""b', 'a"=b', 'a"~b', 'a"|b', 'é"-é', '"a"-b'])
def test_no_text_becomes_a_shorthand(text: str) -> None:
    for spell in (latex_spelling.unicode, latex_spelling.pdflatex, latex_spelling.ascii_only):
        assert plain_text(spell(text).text) == text
