"""Web of Science's tagged text: what its tags say of a record."""

from __future__ import annotations

from operator import attrgetter

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name


def read(*lines: str, report: Report | None = None) -> list[Record]:
    text = "\n".join(["FN Clarivate Analytics Web of Science", "VR 1.0", *lines, "EF", ""])
    return list(medcite.read(text=text, report=report or Report()))


def record_of(*lines: str, kind: str = "J") -> Record:
    (record,) = read(f"PT {kind}", "TI Title", *lines, "ER")
    return record


@pytest.mark.parametrize(
    ("lines", "attribute", "value"),
    [
        (["AU Fu, HX", "   Sun, X"], "author", (Name("Fu", "H X"), Name("Sun", "X"))),
        (["AU Fu, HX", "AF Fu, Haixia"], "author", (Name("Fu", "Haixia"),)),
        (["CA STROBE Initiative"], "author", (Name(literal="STROBE Initiative"),)),
        (["SO BMC MEDICINE", "JI BMC Med."], "container_title", "BMC Medicine"),
        (["SO JOURNAL OF CLINICAL ONCOLOGY"], "container_title", "Journal of Clinical Oncology"),
        (["SO Nature", "JI Nature"], "container_title", "Nature"),
        (["PY 2024", "PD FEB 27"], "issued.start", (2024, 2, 27, 0)),
        (["PY 2024", "PD MAR-APR"], "issued.end.month", 4),
        (["BP 10", "EP 20"], "page.full", "10-20"),
        (["AR 85"], "number", "85"),
        (["DE one; two", "   parts; three", "ID FOUR"], "keywords.__len__", 4),
        (["AB First", "   second."], "abstract", "First second."),
        (["PM 38413930", "UT WOS:001173337100001"], "pmid", "38413930"),
        (["EA MAR 2024"], "available_date.start", (2024, 3, 0, 0)),
        (["LA English"], "language", ("eng",)),
        (["PI LONDON"], "publisher_place", "London"),
        (["SN 1741-7015", "EI 1741-7023"], "issn.__len__", 2),
        (["DT Article; Early Access"], "publication_types", ("Article", "Early Access")),
    ],
)
def test_tags(lines: list[str], attribute: str, value: object) -> None:
    got = attrgetter(attribute)(record_of(*lines))
    assert (got() if attribute.endswith("__len__") else got) == value


@pytest.mark.parametrize(
    ("kind", "document", "expected"),
    [
        ("J", "Article", "article-journal"),
        ("J", "Proceedings Paper", "article-journal"),
        ("B", "Book", "book"),
        ("B", "Proceedings Paper; Book Chapter", "chapter"),
        ("P", "", "patent"),
    ],
)
def test_types(kind: str, document: str, expected: str) -> None:
    assert record_of(f"DT {document}", kind=kind).type == expected


def test_what_has_no_place_is_kept_under_its_own_tag_and_counts_are_told() -> None:
    report = Report()
    (record,) = read("PT J", "TI Title", "FU A grant", "TC 5", "XQ odd", "ER", report=report)
    assert [(field.tag, field.value) for field in record.kept] == [("FU", "A grant"), ("XQ", "odd")]
    told = {(note.code, note.where.tag) for note in report.diagnostics}
    assert told == {("kept", ""), ("unknown-tag", "XQ"), ("not-read", "")}


def test_a_record_without_an_end_is_told_and_the_next_is_read() -> None:
    report = Report()
    records = read("PT J", "TI One", "", "PT J", "TI Two", "ER", report=report)
    assert [record.title for record in records] == ["One", "Two"]
    assert [(told.code, told.where.line) for told in report.diagnostics] == [("truncated", 3)]


@pytest.mark.parametrize(
    "start", ["FN Clarivate Analytics Web of Science\nVR 1.0\n", "\ufeffFN Thomson Reuters\n", ""]
)
def test_the_format_is_recognized(start: str) -> None:
    (record,) = medcite.read(text=f"{start}PT J\nAU Doe, J\nTI T\nER\n\nEF\n", report=Report())
    assert record.origin
    assert record.origin.format == "wos"
