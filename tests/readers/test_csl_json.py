"""CSL-JSON in: our own comes back, and so do the dialects of other programs."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

import medcite
import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.codecs import dates, pages
from medcite.files.source import open_source
from medcite.markup.inline_tags import tidy
from medcite.model.record import Record
from medcite.model.report import Level, Report
from medcite.model.values import Date, Issn, Keyword, Name, PartialDate
from medcite.options import Options
from medcite.readers import csl_json as reader
from medcite.tables.csl_json import KNOWN_TYPES, ROWS
from medcite.writers import csl_json as writer

from tests.sampled import corpus


def read(items: Any) -> tuple[list[Record], Report]:
    report = Report()
    text = items if isinstance(items, str) else json.dumps(items, indent=2)
    return list(reader.read(open_source(text.encode(), report), report)), report


def one(**item: Any) -> Record:
    (record,), report = read([{"id": "x", "type": "article-journal", **item}])
    assert not report.diagnostics, report.diagnostics
    return record


def again(record: Record) -> Record:
    text = "".join(writer.write([record], Options(key="'k'", journal="full"), Report()))
    (back,), report = read(text)
    assert not report.diagnostics
    return back.replace(origin=None, key=record.key)


WORD = st.from_regex(r"[A-Za-z][a-zα-ω]{1,8}", fullmatch=True)
WORDS = st.lists(WORD, max_size=3).map(tuple)
YEAR = st.integers(1900, 2030)
MOMENTS = st.one_of(
    st.tuples(YEAR),
    st.tuples(YEAR, st.integers(1, 12)),
    st.tuples(YEAR, st.integers(1, 12), st.integers(1, 28)),
    st.tuples(YEAR, st.just(0), st.just(0), st.integers(1, 4)),
).map(lambda parts: PartialDate(*parts))
DATES = MOMENTS.map(Date) | st.tuples(MOMENTS, MOMENTS).map(lambda ends: Date(*ends))
NAMES = st.one_of(
    st.tuples(WORD, WORD, st.sampled_from(["", "Jr", "3rd"])).map(lambda parts: Name(*parts)),
    WORD.map(Name),
    WORD.map(lambda word: Name(literal=f"{word} Group")),
)
PAGES = st.sampled_from(["", "1", "S1-10", "1638-45, 1650", "e12; quiz e13"]).map(
    lambda text: pages.pages(text)._replace(raw=pages.pages(text).full) if text else None
)
CARRIED = st.builds(
    Record,
    type=st.sampled_from(sorted(KNOWN_TYPES)),
    title=WORD,
    translated=st.booleans(),
    original_title=WORD.map(lambda word: f"Le {word}"),
    container_title=WORD,
    container_title_short=WORD,
    author=st.lists(NAMES, max_size=4).map(tuple),
    editor=st.lists(NAMES, max_size=2).map(tuple),
    et_al=st.booleans(),
    editor_et_al=st.booleans(),
    volume=WORD,
    issue=WORD,
    page=PAGES,
    issued=DATES,
    available_date=st.none() | DATES,
    status=st.sampled_from(["", "ppublish", "epublish", "aheadofprint"]),
    doi=st.builds("10.1234/{}<1>".format, WORD),
    pmid=st.integers(1, 10**8).map(str),
    pmcid=st.integers(1, 10**8).map("PMC{}".format),
    isbn=WORDS,
    issn=st.lists(
        st.tuples(WORD, st.sampled_from(["print", "electronic", ""])).map(lambda two: Issn(*two))
    ).map(tuple),
    language=st.sampled_from([(), ("eng",), ("chi", "eng"), ("zxx",)]),
    keywords=st.lists(WORD, unique_by=str.casefold).map(
        lambda words: tuple(Keyword(word) for word in words)
    ),
    abstract=WORD,
    genre=WORD,
    title_short=WORD,
    event_title=WORD,
    event_place=WORD,
    event_date=st.none() | DATES,
    original_date=st.none() | DATES,
    original_publisher=WORD,
    original_publisher_place=WORD,
    container_author=st.lists(NAMES, max_size=2).map(tuple),
    section=WORD,
    scale=WORD,
    call_number=WORD,
    translator=st.lists(NAMES, max_size=2).map(tuple),
    collection_editor=st.lists(NAMES, max_size=2).map(tuple),
    collection_number=WORD,
    chapter_number=WORD,
    number_of_pages=WORD,
    number_of_volumes=WORD,
    version=WORD,
    archive=WORD,
    archive_location=WORD,
    accessed=st.none() | DATES,
    nihmsid=WORD,
    notes=WORDS,
    genes=WORDS,
)


@given(CARRIED)
def test_what_csl_json_carries_comes_back(record: Record) -> None:
    assert again(record) == record


SAME = """
    type genre publication_types title translated volume issue number status issue_label doi
    pmid pmcid pii nihmsid nbk isbn issn nlmid url abstract language mesh substances genes
    databanks grants relations copyright notes et_al container_title_short
