"""What follows from the use of a variable: groups that hide, substitutes that suppress."""

from __future__ import annotations

import re
from typing import Any

import pytest
from medcite.csl.context import FOUND, USED, Context
from medcite.csl.variables import first_value, use, value_of

from tests.conftest import ROOT
from tests.csl.rendered import text

EDITOR = [{"family": "Roe"}]


def test_a_variable_with_a_value_is_used_found_and_printed() -> None:
    ctx = Context({})
    ctx.printed_variables = set()
    assert use(ctx, "title", "T")
    assert ctx.variables == FOUND
    assert ctx.printed_variables == {"title"}


def test_an_empty_variable_is_used_alone() -> None:
    ctx = Context({})
    assert not use(ctx, "title", None)
    assert ctx.variables == USED


def test_a_suppressed_variable_is_like_an_empty_one() -> None:
    ctx = Context({})
    ctx.suppressed_variables = {"title"}
    assert not use(ctx, "title", "T")
    assert ctx.variables == USED


@pytest.mark.parametrize(
    ("item", "expected"), [({"title": "T"}, "see T"), ({}, ""), ({"note": "N"}, "")]
)
def test_a_group_hides_if_all_its_variables_are_empty(item: dict[str, Any], expected: str) -> None:
    body = '<group><text value="see "/><text variable="title"/><text variable="genre"/></group>'
    assert text(f'<text value="-"/>{body}', **item) == f"-{expected}"


def test_a_group_without_variables_is_never_hidden() -> None:
    assert text('<group><text value="see"/></group>') == "see"


def test_a_group_with_output_counts_as_a_variable_for_the_one_around_it() -> None:
    body = '<group><text variable="title"/><group><text value="see"/></group></group>'
    assert text(f'<text value="-"/>{body}') == "-see"


def test_a_label_alone_does_not_keep_a_group() -> None:
    body = '<group><label variable="volume"/><text variable="title"/></group>'
    assert text(f'<text value="-"/>{body}', volume="2") == "-"


def test_a_year_suffix_keeps_a_group_without_a_date() -> None:
    body = '<text term="no date"/><date variable="issued"/><text variable="year-suffix"/>'
    assert text(f"<group>{body}</group>") == "no date"


def test_a_number_of_zero_is_a_value() -> None:
    assert text('<number variable="volume" suffix="."/>', volume=0) == "0."
    assert text('<text variable="volume" suffix="."/>', volume=0) == "0."


def test_what_substitutes_is_not_printed_again() -> None:
    body = (
        '<names variable="author"><substitute><names variable="editor"/>'
        '<text variable="title"/></substitute></names>'
        '<names variable="editor" prefix=" ed. "/><text variable="title" prefix=" "/>'
    )
    assert text(body, editor=EDITOR, title="T") == "Roe T"
    assert text(body, author=[{"family": "Doe"}], editor=EDITOR, title="T") == "Doe ed. Roe T"
    assert text(body, title="T") == "T"


@pytest.mark.parametrize(
    ("name", "item", "expected"),
    [
        ("title", {"title": "T"}, "T"),
        ("title-short", {"shortTitle": "S"}, "S"),
        ("title-short", {"title-short": "A", "shortTitle": "B"}, "A"),
        ("container-title-short", {"journalAbbreviation": "J"}, "J"),
        ("page-first", {"page": "12-15, 20"}, "12"),
        ("page-first", {"page": "e5 & 7"}, "e5"),
        ("page-first", {"page": "9–11", "page-first": "i"}, "i"),
        ("page-first", {"page": "pp. 3-9"}, "3"),
        ("citation-number", {}, None),
        ("year-suffix", {}, None),
    ],
)
def test_a_variable_may_stand_elsewhere(name: str, item: dict[str, Any], expected: str) -> None:
    assert value_of(Context(item), name) == expected


def test_the_first_value_that_is_not_empty_counts() -> None:
    assert first_value({"a": "", "b": "x", "c": "y"}, ("a", "b", "c")) == "x"
    assert first_value({}, ("a",)) is None


def test_only_one_module_keeps_the_state_of_variables() -> None:
    state = re.compile(r"ctx\.(variables|printed_var\w+|suppressed_var\w+)")
    csl = ROOT / "convert" / "csl"
    users = {path.name for path in csl.rglob("*.py") if state.search(path.read_text("utf-8"))}
    # environment.py has the closure that notes an empty variable.
    assert users == {"variables.py", "environment.py"}
