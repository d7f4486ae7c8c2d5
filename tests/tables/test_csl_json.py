"""CSL-JSON's table: every row can be read and written."""

from __future__ import annotations

import pytest
from medcite.csl_json import decode, variables
from medcite.csl_json.encode import ENCODERS
from medcite.model.record import Record
from medcite.tables.csl_json import ALIASES, CUSTOM, KNOWN_TYPES, OTHERS, ROWS, TYPES
from medcite.tables.row import Row


def name(row: Row) -> str:
    return row.tag


@pytest.mark.parametrize("row", [*ROWS, *CUSTOM], ids=name)
def test_a_row_has_an_encoder_and_says_what_it_holds(row: Row) -> None:
    assert row.how in ENCODERS
    assert row.doc
    assert hasattr(Record(), row.to)


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_variable_has_a_decoder(row: Row) -> None:
    assert row.tag in variables.DECODERS or row.how in decode.DECODERS


def test_no_codec_is_left_over() -> None:
    assert ENCODERS.keys() == {row.how for row in (*ROWS, *CUSTOM)}
    assert decode.DECODERS.keys() <= {row.how for row in ROWS}
    assert variables.DECODERS.keys() <= {row.tag for row in ROWS} | OTHERS | {"subtitle"}


def test_other_names_stand_for_variables_and_types_that_there_are() -> None:
    assert set(ALIASES.values()) <= {row.tag for row in ROWS}
    assert set(TYPES.values()) <= KNOWN_TYPES
