from __future__ import annotations

import json
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from medcite.base import terminal
from medcite.markup import github_actions

EVERY = "".join(map(chr, range(sys.maxunicode + 1)))
TEXT = st.text(st.characters() | st.sampled_from("\x1b\n\r\t\x9b\u2028\u202e\ud800%:,"))


def test_no_character_that_acts_hides_or_reorders_is_shown() -> None:
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not [hex(ord(sign)) for sign in EVERY
                if unicodedata.category(sign) in hidden and terminal.is_shown(sign)]  # fmt: skip


def test_letters_marks_digits_signs_and_blanks_are_shown() -> None:
    hidden = [sign for sign in EVERY if not terminal.is_shown(sign)]
    assert {unicodedata.category(sign)[0] for sign in hidden} == {"C", "Z"}
    assert [sign for sign in hidden if unicodedata.category(sign)[0] == "Z"] == ["\u2028", "\u2029"]


def test_escapes_are_those_of_python() -> None:
    assert terminal.line("a\x1b[1m\n\t\x9b\u202e\ud800\U000e0041é") == (
        r"a\x1b[1m\n\t\x9b\u202e\ud800\U000e0041é"
    )


@given(TEXT)
def test_a_line_is_one_line_and_stays_as_it_is(text: str) -> None:
    line = terminal.line(text)
    assert len(line.splitlines()) <= 1
    assert terminal.line(line) == line
    line.encode()


@given(TEXT)
def test_a_screen_keeps_lines_and_tabs_only(text: str) -> None:
    shown = terminal.screen(text)
    controls = {sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")}
    assert controls <= set("\n\r\t")
    assert shown.count("\r") == shown.count("\r\n") == text.count("\r\n")
    assert shown.count("\n") == text.count("\n")


@given(st.dictionaries(TEXT, TEXT | st.integers()))
def test_json_is_one_harmless_line_that_a_parser_restores(value: dict[str, object]) -> None:
    line = terminal.json_line(value)
    assert json.loads(line) == value
    assert terminal.line(line) == line


@given(TEXT, st.integers(3, 50))
def test_shortening_keeps_both_ends(text: str, most: int) -> None:
    short = terminal.shorten(text, most)
    assert len(short) == min(len(text), most)
    assert short[:1] == text[:1]
    assert short[-1:] == text[-1:]


@given(TEXT, TEXT)
def test_a_workflow_command_is_one_line_with_two_parts(file: str, message: str) -> None:
    command = github_actions.command("error", {"file": file, "title": "x"}, message)
    assert len(command.splitlines()) == 1
    start, properties, *rest = command.split("::", 2)
    assert start == ""
    assert len(rest) == 1
    assert properties.count(",") == bool(file)


def test_a_line_end_in_a_file_name_is_github_s_and_one_in_a_message_is_shown() -> None:
    command = github_actions.command("error", {"file": "a\n,b:%\x1b", "line": ""}, "50%\r\n::x\x1b")
    assert command == r"::error file=a%0A%2Cb%3A%25\x1b::50%25\r\n::x\x1b"
