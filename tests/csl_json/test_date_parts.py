"""Dates in CSL-JSON: what date-parts can say, and what they leave out."""

from __future__ import annotations

import pytest
from medcite.codecs import dates
from medcite.csl_json.date_parts import decode_date, encode_date, says_more, unread_parts
from medcite.model.serialize import ShapeError
from medcite.model.values import Date


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


@pytest.mark.parametrize(
    "value", [True, {"date-parts": "soon"}, {"date-parts": [[2020, 17]]}, {"timestamp": 7}]
)
def test_what_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(ShapeError, match=r"expected|no date"):
        decode_date(value)


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ({"year": 2014}, "2014"),
        ({"year": "2014", "month": "5", "day": 3}, "2014 May 3"),
        ({"year": 2014, "month": "May"}, "2014 May"),
        ({"year": 2014, "season": "autumn"}, "2014 Autumn"),
        ({"year": 2014, "season": 2}, "2014 Summer"),
        ({"date-parts": [2014, 5]}, "2014 May"),
        ({"date-parts": [[None]], "literal": "2014 May"}, "2014 May"),
        ({"date-parts": [[None]], "date-time": "2014-05-03T10:00:00Z"}, "2014 May 3"),
        ({"date-parts": [[1850]], "circa": True}, "ca. 1850"),
        ({"date-parts": [[1850], [1860]], "circa": 1}, "ca. 1850-1860"),
        ({"date-parts": [[1850, 3]], "circa": "true"}, "ca. 1850 Mar"),
        ({"date-parts": [[1850]], "circa": "false"}, "1850"),
        ({"year": 1850, "circa": "1"}, "ca. 1850"),
        ({"literal": "ca. 1850"}, "ca. 1850"),
        ({"literal": "[circa 1850]"}, "ca. 1850"),
        ({"raw": "c. 1850"}, "ca. 1850"),
        ({"raw": "1850?"}, "ca. 1850"),
        ("1850~", "ca. 1850"),
        ("ca 1850-1860", "ca. 1850-1860"),
    ],
)
def test_dates_of_other_dialects(item: object, shown: str) -> None:
    date = decode_date(item)
    assert str(date) == shown
    back = encode_date(date)
    assert back
    assert back.get("circa", False) is ("ca." in shown)
    assert str(decode_date(back)) == shown


@pytest.mark.parametrize("value", [[[None]], [[None, None]], [[None], [None]], [[]], [[0]], [[""]]])
def test_parts_without_numbers_are_no_date(value: object) -> None:
    assert decode_date({"date-parts": value, "circa": False}) == Date(None)


def test_no_date_is_nothing() -> None:
    assert encode_date(None) is None
    assert not says_more(None)
    assert decode_date({"date-parts": [[None]]}).start is None


@pytest.mark.parametrize(
    ("value", "start", "circa"),
    [
        (1987.0, (1987, 0, 0, 0), False),
        ([1987, 6], (1987, 6, 0, 0), False),
        ([["1987", "06", "09"]], (1987, 6, 9, 0), False),
        (["1987-06"], (1987, 6, 0, 0), False),
        ({"date-parts": [["1987-06-09"]]}, (1987, 6, 9, 0), False),
        ({"date-parts": "1987"}, (1987, 0, 0, 0), False),
        ({"date-parts": 1987}, (1987, 0, 0, 0), False),
        ({"date-parts": [[1987.0, 6.0]]}, (1987, 6, 0, 0), False),
        ({"date-parts": [[1987, "June"]]}, (1987, 6, 0, 0), False),
        ({"date-parts": [["ca. 1787"]]}, (1787, 0, 0, 0), True),
        ({"date-parts": [["1787?"]]}, (1787, 0, 0, 0), True),
        ({"date-parts": ["1787"], "circa": "1"}, (1787, 0, 0, 0), True),
        ("about 1787", (1787, 0, 0, 0), True),
        ("~1787", (1787, 0, 0, 0), True),
        ("1787 (ca.)", (1787, 0, 0, 0), True),
        ("(circa 1787)", (1787, 0, 0, 0), True),
        ("1787 [?]", (1787, 0, 0, 0), True),
    ],
)
def test_dates_in_other_shapes(
    value: object, start: tuple[int, int, int, int], circa: bool
) -> None:
    date = decode_date(value)
    assert (date.start, date.circa) == (start, circa)
    assert not date.rest
    assert not list(unread_parts(value))


@pytest.mark.parametrize("parts", [[["0"]], [["0000"]], [[" "]], [["", ""]], [[None, 5]]])
def test_date_parts_without_a_year_are_no_date(parts: object) -> None:
    assert decode_date({"date-parts": parts}).start is None
