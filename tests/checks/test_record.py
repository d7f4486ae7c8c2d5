"""What ``check`` says of a record, on records made up for the purpose."""

from __future__ import annotations

import medcite
import pytest
from medcite.checks.record import check, check_all, valid_issn
from medcite.model.record import Record
from medcite.model.report import Diagnostic, Level, Report
from medcite.model.values import Identifier, Issn, Name, Relation

SOUND = {
    "PMID": "12",
    "TI": "On hearts.",
    "TA": "Heart Lung J",
    "JT": "Heart and lung journal",
    "IS": "2049-3630 (Electronic)",
    "DP": "2019 Mar",
    "VI": "12",
    "PG": "105-9",
    "FAU": "O'Brien, Mary-Anne Jr",
    "AU": "O'Brien MA Jr",
    "PST": "ppublish",
    "SO": "Heart Lung J. 2019 Mar;12:105-9.",
}


def told(**changed: str) -> list[Diagnostic]:
    fields = {tag: value for tag, value in (SOUND | changed).items() if value}
    text = "".join(f"{tag:4}- {value}\n" for tag, value in fields.items())
    (record,) = medcite.read(format="medline", report=Report(), text=text)
    return list(check(record))


def test_nothing_is_said_of_a_sound_record() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("changed", "code", "tag", "line", "words"),
    [
        ({"VI": "13"}, "so-mismatch", "SO", 12, "volume: VI says `13`, SO says `12`"),
        ({"AU": "Smith J"}, "name-mismatch", "AU", 10, "AU says `Smith J`"),
        ({"IS": "2049-3631 (Print)"}, "bad-issn", "IS", 5, "`2049-3631` is no ISSN"),
        ({"TI": ""}, "missing-field", "", 1, "a title (TI)"),
        ({"TA": "", "JT": "", "SO": ""}, "missing-field", "", 1, "a journal or book"),
        ({"DP": "", "SO": ""}, "missing-field", "", 1, "a date (DP)"),
        (
            {"RIN": "Heart Lung J. 2020;1:2. PMID: 99"},
            "retracted",
            "",
            1,
            "this article was retracted: Heart Lung J. 2020;1:2. PMID: 99",
        ),
        ({"PRIN": "Heart. 2020;1:2."}, "retracted", "", 1, "retracted in part"),
        ({"PT": "Retracted Publication"}, "retracted", "PT", 13, "does not say where"),
        ({"EIN": "Heart. 2020;1:2."}, "erratum", "", 1, "there is an erratum: Heart. 2020;1:2."),
        ({"ECI": "Heart. 2020;1:2."}, "concern", "", 1, "expression of concern"),
    ],
)
def test_each_finding(changed: dict[str, str], code: str, tag: str, line: int, words: str) -> None:
    (found,) = told(**changed)
    assert (found.code, found.where.tag, found.where.line) == (code, tag, line)
    assert found.where.record == "12"
    assert words in found.message


def test_retractions_and_errors_are_warnings_and_the_rest_notes() -> None:
    assert [each.level for each in told(RIN="Heart. 2020;1:2.")] == [Level.WARNING]
    assert [each.level for each in told(EIN="Heart. 2020;1:2.")] == [Level.NOTE]


def test_a_history_that_runs_backwards() -> None:
    text = "PMID- 1\nTI  - A.\nTA  - B\nDP  - 2019\n"
    text += "PHST- 2019/03/04 00:00 [received]\nPHST- 2019/02/04 00:00 [accepted]\n"
    (record,) = medcite.read(format="medline", report=Report(), text=text)
    (found,) = check(record)
    assert (found.code, found.where.line) == ("date-order", 5)


def test_the_same_record_twice() -> None:
    text = "PMID- 1\nTI  - A.\nTA  - B\nDP  - 2019\n\n"
    records = medcite.read(format="medline", report=Report(), text=text * 2)
    (found,) = check_all(records)
    assert (found.code, found.where.line) == ("duplicate", 6)
    assert ":1 too" in found.message


def test_records_of_other_formats() -> None:
    name = Name("Smith", "Jo", ids=(Identifier("orcid", "0000-0002-1825-0098"),))
    record = Record(
        title="A",
        container_title="B",
        doi="10.1/x",
        author=(name,),
        issn=(Issn("1234-5678"),),
        relations=(Relation("retraction-in", "B. 2020", "7"),),
    )
    codes = {each.code for each in check(record)}
    assert codes == {"bad-doi", "bad-issn", "bad-orcid", "retracted", "missing-field"}


@pytest.mark.parametrize("text", ["2049-3630", "0000-0019", "1050-124X"])
def test_issn(text: str) -> None:
    assert valid_issn(text)
    for place, digit in enumerate(text):
        if digit.isdecimal():
            other = str((int(digit) + 1) % 10)
            assert not valid_issn(text[:place] + other + text[place + 1 :])
