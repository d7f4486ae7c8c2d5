"""What the receiver of an output changes in it, and what it does not."""

from __future__ import annotations

import json
import unicodedata

import medcite
import pytest
from medcite import format_registry
from medcite.codecs import dates
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Heading, Identifier, Name, Pages, Relation
from medcite.options import Options
from medcite.tables import receivers

from tests.writers.bib import entry, fields, written

NUMBER = Record(type="article-journal", title="T", number="e77")
REPEATED = NUMBER.replace(page=Pages("e77", "e77", "e77"))
BESIDE = NUMBER.replace(page=Pages("12-9", "12-19", "12", "19"))
PAGES = BESIDE.replace(number="")
TARGETS = ("bibtex", "biblatex")


def place(target: str, record: Record, **options: object) -> tuple[str, str]:
    """Return the fields pages and eid."""
    entry = fields(target, record, **options)
    return entry.get("pages", ""), entry.get("eid", "")


@pytest.mark.parametrize("record", [NUMBER, REPEATED])
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("receiver", receivers.RECEIVERS)
def test_an_article_number_stands_in_one_field(record: Record, target: str, receiver: str) -> None:
    as_eid = target == "biblatex" and not receivers.RECEIVERS[receiver].article_number
    assert place(target, record, receiver=receiver) == (("", "e77") if as_eid else ("e77", ""))
    assert place(target, record, receiver=receiver, article_number="eid") == ("", "e77")
    assert place(target, record, receiver=receiver, article_number="pages") == ("e77", "")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("field", ["auto", "eid", "pages"])
def test_pages_keep_their_field(target: str, field: str) -> None:
    assert place(target, PAGES, article_number=field) == ("12--19", "")
    assert place(target, BESIDE, article_number=field) == ("12--19", "e77")


@pytest.mark.parametrize("target", TARGETS)
def test_a_field_that_is_left_out_takes_no_article_number(target: str) -> None:
    assert place(target, NUMBER, article_number="pages", omit=("pages",)) == ("", "e77")
    assert place(target, NUMBER, fields=("title", "eid")) == ("", "e77")
    assert place(target, NUMBER, article_number="eid", fields=("title", "pages")) == ("e77", "")


def test_a_report_has_its_number_in_its_own_field() -> None:
    report = Record(type="report", title="T", number="12")
    assert place("biblatex", report, article_number="pages") == ("", "")


@pytest.mark.parametrize("name", [row.name for row in receivers.ROWS])
def test_every_receiver_reads_formats_that_can_be_written(name: str) -> None:
    receiver = receivers.RECEIVERS[name]
    assert receiver.formats
    for format in receiver.formats:
        writer = format_registry.writer(format)
        assert writer.FORMAT.name == format
        assert list(writer.write([NUMBER], Options(receiver=name), Report()))


READ_LATEX = ("zotero", "jabref", "pandoc", "typst")  # and do not set it
LETTERS = "Nguyễn’s α-/β-Ηλιος: ≥ 5 µg, Đỗ & Ω — 50 % of 3 < 4"
SPELT = Record(
    title=LETTERS, abstract=LETTERS, author=(Name("Nguyễn", "Văn Đỗ"), Name("Ηλιος", "Ω")),
    mesh=(Heading("α-Globulins"),),
)  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("receiver", READ_LATEX)
def test_programs_that_do_not_set_latex_get_unicode(target: str, receiver: str) -> None:
    made = fields(target, SPELT, receiver=receiver)
    plain = LETTERS.replace("&", r"\&").replace("%", r"\%")
    assert made["title"].replace("{", "").replace("}", "") == plain
    assert made["abstract"] == plain
    assert made["author"] == "Nguyễn, Văn Đỗ and Ηλιος, Ω"
    assert made["keywords"] == "α-Globulins"


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_not_typeset_is_unicode(target: str) -> None:
    made = fields(target, SPELT)
    assert "α" in made["abstract"]
    assert "α" in made["keywords"]
    assert "α" not in made["title"]
    ascii = fields(target, SPELT, ascii=True, receiver="zotero")
    assert "α" not in ascii["abstract"] + ascii["keywords"]


def test_typst_gets_no_commands_for_markup() -> None:
    title = "<i>E. coli</i>, CO<sub>2</sub> and 10<sup>-6</sup>, x<sup>ab</sup>"
    made = fields("biblatex", Record(title=title), receiver="typst", protect=False)
    assert made["title"] == "E. coli, CO₂ and 10⁻⁶, x^ab"
    assert r"\textsubscript{2}" in fields("biblatex", Record(title=title))["title"]


