"""The command on whole documents, and what pandoc and Typst build of them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copy, which

import pytest

from tests.conftest import ROOT
from tests.run import Outcome, run_cli

EXPORTS = ROOT / "samples" / "paper" / "exports.nbib"
SEVIGNY, ELM, YANG = "27582220", "18064739", "22426310"
Manuscript = Callable[..., Outcome]
NAMED = ["refs.json", "refs.yaml", "refs.bib"]


@pytest.fixture
def manuscript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Manuscript:
    """Write a document beside the exports, and run the command on it."""
    monkeypatch.chdir(tmp_path)
    copy(EXPORTS, "exports.nbib")

    def run(document: str, *words: str, text: str = "") -> Outcome:
        if text:
            Path(document).write_text(text, "utf-8")
        return run_cli(monkeypatch, "manuscript", document, *words)

    return run


def markdown(bibliography: str, body: str) -> str:
    return f"---\ntitle: A paper\nbibliography: {bibliography}\n---\n\n{body}\n"


def cited(bibliography: str) -> str:
    return markdown(bibliography, f"One [@pmid:{SEVIGNY}, p. 4; -@pmid-{ELM}].")


def pandoc(document: str, *words: str) -> str:
    if not which("pandoc"):
        pytest.skip("no pandoc")
    command = ["pandoc", "--citeproc", "-f", "markdown", "-t", "plain", "--fail-if-warnings"]
    done = subprocess.run([*command, *words, document], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


@pytest.mark.parametrize("name", NAMED)
def test_the_bibliography_that_is_named_is_written(manuscript: Manuscript, name: str) -> None:
    done = manuscript("paper.md", text=cited(name))
    assert (done.err, done.status) == ("", 0)
    assert done.out == (
        f"{name}: added pmid:{SEVIGNY} (Sevigny et al., Nature, 2016)\n"
        f"{name}: added pmid-{ELM} (von Elm et al., Lancet, 2007)\n"
    )
    built = pandoc("paper.md")
    assert built.startswith("One (Sevigny et al. 2016, 4; 2007).")
    assert "https://doi.org/10.1038/nature19323" in built


@pytest.mark.parametrize("name", NAMED)
def test_a_second_run_changes_nothing(manuscript: Manuscript, name: str) -> None:
    manuscript("paper.md", text=cited(name))
    before = Path(name).read_bytes(), os.stat(name)
    assert manuscript("paper.md") == ("", "", 0)
    assert manuscript("paper.md", "--check") == ("", "", 0)
    assert (Path(name).read_bytes(), os.stat(name)) == before


OWN = {
    "refs.json": '[\n  {"id": "own",\n   "type": "book", "title": "Mine" }\n]\n',
    "refs.yaml": "references:\n  - id: own # mine\n    type: book\n    title: Mine\n",
    "refs.bib": "% mine\n@book{own, title={Mine}, year = 2001}\n",
}


@pytest.mark.parametrize("name", NAMED)
def test_what_the_author_wrote_stays(manuscript: Manuscript, name: str) -> None:
    Path(name).write_text(OWN[name], "utf-8")
    text = markdown(name, f"[@own; @pmid:{SEVIGNY}]")
    assert manuscript("paper.md", text=text).out.count("added") == 1
    written = Path(name).read_text("utf-8")
    assert written.startswith(OWN[name].rstrip("]\n"))
    assert "Mine" in pandoc("paper.md")
    edited = written.replace("2016", "1999")
    Path(name).write_text(edited, "utf-8")
    assert manuscript("paper.md") == ("", "", 0)
    assert Path(name).read_text("utf-8") == edited


@pytest.mark.parametrize("name", NAMED)
def test_an_entry_of_medcites_follows_its_record(manuscript: Manuscript, name: str) -> None:
    manuscript("paper.md", text=cited(name))
    exports = Path("exports.nbib").read_text("utf-8")
    Path("exports.nbib").write_text(exports.replace("VI  - 537", "VI  - 538"), "utf-8")
    done = manuscript("paper.md")
    assert done.out == f"{name}: refreshed pmid:{SEVIGNY} (changed: volume)\n"


def test_an_entry_in_another_bibliography_is_not_added(manuscript: Manuscript) -> None:
    Path("own.bib").write_text(f"@book{{pmid:{SEVIGNY}, title={{Mine}}}}\n", "utf-8")
    done = manuscript("paper.md", text=cited("[own.bib, refs.json]"))
    assert done.out.splitlines() == [f"refs.json: added pmid-{ELM} (von Elm et al., Lancet, 2007)"]


def test_check_changes_nothing(manuscript: Manuscript) -> None:
    done = manuscript("paper.md", "--check", text=cited("refs.json"))
    assert done.out.count("added") == 2
    assert done.err == (
        "refs.json: error[out-of-date]: is not up to date; run without --check to write it\n"
    )
    assert done.status == 1
    assert not Path("refs.json").exists()


def test_an_unknown_key_is_told_with_its_place(manuscript: Manuscript) -> None:
    done = manuscript("paper.md", text=markdown("refs.json", "@pmid:27582221"))
    assert done.err == (
        "paper.md:6: error[unresolved]: pmid:27582221: no record with this name in 1 file;"
        f" did you mean pmid:{SEVIGNY}?\n"
    )
    assert done.status == 1


def test_no_bibliography_is_told_with_what_to_do(manuscript: Manuscript) -> None:
    done = manuscript("paper.md", text=f"[@pmid:{SEVIGNY}]\n")
    assert done.status == 1
    assert "let it have bibliography: refs.json in its metadata, or use -o FILE" in done.err
    assert manuscript("paper.md", "-o", "refs.json").out.startswith("refs.json: added")
    assert "2016" in pandoc("paper.md", "--bibliography", "refs.json")


def test_standard_output_gets_the_bibliography(manuscript: Manuscript) -> None:
    done = manuscript("paper.md", "-o", "-", text=cited("refs.json"))
    assert done.out.startswith("[\n{")
    assert not Path("refs.json").exists()


def test_the_document_is_no_output(manuscript: Manuscript) -> None:
    done = manuscript("paper.md", "-o", "paper.md", text=cited("refs.json"))
    assert done.status == 2
    assert "-o paper.md: the text of Markdown is not changed" in done.err


def test_what_is_for_word_is_told(manuscript: Manuscript) -> None:
    done = manuscript("paper.md", "--style", "apa", text=cited("refs.json"))
    assert done.err == "medcite: warning[unused-option]: --style changes nothing for Markdown\n"


@pytest.mark.parametrize(("name", "text"), [("refs.json", '{"a": 1}'), ("refs.yaml", "a: [")])
def test_a_broken_bibliography_is_refused(manuscript: Manuscript, name: str, text: str) -> None:
    Path(name).write_text(text, "utf-8")
    done = manuscript("paper.md", text=cited(name))
    assert done.status == 1
    assert f"{name}:1: " in done.err or f"{name}:2: " in done.err
    assert Path(name).read_text("utf-8") == text


def test_another_documents_bibliography_is_no_export(manuscript: Manuscript) -> None:
    manuscript("one.md", text=cited("one.json"))
    manuscript("two.md", text=cited("two.json"))
    assert manuscript("one.md") == ("", "", 0)
    assert manuscript("two.md") == ("", "", 0)


TYPST = """= One <one>
A @pmid-{0}[p. 4], #cite(<pmid-{1}>, form: "prose"), #cite(label("doi:10.1038/ng.2213")).
#bibliography("{2}")
"""


@pytest.mark.parametrize("name", ["refs.yml", "refs.bib"])
def test_typst_builds_what_is_written(manuscript: Manuscript, name: str) -> None:
    python = Path(os.environ.get("MEDCITE_RECEIVERS", ""), "venv", "bin", "python")
    text = TYPST.format(SEVIGNY, ELM, name)
    done = manuscript("paper.typ", text=text)
    assert (done.err, done.status) == ("", 0)
    assert done.out.count(f"{name}: added") == 3
    assert manuscript("paper.typ") == ("", "", 0)
    if not python.is_file():
        pytest.skip("no Typst: set MEDCITE_RECEIVERS")
    code = "import typst; typst.compile('paper.typ', output='paper.pdf')"
    subprocess.run([str(python), "-c", code], check=True, timeout=60)
    assert Path("paper.pdf").stat().st_size > 1000


def test_quarto_documents_share_the_bibliography_of_their_project(manuscript: Manuscript) -> None:
    Path("_quarto.yml").write_text("project:\n  type: book\nbibliography: refs.json\n", "utf-8")
    assert manuscript("one.qmd", text=f"@pmid:{SEVIGNY} @fig-one\n").out.count("added") == 1
    assert manuscript("two.qmd", text=f"@pmid:{ELM}\n").out.count("added") == 1
    built = pandoc("two.qmd", "--bibliography", "refs.json")
    assert built.startswith("von Elm et al. (2007)")
