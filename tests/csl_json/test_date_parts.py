"""Dates in CSL-JSON: what date-parts can say, and what they leave out."""

from __future__ import annotations

import pytest
from medcite.codecs import dates
from medcite.csl_json.date_parts import decode_date, encode_date, says_more
from medcite.model.serialize import ShapeError


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("2024 Feb 27", {"date-parts": [[2024, 2, 27]]}),
        ("1999 Summer", {"date-parts": [[1999]], "season": 2}),
        ("2000 Spring-Summer", {"date-parts": [[2000, 21], [2000, 22]]}),
        ("2023 Nov-Dec", {"date-parts": [[2023, 11], [2023, 12]]}),
        ("soon", {"literal": "soon"}),
    ],
)
def test_a_date_is_written_and_read_back(text: str, item: object) -> None:
    date = dates.date(text)
    assert encode_date(date) == item
    assert not says_more(date)
    back = decode_date(item)
    assert (back.start, back.end) == (date.start, date.end)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("1998 Dec-1999", {"date-parts": [[1998], [1999]]}),
        ("2012 2nd Quarter", {"date-parts": [[2012]]}),
    ],
)
def test_what_date_parts_leave_out_is_known(text: str, item: object) -> None:
    date = dates.date(text)
    assert encode_date(date) == item
    assert says_more(date)


@pytest.mark.parametrize("value", [[], {"date-parts": "2020"}, {"date-parts": [[2020, 17]]}])
def test_what_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(ShapeError, match=r"expected|no date"):
        decode_date(value)


def test_no_date_is_nothing() -> None:
    assert encode_date(None) is None
    assert not says_more(None)
    assert decode_date({"date-parts": [[None]]}).start is None
