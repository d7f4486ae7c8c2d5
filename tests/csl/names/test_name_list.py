"""Lists of names: et al., "and", and what stands between them."""

from __future__ import annotations

from typing import Any

import pytest
from medcite.csl import Processor, parse_style
from medcite.model.rich_text import plain

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name {}/></names></layout></bibliography></style>"""


def listed(names: str, attributes: str) -> str:
    style = parse_style(STYLE.format(attributes))
    author: list[dict[str, Any]] = [
        {"literal": name[1:]} if name[0] == "@" else {"family": name, "given": "Kim"}
        for name in names.split()
    ]
    items = {"a": {"id": "a", "type": "book", "title": "T", "author": author}}
    (entry,) = Processor(style, items).bibliography().entries
    return plain(entry.text)


@pytest.mark.parametrize(
    ("names", "attributes", "expected"),
    [
        ("A", 'form="short" and="text"', "A"),
        ("A B", 'form="short"', "A, B"),
        ("A B", 'form="short" and="text"', "A and B"),
        ("A B C", 'form="short" and="text"', "A, B, and C"),
        ("A B C", 'form="short" and="symbol" delimiter-precedes-last="never"', "A, B & C"),
        ("A B", 'form="short" and="text" delimiter-precedes-last="always"', "A, and B"),
        (
            "A B",
            'name-as-sort-order="first" and="text" delimiter-precedes-last="after-inverted-name"',
            "A, Kim, and Kim B",
        ),
        ("A B C", 'form="short" et-al-min="3" et-al-use-first="1"', "A et al."),
        ("A B C", 'form="short" et-al-min="3" et-al-use-first="2"', "A, B, et al."),
        ("A B", 'form="short" et-al-min="3" et-al-use-first="1"', "A, B"),
        (
            "A B C D",
            'form="short" et-al-min="3" et-al-use-first="1" et-al-use-last="true"',
            "A, … D",
        ),
        (
            "A B C D",
            'form="short" et-al-min="3" et-al-use-first="2" et-al-use-last="true"',
            "A, B, … D",
        ),
        ("A B C", 'form="count" et-al-min="3" et-al-use-first="2"', "2"),
    ],
)
def test_names_are_joined_as_the_attributes_say(names: str, attributes: str, expected: str) -> None:
    assert listed(names, attributes) == expected


SUBSTITUTED = STYLE.replace("</names></layout></bib", "<substitute><text variable='title'/>"
                            "</substitute></names></layout></bib")  # fmt: skip


@pytest.mark.parametrize(
    "empty", [{}, {"family": "", "given": ""}, {"family": " "}, {"literal": ""}, {"given": "\t"}]
)
def test_a_name_that_says_nothing_is_none(empty: dict[str, str]) -> None:
    def entry(*names: dict[str, str]) -> str:
        item = {"id": "a", "type": "book", "title": "T", "author": [*names]}
        (printed,) = (
            Processor(parse_style(SUBSTITUTED.format("")), {"a": item}).bibliography().entries
        )
        return plain(printed.text)

    doe = {"family": "Doe", "given": "Jane"}
    assert entry(empty, doe) == entry(doe, empty) == "Jane Doe"
    assert entry(empty) == entry() == "T"
