"""CSL-JSON: valid by CSL's schema, every value where processors look for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from medcite import read
from medcite.codecs import dates, pages
from medcite.csl_json.items import item
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date as When
from medcite.model.values import (
    Grant,
    Heading,
    Identifier,
    Issn,
    Keyword,
    Name,
    PartialDate,
    Qualifier,
)
from medcite.options import Options
from medcite.tables.csl_json import RETURNED, STRUCTURED
from medcite.writers import csl_json

from tests.sampled import corpus
from tests.strategies import records
from tests.writers.schema import SCHEMA, TYPES

VALID = Draft7Validator(SCHEMA)


def written(given: list[Record], **options: Any) -> list[dict[str, Any]]:
    made = json.loads("".join(csl_json.write(given, Options(**options), Report())))
    assert isinstance(made, list)
    return made


def faults(items: list[dict[str, Any]]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALID.iter_errors(items)]


def test_the_schema_itself_refuses() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert faults([{"id": "x", "type": "book"}]) == []
    for wrong in (
        {"id": "x", "type": "article", "epub-date": {}},
        {"id": "x", "type": "article", "author": [{"family": "A", "orcid": "0"}]},
        {"id": "x", "type": "article", "issued": {"date-parts": [[]]}},
        {"id": "x", "type": "journal"},
        {"type": "article"},
    ):
        assert faults([wrong])


@given(st.lists(records, max_size=3))
def test_whatever_a_record_holds_is_valid(given: list[Record]) -> None:
    known = [record for record in given if record.type in TYPES.split()]
    items = written(known)
    assert faults(items) == []
    assert len({each["id"] for each in items}) == len(known)


PEOPLE = (
    "FAU - Ng, Ada", "AU  - Ng A", "FAU - Ng, Ada Jr", "AU  - Ng A Jr", "FAU - Ng, Ada, Jr",
    "FAU - Ng, Ada III..", "AU  - Ng A III", "AU  - ", "AU  - Ng", "FAU - Ng",
    "FAU - \u00a0Ng, Ada",
    "FAU - et al", "AU  - et al", "CN  - Group", "ED  - Ng A", "FED - Ng, Ada", "IR  - Ng A",
    "AD  - Here", "AUID- ORCID: 0000-0002-1825-0097",
)  # fmt: skip


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PEOPLE), max_size=6))
def test_authors_are_the_same_whether_their_names_were_decoded_before(lines: list[str]) -> None:
    text = "\n".join(["PMID- 1", *lines, "TI  - x."])
    [fresh], [decoded] = read(text=text), read(text=text)
    assert len(decoded.author) <= len(lines)
    assert "author" in vars(decoded)
    assert item(fresh) == item(decoded)


@pytest.mark.parametrize("step", [20, pytest.param(1, marks=pytest.mark.long)])
def test_the_corpus_is_valid(shared: Path, step: int) -> None:
    given = corpus(shared, step)
    items = written(given)
    assert faults(items) == []
    for record, each in zip(given, items, strict=True):
        names = [name.get("literal", name.get("family")) for name in each.get("author", [])]
        expected = [name.literal or name.family for name in record.author]
        assert names == expected + ["others"] * record.et_al
        assert each["PMID"] == record.pmid
        assert each.get("DOI", "") == record.doi
        assert each.get("PMCID", "") == record.pmcid


def test_no_records_are_an_empty_list() -> None:
    assert written([]) == []


def test_names_are_in_byline_order() -> None:
    made = item(
        Record(
            author=(
                Name("O'Brien", "Mary-Anne", "Jr", short="O'Brien MA Jr"),
                Name(literal="Vision, Loss Expert Group"),
                Name("van der Berg", "Jan Willem"),
                Name("Himani"),
            )
        )
    )
    assert made["author"] == [
        {"family": "O'Brien", "given": "Mary-Anne", "suffix": "Jr"},
        {"literal": "Vision, Loss Expert Group"},
        {"family": "van der Berg", "given": "Jan Willem"},
        {"family": "Himani"},
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", {"date-parts": [[2024]]}),
        ("2024 Feb", {"date-parts": [[2024, 2]]}),
        ("2024 Feb 27", {"date-parts": [[2024, 2, 27]]}),
        ("2023 Nov-Dec", {"date-parts": [[2023, 11], [2023, 12]]}),
        ("1998 Oct 15-21", {"date-parts": [[1998, 10, 15], [1998, 10, 21]]}),
        ("1998 Dec-1999 Jan", {"date-parts": [[1998, 12], [1999, 1]]}),
        ("2004-2005", {"date-parts": [[2004], [2005]]}),
        ("1999 Summer", {"date-parts": [[1999]], "season": 2}),
        ("1999 Fall", {"date-parts": [[1999]], "season": 3}),
        ("2000 Spring-Summer", {"date-parts": [[2000, 21], [2000, 22]]}),
        ("2022 Sep-Oct 01", {"date-parts": [[2022, 9], [2022, 10]]}),
        ("1998 Dec-1999", {"date-parts": [[1998], [1999]]}),
        ("2012 2nd Quarter", {"date-parts": [[2012]]}),
        ("in press", {"literal": "in press"}),
    ],
)
def test_dates(text: str, expected: dict[str, Any]) -> None:
    assert item(Record(issued=dates.date(text)))["issued"] == expected


def test_what_a_date_says_beside_its_parts_is_in_custom() -> None:
    quarter, uneven, plain = map(dates.date, ("2012 2nd Quarter", "1998 Dec-1999", "2001 May"))
    record = Record(issued=quarter, available_date=uneven, submitted=plain)
    assert item(record)["custom"] == {
        "dates": {
            "issued": {"start": {"year": 2012}, "raw": "2012 2nd Quarter", "rest": "2nd Quarter"},
            "available-date": {
                "start": {"year": 1998, "month": 12}, "end": {"year": 1999}, "raw": "1998 Dec-1999",
            },
        }
    }  # fmt: skip
    chosen = item(record, Options(date="epub"))["custom"]
    assert set(chosen["dates"]) == {"issued", "available-date"}  # type: ignore[index]
    assert chosen["dates"]["issued"] == chosen["dates"]["available-date"]  # type: ignore[index]


def test_the_date_is_the_users_choice() -> None:
    record = Record(
        issued=When(PartialDate(2024, 3)), available_date=When(PartialDate(2023, 12, 1))
    )
    later = Record(issued=When(PartialDate(2023)), available_date=When(PartialDate(2023, 12, 1)))
    parts = {
        (date, name): item(each, Options(date=date))["issued"]["date-parts"][0]  # type: ignore[index]
        for date in ("issue", "epub", "earliest")
        for name, each in (("record", record), ("later", later))
    }
    assert parts["issue", "record"] == [2024, 3]
    assert parts["epub", "record"] == parts["earliest", "record"] == [2023, 12, 1]
    assert parts["earliest", "later"] == [2023]
    assert item(record)["available-date"] == {"date-parts": [[2023, 12, 1]]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("737-8", "737-738"), ("S1-10", "S1-S10"), ("1638-45, 1650", "1638-1645, 1650"),
     ("e12; quiz e13", "e12; quiz e13")],
)  # fmt: skip
def test_pages_are_written_out(text: str, expected: str) -> None:
    assert item(Record(page=pages.pages(text)))["page"] == expected


def test_an_article_number_is_number_and_page() -> None:
    made = item(Record(number="e0123456"))
    assert (made["number"], made["page"]) == ("e0123456", "e0123456")


@pytest.mark.parametrize(
    ("status", "media", "expected"),
    [
        ("ppublish", ("electronic", "print", "linking"), "print"),
        ("epublish", ("print", "electronic", "linking"), "electronic"),
        ("ppublish", ("electronic", "linking"), "linking"),
        ("epublish", ("print", "linking"), "linking"),
        ("aheadofprint", ("electronic",), "electronic"),
    ],
)
def test_the_issn_is_that_of_the_edition(
    status: str, media: tuple[str, ...], expected: str
) -> None:
    issns = tuple(Issn(medium, medium) for medium in media)
    assert item(Record(status=status, issn=issns))["ISSN"] == expected


def test_titles_stay_as_they_are() -> None:
    assert item(Record(title="Effects at P <0.05 & <i>in vivo</i>"))["title"] == (
        "Effects at P <0.05 & <i>in vivo</i>"
    )
    alone = item(Record(title="Herpes zoster", translated=True))
    paired = item(Record(title="Herpes zoster", translated=True, original_title="Zona"))
    single = item(Record(title="Zona", original_title="Zona"))
    assert alone["title"] == "[Herpes zoster]"
    assert paired["title"] == "Herpes zoster"
    assert paired["original-title"] == '<span class="nocase">Zona</span>'
    (read_back,) = read(text=json.dumps([paired]), format="csl-json")
    assert read_back.original_title == "Zona"
    assert "original-title" not in single
    without = Options(omit=("original-title",))
    both = Record(title="Herpes zoster", translated=True, original_title="Zona")
    assert item(both, without)["title"] == "[Herpes zoster]"


def test_languages_are_bcp_47() -> None:
    assert item(Record(language=("chi", "eng")))["language"] == "zh"
    assert item(Record(language=("chi", "eng")))["custom"] == {"languages": ["chi", "eng"]}
    assert item(Record(language=("zxx",)))["language"] == "zxx"


def test_keywords_come_before_mesh_and_once() -> None:
    record = Record(
        keywords=(Keyword("humans", True), Keyword("")),
        mesh=(
            Heading("Humans"),
            Heading("History, 20th Century", False, (Qualifier("trends", True),)),
        ),
    )
    assert item(record)["keyword"] == "humans; History, 20th Century"
    assert item(record, Options(mesh="full"))["keyword"] == ("humans; History, 20th Century/trends")
    assert item(record, Options(mesh="major"))["keyword"] == "humans; History, 20th Century"
    assert "mesh" in item(record)["custom"]  # type: ignore[operator]
    assert "custom" not in item(record, Options(mesh="none"))
    assert item(record, Options(mesh="none"))["keyword"] == "humans"
    assert "keyword" not in item(record, Options(keywords=False))
    assert item(record)["custom"] == {"mesh": ["Humans", "History, 20th Century/*trends"]}


def test_what_csl_has_no_variable_for_is_custom() -> None:
    record = Record(
        nihmsid="NIHMS1",
        grants=(Grant("R01", "AI", "NIH HHS", "United States", "R01/AI/NIH HHS/United States"),),
        author=(Name("A"), Name("B", ids=(Identifier("orcid", "0000-0002-1825-0097"),))),
        status="aheadofprint",
    )
    made = item(record)
    assert made["status"] == "ahead of print"
    assert made["custom"] == {
        "nihmsid": "NIHMS1",
        "publication-status": "aheadofprint",
        "grants": [
            {"number": "R01", "acronym": "AI", "agency": "NIH HHS", "country": "United States",
             "raw": "R01/AI/NIH HHS/United States"}
        ],
        "orcid": {"2": "0000-0002-1825-0097"},
    }  # fmt: skip


def test_fields_can_be_chosen() -> None:
    record = Record(title="T", doi="10.1/x", abstract="A", nihmsid="N", pmid="1")
    assert set(item(record, Options(fields=("title",)))) == {"id", "type", "title"}
    assert set(item(record, Options(omit=("custom", "DOI")))) == {
        "id", "type", "title", "abstract", "PMID",
    }  # fmt: skip
    assert "abstract" not in item(record, Options(abstract=False))
    assert item(Record(container_title="Journal", container_title_short="J"),
                Options(journal="abbrev"))["container-title"] == "J"  # fmt: skip


def test_a_loss_is_told_once_a_record() -> None:
    report = Report()
    given = [Record(pmid="7", references="30", author=(Name("A", affiliations=("Here",)),))]
    list(csl_json.write(given, Options(), report))
    (told,) = report.diagnostics
    assert told.code == "not-written"
    assert told.message == "no place for references, affiliations of authors"


def test_what_only_csl_knows_comes_back() -> None:
    names, date = [{"family": "Tran", "given": "S"}], {"date-parts": [[1900, 2]]}
    there: dict[str, Any] = {"id": "a", "type": "speech", "title": "A talk"}
    for tag in sorted(RETURNED - {"note"}):  # whose lines the model has
        there[tag] = "[1] text"
        if tag in STRUCTURED:
            there[tag] = date if tag.endswith(("date", "accessed")) else names
    there |= {"categories": ["one"], "custom": {"mine": [1, {"a": 2}]}}
    report = Report()
    (record,) = read(text=json.dumps([there]), format="csl-json", report=report)
    assert faults([there]) == []
    (back,) = json.loads("".join(csl_json.write([record], Options(), report)))
    assert back == there
    assert "not-written" not in [told.code for told in report.diagnostics]


def test_what_is_no_variable_of_csl_is_told() -> None:
    report = Report()
    text = '[{"id": "a", "title": "A talk", "mood": "glad"}]\n'
    (record,) = read(text=text, format="csl-json", report=report)
    (back,) = json.loads("".join(csl_json.write([record], Options(), report)))
    assert "mood" not in back  # which the schema forbids
    assert back["custom"] == {"mood": "glad"}
    assert [told.code for told in report.diagnostics] == ["unknown-tag"]


def once_more(*items: dict[str, object]) -> list[dict[str, object]]:
    records = list(read(text=json.dumps(items), format="csl-json", report=Report()))
    written: list[dict[str, object]] = json.loads(
        "".join(csl_json.write(records, Options(), Report()))
    )
    assert faults(written) == []
    return written


ODD = [
    ({"mood": value}, {"mood": value})
    for value in ("glad", "3", 3, 3.5, True, "true", "null", ["a"], {"a": {"b": None}}, '"q"', "[1")
]


@pytest.mark.parametrize(
    ("odd", "custom"),
    [
        *ODD,
        ({"license": "CC0", "locator": "12"}, {"license": "CC0", "locator": "12"}),
        ({"reference": [{"DOI": "10.1/x"}]}, {"reference": [{"DOI": "10.1/x"}]}),
        ({"pii": 7}, {"kept.pii": 7}),
        ({"title": ["A", "B"]}, {"title.2": "B"}),
        ({"custom": {"mine": "3", "kept.pii": 7}}, {"mine": "3", "kept.pii": 7}),
        ({"issued": {"date-parts": [[2014]], "xqz": "3", "raw": "May"}},
         {"issued.xqz": "3", "issued.raw": "May"}),
        ({"author": [{"family": "Doe", "given": "J", "rank": 1}]}, {"author.1.rank": 1}),
    ],
)  # fmt: skip
def test_what_has_no_variable_goes_into_custom_and_stays(
    odd: dict[str, object], custom: dict[str, object]
) -> None:
    (once,) = once_more({"id": "a", "type": "book", "title": "A talk", **odd})
    assert once["custom"] == custom
    assert once_more(once) == [once]


@pytest.mark.parametrize("switch", ["comma-suffix", "static-ordering", "parse-names"])
@pytest.mark.parametrize("role", ["author", "editor", "composer"])
def test_switches_of_a_name_stay_with_it(role: str, switch: str) -> None:
    names = [{"family": "Doe", "given": "J"}, {"family": "Roe", "given": "A", switch: True}]
    (once,) = once_more({"id": "a", "type": "book", "title": "A talk", role: names})
    assert once[role] == names
    assert once_more(once) == [once]


def test_what_is_not_wanted_of_it_is_left_out() -> None:
    item = {"id": "a", "type": "book", "title": "T", "mood": "glad", "scale": "1:2",
            "author": [{"family": "Doe", "given": "J", "rank": 1}]}  # fmt: skip
    records = list(read(text=json.dumps([item]), format="csl-json", report=Report()))
    for chosen in (Options(fields=("title",)), Options(omit=("custom", "scale", "author"))):
        (back,) = json.loads("".join(csl_json.write(records, chosen, Report())))
        assert back == {"id": "a", "type": "book", "title": "T"}


def test_a_changed_key_is_told() -> None:
    report = Report()
    given = [Record(key="müller2020"), Record(key="roe2020")]
    made = json.loads("".join(csl_json.write(given, Options(), report)))
    assert [entry["id"] for entry in made] == ["muller2020", "roe2020"]
    (warning,) = report.diagnostics
    assert warning.code == "key-changed"
    assert "'müller2020'" in warning.message
