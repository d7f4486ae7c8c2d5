"""Quotation marks, apostrophes, markup and punctuation that meet, where CSL 1.0.2 says little.

What is expected is what a reader expects; citeproc-js prints the same.
"""

from __future__ import annotations

import pytest

from .samples import citation, item, style, text

PLAIN = '<text variable="title"/>'
QUOTED = '<text variable="title" quotes="true"/>'
ITALIC = '<text variable="title" font-style="italic"/>'
UPRIGHT = '<span style="font-style:normal;">{}</span>'


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("rock 'n' roll", "rock “n” roll"),
        ("the '90s", "the ’90s"),
        ("boys' books", "boys’ books"),
        ("O'Neill's", "O’Neill’s"),
        ("Qur'an", "Qur’an"),
        ("<i>Qur'an</i>", "<i>Qur’an</i>"),
        ("<i>Canis</i>'s den", "<i>Canis</i>’s den"),
        ("<i>l'</i>eau", "<i>l’</i>eau"),
        ("l'<i>eau</i>", "l’<i>eau</i>"),
        ("d'<b>Artagnan</b>", "d’<b>Artagnan</b>"),
        ("a<sub>2</sub>'s", "a<sub>2</sub>’s"),
        ("<sc>a</sc>'s", '<span style="font-variant:small-caps;">a</span>’s'),
        ('<span class="nocase">iPod</span>\'s', "iPod’s"),
    ],
)  # fmt: skip
def test_apostrophes(title: str, printed: str) -> None:
    """A single mark without partner is an apostrophe, also beside markup."""
    assert text(PLAIN, title=title) == printed


@pytest.mark.parametrize(
    ("title", "plain", "quoted"),
    [
        ('a "b" c', "a “b” c", "“a ‘b’ c”"),
        ("a 'b' c", "a “b” c", "“a ‘b’ c”"),
        ("a 'b \"c\" d' e", "a “b ‘c’ d” e", "“a ‘b “c” d’ e”"),
        ("a \"b 'c' d\" e", "a “b ‘c’ d” e", "“a ‘b “c” d’ e”"),
        ("\"a\" and 'b'", "“a” and ‘b’", "“‘a’ and ‘b’”"),
        ('<i>"a"</i> b', "<i>“a”</i> b", "“<i>‘a’</i> b”"),
        ('"<i>a</i>" b', "“<i>a</i>” b", "“‘<i>a</i>’ b”"),
        ('"<i>a</i> b" c', "“<i>a</i> b” c", "“‘<i>a</i> b’ c”"),
        ('a ("b") c', "a (“b”) c", "“a (‘b’) c”"),
        ("“a ‘b’ c” d", "“a ‘b’ c” d", "“‘a “b” c’ d”"),
        ('"a"\'s b', "“a”’s b", "“‘a’’s b”"),
        ('a "b": c', "a “b”: c", "“a ‘b’: c”"),
        ("« a » b", "«\u202fa\u202f» b", "“«\u202fa\u202f» b”"),
    ],
)
def test_quotation_marks_nest(title: str, plain: str, quoted: str) -> None:
    """Outer and inner marks alternate, whichever the item has, and begin with the style's."""
    assert text(PLAIN, title=title) == plain
    assert text(QUOTED, title=title) == quoted


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("a <i>b</i> c", f"<i>a {UPRIGHT.format('b')} c</i>"),
        ("<i>a</i>", f"<i>{UPRIGHT.format('a')}</i>"),
        ("a <i>b <i>c</i> d</i> e", f"<i>a {UPRIGHT.format('b <i>c</i> d')} e</i>"),
        ("a <b>b <i>c</i></b>", f"<i>a <b>b {UPRIGHT.format('c')}</b></i>"),
        ("a <i>l'</i>b", f"<i>a {UPRIGHT.format('l’')}b</i>"),
    ],
)
def test_italics_turn_over(title: str, printed: str) -> None:
    """Italics of a value inside italics of the style are upright, and so on inwards."""
    assert text(ITALIC, title=title) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("a < b", "a < b"),
        ("a <i>b", "a <i>b"),
        ("a</i> b", "a</i> b"),
        ("<u>a</u>", "<u>a</u>"),
        ("<i></i>a", "a"),
        ("a & b", "a & b"),
    ],
)
def test_markup_that_is_none_stays(title: str, printed: str) -> None:
    """A tag without partner, or of no kind that CSL knows, is text."""
    assert text(PLAIN, title=title) == printed


@pytest.mark.parametrize(
    ("title", "delimiter", "printed"),
    [
        ("a", ". ", "“a.” x"),
        ("a?", ". ", "“a?” x"),
        ("a!", ". ", "“a!” x"),
        ("a.", ". ", "“a.” x"),
        ("a", ", ", "“a,” x"),
        ("a?", ", ", "“a?,” x"),
        ("a", ": ", "“a”: x"),
        ("a", "; ", "“a”; x"),
        ('"a"', ", ", "“‘a,’” x"),
        ('"a?"', ". ", "“‘a?’” x"),
        ('b "a"', ". ", "“b ‘a.’” x"),
        ("a (b)", ", ", "“a (b),” x"),
        ("<i>a</i>", ", ", "“<i>a</i>,” x"),
    ],
)
def test_punctuation_behind_a_quotation(title: str, delimiter: str, printed: str) -> None:
    """Commas and full stops go inside all marks, and are not doubled."""
    layout = f'<group delimiter="{delimiter}">{QUOTED}<text value="x"/></group>'
    assert text(layout, title=title) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("a", "‘a’, x"),
        ("a?", "‘a?’, x"),
        ('b "a"', "‘b “a”’, x"),
        ("a.", "‘a.’, x"),
    ],
)
def test_punctuation_behind_a_quotation_in_british_english(title: str, printed: str) -> None:
    """British English has commas and full stops outside."""
    layout = f'<group delimiter=", ">{QUOTED}<text value="x"/></group>'
    source = style(layout, options='default-locale="en-GB"')
    assert citation(source, item(title=title)) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("the <i>canis lupus</i> of it", "The <i>Canis Lupus</i> of It"),
        ("on 'single' ones", "On “Single” Ones"),
        ("it's <i>canis</i>'s den", "It’s <i>Canis</i>’s Den"),
    ],
)
def test_title_case_beside_marks(title: str, printed: str) -> None:
    """Words in markup and in quotation marks get capitals, what follows an apostrophe none."""
    assert text('<text variable="title" text-case="title"/>', title=title) == printed
