"""The spellings of DOIs and addresses; ``tests/tex/test_hostile.py`` has TeX judge them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.markup import verbatim

from tests.sampled import corpus
from tests.tex.hostile import VALUES, acts

# Without the percent sign, which a value may hold as part of an encoding.
values = st.lists(st.sampled_from(VALUES) | st.text(max_size=4), max_size=4).map("".join)


@pytest.mark.parametrize(
    ("value", "biblatex", "bibtex", "href"),
    [
        ("10.1000/a(b)[c]<d>;e_f", "10.1000/a(b)[c]<d>;e_f", "10.1000/a(b)[c]<d>;e_f",
         r"10.1000/a(b)[c]<d>;e\_f"),
        ("^^5c", "%5E%5E5c", r"\%5E\%5E5c", r"\%5E\%5E5c"),
        ("{a}\\b c", "%7Ba%7D%5Cb%20c", r"\%7Ba\%7D\%5Cb\%20c", r"\%7Ba\%7D\%5Cb\%20c"),
        ("%#&", "%#&", r"\%\#\&", r"\%\#\&"),
        ("~$", "~$", r"\%7E\%24", r"\%7E\%24"),
        ('"`|', "%22%60%7C", r"\%22\%60\%7C", r"\%22\%60\%7C"),
        ("\x00\n\x0c\x85\u2028", "%00%0A%0C%C2%85%E2%80%A8", r"\%00\%0A\%0C\%C2\%85\%E2\%80\%A8",
         r"\%00\%0A\%0C\%C2\%85\%E2\%80\%A8"),
        ("é中\ud800", "%C3%A9%E4%B8%AD%ED%A0%80", r"\%C3\%A9\%E4\%B8\%AD\%ED\%A0\%80",
         r"\%C3\%A9\%E4\%B8\%AD\%ED\%A0\%80"),
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_spellings(value: str, biblatex: str, bibtex: str, href: str) -> None:
    assert verbatim.biblatex(value) == biblatex
    assert verbatim.bibtex(value) == bibtex
    assert verbatim.href(value) == href


@given(values)
def test_tex_acts_on_nothing(value: str) -> None:
    assert acts(verbatim.bibtex(value)) == []
    assert acts(verbatim.href(value)) == []
    assert not re.search(r"(?<!\\)_", verbatim.href(value))
    assert not re.search(r"[^\x21-\x7e]|[\\^{}]", verbatim.biblatex(value))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="%")))
def test_decoding_gives_the_value_back(value: str) -> None:
    assert verbatim.decoded(verbatim.biblatex(value)) == value
    assert verbatim.decoded(verbatim.bibtex(value).replace("\\", "")) == value


@pytest.mark.parametrize(
    ("text", "decoded"),
    [("100%", "100%"), ("a%5Eb", "a^b"), ("%C3%A9", "é"), ("%E9%41", "%E9%41"), ("%zz", "%zz")],
)
def test_only_percent_encoded_utf8_is_decoded(text: str, decoded: str) -> None:
    assert verbatim.decoded(text) == decoded


@pytest.mark.parametrize("step", [20, pytest.param(1, marks=pytest.mark.long)])
def test_dois_of_real_records_are_unchanged(step: int, shared: Path) -> None:
    dois = [record.doi for record in corpus(shared, step) if record.doi]
    assert len(dois) > 100
    assert [doi for doi in dois if verbatim.bibtex(doi) != doi] == []
    assert [doi for doi in dois if verbatim.biblatex(doi) != doi] == []