@pytest.mark.parametrize(
    ("target", "receiver", "keywords"),
    [
        ("bibtex", "generic", "Carcinoma, Lung; Humans"),
        ("bibtex", "zotero", "Carcinoma, Lung; Humans"),
        ("bibtex", "jabref", "Carcinoma, Lung, Humans"),
        ("biblatex", "generic", "{Carcinoma, Lung}, Humans"),
        ("biblatex", "overleaf", "{Carcinoma, Lung}, Humans"),
        ("biblatex", "zotero", "Carcinoma, Lung; Humans"),
    ],
)
def test_keywords_have_one_separator(target: str, receiver: str, keywords: str) -> None:
    record = Record(title="T", mesh=(Heading("Carcinoma, Lung"), Heading("Humans")))
    report = Report()
    assert f"keywords = {{{keywords}}}" in written(target, record, receiver=receiver, report=report)
    told = [diagnostic.message for diagnostic in report.diagnostics]
    splits = receiver in ("zotero", "jabref")
    assert any("splits keywords at commas" in message for message in told) == splits
    plain = record.replace(mesh=(Heading("Humans"), Heading("Mice")))
    between = ";" if ";" in keywords else ","
    assert fields(target, plain, receiver=receiver)["keywords"] == f"Humans{between} Mice"


@pytest.mark.parametrize("target", TARGETS)
def test_a_status_is_no_note_of_its_own(target: str) -> None:
    ahead = Record(type="article-journal", title="T", status="aheadofprint")
    preprint = Record(type="article", genre="Preprint", title="T", container_title="bioRxiv")
    for record in (ahead, preprint):
        assert "note" not in fields(target, record, receiver="zotero")
    assert "note" in fields(target, preprint)
    retracted = ahead.replace(relations=(Relation("retraction-in", "J. 2024;1:2"),))
    made = fields(target, retracted, receiver="zotero")
    assert "Retracted" in made.get("note", "") + made.get("addendum", "")


@pytest.mark.parametrize("target", TARGETS)
def test_zotero_takes_a_preprint_for_an_article_of_its_server(target: str) -> None:
    preprint = Record(type="article", genre="Preprint", title="T", container_title="bioRxiv")
    made = entry(target, preprint, receiver="zotero")
    assert made.entry_type == "article"
    assert entry(target, preprint).entry_type in ("misc", "online")
    journal = "journal" if target == "bibtex" else "journaltitle"
    assert made.fields_dict[journal].value == "{bioRxiv}"


@pytest.mark.parametrize(
    ("text", "target", "receiver", "expected"),
    [
        ("2019 Summer", "biblatex", "generic", {"date": "2019-22"}),
        ("2019 Fall", "biblatex", "zotero", {"year": "2019", "month": "Fall"}),
        ("2019 Winter", "biblatex", "typst", {"year": "2019", "month": "Winter"}),
        ("2019 Spring-Summer", "biblatex", "zotero", {"year": "2019", "month": "Spring--Summer"}),
        ("2019 Summer", "bibtex", "zotero", {"year": "2019", "month": "Summer"}),
        ("2022 May-Jun", "biblatex", "zotero", {"date": "2022-05/2022-06"}),
        ("2022 May-Jun", "bibtex", "generic", {"year": "2022", "month": 'may # "--" # jun'}),
        ("2022 May-Jun", "bibtex", "zotero",
         {"year": "2022", "month": 'may # "--" # jun', "date": "2022-05/2022-06"}),
        ("2022 May 3", "bibtex", "zotero", {"year": "2022", "month": "may", "day": "3"}),
    ],
)  # fmt: skip
def test_dates_that_the_receiver_reads(
    text: str, target: str, receiver: str, expected: dict[str, str]
) -> None:
    made = fields(target, Record(title="T", issued=dates.date(text)), receiver=receiver)
    assert {
        name: made[name] for name in ("date", "year", "month", "day") if name in made
    } == expected


def test_zotero_finds_the_abbreviation_in_bibtex() -> None:
    record = Record(type="article-journal", title="T", container_title="Journal of Trees",
                    container_title_short="J Trees")  # fmt: skip
    assert fields("bibtex", record, receiver="zotero")["shortjournal"] == "J Trees"
    assert "shortjournal" not in fields("bibtex", record)
    assert fields("bibtex", record, fields=("+shortjournal",))["shortjournal"] == "J Trees"
    assert "shortjournal" not in fields("bibtex", record, receiver="zotero", omit=("shortjournal",))


