from __future__ import annotations

from hypothesis import given
from medcite.markup import text as markup
from medcite.model.rich_text import Span

from tests.markup.texts import FIRST, RICH, SECOND, Entry, Listed, bare, labelled


def test_one_reference_a_line_with_its_number() -> None:
    text = markup.document(labelled("%d. ", FIRST, SECOND))
    first, second = text.splitlines()
    assert first.startswith("1. Wójcik A, Fu Y. Effects of α-tocopherol (≥5\u2009µm) & CO2 in E.")
    assert second == "2. [Smith J.] Title. <i>No</i> \\input{x}."


def test_blocks_stay_on_the_line() -> None:
    entry = ("Text. ", Span("block", ("A note.",)), Span("indent", ("Another.",)))
    assert markup.document(bare(entry)) == "Text. A note. Another.\n"


@given(RICH)
def test_no_text_makes_a_second_line(text: tuple[str, ...]) -> None:
    assert len(markup.document(Listed([Entry((), text)])).splitlines()) == 1


def test_a_citation_keeps_its_blanks() -> None:
    assert markup.inline((" see ", Span("italic", ("1",)))) == " see 1"
