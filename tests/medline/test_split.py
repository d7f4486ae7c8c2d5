"""Usual text is split in a quick way, with what the close look at each line gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from medcite.medline.fields import usual
from medcite.medline.split import _LineReader
from medcite.model.report import Report

from tests.conftest import ROOT

TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.nbib"))]


@given(
    whole=st.sampled_from([text for text in TEXTS if usual(text.rstrip("\n"), 1)]),
    places=st.lists(st.integers(0, 200), max_size=4),
    blanks=st.sampled_from([" ", "  ", "\t", " \t "]),
)
def test_a_quick_look_finds_what_a_close_look_finds(
    whole: str, places: list[int], blanks: str
) -> None:
    lines = whole.rstrip("\n").split("\n")
    for place in places:
        line = lines[place % len(lines)]
        at = 6 if place % 2 else len(line)  # the value's beginning or its end
        lines[place % len(lines)] = line[:at] + blanks + line[at:]
    quick = usual("\n".join(lines), 7)
    reader = _LineReader("x", Report())
    reader.read(lines, 7)
    close = reader.fields
    assert quick
    assert (quick.tags, quick.groups) == (close.tags, close.groups)
    assert quick.in_order() == close.in_order()
    assert (quick.start, quick.size, quick.repeated) == (7, len(lines), close.repeated)
