"""The filter as pandoc runs it, and its parts on pandoc's syntax tree."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copy, which
from typing import Any

import pytest
from medcite.cli import pandoc_filter
from medcite.pandoc_filter import placeholders, plan, syntax_tree

from tests import hostile
from tests.conftest import ROOT

EXPORTS = ROOT / "samples" / "paper" / "exports.nbib"
SEVIGNY, ELM, YANG = "27582220", "18064739", "22426310"
YANG_DOI = "10.1038/ng.2213"


def string(text: str) -> dict[str, Any]:
    return {"t": "Str", "c": text}


SPACE: dict[str, Any] = {"t": "Space"}


def document(*inlines: dict[str, Any], **meta: object) -> dict[str, Any]:
    blocks = [{"t": "Para", "c": list(inlines)}]
    return {"pandoc-api-version": [1, 22], "meta": meta, "blocks": blocks}


def run(
    patch: pytest.MonkeyPatch, text: str | bytes, capture: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    """Run the filter; return its status, output and messages."""
    data = text.encode() if isinstance(text, str) else text
    patch.setattr(sys, "argv", ["medcite-pandoc", "html"])
    patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    status = pandoc_filter.main()
    return status, *capture.readouterr()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    copy(EXPORTS, "exports.nbib")
    return tmp_path


def pandoc(text: str, *words: str) -> tuple[str, str]:
    """Return what pandoc writes with the filter, and its messages."""
    if not which("pandoc"):
        pytest.skip("no pandoc")
    command = Path("medcite-pandoc")
    command.write_text(
        f"#!{sys.executable}\nfrom medcite.cli.pandoc_filter import run\nrun()\n", "utf-8"
    )
    command.chmod(0o755)
    words = ("--filter", "./medcite-pandoc", "--citeproc", "-t", "plain", *words)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        ["pandoc", *words], input=text.encode(), capture_output=True, check=True, env=environment
    )
    return done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("metadata", ["", "---\nmedcite: exports.nbib\n---\n\n"])
@pytest.mark.usefixtures("here")
def test_pandoc_gets_references_from_exports(metadata: str) -> None:
    text = f"One [see @pmid:{SEVIGNY}, p. 4], [PMID: {ELM}; PMID: {YANG}], [doi:{YANG_DOI}].\n"
    built, told = pandoc(metadata + text)
    assert told == ""
    first, *listed = " ".join(built.split()).split("Elm, Erik von")
    assert "One (see Sevigny et al. 2016, 4), " in first
    assert "von Elm et al. 2007" in first
    assert "Yang et al. 2012" in first
    assert listed[0].count("Yang") == 1  # cited by PMID and DOI
    assert "https://doi.org/10.1038/nature19323" in listed[0]


@pytest.mark.usefixtures("here")
def test_a_bibliography_is_gone_on_with() -> None:
    Path("own.json").write_text(
        json.dumps([{"id": f"pmid:{ELM}", "type": "book", "title": "Mine"}]), "utf-8"
    )
    text = f"---\nbibliography: own.json\n---\n\n@pmid:{ELM} @pmid:{SEVIGNY}\n"
    built, told = pandoc(text)
    assert told == ""
    assert "Mine" in built
    assert "Sevigny" in built
    assert "STROBE" not in built


@pytest.mark.usefixtures("here")
def test_an_unknown_article_is_told_and_pandoc_goes_on() -> None:
    built, told = pandoc(f"@pmid:{int(SEVIGNY) + 1} and @pmid:{SEVIGNY}\n")
    assert "error[unresolved]: pmid:27582221: no record with this name in 1 file" in told
    assert f"did you mean pmid:{SEVIGNY}?" in told
    assert "2016" in built


@pytest.mark.usefixtures("here")
def test_missing_exports_stop_with_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cite = placeholders._citation(next(placeholders.placeholders.find("[PMID: 1]")), "[PMID: 1]")
    name = {"t": "MetaInlines", "c": [string("none.nbib")]}
    status, out, err = run(monkeypatch, json.dumps(document(cite, medcite=name)), capsys)
    assert (status, out) == (1, "")
    assert (
        err
        == "medcite-pandoc: error: none.nbib: no such file or folder; expected PubMed's exports\n"
    )


@pytest.mark.parametrize("text", ["", "[]", "{", b"\xff", '{"meta": 1}', "[" * 100_000])
def test_what_is_no_document_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    status, out, err = run(monkeypatch, text, capsys)
    assert (status, out) == (1, "")
    assert "expected pandoc's JSON on standard input" in err


@pytest.mark.usefixtures("here")
def test_hostile_keys_are_shown_harmlessly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = [f"pmid:1{hostile.VALUE}", hostile.VALUE, "pmid:1"]
    node = {"t": "Cite", "c": [[{"citationId": id_} for id_ in ids], []]}
    status, _, err = run(monkeypatch, json.dumps(document(node)), capsys)
    assert status == 0
    assert "pmid:1: no record" in err
    assert hostile.raw(err) == []
    name = {"t": "MetaInlines", "c": [string(f"x{hostile.LINE}")]}
    status, _, err = run(monkeypatch, json.dumps(document(node, medcite=name)), capsys)
    assert status == 1
    assert "no such file" in err
    assert hostile.raw(err) == []


def replaced(*inlines: dict[str, Any]) -> list[str]:
    """Return inlines with their placeholders as citations: ids in braces, or texts."""
    nodes = list(inlines)
    placeholders.with_citations(nodes)
    return [
        "{" + " ".join(each["citationId"] for each in node["c"][0]) + "}"
        if node["t"] == "Cite" else syntax_tree.plain_text(node)
        for node in nodes
    ]  # fmt: skip


def test_placeholders_become_citations_whatever_stands_around_them() -> None:
    nodes = [string("a[PMID:"), SPACE, string("1];"), SPACE, string("([PMID:"), {"t": "SoftBreak"},
             string("2;"), SPACE, string("PMC33])."), SPACE, string("x")]  # fmt: skip
    assert replaced(*nodes) == ["a", "{pmid:1}", ";", " ", "(", "{pmid:2 PMC33}", ").", " ", "x"]


def test_links_and_code_stay() -> None:
    link = {"t": "Link", "c": [["", [], []], [string("[PMID: 1]")], ["http://x", ""]]}
    code = {"t": "Code", "c": [["", [], []], "[PMID: 1]"]}
    before = json.dumps([link, code])
    assert not placeholders.with_citations(nodes := [link, code])
    assert json.dumps(nodes) == before


def test_numbers_of_notes_follow_the_text() -> None:
    note = {"t": "Note", "c": [{"t": "Para", "c": [string("[PMID: 2]"), string(" [PMID: 3]")]}]}
    nodes = [string("[PMID: 1]"), note, string("[PMID: 4]")]
    placeholders.with_citations(nodes)
    found = [(each["citationId"], each["citationNoteNum"]) for each in syntax_tree.citations(nodes)]
    assert found == [("pmid:1", 1), ("pmid:2", 2), ("pmid:3", 2), ("pmid:4", 3)]


def test_a_document_without_citations_stays_as_it_is(here: Path) -> None:
    whole = document(string("a"), SPACE, string("[b]"))
    before = json.dumps(whole)
    plan.complete(whole, here, plan.Report())
    assert json.dumps(whole) == before
