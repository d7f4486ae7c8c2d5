from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.markup import markdown
from medcite.model.rich_text import Span, Text, plain

from tests.markup.texts import FIRST, RICH, SECOND, STRINGS, bare, labelled
from tests.strategies import COSTLY

pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
# Straight quotes stay as they are, and pandoc's `smart` would bend them.
PANDOC = "markdown-smart"
DIALECTS = ["commonmark", "gfm", PANDOC]


def read(text: str, dialect: str) -> list[Any]:
    """The document's blocks, as pandoc reads them."""
    command = ["pandoc", "-f", dialect, "-t", "json"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    blocks: list[Any] = json.loads(done.stdout)["blocks"]
    return blocks


def characters(node: Any) -> str:
    """The text below a node; a link that only repeats its address is text."""
    if isinstance(node, list):
        return "".join(map(characters, node))
    if node["t"] == "Str":
        return str(node["c"])
    if node["t"] in {"Space", "SoftBreak"}:
        return " "
    content = {"Para": node["c"], "Plain": node["c"]}.get(node["t"])
    if content is None and node["t"] == "Link":
        content = node["c"][1]
    assert content is not None, f"markup: {node}"
    return characters(content)


def shown(node: Any) -> str:
    """The text below a node, whatever the markup."""
    if isinstance(node, list):
        return "".join(map(shown, node))
    if not isinstance(node, dict) or node["t"] == "RawInline":
        return ""
    if node["t"] in {"Str", "Space", "SoftBreak"}:
        return characters(node)
    return shown(node.get("c", []))


def blanks(text: str) -> str:
    joined = re.sub(r"[ \x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()
    return unicodedata.normalize("NFC", joined)  # as pandoc does


# pandoc joins what it takes for blanks, and GFM links bare addresses; neither is markup
# made from a record's text, so the texts have neither.
def is_line(text: str) -> bool:
    return bool(blanks(text)) and not re.search(r"www\.|://|[\xa0]", text)


BESIDE = RICH.map(lambda text: ("a", *text, "b"))
LINE = STRINGS.filter(is_line)


@pandoc
@pytest.mark.parametrize("dialect", DIALECTS)
@COSTLY
@given(st.lists(LINE, min_size=40, max_size=120))
def test_no_text_becomes_markup(dialect: str, texts: list[str]) -> None:
    wanted = [blanks(text) for text in texts if blanks(text)]
    source = "\n\n".join(markdown.render((text,)) for text in wanted)
    assert [blanks(characters([block])) for block in read(source, dialect)] == wanted


def is_usual(text: tuple[str, ...]) -> bool:
    """Whether a text is a line without the mark that makes another character of a tag's ``>``."""
    return is_line(plain(text)) and "\u0338" not in plain(text)


@pandoc
@pytest.mark.parametrize("dialect", DIALECTS)
@COSTLY
@given(st.lists(BESIDE.filter(is_usual), min_size=20, max_size=60))
def test_rich_text_shows_its_characters(dialect: str, texts: list[Text]) -> None:
    if dialect != PANDOC:  # the others print the signs of superscripts and subscripts
        texts = [on_the_line(text) for text in texts]
    source = "\n\n".join(map(markdown.render, texts))
    wanted = [blanks(plain(text)) for text in texts]
    read_back = [shown([block]).replace("\xa0", " ") for block in read(source, dialect)]
    assert [blanks(text) for text in read_back] == wanted


def on_the_line(text: Text) -> Text:
    """The text, with underlines for superscripts and subscripts."""
    return tuple(
        node
        if isinstance(node, str)
        else Span(
            "underline" if node.kind in {"sup", "sub"} else node.kind, on_the_line(node.children)
        )
        for node in text
    )


SUP_6 = Span("sup", ("6",))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (("10", SUP_6, " cells"), "10^6^ cells"),
        (("CO", Span("sub", ("2",)), "."), "CO~2~."),
        (("x", Span("sup", ("a b  c",))), r"x^a\ b\ \ c^"),
        (("x", Span("sup", (" a ",)), "y"), "x ^a^ y"),
        (("x", Span("sup", ("^~",)), Span("sub", ("~",))), r"x^\^\~^~\~~"),
        ((Span("italic", ("P", Span("sub", ("(i)",)), "v")),), "*P*~<em>(i)</em>~*v*"),
        (("x", Span("sup", (Span("italic", ("n",)),))), "x^*n*^"),
        (("x", Span("sup", (Span("small-caps", ("a b",)),))), None),
        ((Span("link", ("10", SUP_6), "https://example.org/"),), None),
        ((Span("link", (SUP_6,), "https://example.org/"), " x"), None),
        ((Span("sup", ("1,3",)),), "^1,3^"),
        (("x", Span("sup", ("2",)), Span("sub", ("3",))), "x^2^~3~"),
    ],
)
@pandoc
def test_pandoc_reads_superscripts_and_subscripts(text: Text, written: str | None) -> None:
    source = markdown.inline(text)
    assert written in (source, None)
    (block,) = read(source, PANDOC)
    assert raised_and_lowered(block) == [
        plain((node,)).replace(" ", "\xa0").strip("\xa0") for node in scripts(text)
    ]


