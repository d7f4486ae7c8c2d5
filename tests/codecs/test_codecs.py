from __future__ import annotations

from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.codecs import dates, identifiers, names, orcid, pages, subjects, titles
from medcite.model.values import Date, PartialDate
from medcite.tables.calendar import MONTHS

from tests.fixtures import Case, cases


def moment(value: PartialDate | None) -> str:
    if value is None:
        return "-"
    parts = [f"{value.year}", *(f"{part:02}" for part in value[1:3] if part)]
    return "-".join(parts) + (f" season {value.season}" if value.season else "")


def shown_date(text: str) -> str:
    value = dates.date(text)
    shown = moment(value.start) + (f" to {moment(value.end)}" if value.end else "")
    return shown + (f" | {value.rest}" if value.rest else "")


def shown_pages(text: str) -> str:
    value = pages.pages(text)
    return f"{value.full} | {value.first} | {value.last}".rstrip()


def shown_name(text: str) -> str:
    full, _, short = text.partition("|")
    name = names.person(full.strip(), short.strip())
    return f"{name.family} | {name.given} | {name.suffix}".rstrip()


def shown_title(text: str) -> str:
    title, translated = titles.title(text)
    return f"{title} | {'translated' if translated else 'as it is'}"


def shown_identifier(text: str) -> str:
    value = identifiers.identifier(text, "AID")
    return f"{value.scheme or '-'} | {value.value} | {identifiers.doi(value.value) or '-'}"


def shown_orcid(text: str) -> str:
    value = orcid.author_id(text)
    return f"{value.scheme} | {value.value} | {orcid.orcid_problem(value) or 'sound'}"


def shown_relation(text: str) -> str:
    value = subjects.relation(text, "comment-in")
    return f"{value.pmid or '-'} | {value.doi or '-'}"


def shown_grant(text: str) -> str:
    value = subjects.grant(text)
    return f"{value.number} | {value.acronym} | {value.agency} | {value.country}".rstrip()


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: case.title)
def test_dates(case: Case) -> None:
    assert shown_date(case.input) == case.expected


@pytest.mark.parametrize("case", cases("pages"), ids=lambda case: case.title)
def test_pages(case: Case) -> None:
    assert shown_pages(case.input) == case.expected


@pytest.mark.parametrize("case", cases("names"), ids=lambda case: case.title)
def test_names(case: Case) -> None:
    assert shown_name(case.input) == case.expected


@pytest.mark.parametrize("case", cases("titles"), ids=lambda case: case.title)
def test_titles(case: Case) -> None:
    assert shown_title(case.input) == case.expected


@pytest.mark.parametrize("case", cases("identifiers"), ids=lambda case: case.title)
def test_identifiers(case: Case) -> None:
    assert shown_identifier(case.input) == case.expected


@pytest.mark.parametrize("case", cases("orcids"), ids=lambda case: case.title)
def test_orcids(case: Case) -> None:
    assert shown_orcid(case.input) == case.expected


@pytest.mark.parametrize("case", cases("relations"), ids=lambda case: case.title)
def test_relations(case: Case) -> None:
    assert shown_relation(case.input) == case.expected


@pytest.mark.parametrize("case", cases("grants"), ids=lambda case: case.title)
def test_grants(case: Case) -> None:
    assert shown_grant(case.input) == case.expected


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: case.title)
def test_a_date_written_from_its_parts_reads_the_same(case: Case) -> None:
    value = dates.date(case.input)
    if value.start and not value.rest:
        again = dates.date(dates.encode(Date(value.start, value.end)))
        assert (again.start, again.end) == (value.start, value.end)


@given(st.text(max_size=40))
def test_no_text_stops_a_codec_and_none_is_lost(text: str) -> None:
    assert dates.date(text).raw == text
    assert pages.pages(text).raw == text
    assert names.person(text, "").family or not text.partition(",")[0].strip()
    assert subjects.grant(text).raw == text
    titles.title(text)
    orcid.author_id(text)
    identifiers.issn(text)
    names.split_short(text)


@given(st.text(alphabet="0123456789eS-., ;–", max_size=14))
def test_writing_pages_out_is_done_once(text: str) -> None:
    full = pages.pages(text).full
    assert pages.pages(full).full == full


@given(st.text(alphabet="ab*/, ", min_size=1, max_size=12))
def test_headings_keywords_and_substances_go_there_and_back(text: str) -> None:
    assert subjects.encode_heading(subjects.heading(text)) == text
    assert subjects.encode_keyword(subjects.keyword(text)) == text
    assert subjects.encode_substance(subjects.substance(f"0 ({text})")) == f"0 ({text})"


@pytest.mark.parametrize("year", [1600, 1900, 1999, 2000, 2023, 2024])
@pytest.mark.parametrize("month", range(1, 13))
def test_months_have_their_days(year: int, month: int) -> None:
    last = monthrange(year, month)[1]
    name = MONTHS[month - 1]
    assert dates.date(f"{year} {name} {last}").start == PartialDate(year, month, last)
    assert dates.problem(dates.date(f"{year} {name} {last + 1}"))


@pytest.mark.parametrize(
    ("number", "name"),
    [("1", "Jan"), ("02", "Feb"), ("12", "Dec"), ("0", ""), ("00", ""), ("13", ""), ("", ""),
     ("9" * 5000, ""), ("May", ""), ("²", ""), ("-1", "")],
)  # fmt: skip
def test_months_by_number(number: str, name: str) -> None:
    assert dates.month_name(number) == name


@pytest.mark.parametrize("text", ["1980s", "[1980s]", "the 1980s"])
def test_a_decade_is_ten_years(text: str) -> None:
    assert dates.date(text) == Date(PartialDate(1980), PartialDate(1989), text)


@pytest.mark.parametrize("text", ["[2014]", "(2014)", "c2014", "©2014", "c 2014.", "2014a"])
def test_what_stands_around_a_year_is_no_part_of_the_date(text: str) -> None:
    """A .bib had ``month = {[]}`` of it."""
    date = dates.date(text)
    assert (date.start, date.rest, date.raw) == (PartialDate(2014), "", text)