"""


def test_the_corpus_comes_back(shared: Path) -> None:
    given = corpus(shared)
    text = "".join(writer.write(given, Options(), Report()))
    back, report = read(text)
    assert report.diagnostics == []
    assert len(back) == len(given)
    for record, other in zip(given, back, strict=True):
        for name in SAME.split():
            expected = getattr(record, name)
            # What publishers left of HTML is read.
            expected = tidy(expected) if isinstance(expected, str) else expected
            assert getattr(other, name) == expected, (record.pmid, name)
        shared_parts = [
            [(name.family, name.given, name.suffix, name.literal) for name in each.author]
            for each in (record, other)
        ]
        assert shared_parts[0] == shared_parts[1]
        assert record.issued
        assert other.issued
        assert other.issued._replace(raw="") == record.issued._replace(raw="")
        assert (other.page and other.page.full) == (
            record.page.full if record.page else record.number or None
        )


@pytest.mark.parametrize("text", ["2022 Sep-Oct 01", "1998 Dec-1999", "2012 2nd Quarter", "soon"])
def test_a_date_that_says_more_than_its_parts_comes_back(text: str) -> None:
    when = dates.date(text)
    record = Record(type="book", issued=when, available_date=when, submitted=when)
    back = again(record)
    assert (back.issued, back.available_date, back.submitted) == (when, when, when)


@pytest.mark.parametrize("found", ["soon", {"mood": {}}, {"title": {}}, {"issued": {"start": 3}}])
def test_dates_of_another_shape_are_told(found: Any) -> None:
    (record,), report = read([{"id": "x", "type": "book", "custom": {"dates": found}}])
    assert [field.tag for field in record.kept] == ["custom"]
    assert [told.code for told in report.diagnostics] == ["bad-value"]


def test_ncbis_exporter() -> None:
    (record,), report = read([{
        "id": "pmid:33301246",
        "type": "article-journal",
        "source": "PubMed",
        "author": [
            {"family": "Voysey", "given": "Merryn"},
            {"family": "Oxford COVID Vaccine Trial Group"},
            {"family": "Himani"},
        ],
        "PMID": "33301246",
        "PMCID": "7723445",
        "status": "ppublish",
        "epub-date": {"date-parts": [[2020, 12, 8]]},
    }])  # fmt: skip
    assert record.author == (
        Name("Voysey", "Merryn"),
        Name(literal="Oxford COVID Vaccine Trial Group"),
        Name("Himani"),
    )
    assert record.available_date == Date(PartialDate(2020, 12, 8))
    assert (record.pmcid, record.status) == ("PMC7723445", "ppublish")
    assert [field.tag for field in record.kept] == ["source"]
    assert [told.code for told in report.diagnostics] == ["kept"]


def test_zotero_has_identifiers_in_the_note() -> None:
    record = one(
        note="PMID: 38413930\nPMCID: PMC10900595\nread twice",
        journalAbbreviation="BMC Med",
        page="737\u2013738",
    )
    assert (record.pmid, record.pmcid) == ("38413930", "PMC10900595")
    assert record.notes == ("read twice",)
    assert record.container_title_short == "BMC Med"
    assert record.page == pages.pages("737\u2013738")
    assert record.page
    assert record.page.last == "738"


def test_a_name_has_more_than_texts() -> None:
    """Crossref and CSL have true and false in names; the byline was lost for them."""
    record = one(author=[
        {"family": "Doe", "given": "J", "authenticated-orcid": False, "affiliation": [{}]},
        {"family": "Roe", "given": "A", "suffix": "Jr", "sequence": "additional"},
    ])  # fmt: skip
    assert record.author == (Name("Doe", "J"), Name("Roe", "A", "Jr"))


def test_crossref_answers_with_a_message() -> None:
    work = {
        "DOI": "10.1000/1", "title": ["Title"], "subtitle": ["A study"], "article-number": "e5",
        "short-container-title": ["J Tests"], "URL": "http://dx.doi.org/10.1000/1",
        "abstract": "<jats:title>Abstract</jats:title>A <jats:italic>b</jats:italic>",
        "indexed": {}, "score": 1,
    }  # fmt: skip
    for message in (work, {"items": [work], "total-results": 1}):
        (record,), report = read({"status": "ok", "message-type": "work", "message": message})
        assert (record.doi, record.title, record.url) == ("10.1000/1", "Title: A study", "")
        assert (record.container_title_short, record.number) == ("J Tests", "e5")
        assert record.abstract == "A <i>b</i>"
        assert {told.code for told in report.diagnostics} == {"kept"}


def test_json_of_something_else_makes_no_record() -> None:
    records, report = read([{"version": "1", "resultList": {"result": []}}])
    assert not records
    assert [(told.code, told.level) for told in report.diagnostics] == [("bad-record", Level.ERROR)]


def test_crossref_has_lists_and_types_of_its_own() -> None:
    (record,), _ = read([{
        "type": "journal-article",
        "title": ["Title"],
        "container-title": ["Journal", "Zeitschrift"],
        "ISSN": ["1234-5679", "2345-6789"],
        "DOI": "https://doi.org/10.1000/ABC",
        "author": [{"given": "A", "family": "B", "ORCID": "http://orcid.org/0000-0002-1825-0097",
                    "sequence": "first", "affiliation": []}, {"name": "The Group"}],
        "published-print": {"date-parts": [[2020, 5]]},
        "issued": {"date-parts": [[2020, 1, 2]]},
    }])  # fmt: skip
    assert (record.type, record.title, record.container_title) == (
        "article-journal", "Title", "Journal",
    )  # fmt: skip
    assert record.issn == (Issn("1234-5679"), Issn("2345-6789"))
    assert record.doi == "10.1000/ABC"
    assert record.issued == Date(PartialDate(2020, 1, 2))
    assert record.author[0].ids[0].value == "0000-0002-1825-0097"
    assert record.author[1] == Name(literal="The Group")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [["2020", "5", 7]]}, Date(PartialDate(2020, 5, 7))),
        ({"date-parts": [["2020", "", ""]]}, Date(PartialDate(2020))),
        ({"date-parts": [[2020, 22]]}, Date(PartialDate(2020, season=2))),
        ({"date-parts": [[2020, 13], [2020, 14]]},
         Date(PartialDate(2020, season=1), PartialDate(2020, season=2))),
        ({"date-parts": [[2020]], "season": "Winter"}, Date(PartialDate(2020, season=4))),
        ({"raw": "2020 Jun 3"}, dates.date("2020 Jun 3")),
        ({"literal": "in press"}, dates.date("in press")),
        ("2020-05-07", Date(PartialDate(2020, 5, 7), None, "2020-05-07")),
        ("2020-05", Date(PartialDate(2020, 5), None, "2020-05")),
        ("2020-05-07/2020-06-01",
         Date(PartialDate(2020, 5, 7), PartialDate(2020, 6, 1), "2020-05-07/2020-06-01")),
    ],
)  # fmt: skip
def test_dates_in_every_form(value: Any, expected: Date) -> None:
    assert one(issued=value).issued == expected


@pytest.mark.parametrize("parts", [[2020, 17], [2020, 2, 99], [20200], ["soon"], [2020, {}]])
def test_what_is_no_date_is_kept(parts: list[Any]) -> None:
    (record,), report = read([{"id": "x", "type": "book", "issued": {"date-parts": [parts]}}])
    assert record.issued is None
    assert [field.tag for field in record.kept] == ["issued"]
    assert [told.code for told in report.diagnostics] == ["bad-value"]


def test_particles_go_where_nlm_has_them() -> None:
    assert one(author=[{"given": "Madonna"}]).author == (Name("Madonna"),)
    record = one(
        author=[
            {"family": "Berg", "non-dropping-particle": "van der", "given": "Jan"},
            {"family": "La Fontaine", "dropping-particle": "de", "given": "Jean"},
        ]
    )
    assert record.author == (Name("van der Berg", "Jan"), Name("La Fontaine", "Jean de"))


def test_brackets_mean_a_translation() -> None:
    record = one(title="[Herpes zoster]")
    assert (record.title, record.translated) == ("Herpes zoster", True)
    assert one(title="[6]-Gingerol in mice").title == "[6]-Gingerol in mice"


def test_nothing_is_lost_in_silence() -> None:
    (record,), report = read(
        [{"id": "x", "type": "paper", "mood": "good", "title": {"a": 1}, "accessed": {},
          "volume": 3, "medium": "S", "custom": {"mine": [1]}, "author": "Fu"}]
    )  # fmt: skip
    assert record.volume == "3"
    assert record.type == "document"
    assert {(field.tag, field.value) for field in record.kept} == {
        ("mood", "good"), ("title", '{"a": 1}'), ("medium", "S"), ("custom.mine", "[1]"),
        ("author", "Fu"),
    }  # fmt: skip
    assert [(told.code, told.where.line, told.where.tag) for told in report.diagnostics] == [
        ("unknown-type", 2, "type"), ("unknown-tag", 2, "mood"), ("bad-value", 2, "title"),
        ("bad-value", 2, "author"), ("kept", 2, ""),
    ]  # fmt: skip


def test_any_layout_is_read() -> None:
    item = {"id": "x", "type": "book"}
    for text in (
        json.dumps([item, item]),
        json.dumps({"items": [item, item]}),
        "\n".join(json.dumps(item) for _ in range(2)),
        json.dumps([item, item], indent=8),
    ):
        assert reader.FORMAT.sniff is not None
        assert reader.FORMAT.sniff(text)
        assert [record.key for record in read(text)[0]] == ["x", "x"]
    assert not reader.FORMAT.sniff('{"name": "package", "version": "1"}')


@given(
    st.dictionaries(
        st.sampled_from(
            ["author", "issued", "title", "custom", "note", "annote", "ISSN", "page", "id"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["family", "date-parts", "mesh", "orcid", "dates"]), inner
                )
            ),
            max_leaves=6,
        ),
    )
)
def test_no_item_crashes_the_reader(item: dict[str, Any]) -> None:
    assert len(read([item])[0]) == 1


@pytest.mark.parametrize("variable", sorted({row.tag for row in ROWS if row.how == "text"}))
@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Women&#8217;s &amp; men", "Women’s & men"),
        ("M&#xFC;ller &ndash; x", "Müller – x"),
        ("R&D; x", "R&D; x"),
        ("Garcı\u0301a, ı\u0302 ı", "García, î ı"),
    ],
)
def test_characters_of_html_and_loose_accents(variable: str, text: str, read_as: str) -> None:
    if variable == "type":
        return
    attribute = {row.tag: row.to for row in ROWS}[variable]
    assert getattr(one(**{variable: text}), attribute) == read_as


def test_characters_of_html_in_names_lists_and_links() -> None:
    item = {
        "id": "x",
        "author": [{"family": "O&#8217;Brien", "given": "J&eacute;"}, {"literal": "A &amp; B"}],
        "keyword": "a &amp; b; c",
        "URL": "https://a.org/?a=1&amp;b=2",
        "DOI": "10.1002/(sici)1&lt;1::aid&gt;3.0;2-x",
        "note": "Q&amp;A",
        "section": "Health &amp; science",
        "title": "Water &amp; <i>soil</i>",
    }
    (record,), _ = read([item])
    assert record.author == (Name("O’Brien", "Jé"), Name(literal="A & B"))
    assert record.keywords == (Keyword("a & b"), Keyword("c"))
    assert record.url == "https://a.org/?a=1&b=2"
    assert record.doi == "10.1002/(sici)1<1::aid>3.0;2-x"
    assert record.notes == ("Q&A",)
    assert record.title == "Water & <i>soil</i>"
    (written,) = json.loads("".join(writer.write([record], Options(), Report())))
    assert written["section"] == "Health & science"


def test_no_date_gives_way_to_others() -> None:
    nothing = {"date-parts": [[None]]}
    assert one(issued=nothing).issued is None
    assert (
        str(one(issued=nothing, **{"published-print": {"date-parts": [[2015]]}}).issued) == "2015"
    )


def test_circa_comes_through() -> None:
    record = one(issued={"date-parts": [[1850]], "circa": True}, title="Steam")
    assert again(record).issued == record.issued
    for format, text in (
        ("bibtex", "month = {ca.}"),
        ("ris", "1850///ca."),
    ):
        output = medcite.write([record], format)
        assert text in output
        (back,) = medcite.read(text=output, report=Report())
        assert back.issued
        assert back.issued.circa
    assert "date = {1850~}" in medcite.write([record], "biblatex")
    assert "(ca. 1850)" in medcite.format_bibliography([record], style="apa")


def test_formulas_and_bold_titles() -> None:
    formula = "<mml:math><mml:msup><mml:mn>10</mml:mn><mml:mn>5</mml:mn></mml:msup></mml:math>"
    record = one(title=f"<b>On {formula} cells</b>", abstract=f"<jats:p>{formula}</jats:p>")
    assert record.title == "On 10<sup>5</sup> cells"
    assert record.abstract == "10<sup>5</sup>"


def test_crossrefs_affiliations_are_the_authors() -> None:
    places = [{"name": "University of X"}, {"name": "Hospital of Y"}]
    record = one(author=[{"family": "Doe", "given": "J", "affiliation": places},
                         {"name": "A Group", "affiliation": places[:1]}])  # fmt: skip
    assert record.author[0].affiliations == ("University of X", "Hospital of Y")
    assert (record.author[1].literal, record.author[1].affiliations) == (
        "A Group", ("University of X",)
    )  # fmt: skip


def test_a_line_of_the_note_that_says_another_number_stays() -> None:
    record = one(PMID="1", note="PMID: 1\nPMID: 2\nPMCID: PMC3\nPMCID: PMC4\nA note")
    assert (record.pmid, record.pmcid) == ("1", "PMC3")
    assert record.notes == ("PMID: 2", "PMCID: PMC4", "A note")


def test_a_formula_whose_tags_are_escaped_is_read() -> None:
    math = escape("<math><msup><mn>10</mn><mn>7</mn></msup></math>")
    assert one(title=f"Some {math} cells").title == "Some 10<sup>7</sup> cells"
    assert one(title=f"Some {escape(math)} cells").title == "Some 10<sup>7</sup> cells"
