"""Workbooks: the cells of the CSV, and nothing that Excel would change."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import medcite
import openpyxl
import pytest
from medcite.model.record import Record
from medcite.model.report import Level, Report
from medcite.spreadsheet import workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import ROOT
from tests.latex.programs import need, run
from tests.spreadsheet.test_tables import ARTICLE, MONTHS

SAMPLES = sorted((ROOT / "samples").glob("*.nbib"))
ODD = Record(
    title="=HYPERLINK(1)", doi="10.1000/007", pmid="0012", volume="1e5", issue="3-4",
    abstract="-One\x01two\nthree \uffff", publisher="https://example.org",
    container_title="@SUM", publisher_place="TRUE",
)  # fmt: skip


def content(records: list[Record], report: Report | None = None, **options: str) -> bytes:
    stream = io.BytesIO()
    medcite.write(records, "xlsx", stream, report=report or Report(), **options)  # type: ignore[arg-type]  # of any kind
    return stream.getvalue()


def sheet(records: list[Record], report: Report | None = None, **options: str) -> Worksheet:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content(records, report, **options)))
    return sheet


def texts(sheet: Worksheet) -> list[list[str]]:
    rows = sheet.iter_rows(values_only=True)
    return [["" if value is None else str(value) for value in row] for row in rows]


def rows_of_csv(records: list[Record], **options: str) -> list[list[str]]:
    """Return the cells of the CSV, in which an apostrophe keeps a formula a text."""
    text = medcite.write(records, "csv", report=Report(), **options)  # type: ignore[arg-type]  # of any kind
    rows = csv.reader(io.StringIO(text, newline=""))
    return [[value[value[:2] in ("'=", "'+", "'-", "'@") :] for value in row] for row in rows]


def records() -> list[Record]:
    return [record for path in SAMPLES for record in medcite.read(path, report=Report())]


@pytest.mark.parametrize("options", [{}, {"columns": "year,title,doi"}, {"receiver": "rayyan"}])
def test_the_cells_are_those_of_the_csv(options: dict[str, str]) -> None:
    assert texts(sheet(records(), **options)) == rows_of_csv(records(), **options)


def test_all_cells_are_texts_but_years_months_and_days() -> None:
    names, cells = sheet([ARTICLE, ARTICLE.replace(issued=MONTHS)]).iter_rows(max_row=2)
    kinds = {name.value: cell.data_type for name, cell in zip(names, cells, strict=True)}
    numbers = {name for name, kind in kinds.items() if kind == "n" and name != "key"}
    empty = {str(name.value) for name, cell in zip(names, cells, strict=True) if cell.value is None}
    assert numbers - empty == {"year", "month", "day"}
    assert texts(sheet([ARTICLE.replace(issued=MONTHS)], columns="month,day"))[1] == ["Jan-Mar", ""]


def test_no_cell_is_a_formula_an_address_or_a_number() -> None:
    names, cells = sheet([ODD]).iter_rows()
    by_name = {name.value: cell for name, cell in zip(names, cells, strict=True)}
    assert by_name["title"].value == "=HYPERLINK(1)"
    assert by_name["abstract"].value == "-One two three \ufffd"
    assert all(cell.quotePrefix for cell in (by_name["title"], by_name["abstract"]))
    for name, value in {"doi": "10.1000/007", "pubmed_id": "0012", "volume": "1e5"}.items():
        assert by_name[name].value == value
    assert not [cell for cell in cells if cell.hyperlink or cell.data_type == "f"]


def test_the_header_stays_in_sight_and_filters() -> None:
    table = sheet([ARTICLE, ODD], columns="title,year")
    assert (table.freeze_panes, table.auto_filter.ref) == ("A2", "A1:B3")
    assert table.column_dimensions["A"].width > table.column_dimensions["B"].width
    assert table["A1"].font.bold
    assert not table["A2"].alignment.wrap_text


def test_the_same_records_give_the_same_bytes() -> None:
    assert content(records()) == content(records())


def test_a_long_cell_is_cut_and_told() -> None:
    report = Report()
    table = sheet([ARTICLE.replace(abstract="word " * 10_000)], report, columns="abstract")
    assert len(str(table["A2"].value)) == 32_767
    assert [told.code for told in report.diagnostics if told.code == "cut"]


def test_rows_beyond_the_sheet_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "ROWS_OF_EXCEL", 3)
    report = Report()
    assert len(texts(sheet([ARTICLE] * 5, report))) == 3
    (told,) = [told for told in report.diagnostics if told.level is Level.ERROR]
    assert told.message == "3 records are left out: a sheet of Excel has 3 rows"


def test_a_file_or_an_open_binary_file_is_needed(tmp_path: Path) -> None:
    with pytest.raises(medcite.ArgumentError, match="file takes a path or an open binary file"):
        medcite.write([ARTICLE], "xlsx")
    with pytest.raises(medcite.ArgumentError, match="open binary file, not one for text"):
        medcite.write([ARTICLE], "xlsx", io.StringIO())
    medcite.write([ARTICLE], tmp_path / "refs.xlsx", report=Report())
    assert (tmp_path / "refs.xlsx").read_bytes() == content([ARTICLE])


def test_the_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(medcite.MissingPackageError, match=r"pip install 'medcite\[xlsx\]'"):
        content([ARTICLE])


@need("soffice", "localc")
def test_libreoffice_shows_the_same_cells(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "refs.xlsx").write_bytes(content([*records(), ODD]))
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run(folder, "soffice", profile, "--headless", "--convert-to", form, "refs.xlsx")
    text = (folder / "refs.csv").read_text("utf-8")
    assert list(csv.reader(io.StringIO(text))) == texts(sheet([*records(), ODD]))
