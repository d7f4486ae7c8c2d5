"""A style that cannot be used says why in one line, with file and line."""

from __future__ import annotations

import pytest
from medcite.csl import Processor, StyleError, parse_style

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">\n'
CITATION = '<citation><layout><text macro="one"/></layout></citation>\n'
BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n'
    "<style>&b;</style>"
)


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("not xml at all", 1, "not XML"),
        (HEAD + "<citation>", 2, "not XML"),
        (BOMB, 2, "DOCTYPE"),
        ("<locale/>", 1, "expected a CSL style"),
        (HEAD + CITATION + "</style>", 2, "macro 'one' is called but not defined"),
        (
            HEAD + '<macro name="one"><text macro="two"/></macro>\n'
            '<macro name="two"><text macro="one"/></macro>\n' + CITATION + "</style>",
            3,
            "in a circle: one -> two -> one",
        ),
        (HEAD + "<citation/></style>", 2, "has no <layout>"),
        (HEAD + "</style>", 1, "needs <citation>"),
    ],
)
def test_message_names_file_and_line(source: str, line: int, said: str) -> None:
    with pytest.raises(StyleError) as caught:
        parse_style(source, "mine.csl")
    message = str(caught.value)
    assert message.startswith(f"mine.csl:{line}: ")
    assert said in message
    assert "\n" not in message


def test_entities_are_refused_in_bytes_too() -> None:
    with pytest.raises(StyleError, match=r"DOCTYPE"):
        parse_style(BOMB.encode(), "bomb.csl")


def test_dependent_style_names_its_parent() -> None:
    style = parse_style(
        HEAD + '<info><link href="http://example.org/parent" rel="independent-parent"/></info>'
        "</style>",
        "child.csl",
    )
    assert style.dependent
    with pytest.raises(StyleError, match=r"its parent http://example\.org/parent"):
        Processor(style, {})
