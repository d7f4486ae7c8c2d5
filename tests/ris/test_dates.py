"""Dates in RIS: ``YYYY/MM/DD/other`` in both directions, and which of several dates counts."""

from __future__ import annotations

import pytest
from medcite.codecs import dates
from medcite.model.values import Date, Event, PartialDate
from medcite.ris.dates import format_date, parse_dates, parse_event


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024 Feb", "2024/02//"),
        ("2024 Feb 27", "2024/02/27/"),
        ("2023 Nov-Dec", "2023/11//Nov-Dec"),
        ("1998 Oct 15-21", "1998/10/15/15-21"),
        ("1998 Dec-1999 Jan", "1998/12//Dec-1999 Jan"),
        ("2004-2005", "2004///2004-2005"),
        ("1999 Summer", "1999///Summer"),
        ("2012 2nd Quarter", "2012///2nd Quarter"),
    ],
)
def test_a_date_is_written_and_read_back(text: str, expected: str) -> None:
    date = dates.date(text)
    assert format_date(date) == expected
    back = parse_dates(expected)
    assert back
    assert (back.start, back.end, back.rest) == (date.start, date.end, date.rest)


def test_no_date_is_written_as_nothing_and_words_behind_three_slashes() -> None:
    assert format_date(None) == ""
    assert format_date(dates.date("in press/2")) == "///in press-2"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], None),
        (["2024", "2024/02/27"], Date(PartialDate(2024, 2, 27))),
        (["2020", "MAR-APR"], Date(PartialDate(2020, 3), PartialDate(2020, 4))),
        (["2020/11//Nov/Dec2020"], Date(PartialDate(2020, 11), PartialDate(2020, 12))),
        (["1998/07/15/Summer"], Date(PartialDate(1998, 7, 15), None, "", "Summer")),
        (["1998/13/15"], Date(PartialDate(1998), None, "", "13-15")),
    ],
)
def test_the_fullest_date_counts(texts: list[str], expected: Date | None) -> None:
    date = parse_dates(*texts)
    assert (date and date._replace(raw="")) == expected


def test_an_event_has_its_kind() -> None:
    assert parse_event("2013/02/15/Received") == Event("received", dates.date("2013 Feb 15"))
    assert parse_event("2013/02/15/") is None
