"""A field that is written is read by the same row, unless it is read as something else."""

from __future__ import annotations

from medcite.bibtex.read.decode import DECODERS
from medcite.tables import biblatex, bibtex, bibtex_reads
from medcite.tables.row import Row


def test_no_row_repeats_one_by_which_the_field_is_written() -> None:
    written: dict[str, list[Row]] = {}
    for row in (*bibtex.ROWS, *biblatex.ROWS):
        written.setdefault(row.tag, []).append(row)
    for row in bibtex_reads.ROWS:
        same_tag = written.get(row.tag, [])
        assert row in same_tag or row.to not in {other.to for other in same_tag}, row.tag


def test_every_row_has_a_decoder() -> None:
    assert {row.how for row in bibtex_reads.ROWS} <= DECODERS.keys()
    assert not bibtex_reads.WITHOUT_PLACE & {row.tag for row in bibtex_reads.ROWS}
