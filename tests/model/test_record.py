"""What a record is to a person: described, short to look at, dates and pages as they are read."""

from __future__ import annotations

import json
import pydoc
import re

import medcite
import pytest
from medcite.base.attribute_docs import attribute_docs
from medcite.codecs import dates, pages
from medcite.model.record import Record
from medcite.model.values import Date, Heading, Name, PartialDate, Qualifier


def test_every_attribute_is_described_in_its_order() -> None:
    docs = attribute_docs(Record)
    assert tuple(docs) == Record.names
    for name, text in docs.items():
        assert text[0].isupper(), name
        assert text[-1] in ".]", name
        assert "``" in text, f"{name}: no example"


def test_help_shows_the_descriptions() -> None:
    text = pydoc.plain(pydoc.render_doc(medcite.Record))
    for name in Record.names:
        assert f"    {name}: " in text
    assert "The journal, or the book of a chapter" in text
    assert (medcite.Record(title="x").__doc__ or "").startswith("One citation.")


AUTHORS = (Name("Fu", "Haixia"), Name("Sun", "Jiaqi"), Name(literal="The Group"))


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (Record(), "<Record>"),
        (Record(title="A title"), "<Record 'A title'>"),
        (Record(pmid="3", author=AUTHORS[:1]), "<Record 3 Fu>"),
        (Record(doi="10.1/x", author=AUTHORS[:2]), "<Record 10.1/x Fu and Sun>"),
        (Record(key="k", author=AUTHORS[:1], et_al=True), "<Record k Fu et al.>"),
        (
            Record(
                pmid="38413930",
                author=AUTHORS,
                issued=dates.date("2024 Feb 27"),
                title="Mesenchymal stromal cells plus\nbasiliximab",
            ),
            "<Record 38413930 Fu et al. 2024 'Mesenchymal stromal cells plus...'>",
        ),
        (Record(title="x" * 60), f"<Record '{'x' * 37}...'>"),
    ],
)
def test_a_repr_is_one_line(record: Record, text: str) -> None:
    assert repr(record) == text


@pytest.mark.parametrize(
    ("issued", "available", "year"),
    [("2024 Feb 27", "20231201", 2024), ("", "20231201", 2023), ("soon", "", None), ("", "", None)],
)
def test_the_year_is_that_of_the_issue(issued: str, available: str, year: int | None) -> None:
    record = Record(
        issued=dates.date(issued) if issued else None,
        available_date=dates.date(available) if available else None,
    )
    assert record.year == year


def test_a_dict_has_every_attribute_as_plain_json() -> None:
    record = Record(
        title="T",
        issued=Date(PartialDate(2024, 2)),
        mesh=(Heading("Mice", True, (Qualifier("blood"),)),),
    )
    values = record.to_dict()
    assert tuple(values) == Record.names
    assert values["issued"]["start"] == {"year": 2024, "month": 2, "day": 0, "season": 0}
    assert values["mesh"][0]["qualifiers"] == [{"name": "blood", "major": False}]
    assert (values["volume"], values["page"], values["author"]) == ("", None, [])
    assert json.loads(json.dumps(values)) == values


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024 Feb 27", "2024 Feb 27"),
        ("20240227", "2024 Feb 27"),
        ("2024/02/27 06:00", "2024 Feb 27"),
        ("Summer 1999", "1999 Summer"),
        ("1998 Dec-1999 Jan", "1998 Dec-1999 Jan"),
        ("2022 Jul-Aug 01", "2022 Jul-Aug 1"),
        ("2020 Apr 10-17", "2020 Apr 10-17"),
        ("2020 Spring-Summer", "2020 Spring-Summer"),
        ("1998-1999", "1998-1999"),
        ("2001 2nd Quarter", "2001 2nd Quarter"),
        ("no date", "no date"),
    ],
)
def test_a_date_is_shown_as_nlm_writes_it(text: str, shown: str) -> None:
    assert str(dates.date(text)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (PartialDate(2024, 13, 1), "2024 1"),
        (PartialDate(2024, -1), "2024"),
        (PartialDate(2024, season=9), "2024"),
        (PartialDate(2024, 0, 5), "2024 5"),
    ],
)
def test_what_no_calendar_has_is_shown_all_the_same(value: PartialDate, shown: str) -> None:
    assert str(value) == shown
    assert str(Date(value, PartialDate(2024, 0, 0))).startswith("2024")


@pytest.mark.parametrize(
    ("text", "shown"), [("737-8", "737-738"), ("e12", "e12"), ("iii-vi", "iii-vi")]
)
def test_pages_are_shown_in_full(text: str, shown: str) -> None:
    assert str(pages.pages(text)) == shown


def test_completion_shows_the_attributes_and_what_users_call() -> None:
    lazy = next(medcite.read(text="PMID- 1\nTI  - A title.\nFAU - Fu, Haixia\n"))
    shown = {name for name in dir(lazy) if not name.startswith("_")}
    assert shown == {*Record.names, "relation", "replace", "retracted", "to_dict", "year"}
    assert dir(lazy) == dir(Record())


def test_a_notebook_shows_the_reference() -> None:
    record = medcite.Record(
        pmid="3", author=AUTHORS[:1], title="Of <i>E. coli</i> & others", container_title_short="J"
    )
    html = record._repr_html_()
    assert html is not None
    assert "Fu H. Of <i>E. coli</i> &#38; others." in html
    assert 'class="csl-entry"' in html
    assert medcite.Record()._repr_html_() is not None


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("title", 3, "a text"),
        ("title", None, "a text"),
        ("author", "Doe, J", "a tuple of Name"),
        ("author", [Name("Doe")], "a tuple of Name"),
        ("author", ("Doe",), "a tuple of Name"),
        ("isbn", (3,), "a tuple of str"),
        ("issued", "2014", "a Date or None"),
        ("page", "3-4", "a Pages or None"),
        ("et_al", 1, "True or False"),
    ],
)
def test_a_value_of_a_wrong_type_is_refused(name: str, value: object, expected: str) -> None:
    message = re.escape(f"{name}: expected {expected}, not {value!r:.60}")
    with pytest.raises(TypeError, match=message):
        Record(**{name: value})  # type: ignore[arg-type]  # what is tested
    with pytest.raises(TypeError, match=message):
        Record().replace(**{name: value})
