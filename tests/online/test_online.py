"""``--online``: what the files lack is fetched, and nothing without being asked to."""

from __future__ import annotations

import io
import json
from collections import deque
from pathlib import Path

import pytest
from docx import Document

from tests.online.server import Reply, Services, record
from tests.run import run_cli


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an export that has one of the articles."""
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / "refs.nbib").write_text(record("101", "One.", "10.1000/one", "PMC11"))
    monkeypatch.chdir(folder)
    return folder


def asked_ids(services: Services) -> list[str]:
    return [asked.fields["id"] for asked in services.asked if "id" in asked.fields]


def write_document(file: Path) -> None:
    document = Document()
    document.add_paragraph("As said [PMID: 101; PMID: 102] and again [PMC13], (doi:10.5555/book).")
    document.add_paragraph("By DOI [doi:10.5555/book].")
    document.save(str(file))


def test_manuscript(monkeypatch: pytest.MonkeyPatch, here: Path, services: Services) -> None:
    write_document(here / "paper.docx")
    words = ("manuscript", "paper.docx", "--live", "no", "-o", "out.docx")
    done = run_cli(monkeypatch, *words)
    assert (done.status, services.asked) == (1, [])
    done = run_cli(monkeypatch, *words, "--online")
    assert (done.status, done.err) == (0, "")
    assert asked_ids(services) == ["102,103"]
    document = Document(io.BytesIO((here / "out.docx").read_bytes()))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for title in ("One", "Two", "Three", "A book"):
        assert title in text


def test_manuscript_whose_article_nobody_has(
    monkeypatch: pytest.MonkeyPatch, here: Path, services: Services
) -> None:
    document = Document()
    document.add_paragraph("As said [PMID: 999].")
    document.save("paper.docx")
    done = run_cli(monkeypatch, "manuscript", "paper.docx", "--online")
    assert done.status == 1
    assert "no record with this name in 1 file or in PubMed or at doi.org" in done.err
    assert not (here / "paper-cited.docx").exists()


def test_latex(monkeypatch: pytest.MonkeyPatch, here: Path, services: Services) -> None:
    (here / "main.tex").write_text(
        "\\cite{pmid:101,pmid:102,PMC13,own}\n\\bibliography{refs}\n\\bibliographystyle{plain}\n"
    )
    (here / "refs.bib").write_text("@misc{own, title={Mine}, doi={10.1000/mine}}\n")
    done = run_cli(monkeypatch, "latex", "main.tex", "--online")
    assert (done.status, done.err) == (0, "")
    written = (here / "refs.bib").read_text()
    assert [name in written for name in ("pmid:101", "pmid:102", "PMC13", "Mine")] == [True] * 4
    assert asked_ids(services) == ["102,103"]
    services.asked.clear()
    for words in (("--online",), ()):  # again, and without the network
        done = run_cli(monkeypatch, "latex", "main.tex", *words)
        assert (done.status, done.out, services.asked) == (0, "", [])
        assert (here / "refs.bib").read_text() == written


def test_markdown(monkeypatch: pytest.MonkeyPatch, here: Path, services: Services) -> None:
    (here / "paper.md").write_text(
        "---\nbibliography: refs.json\n---\n\nAs said [@pmid:101; @pmid:102] and [@PMC13].\n"
    )
    done = run_cli(monkeypatch, "manuscript", "paper.md", "--online")
    assert (done.status, done.err) == (0, "")
    assert len(json.loads((here / "refs.json").read_text())) == 3
    assert asked_ids(services) == ["102,103"]


def test_latex_bbl(monkeypatch: pytest.MonkeyPatch, here: Path, services: Services) -> None:
    (here / "main.tex").write_text("\\cite{pmid:101,pmid:102}\n\\bibliography{none}\n")
    done = run_cli(monkeypatch, "latex", "main.tex", "--bbl", "--online", "-o", "-")
    assert done.status == 0
    assert "Two" in done.out


def test_verify(monkeypatch: pytest.MonkeyPatch, here: Path, services: Services) -> None:
    listed = run_cli(monkeypatch, "fetch", "101", "102", "--to", "bibtex", "--key", "pmid").out
    listed = listed.replace("doi = {10.1000/two},", "doi = {10.1000/two},\n  note = {x},")
    listed += "@article{made, title={Never written}, pmid={999}, year={2020}}\n"
    listed += "@article{wrong, title={Something else at all}, pmid={103}, year={2020}}\n"
    (here / "list.bib").write_text(listed)
    done = run_cli(monkeypatch, "verify", "list.bib", "--online", "--as", "json")
    answers = {row["id"]: row["answer"] for row in map(json.loads, done.out.splitlines())}
    found = {
        key.removeprefix("pmid:").removeprefix("pmid"): value for key, value in answers.items()
    }
    assert found == {
        "101": "agrees", "102": "agrees", "made": "not found", "wrong": "other article",
    }  # fmt: skip
    assert done.status == 1
    services.asked.clear()
    run_cli(monkeypatch, "verify", "list.bib", "--against", "refs.nbib")
    assert not services.asked


def test_verify_a_typed_list(
    monkeypatch: pytest.MonkeyPatch, here: Path, services: Services
) -> None:
    title = "A long title that is of one article alone, about nothing at all."
    services.records["10400001"] = record("10400001", title)
    text = f"1. Doe J. {title} J Test. 2020 Jan;1:1-2. PMID: 10400001\n"
    text += "2. Roe A. Nothing. 2019. PMID: 99999999\n"
    (here / "list.txt").write_text(text)
    done = run_cli(monkeypatch, "verify", "list.txt", "--online", "--against", "refs.nbib")
    answers = [line.partition(",")[0] for line in done.out.splitlines()]
    assert answers == ["1: agrees", "2: not found"]


@pytest.mark.parametrize("command", ["cite", "convert"])
def test_a_list_of_pmids(
    monkeypatch: pytest.MonkeyPatch, here: Path, services: Services, command: str
) -> None:
    (here / "pmids.txt").write_text("10100001\n10200002\n99999999\n")
    (here / "export.nbib").write_text(record("10100001", "First."))
    services.records["10200002"] = record("10200002", "Second.")
    to = ["--to", "medline"] if command == "convert" else []
    words = [command, "pmids.txt", *to, "--from-library", "export.nbib"]
    done = run_cli(monkeypatch, *words)
    assert ("First" in done.out, "Second" in done.out, services.asked) == (True, False, [])
    done = run_cli(monkeypatch, *words, "--online")
    assert ("First" in done.out, "Second" in done.out, done.status) == (True, True, 1)
    assert asked_ids(services)[0] == "10200002,99999999"
    assert "99999999: no record with this PMID in 1 file or in PubMed" in done.err
    done = run_cli(monkeypatch, command, "pmids.txt", *to, "--online")
    assert "Second" in done.out


def test_citations_of_articles_that_are_not_among_the_inputs(
    monkeypatch: pytest.MonkeyPatch, here: Path, services: Services
) -> None:
    (here / "citations.json").write_text('[["101"], ["pmid:102", "10.5555/book"], ["own"]]')
    done = run_cli(monkeypatch, "cite", "refs.nbib", "--citations", "citations.json", "--online")
    assert "[unknown-citation]: no record is 'own'" in done.err
    assert "Two" in done.out
    assert "A book" in done.out
    assert asked_ids(services) == ["102"]


def test_a_merged_number_means_the_article(
    monkeypatch: pytest.MonkeyPatch, here: Path, services: Services
) -> None:
    services.merged = {"77": "102"}
    (here / "main.tex").write_text("\\cite{pmid:77}\n\\bibliography{refs}\n")
    done = run_cli(monkeypatch, "latex", "main.tex", "--online")
    assert "merged-id" in done.err
    assert "@article{pmid:77," in (here / "refs.bib").read_text()


def test_without_an_answer_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, here: Path, services: Services
) -> None:
    write_document(here / "paper.docx")
    services.faults = {"efetch": deque([Reply(500, "")] * 50)}
    done = run_cli(monkeypatch, "manuscript", "paper.docx", "--online")
    assert done.status == 1
    assert done.err.count("[no-answer]") == 1
    assert not (here / "paper-cited.docx").exists()


def test_refresh_alone_is_told(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    done = run_cli(monkeypatch, "cite", "refs.nbib", "--refresh")
    assert "--refresh changes nothing without --online" in done.err
