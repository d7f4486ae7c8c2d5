"""Punctuation where pieces of output meet, quotation marks and nested formatting."""

from __future__ import annotations

import pytest
from medcite.csl.punctuation.join import concatenate, join
from medcite.csl.punctuation.quotes import QuotationMarks
from medcite.csl.punctuation.resolve import resolve_text
from medcite.csl.rich_text.tree import Out, Run
from medcite.model.rich_text import Span, plain

AMERICAN = QuotationMarks()
BRITISH = QuotationMarks(punctuation_inside=False)


def quoted(*children: Out) -> Run:
    return Run(list(children), ("quote",))


def value(*children: Out) -> Run:
    return Run(list(children), (), "leaf")


def italic(*children: Out) -> Run:
    return Run(list(children), ("italic",))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Title.", ". Next", "Title. Next"),
        ("Title?", ". Next", "Title? Next"),
        ("Title.", "? Next", "Title.? Next"),
        ("Title:", "! Next", "Title! Next"),
        ("Title ", " Next", "Title Next"),
        ("Title. ", ". Next", "Title. . Next"),
        ("Title", ". Next", "Title. Next"),
    ],
)
def test_marks_that_meet_are_not_doubled(left: str, right: str, expected: str) -> None:
    assert plain(resolve_text(Run([italic(left), right]), AMERICAN)) == expected
    assert plain(resolve_text(join([left, right], ""), AMERICAN)) == expected


def test_marks_inside_a_value_are_the_authors() -> None:
    assert plain(resolve_text(Run([value("What..", ". So"), "."]), AMERICAN)) == "What... So."


@pytest.mark.parametrize(
    ("out", "american", "british"),
    [
        (Run([quoted("Title"), ". Next"]), "“Title.” Next", "“Title”. Next"),
        (Run([quoted("Title?"), ". Next"]), "“Title?” Next", "“Title?” Next"),
        (Run([quoted("Title"), "; Next"]), "“Title”; Next", "“Title”; Next"),
        (Run([quoted(value(italic("Title"))), ", next"]), "“Title,” next", "“Title”, next"),
        (Run([value("A ", quoted("B")), "."]), "A “B.”", "A “B”."),
        (Run([quoted("A ", quoted("B")), "."]), "“A ‘B.’”", "“A ‘B’”."),
    ],
)
def test_full_stops_and_commas_go_into_quotation_marks(
    out: Run, american: str, british: str
) -> None:
    assert plain(resolve_text(out, AMERICAN)) == american
    assert plain(resolve_text(out, BRITISH)) == british


def test_a_mark_moved_into_quotation_marks_is_no_part_of_a_value() -> None:
    text = resolve_text(Run([quoted(value(italic("Title"))), ". Next"]), AMERICAN)
    assert text == ("“", Span("italic", ("Title",)), ".” Next")


def test_quotation_marks_go_by_depth() -> None:
    out = quoted("a ", quoted("b ", quoted("c")))
    assert plain(resolve_text(out, AMERICAN)) == "“a ‘b “c”’”"


def test_a_values_inner_marks_count_as_the_second_depth() -> None:
    out = Run([Run(["a"], ("inner-quote",)), " ", Run(["b"], ("double-quote",))])
    assert plain(resolve_text(out, AMERICAN)) == "‘a’ “b”"


def test_marks_of_another_language_stay() -> None:
    german = QuotationMarks("„", "“", "‚", "‘", punctuation_inside=False)
    assert plain(resolve_text(Run([Run(["a"], ("double-quote",)), "!"]), german)) == "“a”!"


def test_italics_in_italics_are_upright_in_a_value_only() -> None:
    assert resolve_text(italic("a ", value("b ", italic("c"))), AMERICAN) == (
        Span("italic", ("a b ", Span("upright", ("c",)))),
    )
    assert resolve_text(italic("a ", italic("b")), AMERICAN) == (Span("italic", ("a b",)),)


def test_no_decoration_turns_off_what_is_on() -> None:
    out = Run([Run(["a ", Run(["b"], ("nodecor",))], ("bold",))])
    assert resolve_text(out, AMERICAN) == (Span("bold", ("a ", Span("medium", ("b",)))),)
    assert resolve_text(Run([Run(["b"], ("nodecor",))]), AMERICAN) == ("b",)


def test_nothing_is_empty() -> None:
    assert resolve_text("", AMERICAN) == ()
    assert resolve_text(Run([""]), AMERICAN) == ()


def test_pieces_become_one_string_unless_they_collide() -> None:
    assert concatenate(["a", ", ", "", "b"]) == "a, b"
    kept_apart = concatenate(["a.", ". b"])
    assert isinstance(kept_apart, Run)
    assert kept_apart.children == ["a.", ". b"]


def test_a_term_stays_a_run_at_the_start_only() -> None:
    def term() -> Run:
        return Run(["in"], (), "term")

    assert concatenate(["a ", term()]) == "a in"
    started = concatenate([term(), " b"])
    assert isinstance(started, Run)
    assert started.children[1] == " b"
