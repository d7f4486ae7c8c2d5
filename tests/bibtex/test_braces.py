"""Groups of a .bib file end where BibTeX says."""

from __future__ import annotations

import pytest
from medcite.bibtex.braces import find_closing, is_braced, split_outside_braces


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("{a}, b", 2),
        ("{a {b} c} d}", 8),
        (r"{a \} b}", 4),  # a backslash does not hide a brace
        ('{"}"', 2),
        ("{a", -1),
        ('"a" b"', 2),
        ('"a {"} b"', 8),
        ('"a } b"', 6),
        ('"a { b"', -1),
        ("(a {)} b)", 8),
        ("(a } b)", -1),
    ],
)
def test_the_closing_sign(text: str, end: int) -> None:
    assert find_closing(text, 0) == end


def test_a_group_that_begins_later() -> None:
    assert find_closing("a = {b}", 4) == 6


def test_one_pair_of_braces_around_all() -> None:
    assert is_braced("{a {b}}")
    assert not any(map(is_braced, ["", "a", "{a} {b}", "{a", "a{b}"]))


def test_a_list_is_split_outside_braces_only() -> None:
    assert split_outside_braces("a, {b, {c}, d},e", ",") == ["a", " {b, {c}, d}", "e"]
    assert split_outside_braces("a} ; b", ";") == ["a} ", " b"]
