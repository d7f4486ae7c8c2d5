"""Cites that read alike are disambiguated, and others are left alone."""

from __future__ import annotations

from typing import Any

import pytest
from medcite.csl import Cite, Cluster, Processor, parse_style
from medcite.model.rich_text import plain

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation {options}><layout prefix="(" suffix=")"><group delimiter=" ">
  <names variable="author"><name form="short" initialize-with="." and="text"
    et-al-min="3" et-al-use-first="1"/></names>
  <date variable="issued"><date-part name="year"/></date>
  {more}
</group></layout></citation></style>"""
NAMES = 'disambiguate-add-names="true"'
GIVEN = 'disambiguate-add-givenname="true"'
CONDITION = '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
SUFFIX = 'disambiguate-add-year-suffix="true"'


def cited(authors: list[str], options: str, more: str = "") -> list[str]:
    """Return a cite for each list of authors; a name is its given name and family name."""
    items: dict[str, dict[str, Any]] = {}
    for number, names in enumerate(authors):
        people = [name.rpartition(" ") for name in names.split(", ")]
        items[str(number)] = {
            "id": str(number),
            "type": "book",
            "title": f"Title {number}",
            "issued": {"date-parts": [[2020]]},
            "author": [{"family": family, "given": given} for given, _, family in people],
        }
    style = parse_style(STYLE.format(options=options, more=more))
    texts = Processor(style, items).cite([Cluster((Cite(id_),)) for id_ in items])
    return [plain(text) for text in texts]


@pytest.mark.parametrize(
    ("authors", "options", "expected"),
    [
        (["Al Ames", "Bo Bell"], f"{NAMES} {GIVEN} {SUFFIX}", ["(Ames 2020)", "(Bell 2020)"]),
        (["Al Ames", "Al Ames"], SUFFIX, ["(Ames 2020a)", "(Ames 2020b)"]),
        (["Al Ames", "Bo Ames"], GIVEN, ["(A. Ames 2020)", "(B. Ames 2020)"]),
        (["Al Ames", "Ann Ames"], GIVEN, ["(Al Ames 2020)", "(Ann Ames 2020)"]),
        (
            ["A X, B Y, C Z", "A X, B Y, C W"],
            NAMES,
            ["(X, Y, and Z 2020)", "(X, Y, and W 2020)"],
        ),
        (
            ["A X, B Y, C Z", "A X, C Z, B Y"],
            NAMES,
            ["(X, Y, et al. 2020)", "(X, Z, et al. 2020)"],
        ),
        (["A X, B Y, C Z"] * 2, f"{NAMES} {SUFFIX}", ["(X et al. 2020a)", "(X et al. 2020b)"]),
    ],
)
def test_only_what_tells_cites_apart_is_added(
    authors: list[str], options: str, expected: list[str]
) -> None:
    assert cited(authors, options) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("all-names", ["(A. Ames 2020)", "(B. Ames and Cole 2020)"]),
        ("all-names-with-initials", ["(A. Ames 2020)", "(B. Ames and Cole 2020)"]),
        ("primary-name", ["(A. Ames 2020)", "(B. Ames and Cole 2020)"]),
        ("by-cite", ["(Ames 2020)", "(Ames and Cole 2020)"]),
    ],
)
def test_some_rules_compare_all_names_cited(rule: str, expected: list[str]) -> None:
    options = f'{GIVEN} givenname-disambiguation-rule="{rule}"'
    assert cited(["Al Ames", "Bo Ames, Cy Cole"], options) == expected


def test_a_primary_name_rule_looks_at_first_names_only() -> None:
    authors = ["Bo Bell, Al Ames", "Cy Cole, Di Ames"]
    options = f'{GIVEN} givenname-disambiguation-rule="primary-name"'
    assert cited(authors, options) == ["(Bell and Ames 2020)", "(Cole and Ames 2020)"]
    options = f'{GIVEN} givenname-disambiguation-rule="all-names"'
    assert cited(authors, options) == ["(Bell and A. Ames 2020)", "(Cole and D. Ames 2020)"]


def test_a_condition_holds_for_cites_that_read_alike_only() -> None:
    expected = ["(Ames 2020 Title 0)", "(Ames 2020 Title 1)", "(Bell 2020)"]
    assert cited(["Al Ames", "Al Ames", "Bo Bell"], "", CONDITION) == expected
