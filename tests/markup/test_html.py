from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from medcite.markup import html, html_page
from medcite.model.rich_text import Span, plain

from tests.markup.texts import FIRST, RICH, SECOND, STRINGS, bare, labelled


class Reader(HTMLParser):
    """Collects the text, the tags, and checks that each is closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    assert not reader.open
    return reader


def without_controls(text: str) -> str:
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", " ", text)


def without_superscripts(text: str) -> str:
    """The text with ``²`` as ``2``, which HTML raises with an element."""
    return "".join(
        unicodedata.normalize("NFKC", c) if unicodedata.decomposition(c)[:6] == "<super" else c
        for c in text
    )


@given(STRINGS)
def test_text_comes_back(text: str) -> None:
    reader = read(html.escape(text))
    assert (reader.text, reader.tags) == (without_controls(text), [])


@given(RICH)
def test_rich_text_comes_back(text: tuple[str, ...]) -> None:
    # Of two blanks the first is one that does not break.
    read_back = read(html.render(text)).text.replace("\u00a0", " ")
    wanted = without_controls(plain(text))
    wanted = wanted.replace("\u00a0", " ")
    assert without_superscripts(read_back) == without_superscripts(wanted)


@given(STRINGS)
def test_no_address_leaves_its_attribute(href: str) -> None:
    assert read(html.render((Span("link", ("x",), href),))).tags == ["a"]


def test_kinds_are_spelt_as_citeproc_js_does() -> None:
    text = (
        Span("italic", ("a", Span("upright", ("b",)))), Span("bold", (Span("medium", ("c",)),)),
        Span("small-caps", (Span("normal-caps", ("d",)),)), "e²",
        Span("underline", (Span("no-underline", ("f",)),)), Span("sub", ("&",)),
    )  # fmt: skip
    assert html.render(text) == (
        '<i>a<span style="font-style:normal;">b</span></i>'
        '<b><span style="font-weight:normal;">c</span></b>'
        '<span style="font-variant:small-caps;"><span style="font-variant:normal;">d</span></span>'
        "e<sup>2</sup>"
        '<span style="text-decoration:underline;">'
        '<span style="text-decoration:none;">f</span></span>'
        "<sub>&#38;</sub>"
    )


def test_entries_have_the_classes_of_citeproc_js() -> None:
    lines = html.document(labelled("[%d] ", SECOND)).splitlines()
    assert lines[0] == '<div class="csl-bib-body">'
    assert lines[1] == '  <div class="csl-entry">'
    assert lines[2].startswith('    <div class="csl-left-margin">[1] </div>')
    assert '<div class="csl-right-inline">[Smith J.]' in lines[2]
    assert lines[-1] == "</div>"


def test_identifiers_are_links() -> None:
    page = html.document(bare(FIRST))
    assert '<a href="https://pubmed.ncbi.nlm.nih.gov/38413930">38413930</a>' in page


def test_a_page_names_its_language_and_encoding() -> None:
    german = replace(bare(FIRST), language="de-DE")
    page = html_page.document(german, title="A < B")
    assert page.startswith('<!DOCTYPE html>\n<html lang="de-DE">\n<head>\n<meta charset="utf-8">')
    assert "<title>A &#60; B</title>" in page
    assert "text-indent: -2em" in page
    assert "float: left; width: 5ch" in html_page.document(labelled("[%d] ", FIRST))
