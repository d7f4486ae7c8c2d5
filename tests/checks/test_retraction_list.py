"""Retraction Watch's list: what it says of an article, and that every command tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.base.errors import InputError
from medcite.checks.retraction_list import RetractionList, read_list
from medcite.model.record import Record
from medcite.model.values import Relation

from tests.conftest import ROOT
from tests.run import Outcome, run_cli

REFS = str(ROOT / "samples" / "refs.nbib")
HEAD = (
    "Record ID,Title,Journal,RetractionDate,RetractionDOI,RetractionPubMedID,"
    "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\r\n"
)
NATURES = ("Correction", "Expression of concern", "Reinstatement")


def row(nature: str, **more: str) -> str:
    cells = {
        "id": "7", "title": '"A title, with a comma"', "journal": "PLoS One",
        "date": "3/1/2024 0:00", "doi": "10.1000/Notice", "pmid": "0",
        "article_doi": "10.1371/JOURNAL.pmed.0020124", "article_pmid": "0", "nature": nature,
        "reason": "+Concerns/Issues about Data;+Investigation by Journal/Publisher;",
    }  # fmt: skip
    return ",".join({**cells, **more}.values()) + "\r\n"


def listed(*rows: str) -> RetractionList:
    return read_list((HEAD + "".join(rows)).splitlines(), "list.csv")


ARTICLE = Record(pmid="16060722", doi="10.1371/journal.PMED.0020124", title="Why most")
CITATION = (
    "PLoS One. 2024 Mar 1. doi: 10.1000/Notice (Concerns/Issues about Data; Investigation by"
    " Journal/Publisher)"
)


@pytest.mark.parametrize(
    "cells", [{}, {"article_doi": "unavailable", "article_pmid": "16060722"}], ids=["doi", "pmid"]
)
def test_a_retraction_is_found_by_doi_and_pmid(cells: dict[str, str]) -> None:
    marked = listed(row("Retraction", **cells)).marked(ARTICLE)
    assert marked.retracted
    assert marked.relations == (Relation("retraction-in", CITATION, "", "10.1000/Notice"),)


@pytest.mark.parametrize("nature", NATURES)
def test_no_other_notice_makes_an_article_retracted(nature: str) -> None:
    known = listed(row(nature))
    assert known.marked(ARTICLE) is ARTICLE
    (note,) = known.others(ARTICLE)
    assert note.code != "retracted"
    assert note.message.endswith(CITATION)


def test_an_article_that_was_reinstated_is_not_retracted() -> None:
    rows = (row("Reinstatement", date="5/2/2024 0:00"), row("Retraction"))
    assert not listed(*rows).marked(ARTICLE).retracted
    again = row("Retraction", date="2024-06-01")
    assert listed(*rows, again).marked(ARTICLE).retracted


@pytest.mark.parametrize(
    "record",
    [
        ARTICLE.replace(title="Retraction note: Why most"),
        ARTICLE.replace(title="Retraction"),
        ARTICLE.replace(publication_types=("Retraction of Publication",)),
        ARTICLE.replace(relations=(Relation("retraction-of", "PLoS Med. 2005"),)),
        Record(pmid="1", doi="10.1000/other", title="Why most"),
        Record(title="Why most"),
    ],
)
def test_a_notice_or_another_article_is_not_retracted(record: Record) -> None:
    assert listed(row("Retraction")).marked(record) is record


def test_what_the_record_says_itself_is_not_said_twice() -> None:
    own = ARTICLE.replace(relations=(Relation("retraction-in", "PLoS Med. 2024", "9"),))
    assert listed(row("Retraction", pmid="9")).marked(own) is own


@pytest.mark.parametrize(
    ("title", "retracted"),
    [
        ("RETRACTED: Malaria in 2002", True),
        ("Retracted article: Malaria", True),
        ("WITHDRAWN: Malaria", True),
        ("Withdrawal of steroids in asthma (Retracted article. See vol. 3)", True),
        ("Retraction of the eyelid in Graves' disease [RETRACTED]", True),
        ("Retraction note: [Retracted article] Malaria", False),
        ("Retraction notice to “Malaria” [Retracted Article]", False),
        ("Correction to: Malaria (Retracted article)", False),
        ("Retraction of the eyelid in Graves' disease", False),
        ("Withdrawal of steroids in asthma", False),
    ],
)
def test_titles_tell_articles_from_notices(title: str, retracted: bool) -> None:
    assert Record(title=title).retracted is retracted


def test_a_table_of_another_kind_is_refused() -> None:
    with pytest.raises(InputError, match=r"x.csv: has no column RetractionNature; expected Retra"):
        read_list(["PMID,Title", "1,x"], "x.csv")
    with pytest.raises(InputError, match="has no column"):
        read_list([], "x.csv")


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "watch.csv"
    path.write_bytes((HEAD + row("Retraction") + row("Correction")).encode())
    return str(path)


def reading(patch: pytest.MonkeyPatch, file: str, *words: str) -> Outcome:
    return run_cli(patch, *words, "--retractions", file)


@pytest.mark.parametrize(
    "words",
    [
        ("convert", REFS, "--to", "ris"),
        ("cite", REFS),
        ("check", REFS),
        ("merge", REFS, "--to", "ris"),
        ("verify", REFS, "--against", REFS),
    ],
)
def test_commands_that_read_tell_once(
    monkeypatch: pytest.MonkeyPatch, file: str, words: tuple[str, ...]
) -> None:
    told = reading(monkeypatch, file, *words).err
    warning = f"warning[retracted]: 16060722: this article was retracted: {CITATION}"
    assert told.count(warning) == 1
    assert "note[erratum]: 16060722: there is a correction" in told


def test_conditions_counts_and_marks_know_it(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    chosen = reading(monkeypatch, file, "convert", REFS, "--to", "jsonl", "--where", "retracted")
    assert len(chosen.out.splitlines()) == 1
    merged = reading(monkeypatch, file, "merge", REFS, "--to", "ris")
    assert "1 retracted" in merged.err
    cited = reading(monkeypatch, file, "cite", REFS, "--mark-retracted", "--style", "nlm")
    assert "research findings are false [Retracted]" in cited.out
    fails = reading(monkeypatch, file, "check", REFS, "--fail-on", "retracted")
    assert fails.status == 1


def test_latex_tells_with_and_without_a_record(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = r"\documentclass{article}\begin{document}\cite{%s}\bibliography{refs}\end{document}"
    (tmp_path / "main.tex").write_text(text % "pmid:16060722")
    for _ in range(2):  # the second run has an entry, and looks all the same
        done = reading(monkeypatch, file, "latex", "main.tex", REFS)
        assert f"this article is retracted; see {CITATION}" in done.err
        assert "note[erratum]" in done.err
    (tmp_path / "refs.bib").write_text(
        "@article{own, title={T}, doi={10.1371/journal.pmed.0020124}}"
    )
    (tmp_path / "main.tex").write_text(text % "own")
    assert "this article is retracted" in reading(monkeypatch, file, "latex", "main.tex", REFS).err


def test_a_manuscript_tells(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str) -> None:
    from docx import Document  # noqa: PLC0415  # slow to import, and only needed here

    document = Document()
    document.add_paragraph("Most findings are false [PMID: 16060722].")
    document.save(str(tmp_path / "paper.docx"))
    words = ("manuscript", str(tmp_path / "paper.docx"), REFS)
    assert f"retracted; see {CITATION}" in reading(monkeypatch, file, *words).err
    again = ("manuscript", str(tmp_path / "paper-cited.docx"))  # whose fields have the record
    assert "this article is retracted" in reading(monkeypatch, file, *again).err