def item(record: Record, receiver: str = "zotero") -> dict[str, object]:
    """Return the only item of a CSL-JSON file."""
    text = medcite.write([record], "csl-json", report=Report(), receiver=receiver)  # type: ignore[arg-type]
    (only,) = json.loads(text)
    return dict(only)


FULL = Record(
    type="article-journal", pmid="12", pmcid="PMC7", title="T", container_title="Journal of Trees",
    container_title_short="J Trees",
    author=(Name("Doe", "Jane", "Jr"), Name(literal="WHO, Europe")),
    original_title="Bäume", translated=True, mesh=(Heading("Trees"),),
)  # fmt: skip


def test_zotero_gets_an_item_whose_names_it_knows() -> None:
    made = item(FULL)
    assert made["journalAbbreviation"] == made["container-title-short"] == "J Trees"
    assert made["citation-key"] == made["id"]
    assert made["note"] == "PMID: 12\nPMCID: PMC7\nOriginal title: Bäume"
    assert made["author"] == [{"family": "Doe", "given": "Jane, Jr"}, {"literal": "WHO, Europe"}]
    assert not {"journalAbbreviation", "citation-key", "note"} & item(FULL, "generic").keys()
    (back,) = medcite.read(text=json.dumps([made]), report=Report())
    assert (back.container_title_short, back.pmid) == ("J Trees", "12")


def test_what_zotero_does_not_read_of_an_item_is_told() -> None:
    for receiver, expected in (("zotero", True), ("generic", False)):
        report = Report()
        medcite.write([FULL], "csl-json", report=report, receiver=receiver)  # type: ignore[arg-type]
        told = "; ".join(diagnostic.message for diagnostic in report.diagnostics)
        assert ("mesh" in told) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019 Fall", {"date-parts": [[2019]], "season": "Fall"}),
        ("2019 Summer", {"date-parts": [[2019]], "season": "Summer"}),
        ("2022 May-Jun", {"date-parts": [[2022, 5], [2022, 6]], "raw": "2022 May-Jun"}),
        ("2022 Dec-2023 Jan", {"date-parts": [[2022, 12], [2023, 1]], "raw": "2022 Dec-2023 Jan"}),
        ("2022 May 3", {"date-parts": [[2022, 5, 3]]}),
    ],
)
def test_zotero_reads_seasons_by_name_and_ranges_as_text(text: str, expected: object) -> None:
    record = FULL.replace(issued=dates.date(text))
    assert item(record)["issued"] == expected
    (back,) = medcite.read(text=json.dumps([item(record)]), report=Report())
    assert back.issued
    assert back.issued[:2] == dates.date(text)[:2]


def test_a_preprint_s_server_is_its_publisher_to_zotero() -> None:
    preprint = Record(type="article", genre="Preprint", title="T", container_title="bioRxiv")
    assert item(preprint)["publisher"] == "bioRxiv"
    assert "publisher" not in item(preprint, "generic")
    assert item(preprint.replace(publisher="CSHL"))["publisher"] == "CSHL"


def test_ranges_of_characters_are_translated_one_by_one() -> None:
    from medcite.markup import scripts  # noqa: PLC0415  # only this test needs it

    for table in (scripts._SUPERSCRIPTS, scripts._SUBSCRIPTS):
        for plain, raised in table.items():
            base = unicodedata.normalize("NFKC", chr(raised))
            assert base == ("−" if chr(plain) in "-‐‑–" else chr(plain))


@pytest.mark.parametrize(
    ("target", "field", "attribute"),
    [
        ("bibtex", "shortjournal", "container title short"),
        ("biblatex", "author+an:orcid", "identifiers of authors"),
    ],
)
def test_what_is_written_on_request_is_told_until_then(
    target: str, field: str, attribute: str
) -> None:
    orcid = Identifier("orcid", "0000-0001-5517-724X", "AUID")
    record = Record(
        type="article-journal", title="T", container_title="Journal of Trees",
        container_title_short="J Trees", author=(Name("Doe", "Jane", ids=(orcid,)),),
    )  # fmt: skip
    for chosen, is_told in (((), True), ((f"+{field}",), False)):
        report = Report()
        written(target, record, report=report, fields=chosen)
        told = " ".join(diagnostic.message for diagnostic in report.diagnostics)
        assert (attribute in told) == is_told