def scripts(text: Text) -> list[Span]:
    """The superscripts and subscripts of a text, in its order."""
    spans = [node for node in text if isinstance(node, Span)]
    lists = [[span] if span.kind in {"sup", "sub"} else scripts(span.children) for span in spans]
    return [span for found in lists for span in found]


def raised_and_lowered(node: Any) -> list[str]:
    """The texts of pandoc's superscripts and subscripts below a node."""
    if isinstance(node, list):
        return [text for child in node for text in raised_and_lowered(child)]
    if not isinstance(node, dict):
        return []
    if node["t"] in {"Superscript", "Subscript"}:
        return [shown(node)]
    return raised_and_lowered(node.get("c", []))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("1. no item", r"1\. no item"),
        ("(a) no item", r"(a\) no item"),
        ("A. Smith", r"A\. Smith"),
        ("Smith. A", "Smith. A"),
        ("a * b_c [d](e) <f> `g`", r"a \* b\_c \[d\](e) \<f\> \`g\`"),
        ("x^2^ ~y~ $z$ @w |", r"x\^2\^ \~y\~ \$z\$ \@w \|"),
        ("A&amp;B & C", r"A\&amp;B & C"),
        ("2019-2020--x...", r"2019-2020-\-x\..."),
    ],
)
def test_escapes(text: str, escaped: str) -> None:
    assert markdown.render((text,)) == escaped


def test_emphasis_that_asterisks_cannot_mark_is_html() -> None:
    assert markdown.inline(("a", Span("italic", ("(b)",)), "c")) == "a<em>(b)</em>c"
    assert markdown.inline((Span("italic", (" b ",)), "c")) == " *b* c"
    assert markdown.inline((Span("italic", ("a",)), Span("bold", ("b",)))) == (
        "<em>a</em><strong>b</strong>"
    )
    assert markdown.inline((Span("bold", (Span("italic", ("a",)),)),)) == "***a***"


def test_upright_parts_end_the_emphasis() -> None:
    text = (Span("italic", ("a ", Span("upright", ("b",)), " c")),)
    assert markdown.inline(text) == "*a* b *c*"


def test_a_list_only_where_the_style_writes_its_numbers() -> None:
    dotted = markdown.document(labelled("%d. ", FIRST, SECOND)).splitlines()
    assert dotted[1] == (
        "2. \\[Smith J.\\] "
        '<span style="font-variant:small-caps;">Title</span>. \\<i\\>No\\</i\\> \\\\input{x}.'
    )
    square = markdown.document(labelled("[%d] ", FIRST, SECOND)).split("\n\n")
    assert square[1].startswith("\\[2\\] \\[Smith J.\\]")
    assert markdown.document(bare(SECOND)).startswith("\\[Smith J.\\]")


def test_notes_belong_to_their_item() -> None:
    text = markdown.document(labelled("%d. ", ("Text.", Span("block", ("1. Note.",)))))
    assert text == "1. Text.\n\n   1\\. Note.\n"


def test_links() -> None:
    text = markdown.document(bare(("https://example.org/a. doi: 10.1000/a_b(c)",)))
    assert text == (
        "<https://example.org/a>. doi: [10.1000/a\\_b(c)](<https://doi.org/10.1000/a_b(c)>)\n"
    )
