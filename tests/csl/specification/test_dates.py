"""CSL 1.0.2, "Localized Date Formats", "Date" to "Approximate Dates"."""

from __future__ import annotations

from typing import Any

import pytest

from .samples import citation, date, item, style, text

TEXT_FORM = (
    '<locale><date form="text" delimiter="-" font-style="italic"><date-part name="year"/>'
    '<date-part name="day" prefix="&lt;" suffix="&gt;"/><date-part name="month" form="short"/>'
    "</date></locale>"
)


def cite(body: str, issued: str | dict[str, Any], options: str = "", before: str = "") -> str:
    return citation(style(body, options=options, before=before), item(issued=issued))


def local(attributes: str, issued: str, *, parts: str = "", lang: str = "en-US") -> str:
    """Return a date in a form of the locale."""
    body = f'<date variable="issued" {attributes}>{parts}</date>'
    return cite(body, issued, f'default-locale="{lang}"')


def own(parts: str, issued: str | dict[str, Any], attributes: str = "", before: str = "") -> str:
    """Return a date in a form of the style."""
    return cite(f'<date variable="issued" {attributes}>{parts}</date>', issued, before=before)


def part(name: str, attributes: str = "") -> str:
    return f'<date-part name="{name}" {attributes}/>'


@pytest.mark.parametrize(
    ("lang", "form", "printed"),
    [
        ("en-US", "text", "December 15, 2005"),
        ("en-US", "numeric", "12/15/2005"),
        ("en-GB", "text", "15 December 2005"),
        ("en-GB", "numeric", "15/12/2005"),
        ("de-DE", "text", "15. Dezember 2005"),
        ("de-DE", "numeric", "15.12.2005"),
        ("fr-FR", "text", "15 décembre 2005"),
        ("es-ES", "text", "15 de diciembre de 2005"),
        ("hu-HU", "text", "2005. december 15."),
        ("ja-JP", "text", "2005年12月15日"),
        ("zh-CN", "text", "2005年12月15日"),
    ],
)
def test_localized_date_formats(lang: str, form: str, printed: str) -> None:
    """``form`` selects the locale's date in numbers or with the month in words."""
    assert local(f'form="{form}"', "2005-12-15", lang=lang) == printed


def test_localized_date_formats_have_order_delimiter_affixes_and_formatting() -> None:
    """A locale's date has its order of parts, a delimiter, formatting, and affixes of parts."""
    body = '<date variable="issued" form="text" prefix="(" suffix=")"/>'
    assert cite(body, "2005-12-15", before=TEXT_FORM) == "(<i>2005-<15>-Dec.</i>)"


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        ("year-month-day", "December 15, 2005"),
        ("year-month", "December 2005"),
        ("year", "2005"),
    ],
)
def test_date_parts_of_a_localized_date(parts: str, printed: str) -> None:
    """``date-parts`` leaves out the day, or day and month."""
    assert local(f'form="text" date-parts="{parts}"', "2005-12-15") == printed


@pytest.mark.parametrize(("issued", "printed"), [("2005-12", "December 2005"), ("2005", "2005")])
def test_localized_date_of_what_there_is(issued: str, printed: str) -> None:
    """Parts that an item's date lacks are left out with their affixes."""
    assert local('form="text"', issued) == printed


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        (part("month", 'form="short"'), "Dec. 15, 2005"),
        (part("month", 'form="short" strip-periods="true"'), "Dec 15, 2005"),
        (part("year", 'form="short"'), "December 15, 05"),
        (part("day", 'form="ordinal"'), "December 15th, 2005"),
        (part("month", 'text-case="uppercase"'), "DECEMBER 15, 2005"),
        (part("year", 'font-weight="bold"'), "December 15, <b>2005</b>"),
        (part("year") + part("day") + part("month"), "December 15, 2005"),
    ],
    ids=["month", "periods", "year", "day", "case", "weight", "order"],
)
def test_date_part_changes_attributes_of_a_localized_date(parts: str, printed: str) -> None:
    """cs:date-part overrides the locale's attributes, but neither order nor choice of parts."""
    assert local('form="text"', "2005-12-15", parts=parts) == printed


