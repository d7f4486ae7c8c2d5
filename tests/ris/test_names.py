"""Names in RIS: those of every dialect are read, and two forms are written."""

from __future__ import annotations

import pytest
from medcite.model.values import Name
from medcite.ris.names import format_bibtex_name, format_name, parse_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fu, Haixia", Name("Fu", "Haixia")),
        ("O'Brien, Mary-Anne, Jr", Name("O'Brien", "Mary-Anne", "Jr")),
        ("Smith, Jr., John", Name("Smith", "John", "Jr.")),
        ("O'Brien, Mary-Anne Jr", Name("O'Brien", "Mary-Anne", "Jr")),
        ("van der Berg, J. W.", Name("van der Berg", "J. W.")),
        ("WHO, Working Group,", Name(literal="WHO, Working Group")),
        ("European Society of Cardiology", Name(literal="European Society of Cardiology")),
        ("Organizacion Panamericana de la Salud",
         Name(literal="Organizacion Panamericana de la Salud")),
        ("Fu HX", Name("Fu", "H X")),
        ("John Smith", Name("Smith", "John")),
        ("Ludwig van Beethoven", Name("van Beethoven", "Ludwig")),
        ("da Silva", Name("da Silva")),
        ("Sammy Davis III", Name("Davis", "Sammy", "III")),
        ("Martin Luther King Jr.", Name("King", "Martin Luther", "Jr.")),
        ("Davis SA III", Name("Davis", "S A", "III")),
        ("Park III", Name("Park", "I I I")),
        ("Himani", Name("Himani")),
        ("Roe A.B.", Name("Roe", "A.B.")),
        ("van der Roe J.-P.", Name("van der Roe", "J.-P.")),
        ("{Trials and Tests}", Name(literal="Trials and Tests")),
    ],
)  # fmt: skip
def test_a_name_is_read(text: str, expected: Name) -> None:
    assert parse_name(text) == expected


@pytest.mark.parametrize(
    ("name", "ris", "bibtex"),
    [
        (Name("Fu", "Haixia"), "Fu, Haixia", "Fu, Haixia"),
        (Name("Sukarno"), "Sukarno", "Sukarno"),
        (Name("O'Brien", "Mary-Anne", "Jr"), "O'Brien, Mary-Anne, Jr", "O'Brien, Jr, Mary-Anne"),
        (Name(literal="WHO, Group"), "WHO, Group,", "{WHO, Group}"),
    ],
)
def test_a_name_is_written_and_read_back(name: Name, ris: str, bibtex: str) -> None:
    assert (format_name(name), format_bibtex_name(name)) == (ris, bibtex)
    assert parse_name(ris) == parse_name(bibtex) == name
