"""What the page of `medcite report` counts and tells; the merge's own counts are its flow."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import medcite
import pytest
from medcite.markup import report_page
from medcite.merge.merging import Merge, read_copies
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date as IssueDate
from medcite.model.values import Grant, Heading, PartialDate, Qualifier, Relation
from medcite.search_report import facets, standing
from medcite.search_report.overview import Overview, articles

from tests import hostile
from tests.conftest import ROOT
from tests.run import run_cli

SAMPLES = ROOT / "samples"
SEARCH = [str(SAMPLES / name) for name in ("refs.nbib", "embase.ris", "retracted.nbib")]
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def record(year: int = 2020, **values: Any) -> Record:
    return Record(title="A title", issued=IssueDate(PartialDate(year)), **values)


def page(records: list[Record]) -> report_page.ReportPage:
    merge = Merge(list(read_copies(records)))
    overview = Overview()
    followed = list(overview.follow(articles(merge, merge.records(Report(), "", ""))))
    return overview.page(["x"] * len(followed), merge.counts(), "Title")


def labels(record: Record) -> list[str]:
    return [standing.MARKS[number].label for number in standing.marks(record)]


def data(html: str) -> dict[str, Any]:
    match = DATA.search(html)
    assert match
    loaded: dict[str, Any] = json.loads(match[1])
    return loaded


def counted(html: str, label: str) -> str:
    """Return the number beside a label in a table of the page."""
    pattern = rf"<bdi>(?:<a [^>]*>)?{re.escape(label)}(?:</a>)?</bdi></th><td[^>]*>([\d,]+)</td>"
    match = re.search(pattern, html)
    assert match, label
    return match[1]


def test_the_flow_has_the_counts_of_merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run_cli(monkeypatch, "merge", *SEARCH, "-o", "all.ris", "--report", "prisma.json", "-q")
    run_cli(monkeypatch, "report", *SEARCH, "-o", "report.html", "-q")
    counts = json.loads(Path("prisma.json").read_text("utf-8"))
    html = Path("report.html").read_text("utf-8")
    assert counted(html, "Records identified") == str(counts["read"]["total"])
    for source, number in counts["read"]["by_source"].items():
        assert counted(html, source) == str(number)
    assert counted(html, "Duplicates removed") == str(counts["duplicates"]["total"])
    assert counted(html, "the same DOI") == str(counts["duplicates"]["by_rule"]["doi"])
    assert counted(html, "Records to screen") == str(counts["left"])
    assert counted(html, "retracted") == counted(html, "Retracted") == str(counts["retracted"])
    assert counted(html, "Without abstract") == str(counts["without_abstract"])
    assert len(data(html)["rows"]) == counts["left"]


def test_what_is_not_chosen_is_in_the_flow(monkeypatch: pytest.MonkeyPatch) -> None:
    html = run_cli(monkeypatch, "report", *SEARCH, "-q", "--where", "year >= 2009").out
    chosen = len(data(html)["rows"])
    assert chosen
    assert counted(html, "Records chosen") == str(chosen)
    left = int(counted(html, "Records without duplicates"))
    assert counted(html, "Not chosen") == str(left - chosen)


def test_no_order_of_inputs_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [run_cli(monkeypatch, "report", *order, "-q").out for order in (SEARCH, SEARCH[::-1])]
    assert pages[0] == pages[1]


def test_a_style_that_sorts_gives_each_record_its_reference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = data(run_cli(monkeypatch, "report", *SEARCH, "-q", "--style", "apa").out)["rows"]
    assert all(row[1].casefold() in row[3].casefold() for row in rows)


def test_references_have_no_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    for style in ("vancouver", "nlm", "the-lancet", "ieee"):
        rows = data(run_cli(monkeypatch, "report", *SEARCH, "-q", "--style", style).out)["rows"]
        assert all(re.match(r"(<i>)?[A-Z]", row[3]) for row in rows), style


def test_years_of_all_records_are_counted() -> None:
    years = page(
        [record(2020, pmid="1"), record(2021, pmid="2"), Record(title="B", pmid="3")]
    ).years
    assert years == {2020: 1, 2021: 1, 0: 1}


def test_major_topics_are_so_by_themselves_or_by_a_qualifier() -> None:
    headings = (
        Heading("Mice"),
        Heading("Liver", True),
        Heading("Heart", False, (Qualifier("injuries", True), Qualifier("blood"))),
    )
    assert facets.mesh(record(mesh=headings)) == ("Mice", "Liver", "Heart")
    assert facets.major_topics(record(mesh=headings)) == ("Liver", "Heart")


def test_types_leave_out_who_paid_and_are_nlms_words() -> None:
    kinds = ("Journal Article", "Research Support, N.I.H., Extramural", "Review")
    assert facets.types(record(publication_types=kinds)) == ("Journal Article", "Review")
    assert facets.types(record()) == ("Journal Article",)
    assert facets.types(record(type="chapter")) == ("Chapter",)


def test_languages_have_names() -> None:
    assert facets.languages(record(language=("eng", "ger", "xxx"))) == ("English", "German", "xxx")


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"pmcid": "PMC1", "nihmsid": "NIHMS1"}, "pmcid"),
        ({"nihmsid": "NIHMS1"}, "nihmsid"),
        ({"nihmsid": "EMS1"}, "missing"),  # Europe PMC's
        ({}, "missing"),
        ({"year": 2007}, ""),
        ({"genre": "Preprint"}, ""),
        ({"grants": (Grant(agency="Wellcome Trust"),)}, ""),
        ({"grants": ()}, ""),
    ],
)
def test_nih_states(values: dict[str, Any], state: str) -> None:
    grants = (Grant("R01 AI1", "AI", "NIAID NIH HHS", "United States"),)
    assert standing.nih_state(record(**{"grants": grants, **values})) == state


def test_marks_say_what_became_of_an_article() -> None:
    def related(kind: str) -> Record:
        return record(
            relations=(Relation(kind, "J. 2024", "9"),), abstract="x", doi="10.1/x", pmcid="PMC1"
        )

    assert labels(related("retraction-in")) == ["Retracted"]
    assert labels(related("partial-retraction-in")) == [
        "Retracted in part, or retracted and republished"
    ]
    assert labels(related("concern-in")) == ["Expression of concern"]
    assert labels(related("erratum-in")) == ["Corrected"]
    assert labels(related("comment-in")) == []
    assert labels(record()) == ["Without abstract", "Without DOI", "Without PMCID"]


def test_a_preprint_is_told_of_its_article_by_pubmed_and_by_the_search() -> None:
    told = record(genre="Preprint", relations=(Relation("update-in", "Lancet. 2021", "9"),))
    assert list(standing.remarks(told)) == ["published version: Lancet. 2021 PMID: 9"]
    title = "Copper surfaces in intensive care units of hospitals"
    preprint = record(type="article", genre="Preprint", doi="10.1101/1").replace(title=title)
    article = record(2021, doi="10.1086/670207", pmid="1").replace(title=title)
    notes = [entry.notes for each in page([preprint, article]).lists for entry in each.entries]
    assert any("preprint and article" in note for own in notes for note in own), notes


def test_nothing_in_records_is_markup_or_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = '</script><script>alert(1)</script><img src=x onerror="alert(1)">\u2028"\'&'
    records = [
        Record(
            title=evil, container_title=evil, pmid=evil, doi=f"10.1/{evil}", pmcid=evil,
            url="javascript:alert(1)", publication_types=(evil,), language=(evil,), key=evil,
            relations=(Relation("retraction-in", evil, evil),), mesh=(Heading(evil, True),),
        )
    ]  # fmt: skip
    text = medcite.write(records, "jsonl", report=Report())
    (tmp_path / "evil.jsonl").write_text(text, "utf-8")
    html = run_cli(monkeypatch, "report", str(tmp_path / "evil.jsonl"), "-q", "--title", evil).out
    own = html.count("<script")
    assert own == 2
    assert html.count("</script>") == 2
    assert "<img" not in html
    assert not re.search(r'(href|src)="(?!https://(?:doi|pubmed|pmc)\b|#)', html)
    assert data(html)["rows"]


def test_the_page_of_hostile_files_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_cli(monkeypatch, "report", *hostile.inputs(tmp_path), "-o", str(tmp_path / "a.html"), "-q")
    html = (tmp_path / "a.html").read_text("utf-8")
    assert html.count("<script") == html.count("</script>") == 2
    assert data(html)["rows"]


def test_a_page_that_somebody_changed_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.html"
    command = ("report", *SEARCH, "-o", str(file), "-q")
    assert run_cli(monkeypatch, *command).status == 0
    assert run_cli(monkeypatch, *command, "--title", "Other").status == 0
    file.write_text(file.read_text("utf-8").replace("Other", "Mine"), "utf-8")
    done = run_cli(monkeypatch, *command)
    assert done.status == 2
    assert "was changed since medcite wrote it" in done.err
    assert run_cli(monkeypatch, *command, "--force").status == 0


def test_decisions_of_merge_are_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review = tmp_path / "near.csv"
    run_cli(
        monkeypatch, "merge", *SEARCH, "-o", str(tmp_path / "a.ris"), "--review", str(review), "-q"
    )
    head, *pairs = review.read_text("utf-8").splitlines()
    assert pairs
    place = head.split(",").index("decision")
    before = len(data(run_cli(monkeypatch, "report", *SEARCH, "-q").out)["rows"])
    assert place == 0
    decided = [f"same{line}" for line in pairs if line.startswith(",")]
    review.write_text("\n".join([head, *decided]) + "\n", "utf-8")
    after = run_cli(monkeypatch, "report", *SEARCH, "-q", "--review", str(review)).out
    assert len(data(after)["rows"]) == before - 1
    assert counted(after, "decided by a person") == "1"
