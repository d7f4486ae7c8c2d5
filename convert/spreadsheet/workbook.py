"""Tables as workbooks of Excel, through XlsxWriter: the same bytes for the same records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..base.errors import MissingPackageError
from ..format_registry import Format
from ..markup.file_mark import ArchiveMark
from ..markup.office_archive import EPOCH, signed
from ..markup.xml_text import characters
from ..model.record import Record
from ..model.report import Location, Report
from ..options import Options
from ..output import sorting
from ..tables.xlsx import NUMBERS, ROWS_OF_EXCEL, USUAL_WIDTH, WIDTHS
from .cells import Cells, cells_of, columns, cut, is_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format as CellFormat
    from xlsxwriter.worksheet import Worksheet

MARK = ArchiveMark()


def workbook(records: Iterable[Record], options: Options, format: Format, report: Report) -> bytes:
    """Return a file with one sheet: the names of the columns, and a row for each record.

    Raises:
        MissingPackageError: XlsxWriter is not installed.
        UnknownError: ``options.fields`` or ``options.omit`` names no column.

    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  # an extra
    except ImportError as error:
        message = "xlsx needs XlsxWriter: pip install 'medcite[xlsx]'"
        raise MissingPackageError(message) from error
    encode, file = _encoder(options, format), BytesIO()
    # Rows are written to a folder at once, so that memory stays flat.
    with TemporaryDirectory(prefix="medcite-") as folder:
        with Workbook(file, {"constant_memory": True, "tmpdir": folder}) as book:
            book.set_properties({"title": "References", "created": EPOCH, "status": MARK.value})
            sheet = book.add_worksheet("References")
            text = book.add_format({"quote_prefix": True})
            _add_header(sheet, columns(options), book.add_format({"bold": True}))
            left_out = last = 0
            for key, record in sorting.keyed(records, options):
                if last + 1 < ROWS_OF_EXCEL:
                    last += 1
                    _add_row(sheet, last, encode(record, key, report), text)
                else:
                    left_out += 1
            _finish(sheet, last, len(columns(options)))
        _tell_left_out(left_out, report)
    return signed(file, MARK)


def _encoder(options: Options, format: Format) -> Cells:
    """Return the function that encodes a record as cells of Excel. Raises UnknownError."""
    encode = cells_of(options, format)

    def encode_for_excel(record: Record, key: str, report: Report) -> dict[str, str]:
        cells = encode(record, key, report)
        return {name: cut(name, characters(value), record, report) for name, value in cells.items()}

    return encode_for_excel


def _add_header(sheet: Worksheet, names: Iterable[str], bold: CellFormat) -> None:
    """Add the first row, which stays in sight, and make the columns wide enough."""
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(names):
        sheet.set_column(column, column, WIDTHS.get(name, USUAL_WIDTH))
        sheet.write_string(0, column, name, bold)


def _add_row(sheet: Worksheet, row: int, cells: Mapping[str, str], text: CellFormat) -> None:
    """Add a row. All cells are texts but numbers to sort by; ``text`` keeps one from calculating.

    A text that begins like a formula is none until somebody edits it, without that format.
    """
    for column, (name, value) in enumerate(cells.items()):
        if name in NUMBERS and value.isascii() and value.isdecimal() and value[0] != "0":
            sheet.write_number(row, column, int(value))
        elif value:
            sheet.write_string(row, column, value, text if is_formula(value) else None)


def _finish(sheet: Worksheet, last_row: int, width: int) -> None:
    """Add what the sheet's size decides: filters, and no warnings of PMIDs that are texts."""
    sheet.autofilter(0, 0, last_row, max(width, 1) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS_OF_EXCEL}"})


def _tell_left_out(number: int, report: Report) -> None:
    if number:
        message = f"{number:,} records are left out: a sheet of Excel has {ROWS_OF_EXCEL:,} rows"
        report.error("cut", Location("medcite"), message)
