from __future__ import annotations

import re

from hypothesis import given
from medcite.markup import rtf
from medcite.model.rich_text import plain

from tests.markup.texts import FIRST, RICH, SECOND, STRINGS, bare, labelled

TOKEN = re.compile(r"\\([a-z]+)(-?\d+)? ?|\\([\\{}])|([{}])|([^\\{}])", re.DOTALL)


def read(markup: str) -> tuple[str, list[str]]:
    """Decode a piece of RTF: its text and its control words; groups must balance."""
    units, words, depth, at = b"", [], 0, 0
    skip = 0
    while at < len(markup):
        match = TOKEN.match(markup, at)
        assert match, markup[at:]
        at = match.end()
        word, number, symbol, brace, character = match.groups()
        if word == "u":
            at -= match[0].endswith(" ")
            units += int(number).to_bytes(2, "little", signed=True)
            skip = 1
        elif word:
            words.append(word)
        elif brace:
            depth += 1 if brace == "{" else -1
            assert depth >= 0
        elif skip:
            assert character == "?"
            skip = 0
        else:
            units += (symbol or character).encode("utf-16-le")
    assert depth == 0
    return units.decode("utf-16-le"), words


def without_controls(text: str) -> str:
    return re.sub("[\x00-\x1f\x7f-\x9f]", " ", text)


@given(STRINGS)
def test_text_comes_back(text: str) -> None:
    escaped = rtf.escape(text)
    assert escaped.isascii()
    assert read(escaped) == (without_controls(text), [])


@given(RICH)
def test_rich_text_comes_back(text: tuple[str, ...]) -> None:
    assert read(rtf.inline(text))[0] == without_controls(plain(text))


def test_numbers_are_signed_and_surrogates_are_two() -> None:
    assert rtf.escape("é治😀") == r"\u233?\u27835?\u-10179?\u-8704?"
    assert rtf.escape("\uff0d") == r"\u-243?"


def test_a_number_is_followed_by_a_tab_and_hangs() -> None:
    lines = rtf.document(labelled("%d. ", FIRST, SECOND)).splitlines()
    assert lines[1].startswith(r"\pard\plain\li480\fi-480\tx480")
    assert r"\fs24 1.\tab W\u243?jcik" in lines[1]
    assert r"CO{\sub 2} in {\i E. coli }in vitro" in lines[1]
    assert r'{\*\fldinst{HYPERLINK "https://pubmed.ncbi.nlm.nih.gov/38413930"}}' in lines[1]


def test_a_hanging_indent_and_balanced_groups() -> None:
    text = rtf.document(bare(FIRST, SECOND))
    assert text.count(r"\li720\fi-720") == 2
    bare_braces = re.sub(r"\\[\\{}]", "", text)
    assert bare_braces.count("{") == bare_braces.count("}")
