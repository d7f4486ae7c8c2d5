from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from medcite.markup import latex, latex_items, latex_spelling, latex_title
from medcite.model.rich_text import Span, plain
from medcite.tables.latex import ACCENTS, KNOWN, MATH, MATH_ACCENTS, SPELT, TEXT

from tests.markup.texts import FIRST, RICH, SECOND, STRINGS, Entry, Listed, bare, labelled

# Every command that the text of a record may be spelt with.
COMMANDS = (
    {*TEXT.values(), *ACCENTS.values(), *MATH_ACCENTS.values(), *"$&%#_-", "relax", "csname"}
    | {"detokenize", "string"}
    | {"endcsname", "i", "j", "textsuperscript", "textsubscript", "textcircled"}
    | {name for body in MATH.values() for name in re.findall(r"\\([A-Za-z]+|.)", body)}
    | {"textbackslash", "lbrace", "rbrace", "textasciitilde", "hbar"}
    | {command[1:] for command in latex_spelling.WRAPS.values()}
    | {"textasciicircum"}
)


def check(text: str) -> None:
    """TeX must read nothing in ``text`` as a command but those above; braces balance."""
    assert set(re.findall(r"\\([A-Za-z]+|.)", text, re.DOTALL)) <= COMMANDS
    mathless = re.sub(r"\{\$[^$]*\$\}", "", re.sub(r"\\[^A-Za-z]", "", text))
    assert not re.search(r"[$&%#_^]", mathless)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", text)
    depth = 0
    for brace in re.findall(r"[{}]", text):  # as BibTeX counts, the escaped ones included
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


def without_controls(text: str) -> str:
    blanks = re.sub("[\t-\r\x85]", " ", text)
    return re.sub("[\x00-\x1f\x7f-\x9f]", "", blanks)


def unescape(text: str) -> str:
    """Undo ``escape``."""
    for character, spelt in latex_spelling.SPECIALS.items():
        text = text.replace(spelt, "\ue000" + character) if len(spelt) == 2 else text
    pairs = {
        spelt: character for character, spelt in latex_spelling.SPECIALS.items() if len(spelt) > 2
    }
    pattern = "|".join(map(re.escape, pairs))
    text = re.sub(pattern, lambda match: pairs[match[0]], text.replace("{}", ""))
    return text.replace("\ue000", "")


@given(STRINGS.filter(lambda text: "\ue000" not in text))
def test_escape_keeps_every_character(text: str) -> None:
    check(latex_spelling.escape(text))
    assert unescape(latex_spelling.escape(text)) == without_controls(text)


@pytest.mark.parametrize("spell", [latex_spelling.pdflatex, latex_spelling.ascii_only])
@pytest.mark.parametrize("text", ["a\x85b", "ä\x85b\x9f", "a\x80\u0301b", "\x85"])
def test_control_characters_beyond_ascii_are_left_out(spell: object, text: str) -> None:
    assert callable(spell)
    spelt = spell(text)
    assert not re.search(r"[\x80-\x9f]", spelt.text)
    assert not {"\x80", "\x85", "\x9f"} & spelt.unspelled


@given(STRINGS)
def test_no_spelling_lets_a_command_through(text: str) -> None:
    for spell in (latex_spelling.unicode, latex_spelling.pdflatex, latex_spelling.ascii_only):
        check(spell(text).text)


@given(STRINGS)
def test_what_is_left_is_told_and_is_not_in_ascii(text: str) -> None:
    assert latex_spelling.ascii_only(text).text.isascii()
    known = latex_spelling.pdflatex(text)
    assert {c for c in known.text if c > "\x7f" and c not in KNOWN} == known.unspelled


@given(RICH)
def test_rich_text_and_titles_balance(text: tuple[str, ...]) -> None:
    check(
        latex_title.title(plain(text), latex_spelling.pdflatex, lambda text: [(0, len(text))]).text
    )
    check(latex.render(text))