@pytest.mark.parametrize(
    ("parts", "attributes", "printed"),
    [
        (part("year"), "", "2005"),
        (part("day") + part("month") + part("year"), 'delimiter="."', "3.May.2005"),
        (part("year", 'suffix=":"') + part("month", 'prefix="["  suffix="]"'), "", "2005:[May]"),
        (part("year", 'font-style="italic"'), "", "<i>2005</i>"),
        (part("year"), 'prefix="(" suffix=")"', "(2005)"),
        (part("month"), 'text-case="uppercase"', "MAY"),
        (part("year"), 'font-weight="bold" prefix="("', "(<b>2005</b>"),
        (part("month") + part("year", 'prefix=" "'), 'font-style="italic"', "<i>May 2005</i>"),
    ],
    ids=["one", "delimiter", "affixes", "style of a part", "affixes of all", "case",
         "affixes outside formatting", "style of all"],
)  # fmt: skip
def test_date_without_form_is_the_style_s_own(parts: str, attributes: str, printed: str) -> None:
    """Without ``form``, the date parts of the style say what is printed, and in which order."""
    assert own(parts, "2005-5-3", attributes) == printed


@pytest.mark.parametrize(
    ("form", "printed"),
    [("", "3"), ("numeric", "3"), ("numeric-leading-zeros", "03"), ("ordinal", "3rd")],
)
def test_day_forms(form: str, printed: str) -> None:
    """A day is a number, one of two digits, or an ordinal."""
    assert own(part("day", f'form="{form}"' if form else ""), "2005-5-3") == printed


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("", "September"),
        ("long", "September"),
        ("short", "Sept."),
        ("numeric", "9"),
        ("numeric-leading-zeros", "09"),
    ],
)
def test_month_forms(form: str, printed: str) -> None:
    """A month is a word, a short word, a number, or one of two digits."""
    assert own(part("month", f'form="{form}"' if form else ""), "2005-9-3") == printed


@pytest.mark.parametrize(("form", "printed"), [("", "2005"), ("long", "2005"), ("short", "05")])
def test_year_forms(form: str, printed: str) -> None:
    """A year has all its digits or the last two."""
    assert own(part("year", f'form="{form}"' if form else ""), "2005-9-3") == printed


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [
        ('form="short" strip-periods="true"', "Jan"),
        ('form="short" strip-periods="false"', "Jan."),
        ('form="short"', "Jan."),
        ('form="long" strip-periods="true"', "January"),
    ],
)
def test_strip_periods_of_a_month(attributes: str, printed: str) -> None:
    """``strip-periods`` takes the full stop from a month's abbreviation."""
    assert own(part("month", attributes), "2005-1-3") == printed


RANGES = (
    part("day", 'suffix=" " range-delimiter="-"')
    + part("month", 'suffix=" "')
    + part("year", 'range-delimiter="/"')
)


@pytest.mark.parametrize(
    ("issued", "printed"),
    [
        ("2008-5-1/2008-5-4", "1-4 May 2008"),
        ("2008-5/2008-7", "May–July 2008"),
        ("2008-5/2009-6", "May 2008/June 2009"),
        ("2008/2009", "2008/2009"),
        ("2008-5-1/2008-6-2", "1 May–2 June 2008"),
        ("2008-5-1/2009-6-2", "1 May 2008/2 June 2009"),
        ("2008-5-1/2009-5-1", "1 May 2008/1 May 2009"),
        ("2008-5-1/2008-5-1", "1 May 2008"),
    ],
)
def test_date_ranges_have_the_delimiter_of_the_largest_part_that_differs(
    issued: str, printed: str
) -> None:
    """An en dash by default; what both ends share is printed once."""
    assert own(RANGES, issued) == printed


