"""The mark of a file is right as long as nobody edits it, and no program prints it."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.markup import html, latex, markdown, registry, rtf
from medcite.markup.file_mark import CHANGED, FOREIGN, TextMark

from tests.markup.texts import CHARACTERS, FIRST, SECOND, Entry, Listed

BIBLIOGRAPHY = Listed([Entry(["a"], FIRST), Entry(["b"], SECOND)])
MARKS = {"html": html.MARK, "latex": latex.MARK, "markdown": markdown.MARK, "rtf": rtf.MARK}
TEXTS = st.text(st.one_of(CHARACTERS, st.sampled_from("}\n\r% <>\ud800")))


def whole(markup: str) -> str:
    text = registry.find("html-page" if markup == "html" else markup).document(BIBLIOGRAPHY)
    assert isinstance(text, str)
    return text


@given(text=TEXTS, more=TEXTS, mark=st.sampled_from(list(MARKS.values())))
def test_what_is_signed_is_ours_until_it_is_edited(text: str, more: str, mark: TextMark) -> None:
    signed = mark.sign(text)
    data = signed.encode("utf-8", "replace")
    assert mark.objection(data) == ""
    assert mark.objection(data.replace(b"\n", b"\r\n")) == ""
    if more.strip("\r"):
        added = more.encode("utf-8", "replace")
        assert mark.objection(data + added) == CHANGED
        assert mark.objection(added + data) == CHANGED
    assert mark.objection(text.encode("utf-8", "replace")) == FOREIGN


@pytest.mark.parametrize("markup", sorted(MARKS))
def test_a_list_signed_twice_is_signed_once_and_edited(markup: str) -> None:
    mark, text = MARKS[markup], whole(markup)
    assert mark.objection(mark.sign(text).encode()) == ""
    assert mark.sign(text) == mark.sign(text)
    assert mark.objection(mark.sign(text).replace("Foo", "Bar").encode()) == CHANGED


def test_tex_reads_it_as_a_comment() -> None:
    text = whole("latex")
    assert re.fullmatch(re.escape(text) + r"% medcite [0-9a-f]{8}\n", latex.MARK.sign(text))
    assert text.endswith("\n")


@pytest.mark.parametrize("markup", ["html", "markdown", "rtf"])
def test_pandoc_does_not_see_it(markup: str) -> None:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")

    def read(text: str) -> str:
        command = ["pandoc", "-f", markup, "-t", "plain"]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
        return done.stdout.decode()

    text = whole(markup)
    assert "tocopherol" in read(text)
    assert read(MARKS[markup].sign(text)) == read(text)


def test_every_markup_but_plain_text_has_one() -> None:
    assert [markup.name for markup in registry.markups() if not markup.mark] == ["text"]