@pytest.mark.parametrize(
    ("text", "unicode", "ascii"),
    [
        ("\\input{x}", r"{\textbackslash}input{$\lbrace$}x{$\rbrace$}", None),
        ("50% & $3 #1 a_b", r"50\% \& \$3 \#1 a\_b", None),
        ("a~b^c <d|e>", None, None),
        ("a -- b ''c'' ?`", "a -{}- b '{}'c'{}' ?{}`", None),
        ("Wójcik Łuć Šimůnek", None, r"W{\'o}jcik {\L}u{\'c} {\v{S}}im{\r{u}}nek"),
        ("Erdős ąę đ ı í ñ ß", None, r"Erd{\H{o}}s {\k{a}}{\k{e}} {\dj} {\i} {\'i} {\~n} {\ss}"),
        ("ī ĭ", None, r"{\={\i\relax}} {\csname\detokenize{u}\endcsname{\i}}"),
        ("Nguyễn", None, r"Nguy{\csname?\string\~\endcsname{\^e}}n"),
        ("10⁻¹ H₂O x²", None,
         r"10\textsuperscript{{$-$}}{\textonesuperior} H\textsubscript{2}O x{\texttwosuperior}"),
        ("α-Ω ≥5\u2009µm", None, r"{$\alpha$}-{$\Omega$} {$\geq$}5{\,}{\textmu}m"),
        ("“a” ‘b’ – — …", None, "``a'' `b' -- --- {\\textellipsis}"),
        ("’” -–", None, "'{}'' -{}--"),
        ("a\u0301 x\u0304 \u200b\u2028", None, r"{\'a} {\={x\relax}} {} "),
        ("＃ ﬁ ㎜", None, r"\# fi mm"),
    ],
)  # fmt: skip
def test_spellings(text: str, unicode: str | None, ascii: str | None) -> None:
    if unicode is not None:
        assert latex_spelling.escape(text) == unicode
    if ascii is not None:
        assert latex_spelling.ascii_only(text) == latex_spelling.Spelling(ascii, frozenset())


def test_tex_keeps_what_pdflatex_knows() -> None:
    assert latex_spelling.pdflatex("é “a” – α 治 Đ") == latex_spelling.Spelling(
        "é “a” – {$\\alpha$} 治 Đ", frozenset("治")
    )


def test_a_mark_that_latex_lacks_takes_no_letter_with_it() -> None:
    assert latex_spelling.ascii_only("α\u0328") == latex_spelling.Spelling(
        "{$\\alpha$}", frozenset("\u0328")
    )


def test_every_row_is_one_character() -> None:
    for character in (*TEXT, *MATH, *SPELT, *KNOWN, *ACCENTS, *MATH_ACCENTS):
        assert len(character) == 1
    for character in KNOWN - {*TEXT, *MATH, *SPELT}:
        assert latex_spelling.command(character), unicodedata.name(character)


def test_titles_keep_their_markup_and_protect_words() -> None:
    title = "CO<sub>2</sub> of <i>Escherichia coli</i>-K12, p<0.05 & β-DNA</i>"

    def protect(text: str) -> list[tuple[int, int]]:
        assert text == "CO2 of Escherichia coli-K12, p<0.05 & β-DNA</i>"
        return [match.span() for match in re.finditer(r"CO2|coli-K12|β-DNA", text)]

    assert latex_title.title(title, protect=protect).text == (
        r"{CO}\textsubscript{2} of \textit{Escherichia {coli}}{-K12}, "
        r"p{$<$}0.05 \& {β-DNA}{$<$}/i{$>$}"
    )
    assert latex_title.title("<i>β</i>治", latex_spelling.pdflatex) == latex_spelling.Spelling(
        r"\textit{{$\beta$}}治", frozenset("治")
    )


def test_a_bibliography_keeps_the_styles_numbers() -> None:
    lines = latex.document(labelled("%d. ", FIRST, SECOND)).splitlines()
    assert lines[0] == r"\begin{thebibliography}{1.}"
    assert lines[2] == r"\expandafter\def\csname @biblabel\endcsname#1{#1.}"
    assert lines[3] == r"\bibitem{key1}"
    assert r"\href{https://doi.org/10.1186/s12967-024-04983-1}" in lines[4]
    assert lines[6].startswith(r"{}[Smith J.] \textsc{Title}.")
    assert lines[-1] == r"\end{thebibliography}"


def test_labels_and_keys() -> None:
    labels = [(Span("left-margin", (f"[{name}]",)), "Text.") for name in ("Doe65", "Roe78")]
    text = latex.document(Listed([Entry(("a{b} c%",), labels[0]), Entry(("c",), labels[1])]))
    assert r"\bibitem[{[Doe65]}]{a-b--c-}" in text
    assert r"\bibitem[{}]{key1}" in latex.document(bare(FIRST))


def test_plain_items() -> None:
    assert latex_items.document(labelled("%d. ", SECOND)).startswith(r"\item {}[Smith J.]")


def test_addresses_in_links() -> None:
    link = Span("link", ("x",), "https://x/a_b%20#c&d~e")
    assert latex.render((link,)) == r"\href{https://x/a\_b\%20\#c\&d\%7Ee}{x}"


def test_characters_that_need_a_package_are_told() -> None:
    assert latex.unspelled(bare(("治 α é",))) == frozenset("治")