@pytest.mark.parametrize(
    ("form", "issued", "lang", "printed"),
    [
        ("text", "2008-5-1/2008-5-4", "en-US", "May 1–4, 2008"),
        ("text", "2008-5/2008-7", "en-US", "May–July 2008"),
        ("text", "2008-5-30/2008-6-2", "en-US", "May 30–June 2, 2008"),
        ("text", "2008-12-30/2009-1-2", "en-US", "December 30, 2008–January 2, 2009"),
        ("text", "2008-5-1/2008-5-4", "de-DE", "1.–4. Mai 2008"),
        ("text", "2008/2010", "fr-FR", "2008–2010"),
    ],
)
def test_date_ranges_of_localized_dates(form: str, issued: str, lang: str, printed: str) -> None:
    """A range in the locale's form repeats only what differs."""
    assert local(f'form="{form}"', issued, lang=lang) == printed


def test_date_ranges_are_single_dates_where_their_ends_look_alike() -> None:
    """A range whose printed parts do not differ is printed as one date."""
    assert own(part("year"), "2008-5/2008-7") == "2008"


@pytest.mark.parametrize(
    ("year", "printed"),
    [
        ("79", "79 AD"), ("999", "999 AD"), ("1000", "1000"), ("-2500", "2500 BC"),
    ],
)  # fmt: skip
def test_ad_and_bc(year: str, printed: str) -> None:
    """Years of fewer than four digits have the term for our era, negative ones the other."""
    before = "<locale><terms><term name='ad'> AD</term><term name='bc'> BC</term></terms></locale>"
    assert own(part("year"), year, before=before) == printed


@pytest.mark.parametrize(
    ("season", "printed"), [(1, "Spring"), (2, "Summer"), (3, "Autumn"), (4, "Winter")]
)
def test_seasons_stand_for_the_month(season: int | str, printed: str) -> None:
    """A season's term takes the month's place."""
    parts = part("month", 'suffix=" "') + part("year")
    assert own(parts, date("2009", season=season)) == f"{printed} 2009"
    assert own(parts, date("2009", season=str(season))) == f"{printed} 2009"
    assert own(parts, "2009-5") == "May 2009"


def test_seasons_in_a_localized_date() -> None:
    """A season stands in the month's place of a locale's date, too."""
    body = '<date variable="issued" form="text"/>'
    assert cite(body, date("2009", season=4)) == "Winter 2009"


@pytest.mark.parametrize("circa", [True, 1, "1", "true"])
def test_approximate_dates_are_uncertain(circa: object) -> None:
    """A date with ``circa`` meets is-uncertain-date, another does not."""
    layout = (
        '<choose><if is-uncertain-date="issued"><text term="circa" form="short" suffix=" "/></if>'
        '</choose><date variable="issued"><date-part name="year"/></date>'
    )
    assert text(layout, issued=date("2003", circa=circa)) == "c. 2003"
    assert text(layout, issued="2005") == "2005"


def test_date_of_an_empty_variable_prints_no_affixes() -> None:
    """A date that the item lacks prints nothing, and no affixes either."""
    layout = '<text value="x"/><date variable="accessed" prefix="(" form="text"/>'
    assert text(layout, issued="2005") == "x"


@pytest.mark.parametrize("variable", ["accessed", "available-date", "event-date", "issued",
                                      "original-date", "submitted"])  # fmt: skip
def test_date_variables(variable: str) -> None:
    """Each date variable can be printed."""
    layout = f'<date variable="{variable}" form="numeric"/>'
    assert text(layout, **{variable: "2005-12-15"}) == "12/15/2005"


def test_date_in_words_stands_for_the_year() -> None:
    """A date that is not of numbers is printed as it is."""
    assert (
        text('<date variable="issued" form="text"/>', issued={"literal": "Year Two"}) == "Year Two"
    )


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("2005-12-15", "December 15, 2005"),
        ("15 Dec 2005", "December 15, 2005"),
        ("2005-12-15/2005-12-17", "December 15–17, 2005"),
        ("Winter 2005", "Winter 2005"),
    ],
)
def test_raw_dates_are_read(raw: str, printed: str) -> None:
    """A date in one text is taken apart."""
    assert text('<date variable="issued" form="text"/>', issued={"raw": raw}) == printed
