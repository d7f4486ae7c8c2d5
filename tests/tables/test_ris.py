"""RIS's table: one row serves reading and writing, and every row can be used."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.ris.read.decode import DECODERS
from medcite.ris.write.encode import ENCODERS
from medcite.tables.ris import PROFILES, ROWS, WRITTEN, row_to_read, types_of
from medcite.tables.ris_codes import CODE_ROWS
from medcite.tables.ris_types import CSL_TYPES, RIS_TYPES
from medcite.tables.row import Row

WORDS = {*RIS_TYPES, *PROFILES, "read", "write", "from-ris"}


def name(row: Row) -> str:
    return f"{row.tag}-{row.to}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_row_says_what_it_holds_for_types_and_profiles_that_there_are(row: Row) -> None:
    assert row.doc
    assert row.to == "kept" or hasattr(Record(), row.to)
    assert set(f"{row.when} {row.unless}".split()) <= WORDS
    assert not {"read", "write"} <= set(row.when.split())


@pytest.mark.parametrize("row", WRITTEN, ids=name)
def test_a_row_that_is_written_has_an_encoder_and_its_tag_is_read(row: Row) -> None:
    assert row.how in ENCODERS
    assert row_to_read(row.tag, "article-journal")


@pytest.mark.parametrize("row", [row for row in ROWS if "write" not in row.when.split()], ids=name)
def test_a_row_that_is_read_has_a_decoder_and_a_type_that_reads_it(row: Row) -> None:
    assert row.how in DECODERS
    types = types_of(row) or RIS_TYPES.keys()
    others = [other for other in ROWS if other.tag == row.tag and other.how == row.how]
    assert any(row_to_read(row.tag, csl_type) in others for csl_type in types)


def test_no_codec_is_left_over() -> None:
    assert {row.how for row in WRITTEN} == ENCODERS.keys()
    read = {row.how for row in ROWS if "write" not in row.when.split()}
    assert read | {row.how for row in CODE_ROWS} == DECODERS.keys()


def test_every_type_that_is_written_is_read() -> None:
    assert set(RIS_TYPES.values()) <= CSL_TYPES.keys()


@pytest.mark.parametrize(
    ("tag", "csl_type", "attribute"),
    [
        ("A2", "chapter", "editor"),
        ("A2", "report", "collection_editor"),
        ("A2", "map", "editor"),
        ("A3", "map", "kept"),
        ("A2", "book", "collection_editor"),
        ("A2", "patent", "kept"),
        ("AU", "book", "author"),  # the row of EDBOOK is only written
        ("C1", "paper-conference", "event_place"),
        ("C1", "book", "kept"),
        ("ET", "book", "edition"),
        ("ET", "dataset", "version"),
        ("SN", "report", "number"),  # before the ISBN of books and reports
        ("SN", "article-journal", "issn"),
        ("SE", "article-journal", "page"),
        ("SE", "chapter", "chapter_number"),
    ],
)
def test_which_row_reads_a_tag(tag: str, csl_type: str, attribute: str) -> None:
    row = row_to_read(tag, csl_type)
    assert row
    assert row.to == attribute


@pytest.mark.parametrize("row", CODE_ROWS, ids=name)
def test_a_row_for_codes_says_what_it_holds_and_comes_first(row: Row) -> None:
    assert row.doc
    assert row.to == "kept" or hasattr(Record(), row.to)
    for code in row.when.split():
        assert row_to_read(row.tag, CSL_TYPES[code], code) is row


@pytest.mark.parametrize(
    ("tag", "code", "attribute"),
    [
        ("A2", "MAP", "collection_editor"),
        ("A2", "EBOOK", "editor"),
        ("A3", "BLOG", "kept"),
        ("VL", "WEB", "kept"),
        ("VL", "JOUR", "volume"),
        ("M1", "WEB", "accessed"),
        ("M1", "STAT", "number"),
    ],
)
def test_which_row_reads_a_tag_in_a_type_of_ris(tag: str, code: str, attribute: str) -> None:
    row = row_to_read(tag, CSL_TYPES[code], code)
    assert row
    assert row.to == attribute


def test_an_unknown_tag_has_no_row() -> None:
    assert row_to_read("ZZ", "book") is None
