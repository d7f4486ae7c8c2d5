"""How the programs of each format read it: a function ``read_<format>`` for each.

Each takes a text and the options that it was written with, and returns the text of each record,
or all of the text where it does not show which part is a record. A format without a function here
is read back by our own reader, if there is one.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from string import ascii_uppercase, digits
from typing import ClassVar
from xml.etree import ElementTree

import jsonschema
import openpyxl
import pytest
import rispy
import yaml
from Bio import Medline
from medcite import format_registry
from medcite.base.suggestions import UnknownError
from medcite.files.source import open_source
from medcite.format_registry import Writer
from medcite.markup import registry
from medcite.model.report import Level, Report
from medcite.options import Options

from tests.contracts import test_markups, word_sources
from tests.writers import bib
from tests.writers.schema import SCHEMA

MISSING = (
    "The format {name} has a writer, and nothing reads what it writes. Add to"
    " tests/contracts/parsers.py a function read_{function}(text, options), which has an"
    " independent parser read it and returns the text of each record; or write a reader,"
    " convert/readers/{function}.py."
)


def parse(writer: Writer, text: str, options: Options) -> list[str] | str:
    """Return the text of each record, as the format's own programs read it; fail if none can."""
    name = writer.FORMAT.name
    function = name.replace("-", "_")
    if own := globals().get(f"read_{function}"):
        return own(text, options)  # type: ignore[no-any-return]  # its signature is as said above
    try:
        reader = format_registry.reader(name)
    except UnknownError:
        pytest.fail(MISSING.format(name=name, function=function), pytrace=False)
    report = Report()
    source = open_source(io.StringIO(text), report)
    records = list(reader.read(source, report))
    assert not [told for told in report.diagnostics if told.level == Level.ERROR]
    return [json.dumps(record.to_dict(), ensure_ascii=False) for record in records]


def as_text(writer: Writer, pieces: Iterable[str] | Iterable[bytes]) -> str:
    """Return what a writer has written: of a binary file the text that ``text_of_<format>`` reads.

    Both are the same whenever the records are, which is tested of the bytes, too.
    """
    if not writer.FORMAT.binary:
        return "".join(pieces)  # type: ignore[arg-type]  # not binary
    text_of = globals()[f"text_of_{writer.FORMAT.name.replace('-', '_')}"]
    return str(text_of(b"".join(pieces)))  # type: ignore[arg-type]  # binary


def text_of_xlsx(content: bytes) -> str:
    """Return a workbook's rows as lines with tabs; see that no cell is a formula."""
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content))
    buffer = io.StringIO(newline="")
    rows = csv.writer(buffer, delimiter="\t", lineterminator="\n")
    last_row = int(sheet.auto_filter.ref.rpartition(":")[2].lstrip(ascii_uppercase))
    for row in sheet.iter_rows(max_row=last_row):  # empty ones, too
        assert not [cell for cell in row if cell.data_type not in ("s", "inlineStr", "n")]
        rows.writerow(["" if cell.value is None else str(cell.value) for cell in row])
    return buffer.getvalue()


def read_bibtex(text: str, _: Options) -> list[str]:
    entries = bib.parsed(text).entries
    return [" ".join(str(field.value) for field in entry.fields) for entry in entries]


read_biblatex = read_bibtex


def read_csl_json(text: str, _: Options) -> list[str]:
    items = json.loads(text)
    VALIDATOR.validate(items)
    return [json.dumps(item, ensure_ascii=False) for item in items]


def read_csl_yaml(text: str, _: Options) -> list[str]:
    items = yaml.safe_load(text)["references"]
    VALIDATOR.validate(items)
    return [json.dumps(item, ensure_ascii=False) for item in items]


VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


class _Tags(rispy.RisParser):  # type: ignore[misc]  # rispy has no type information
    """Reads every tag by its own name, as often as it stands."""

    DEFAULT_MAPPING: ClassVar = {
        f"{first}{second}": f"{first}{second}"
        for first in ascii_uppercase
        for second in ascii_uppercase + digits
    }
    DEFAULT_LIST_TAGS: ClassVar = [tag for tag in DEFAULT_MAPPING if tag != "TY"]
    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}


def read_ris(text: str, _: Options) -> list[str]:
    references = rispy.loads(text, implementation=_Tags, skip_unknown_tags=False)
    return [json.dumps(reference, ensure_ascii=False) for reference in references]


def read_endnote_xml(text: str, _: Options) -> list[str]:
    records = ElementTree.fromstring(text).findall("records/record")
    return [" ".join(record.itertext()) for record in records]


def read_word_sources(text: str, _: Options) -> list[str]:
    return [" ".join(source.itertext()) for source in word_sources.sources(text)]


def read_enw(text: str, _: Options) -> list[str]:
    lines = text.splitlines()
    assert all(re.match("%[!-~] ", line) for line in lines if line), text
    return text.split("\r\n\r\n")[:-1]


def read_csv(text: str, _: Options) -> list[str]:
    return _rows(text, ",")


def read_tsv(text: str, _: Options) -> list[str]:
    return _rows(text, "\t")


def read_xlsx(text: str, _: Options) -> list[str]:
    _, *rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)
    return [" ".join(row) for row in rows]


def _rows(text: str, delimiter: str) -> list[str]:
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    assert all(len(row) == len(header) for row in rows)
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    return [" ".join(row) for row in rows]


def read_hayagriva(text: str, _: Options) -> list[str]:
    entries = yaml.safe_load(text)
    assert all(isinstance(key, str) for key in entries)
    return [json.dumps(entry, ensure_ascii=False) for entry in entries.values()]


def read_jsonl(text: str, _: Options) -> list[str]:
    lines = text.removesuffix("\n").split("\n") if text else []
    return [json.dumps(json.loads(line), ensure_ascii=False) for line in lines]


def read_medline(text: str, _: Options) -> list[str]:
    return [json.dumps(record, ensure_ascii=False) for record in Medline.parse(io.StringIO(text))]


def read_bibliography(text: str, options: Options) -> str:
    return test_markups.read(registry.find(options.markup), text)
