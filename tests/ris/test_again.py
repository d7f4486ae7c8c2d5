"""RIS to RIS: the second pass changes nothing, and the first loses nothing in silence."""

from __future__ import annotations

from collections.abc import Iterator

import medcite
import pytest
from medcite.tables.ris import ROWS
from medcite.tables.ris_codes import CODE_ROWS
from medcite.tables.ris_types import CSL_TYPES

TAGS = sorted({row.tag for row in (*ROWS, *CODE_ROWS)} - {"TY", "ID", "LB", "TI", "T1", "CT", "PY"})
ODD = ("AGGR", "ANCIENT", "BILL", "CASE", "COMP", "CONF", "DBASE", "GRANT", "MAP", "UNPB")
# Values of the kind that a tag has; other tags have a number and a word.
VALUES = {
    "DA": "2018/05/03", "Y1": "2019", "YR": "2019", "Y2": "2020/01/02", "OP": "1888",
    "DO": "10.1000/x", "DI": "10.1000/x", "DOI": "10.1000/x", "SN": "1234-5679", "LA": "fre",
    "UR": "https://a.org/", **dict.fromkeys(("A1", "A2", "A3", "A4", "AU", "ED"), "Roe, Ann"),
}  # fmt: skip
# In BOOK, which EBOOK and SER are to all other programs, A2 alone is an editor of the book.
AMBIGUOUS = {("EBOOK", "A3"), ("SER", "A3")}


def references(code: str) -> Iterator[str]:
    """Yield a reference for each tag that some type has, and each of two values."""
    for number, tag in enumerate(TAGS, start=100):
        for value in [VALUES[tag]] if tag in VALUES else [str(number), f"Word {tag}"]:
            if (code, tag) not in AMBIGUOUS:
                lines = ("TI  - Title", "AU  - Doe, Jane", "PY  - 2019", f"{tag}  - {value}")
                yield f"TY  - {code}\nID  - {tag}{number}\n" + "\n".join(lines) + "\nER  - \n"


def again(text: str, report: medcite.Report) -> str:
    records = medcite.read(text=text, format="ris", report=report)
    return medcite.write(records, "ris", report=report)


def check(code: str) -> None:
    text = "\n".join(references(code))
    report = medcite.Report()
    once = again(text, report)
    assert again(once, medcite.Report()) == once
    told = "\n".join(f"{note.where.tag} {note.message}" for note in report.diagnostics)
    for line in text.splitlines():
        tag, _, value = line.partition("  - ")
        known = value.split(",")[0].split("/")[0] in once
        assert known or tag in told or "no place for" in told


@pytest.mark.parametrize("code", ODD)
def test_the_second_pass_changes_nothing(code: str) -> None:
    check(code)


@pytest.mark.long
@pytest.mark.parametrize("code", sorted(CSL_TYPES.keys() - set(ODD)))
def test_the_second_pass_changes_nothing_in_other_types(code: str) -> None:
    check(code)


@pytest.mark.parametrize(
    ("code", "line", "written"),
    [
        ("GRANT", "ET  - R01-1", "GRANT"),
        ("AGGR", "SE  - 4", "AGGR"),
        ("DBASE", "M1  - 9", "DBASE"),
        ("GOVDOC", "SE  - 4", "GOVDOC"),
        ("EBOOK", "A3  - Roe, Ann", "BOOK"),  # whose A2 is the series' editor
        ("UNPB", "M1  - 9", "UNPB"),
        ("WEB", "VL  - 2012", "WEB"),
    ],
)
def test_a_type_stays_where_its_tags_do(code: str, line: str, written: str) -> None:
    text = f"TY  - {code}\nTI  - T\nPY  - 2019\n{line}\nER  - \n"
    assert again(text, medcite.Report()).startswith(f"TY  - {written}\r\n")


def test_keywords_with_semicolons_are_several() -> None:
    record = medcite.Record(title="T", keywords=(medcite.Keyword("a (b); c"),))
    text = medcite.write([record], "ris")
    assert "KW  - a (b)\r\nKW  - c\r\n" in text


def test_a_number_that_differs_from_c7_is_kept() -> None:
    text = "TY  - JOUR\nTI  - T\nSP  - pii: E1392\nC7  - e77\nER  - \n"
    (record,) = medcite.read(text=text, format="ris", report=medcite.Report())
    assert record.number == "e77"
    assert [(field.tag, field.value) for field in record.kept] == [("SP", "pii: E1392")]
