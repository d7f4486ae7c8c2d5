"""Names in RIS: one field may name several people, joined initials are no given name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.codecs.name_lists import split_names
from medcite.files.source import open_source
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name
from medcite.options import Options
from medcite.readers import ris as reader
from medcite.writers import ris as writer


def read(*lines: str) -> tuple[Record, Report]:
    report = Report()
    text = "\n".join(["TY  - JOUR", *lines, "ER  - ", ""])
    (record,) = reader.read(open_source(text.encode(), report), report)
    return record, report


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gomez L, Eduardo A", ["Gomez L, Eduardo A"]),
        ("Doe J, Roe AB", ["Doe J", "Roe AB"]),
        ("Doe J, Roe A, Poe B", ["Doe J", "Roe A", "Poe B"]),
        ("Doe J., Roe A., Poe B.", ["Doe J.", "Roe A.", "Poe B."]),
        ("Müller HJ, Óladóttir Þ", ["Müller HJ", "Óladóttir Þ"]),
        ("Tester, Ann and Probe, Bob", ["Tester, Ann", "Probe, Bob"]),
        ("Tester, A., Probe, B.", ["Tester, A.", "Probe, B."]),
        ("Tester, A. B., Probe, B.-C. & Roe, D.", ["Tester, A. B.", "Probe, B.-C.", "Roe, D."]),
        ("Smith J, Doe K and Roe L", ["Smith J", "Doe K", "Roe L"]),
        ("Smith J & Doe K", ["Smith J", "Doe K"]),
        ("Smith & Jones", ["Smith", "Jones"]),
        ("John Smith and Jane Doe", ["John Smith", "Jane Doe"]),
        ("Smith J, Doe KL, et al.", ["Smith J", "Doe KL", "et al."]),
        ("Smith, J. and others", ["Smith, J.", "et al."]),
        ("Doe, J.; Roe, A.;", ["Doe, J.", "Roe, A."]),
        ("Smith, A., Jr.", ["Smith, A., Jr."]),
        ("Ramón y Cajal, Santiago", ["Ramón y Cajal, Santiago"]),
        ("Centers for Disease Control and Prevention",) * 2,
        ("World Health Organization and UNICEF",) * 2,
        ("Bill & Melinda Gates Foundation",) * 2,
        ("Johnson & Johnson",) * 2,
        ("Trials and Tests",) * 2,
        ("{Trials and Errors, Trials and Tests}",) * 2,
        ("WHO and UNICEF,",) * 2,
    ],
)
def test_names_in_one_field(text: str, names: list[str] | str) -> None:
    assert split_names(text) == ([names] if isinstance(names, str) else names)


def test_several_names_in_one_field_are_told() -> None:
    record, report = read("AU  - Tester, Ann and Probe, Bob", "AU  - Roe, A.")
    assert record.author == (Name("Tester", "Ann"), Name("Probe", "Bob"), Name("Roe", "A."))
    (note,) = report.diagnostics
    assert (note.code, note.where.line, note.where.tag) == ("several-names", 2, "AU")
    assert "Tester, Ann; Probe, Bob" in note.message


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hill, BG", Name("Hill", "B G")),
        ("HILL, BG", Name("HILL", "B G")),
        ("Smith JA", Name("Smith", "J A")),
        ("Juhai Li", Name("Li", "Juhai")),
        ("JU Li", Name("Li", "J U")),
        ("Li JU", Name("Li", "J U")),
        ("Lee, Jo", Name("Lee", "Jo")),
        ("LEE, ANN", Name("LEE", "ANN")),
        ("LEE, JOHN", Name("LEE", "JOHN")),
        ("Park, JIN-HO", Name("Park", "JIN-HO")),
        ("Smith AB, Jr", Name("Smith", "A B", "Jr")),
        ("Volckaert, V.", Name("Volckaert", "V.")),
        ("Volckaert, V", Name("Volckaert", "V")),
        ("Smith, AB, III", Name("Smith", "A B", "III")),
    ],
)
def test_joined_initials_are_told_from_names(text: str, name: Name) -> None:
    assert read(f"AU  - {text}")[0].author == (name,)


WORD = st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True)
INITIAL = st.from_regex(r"[A-Z]", fullmatch=True)


@given(st.tuples(WORD, INITIAL), st.tuples(WORD, INITIAL))
def test_what_we_write_of_one_person_is_one_person(
    family: tuple[str, str], given: tuple[str, str]
) -> None:
    name = Name(" ".join(family), " ".join(given))
    text = "".join(writer.write([Record(author=(name,))], Options(), Report()))
    (author,) = (line for line in text.splitlines() if line.startswith("AU  - "))
    record, report = read(author)
    assert record.author == (name,)
    assert not report.diagnostics
