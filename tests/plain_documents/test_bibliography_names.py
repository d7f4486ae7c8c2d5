"""A document may name a bibliography by what is no file name."""

from __future__ import annotations

from pathlib import Path

from medcite.model.report import Report
from medcite.plain_documents.plan import PlainRequest, language_of, plan

BAD = '#bibliography(("re\0fs.bib", "refs.bib"))\nAs @pmid:1 shows.\n'


def _plan(document: Path, output: str, report: Report) -> bytes:
    document.write_text(BAD, "utf-8")
    export = document.with_name("export.nbib")
    export.write_text("PMID- 1\nTI  - A title\nDP  - 2020\n", "utf-8")
    language = language_of(document.name)
    assert language
    request = PlainRequest(str(document), (str(export),), output)
    return plan(request, language, report).revision.new


def test_one_with_a_nul_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    report = Report()
    new = _plan(tmp_path / "main.typ", str(tmp_path / "refs.bib"), report)
    assert b"A title" in new
    (told,) = [each.message for each in report.diagnostics if each.code == "unknown-bibliography"]
    assert "is not a file name" in told


def test_one_with_a_nul_is_not_chosen_to_be_written(tmp_path: Path) -> None:
    document = tmp_path / "main.typ"
    _plan(document, "", Report())
    language = language_of(document.name)
    assert language
    files = (str(tmp_path / "export.nbib"),)
    assert plan(PlainRequest(str(document), files), language, Report()).path.name == "refs.bib"
