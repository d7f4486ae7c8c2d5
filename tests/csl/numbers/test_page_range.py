"""Page ranges in the forms of page-range-format (the examples are those of CSL 1.0.2)."""

from __future__ import annotations

import pytest
from medcite.csl.locale import load_locale
from medcite.csl.numbers.page_range import page_writer

LOCALE = load_locale("en-US")


@pytest.mark.parametrize(
    ("form", "pages", "expected"),
    [
        ("chicago", "3-10", "3–10"),
        ("chicago", "71-72", "71–72"),
        ("chicago", "100-104", "100–104"),
        ("chicago", "600-613", "600–613"),
        ("chicago", "1100-1123", "1100–1123"),
        ("chicago", "107-108", "107–8"),
        ("chicago", "505-517", "505–17"),
        ("chicago", "1002-1006", "1002–6"),
        ("chicago", "321-325", "321–25"),
        ("chicago", "415-532", "415–532"),
        ("chicago", "11564-11568", "11564–68"),
        ("chicago", "13792-13803", "13792–803"),
        ("chicago", "1496-1504", "1496–1504"),
        ("chicago", "2787-2816", "2787–2816"),
        ("chicago-16", "1496-1504", "1496–504"),
        ("expanded", "42-45", "42–45"),
        ("expanded", "321-28", "321–328"),
        ("expanded", "2787-816", "2787–2816"),
        ("minimal", "42-45", "42–5"),
        ("minimal", "321-328", "321–8"),
        ("minimal", "2787-2816", "2787–816"),
        ("minimal-two", "42-45", "42–45"),
        ("minimal-two", "321-328", "321–28"),
        ("minimal-two", "2787-2816", "2787–816"),
        ("", "321-28", "321–28"),
    ],
)
def test_forms(form: str, pages: str, expected: str) -> None:
    assert page_writer(form, LOCALE)(pages) == expected


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("12", "12"),
        ("12-15, 17-18", "12–5, 17–8"),
        ("S12-S15", "S12–5"),
        ("12a-15a", "12a–5a"),
        ("114S-121S", "114S-121S"),
        ("i-iv", "i–iv"),
        ("D-3", "D-3"),
        (r"2\-4", "2-4"),
        ("15-12", "15–12"),
    ],
)
def test_other_pages(pages: str, expected: str) -> None:
    assert page_writer("minimal", LOCALE)(pages) == expected
