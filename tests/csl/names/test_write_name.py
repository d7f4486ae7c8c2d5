"""A name is written as cs:name and cs:name-part ask for."""

from __future__ import annotations

import pytest
from medcite.csl import Processor, parse_style
from medcite.model.rich_text import plain

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"
  demote-non-dropping-particle="{demote}">
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name {attributes}>{parts}</name></names>
</layout></bibliography></style>"""
CRUZ = {"family": "de la Cruz", "given": "Ana Bea von, Jr."}
UPPER = '<name-part name="family" text-case="uppercase" prefix="[" suffix="]"/>'


def written(name: dict[str, str], attributes: str, parts: str = "", demote: str = "never") -> str:
    style = parse_style(STYLE.format(attributes=attributes, parts=parts, demote=demote))
    items = {"a": {"id": "a", "type": "book", "title": "T", "author": [name]}}
    (entry,) = Processor(style, items).bibliography().entries
    return plain(entry.text)


@pytest.mark.parametrize(
    ("attributes", "plain_parts", "formatted_parts"),
    [
        ("", "Ana Bea von de la Cruz Jr.", "Ana Bea [von DE LA CRUZ Jr.]"),
        ('form="short"', "de la Cruz", "[DE LA CRUZ]"),
        ('initialize-with="."', "A.B. von de la Cruz Jr.", "A.B. [von DE LA CRUZ Jr.]"),
        ('initialize-with=""', "AB von de la Cruz Jr", "AB [von DE LA CRUZ Jr]"),
        (
            'name-as-sort-order="all"',
            "de la Cruz, Ana Bea von, Jr.",
            "[DE LA CRUZ], Ana Bea von, Jr.",
        ),
    ],
)
def test_names_are_ordered_alike_with_and_without_formatting(
    attributes: str, plain_parts: str, formatted_parts: str
) -> None:
    assert written(CRUZ, attributes) == plain_parts
    assert written(CRUZ, attributes, UPPER) == formatted_parts


def test_a_demoted_particle_follows_the_given_name() -> None:
    attributes = 'name-as-sort-order="all"'
    demote = "display-and-sort"
    assert written(CRUZ, attributes, demote=demote) == "Cruz, Ana Bea von de la, Jr."
    assert written(CRUZ, attributes, UPPER, demote) == "[CRUZ], Ana Bea von DE LA, Jr."


@pytest.mark.parametrize("parts", ["", '<name-part name="given" font-weight="bold"/>'])
def test_eastern_names_have_no_space_unless_a_script_is_mixed(parts: str) -> None:
    assert written({"family": "李", "given": "明"}, "", parts) == "李明"
    assert written({"family": "李", "given": "Ming"}, "", parts) == "李 Ming"


def test_a_name_alone_keeps_its_particle_in_front() -> None:
    attributes = 'name-as-sort-order="all" initialize-with="."'
    assert written({"family": "du Pont"}, attributes, demote="display-and-sort") == "du Pont"


def test_a_suffix_is_written_like_initials_where_there_are_none_too() -> None:
    assert written({"family": "King", "suffix": "Jr."}, 'initialize-with=""') == "King Jr"
