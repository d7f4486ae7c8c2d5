"""What every markup has to do. The markups are discovered: a new one is tested by existing."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from importlib import import_module

import docx
import pytest
from medcite import markup as package
from medcite.base.plugins import submodules
from medcite.base.suggestions import UnknownError
from medcite.markup import registry
from medcite.markup.registry import Markup
from medcite.model.rich_text import Span, Text

from tests.markup.texts import FIRST, Listed, bare, labelled

SPECIAL = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ -- --- '' `` ,, ... 1. 2) <b>x</b> $x$ \\input{x} //"
HOSTILE = {
    "special characters": SPECIAL,
    "each special character alone": " ".join(f"a{sign}b {sign}" for sign in dict.fromkeys(SPECIAL)),
    "control characters": "".join(map(chr, (*range(32), *range(127, 160)))) + "end",
    "line separators": "a\u2028b\u2029c",
    "right to left": "\u202eabc\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "emoji": "a \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 b",
    "CJK": "中文 日本語 한국어",
    "accents": "Wójcik é e\u0301 α ≥ ﬁ ² – — “x”",
    "huge": "word " * 20_000,
}
NESTED: Text = (
    Span("italic", ("outer ", Span("bold", ("bold ", Span("sup", ("up",)))),
                    Span("upright", ("in",)))),
    " ",
    Span("small-caps", (Span("underline", ("caps",)), Span("sub", ("low",)))),
)  # fmt: skip
LINK: Text = (Span("link", ("shown",), 'https://example.org/a"b\\}{)>]?x=1&y=2'), " after")
LISTS = {
    "numbered": labelled("%d. ", FIRST, NESTED),
    "in brackets": labelled("[%d] ", FIRST, NESTED),
    "author-date": bare(FIRST, NESTED),
    "links": bare(LINK),
    "empty": Listed([]),
}
MARKUPS = pytest.mark.parametrize("markup", registry.markups(), ids=lambda markup: markup.name)


class _PageReader(HTMLParser):
    """Collects the text of a page and checks that every element is closed in order."""

    void = frozenset({"meta"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.open = "", list[str]()
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _pandoc(kind: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not shutil.which("pandoc"):
            pytest.skip("pandoc is not installed")
        command = ["pandoc", "-f", kind, "-t", "plain", "--wrap=none"]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.decode()

    return read


def _docx(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def _braces(text: str) -> str:
    """Check that the braces of LaTeX or RTF balance; return the text as it is."""
    depth = 0
    for brace in re.findall(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        assert depth >= 0
    assert depth == 0
    return text


def _rtf(text: str) -> str:
    assert text.isascii()
    decoded = re.sub(r"\\u(-?\d+)\?", lambda match: chr(int(match[1]) & 0xFFFF), _braces(text))
    controls = r"\\([^a-z])|\\[a-z]+-?\d*|[{}]"
    return re.sub(controls, lambda match: match[1] or " ", decoded)


def _latex(text: str) -> str:
    return re.sub(r"\\[A-Za-z]+|[{}]", " ", _braces(text))


# How an independent program reads a markup. One without a row is taken as text.
PARSERS: dict[str, Callable[..., str]] = {
    "html": lambda text: _PageReader(text).text,
    "html-page": lambda text: _PageReader(text).text,
    "docx": _docx,
    "rtf": _rtf,
    "latex": _latex,
    "latex-items": _latex,
    "markdown": _pandoc("commonmark"),
}


def read(markup: Markup, document: str | bytes) -> str:
    """Return the text of a document, as another program reads it."""
    assert isinstance(document, bytes) is markup.binary
    return PARSERS.get(markup.name, str)(document)


def words(text: str) -> list[str]:
    """Return the ASCII words of a text, which every markup spells as they are."""
    return re.findall(r"[A-Za-z]{3,}", text)


def contains(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the wanted words are all there, in order."""
    remaining = iter(words)
    return all(word in remaining for word in wanted)


@MARKUPS
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_comes_back(markup: Markup, name: str) -> None:
    value = HOSTILE[name]
    text = read(markup, markup.document(bare((f"begin {value} finish",))))
    assert contains(words(text), words(f"begin {value} finish"))


@MARKUPS
@pytest.mark.parametrize("name", LISTS)
def test_lists_are_well_formed_and_hold_their_text(markup: Markup, name: str) -> None:
    text = read(markup, markup.document(LISTS[name]))
    wanted = {"links": ["shown", "after"], "empty": []}.get(name, ["Effects", "outer", "bold"])
    assert contains(words(text), wanted)


@MARKUPS
def test_no_control_character_is_written(markup: Markup) -> None:
    document = markup.document(bare((HOSTILE["control characters"],)))
    if isinstance(document, str):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", document)


@MARKUPS
def test_the_same_list_gives_the_same_document(markup: Markup) -> None:
    assert markup.document(LISTS["numbered"]) == markup.document(LISTS["numbered"])


@MARKUPS
def test_citations_are_spelled(markup: Markup) -> None:
    cited: Text = ("(", Span("italic", ("Smith",)), SPECIAL, ")")
    if markup.inline:
        assert "Smith" in markup.inline(cited)
    else:
        assert "Smith" in read(markup, markup.document(bare(FIRST), [cited]))


@MARKUPS
def test_chunks_together_are_the_document(markup: Markup) -> None:
    assert (markup.entries is None) == (markup.framed is None)
    if markup.entries and markup.framed:
        chunks = [markup.entries(bare(text)) for text in (FIRST, NESTED)]
        assert markup.framed("".join(chunks)) == markup.document(bare(FIRST, NESTED))


@MARKUPS
def test_a_signed_document_is_known_again(markup: Markup) -> None:
    if markup.mark:
        signed = markup.mark.sign(markup.document(LISTS["numbered"]))
        data = signed if isinstance(signed, bytes) else signed.encode()
        assert markup.mark.objection(data) == ""


@MARKUPS
def test_a_markup_is_found_by_its_name_and_suffixes(markup: Markup) -> None:
    assert registry.find(markup.name) is markup
    assert all(registry.for_suffix(suffix) is markup for suffix in markup.suffixes)


def test_no_markup_is_passed_over_and_no_suffix_has_two() -> None:
    modules = [import_module(f"{package.__name__}.{name}") for name in submodules(package)]
    declared = [module.MARKUP for module in modules if hasattr(module, "MARKUP")]
    assert sorted(declared, key=id) == sorted(registry.markups(), key=id)
    suffixes = [suffix for markup in declared for suffix in markup.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", ["htm", "html_page", "detex", "registry", "", "__init__"])
def test_an_unknown_markup_is_refused(name: str) -> None:
    with pytest.raises(UnknownError, match="unknown markup"):
        registry.find(name)
