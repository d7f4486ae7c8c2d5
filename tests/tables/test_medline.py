from __future__ import annotations

import re

import pytest
from medcite.medline.codec import CODECS
from medcite.model.record import Record
from medcite.tables.kinds import KINDS
from medcite.tables.medline import ROWS
from medcite.tables.row import Row

from tests.conftest import ROOT

EVERY_TAG = (ROOT / "tests" / "golden" / "every-tag.nbib").read_text("utf-8")
CSL_TYPES = {
    "article", "article-journal", "article-newspaper", "book", "chapter", "dataset", "legal_case",
    "legislation", "motion_picture", "paper-conference", "report", "thesis",
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.tag)
def test_row(row: Row) -> None:
    assert row.how in CODECS
    assert row.to in Record.names
    assert row.doc.endswith((".", "?"))
    assert row.place
    re.compile(row.shape)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.tag)
def test_a_golden_record_has_the_tag_in_its_form(row: Row) -> None:
    found = re.findall(rf"^{row.tag:4}- ?(.*(?:\n      .*)*)", EVERY_TAG, re.MULTILINE)
    assert found
    if row.shape:
        text = " ".join(line.strip() for line in found[0].split("\n"))
        assert re.fullmatch(row.shape, text)


def test_every_codec_has_a_row() -> None:
    assert {row.how for row in ROWS} == set(CODECS)


def test_no_tag_stands_twice() -> None:
    tags = [row.tag for row in ROWS]
    assert len(tags) == len(set(tags))


@pytest.mark.parametrize("row", [row for row in ROWS if row.how == "relation"], ids=lambda r: r.tag)
def test_a_relation_has_a_kind_of_its_own(row: Row) -> None:
    assert [each.arg for each in ROWS].count(row.arg) == 1


def test_kinds_are_of_csl_and_stand_once() -> None:
    assert {kind.type for kind in KINDS} <= CSL_TYPES
    names = [kind.name for kind in KINDS]
    assert len(names) == len(set(names))
    assert all(name == name.lower() for name in names)
