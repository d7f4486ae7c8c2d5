"""RIS's types of reference, in which EndNote gives the same tags other meanings."""

from __future__ import annotations

from operator import attrgetter

import pytest
from medcite.files.source import open_source
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name
from medcite.readers import ris as reader


def read(code: str, *lines: str) -> Record:
    report = Report()
    text = "\n".join([f"TY  - {code}", *lines, "ER  - ", ""])
    (record,) = reader.read(open_source(text.encode(), report), report)
    told = " ".join(note.message for note in report.diagnostics)
    for field in record.kept:
        assert field.tag in told, "kept in silence"
    return record


@pytest.mark.parametrize(
    ("code", "line", "attribute", "value"),
    [
        ("EBOOK", "A2  - Roe, Ann", "editor", (Name("Roe", "Ann"),)),
        ("EBOOK", "A3  - Roe, Ann", "collection_editor", (Name("Roe", "Ann"),)),
        ("EBOOK", "C7  - PMC7654321", "pmcid", "PMC7654321"),
        ("ECHAP", "M1  - 12", "collection_number", "12"),
        ("EJOUR", "C3  - PMC7654321", "pmcid", "PMC7654321"),
        ("EJOUR", "SE  - 2011/04/05", "available_date.start.day", 5),
        ("DBASE", "ET  - 2011/04/05", "available_date.start.month", 4),
        ("MAP", "T2  - Soils of Ruritania", "collection_title", "Soils of Ruritania"),
        ("MAP", "A2  - Roe, Ann", "collection_editor", (Name("Roe", "Ann"),)),
        ("COMP", "T2  - Tools for Trials", "collection_title", "Tools for Trials"),
        ("COMP", "IS  - 2.1", "version", "2.1"),
        ("CLSWK", "M1  - 12", "collection_number", "12"),
        ("CLSWK", "SP  - 312", "number_of_pages", "312"),
        ("SER", "A2  - Roe, Ann", "editor", (Name("Roe", "Ann"),)),
        ("SER", "SE  - 4", "chapter_number", "4"),
        ("STAT", "M1  - 104-191", "number", "104-191"),
        ("BILL", "M1  - H.R. 42", "number", "H.R. 42"),
        ("HEAR", "NV  - 2", "number_of_volumes", "2"),
        ("CASE", "SV  - 17-1299", "number", "17-1299"),
        ("CASE", "NV  - U.S.", "container_title", "U.S."),
        ("RPRT", "NV  - 55", "collection_number", "55"),
        ("RPRT", "M1  - 17", "number", "17"),
        ("DATA", "NV  - 4242", "number", "4242"),
        ("WEB", "M1  - 2012/06/07", "accessed.start.month", 6),
        ("NEWS", "C2  - 17", "issue", "17"),
        ("NEWS", "C2  - PMC7654321", "pmcid", "PMC7654321"),
        ("NEWS", "M1  - 12", "page.full", "12"),
        ("THES", "VL  - Ph.D.", "genre", "Ph.D."),
        ("THES", "VL  - 2", "volume", "2"),
        ("ART", "M3  - Oil on canvas", "genre", "Oil on canvas"),
        ("MANSCPT", "M3  - Autograph", "genre", "Autograph"),
        ("PAMP", "M3  - Leaflet", "genre", "Leaflet"),
        ("STAND", "M3  - Draft", "genre", "Draft"),
        ("MUSIC", "A3  - Roe, Ann", "collection_editor", (Name("Roe", "Ann"),)),
        ("NEWS", "SE  - Sports", "section", "Sports"),
        ("STAT", "SE  - 107", "section", "107"),
        ("JOUR", "SE  - Clinical Research", "section", "Clinical Research"),
        ("JOUR", "SE  - e12", "page.full", "e12"),
        ("CHAP", "C1  - Methods", "section", "Methods"),
        ("ECHAP", "C1  - Methods", "section", "Methods"),
        ("MAP", "C1  - 1:25000", "scale", "1:25000"),
        ("BOOK", "CN  - QA 12", "call_number", "QA 12"),
        ("JOUR", "CN  - W1 BM12", "call_number", "W1 BM12"),
        ("BOOK", "OP  - 1888", "original_date.start.year", 1888),
        ("CLSWK", "OP  - 1888/05", "original_date.start.month", 5),
    ],
)
def test_a_tag_means_what_it_means_in_the_type(
    code: str, line: str, attribute: str, value: object
) -> None:
    record = read(code, line)
    assert attrgetter(attribute)(record) == value
    assert not record.kept


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("BLOG", "VL  - 2012"),  # the year of access
        ("WEB", "VL  - 2012"),
        ("BLOG", "A3  - Roe, Ann"),  # the illustrator
        ("BLOG", "SE  - Message 5"),
        ("CASE", "A3  - Court of Appeals"),
        ("CASE", "ET  - Affirmed"),
        ("CASE", "T3  - Decision"),
        ("CHART", "A2  - chart1.png"),
        ("FIGURE", "SP  - A drawing of a heart"),
        ("FIGURE", "VL  - 10 x 20 cm"),
        ("COMP", "M1  - 64"),  # the system
        ("DATA", "A2  - Roe, Ann"),  # the producer
        ("DATA", "SE  - 2009/01/02"),
        ("GEN", "A3  - Roe, Ann"),
        ("GEN", "C7  - custom"),
        ("HEAR", "ET  - 2nd session"),
        ("MANSCPT", "ET  - Two leaves"),
        ("MANSCPT", "M1  - 12"),  # the folio
        ("MPCT", "A3  - Roe, Ann"),  # the producer
        ("MUSIC", "A4  - Roe, Ann"),
        ("RPRT", "A3  - A Press"),
        ("RPRT", "A4  - Department of X"),
        ("STAT", "ET  - 104th"),
        ("STAT", "T3  - A source"),
        ("JOUR", "A3  - Roe, Ann"),
        ("JOUR", "SV  - 5"),
        ("ICOMM", "A2  - Roe, Ann"),  # the recipient
        ("BOOK", "OP  - Leipzig: Teubner, 1888"),
        ("JOUR", "C1  - A legal note"),
        ("JOUR", "M1  - Copyright 2020"),
    ],
)
def test_what_a_type_has_no_place_for_is_kept(code: str, line: str) -> None:
    record = read(code, "TI  - T", line)
    assert [f"{field.tag}  - {field.value}" for field in record.kept] == [line]
    assert not any((record.volume, record.issue, record.page, record.number, record.edition))
    assert not any((record.editor, record.translator, record.collection_title))


@pytest.mark.parametrize(
    ("lines", "year", "kept"),
    [
        (["Y1  - 1900/01/01", "DA  - 1950/02/03"], 1950, "Y1"),
        (["DA  - 1950/02/03", "Y1  - 1900/01/01"], 1950, "Y1"),
        (["Y1  - 1950", "DA  - 1950/02/03"], 1950, ""),
        (["PY  - 1900", "DA  - 1950/02/03"], 1900, "DA"),
        (["PY  - 1950", "Y1  - 1900", "DA  - 1950/02/03"], 1950, "Y1"),
        (["Y1  - 1900", "DA  - Spring"], 1900, ""),
    ],
)
def test_py_decides_the_year_then_da_then_y1(lines: list[str], year: int, kept: str) -> None:
    record = read("JOUR", *lines)
    assert record.year == year
    assert [field.tag for field in record.kept] == [kept] * bool(kept)


@pytest.mark.parametrize(
    ("code", "csl_type"),
    [("ANCIENT", "classic"), ("CHART", "graphic"), ("LEGAL", "regulation"), ("SER", "book")],
)
def test_types_of_the_specification_are_known(code: str, csl_type: str) -> None:
    assert read(code).type == csl_type
