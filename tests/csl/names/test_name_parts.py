"""Names in CSL-JSON are split into CSL's name parts."""

from __future__ import annotations

from typing import Any

import pytest
from medcite.csl.names.name_parts import NameParts, ParsedNames, parse_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (("Doe", "Jane"), NameParts("Doe", "Jane", simple=True)),
        (("O'Neil", "P"), NameParts("O'Neil", "P", simple=True)),
        (("de la Cruz", "Juan"), NameParts("Cruz", "Juan", non_dropping_particle="de la")),
        (("al-Rahman", "A"), NameParts("Rahman", "A", non_dropping_particle="al-")),
        (("de' Medici", "L"), NameParts("Medici", "L", non_dropping_particle="de' ")),
        (("Gogh", "Vincent van"), NameParts("Gogh", "Vincent", dropping_particle="van")),
        (("Doe", "John, Jr."), NameParts("Doe", "John", suffix="Jr.")),
        (("Doe", "John,! III"), NameParts("Doe", "John", suffix="III", comma_suffix=True)),
        (('"van Dyke"', "A"), NameParts("van Dyke", "A")),
        (("李", "明"), NameParts("李", "明", unspaced=True)),
        (("李", "Ming"), NameParts("李", "Ming", static=True)),
    ],
)
def test_particles_suffixes_and_scripts_are_told_apart(
    name: tuple[str, str], parts: NameParts
) -> None:
    family, given = name
    assert parse_name({"family": family, "given": given}) == parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ({"literal": "WHO"}, NameParts("WHO", literal=True)),
        ({"family": "WHO", "isInstitution": 1}, NameParts("WHO", literal=True)),
        ({"family": "van X", "parse-names": False}, NameParts("van X")),
        ({"family": "du Pont"}, NameParts("du Pont")),
        ({"family": "van X", "parse-names": 0}, NameParts("van X")),
        (
            {"family": "van X", "non-dropping-particle": "de"},
            NameParts("van X", non_dropping_particle="de"),
        ),
        (
            {"family": "Nagy", "given": "A", "static-ordering": True},
            NameParts("Nagy", "A", static=True),
        ),
        ({}, NameParts("")),
    ],
)
def test_what_a_name_states_is_kept(name: dict[str, Any], parts: NameParts) -> None:
    assert parse_name(name) == parts


def test_names_of_another_shape_are_literal() -> None:
    assert list(ParsedNames("WHO", "")) == [NameParts("WHO", literal=True)]  # type: ignore[arg-type]
    assert len(ParsedNames(["WHO", "", {"family": "Doe"}], "")) == 2  # type: ignore[list-item]


def test_some_languages_put_the_family_name_first() -> None:
    name = {"family": "Nagy", "given": "Anna"}
    assert ParsedNames([name], "hu-HU")[0].static
    assert not ParsedNames([name], "en")[0].static
