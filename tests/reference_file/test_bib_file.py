"""A .bib file comes back byte for byte, and its entries are told apart as BibTeX tells them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.reference_file import bib_file
from medcite.reference_file.bib_file import append_entries, parse
from medcite.reference_file.entry import BrokenError, ReferenceFile, checksum

PIECES = st.sampled_from(
    [
        *'@{}()",= \n%#é\udcff',
        *("\r\n", "article", "string", "comment", "key", "title", "{x}", "\\{"),
        *("% medcite 0123abcd\n", "@article{a, title={b}}"),
    ]
)

REAL = """% My library
@STRING{bmj = "BMJ"}
@Preamble{ {\\providecommand\\x{}} }
@comment{jabref-meta: databaseType:bibtex;}

  @Article { fu2020 ,
     title = "A {"}quoted{"} } title" # bmj, % brace balanced?
}
"""


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_comes_back(text: str) -> None:
    for comments in (False, True):
        try:
            found = parse(text, comments)
        except BrokenError:
            continue
        assert found.text == text


@given(st.lists(PIECES, max_size=30).map("".join))
def test_adding_keeps_what_was_there_and_is_read_back(text: str) -> None:
    try:
        found = parse(text)
    except BrokenError:
        return
    more = append_entries(
        found, [("@article{new,\n  title = {T},\n}\n", ""), ("@book{more}", "89abcdef")]
    )
    assert more.text.startswith(text)
    again = parse(more.text)
    tail = list(again.entries)[-2:]
    if "%" not in text.rpartition("\n")[2]:
        assert [(each.key, each.is_ours) for each in tail] == [("new", True), ("more", True)]
        assert again.text == more.text


def test_kinds_keys_lines_and_fields() -> None:
    text = """junk @ here
@string(bmj = "BMJ (Clin) ")
@comment{ @article{inner, title={x}} }
@article{fu2020,
  Title = "On {"}x{"}", Journal = bmj # " more",
  ids = {pmid:1, PMC2}, year = 2020
}
@book(par, title = {a ) b}, year = 1999)
"""
    found = list(parse(text).entries)
    assert [(each.kind, each.key, each.line) for each in found] == [
        ("article", "fu2020", 4),
        ("book", "par", 8),
    ]
    assert found[0].fields == {
        "title": 'On {"}x{"}',
        "journal": 'bmj # " more"',
        "ids": "pmid:1, PMC2",
        "year": "2020",
    }
    assert found[0].ids == ["pmid:1", "PMC2"]
    assert found[1].fields == {"title": "a ) b", "year": "1999"}


def test_a_percent_sign_hides_an_entry_from_biber_only() -> None:
    text = "% @article{a, title={x}}\n@article{b, title={y}}"
    assert [each.key for each in parse(text).entries] == ["b"]
    assert [each.key for each in parse(text, comments=False).entries] == ["a", "b"]


@pytest.mark.parametrize(
    "text", ["\n@article{a, title={x}\n", "\n@string(a = {x}", '\n@book(a, t="}"']
)
def test_an_entry_that_never_ends(text: str) -> None:
    with pytest.raises(BrokenError, match="never closed") as broken:
        parse(text)
    assert broken.value.line == 2


def test_ours_edited_and_line_ends() -> None:
    base = append_entries(ReferenceFile(newline="\r\n"), [("@article{a,\n  title = {T},\n}", "")])
    assert base.text.count("\n") == base.text.count("\r\n") == 4
    (entry,) = parse(base.text).entries
    assert (entry.is_ours, entry.is_edited, parse(base.text).newline) == (True, False, "\r\n")
    (entry,) = parse(base.text.replace("\r\n", "\n")).entries  # as git may do
    assert entry.is_ours
    (entry,) = parse(base.text.replace("{T}", "{t}")).entries
    assert (entry.is_ours, entry.is_edited) == (False, True)
    (entry,) = parse(base.text.replace("% medcite", "% was")).entries
    assert (entry.is_ours, entry.is_edited) == (False, False)


@pytest.mark.parametrize(
    ("before", "between"),
    [
        ("", ""),
        ("@a{b}", "\n\n"),
        ("@a{b}\n", "\n"),
        ("@a{b}\n\n", ""),
        ("% x", "\n\n"),
        ("% x\n\n\n", ""),
    ],
)
def test_an_empty_line_sets_entries_apart(before: str, between: str) -> None:
    text = append_entries(parse(before), [("@c{d}", "")]).text
    assert text == f"{before}{between}% medcite {checksum('@c{d}')}\n@c{{d}}\n"


def test_the_mark_begins_no_entry() -> None:
    assert "@" not in bib_file.make_entry("", "@article{a@b, t={c}}", "\n").mark
