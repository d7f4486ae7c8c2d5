"""Exports that can be read only once, and files that only lie beside a document."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import IO, Any

import pytest
from medcite.library.library_files import open_library
from medcite.library.pipe import Pipe
from medcite.model.report import Report

from tests.conftest import ROOT
from tests.run import run_cli

REFS = ROOT / "samples" / "refs.nbib"
NAME = "pmid:13054692"
TEX = (
    "\\documentclass{article}\\begin{document}\\cite{pmid:13054692}"
    "\\bibliographystyle{plain}\\bibliography{refs}\\end{document}\n"
)


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[Path]:
    """Give a named pipe into which the sample is written once."""
    path = tmp_path / "pipe.nbib"
    os.mkfifo(path)
    writer = Thread(target=path.write_bytes, args=(REFS.read_bytes(),), daemon=True)
    writer.start()
    yield path
    writer.join(timeout=10)


def test_a_pipe_is_read_once(pipe: Path) -> None:
    records = Pipe(pipe)
    assert [record.pmid for record in records.find(NAME)] == ["13054692"]
    assert len([*records.records()]) == 6
    assert records.names_starting_with("pmid:1305") == [NAME]
    assert not records.unreadable_files()


def test_latex_takes_articles_from_a_pipe(
    pipe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("main.tex").write_text(TEX)
    done = run_cli(monkeypatch, "latex", "main.tex", str(pipe))
    assert done.status == 0, done.err
    assert "Molecular structure of nucleic acids" in Path("refs.bib").read_text("utf-8")


def test_a_pipe_without_citations_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    Thread(target=path.write_text, args=("nothing\n",), daemon=True).start()
    report = Report()
    open_library([str(path)], [path], [NAME], report)
    assert [told.message.split(";")[0] for told in report.diagnostics] == [
        "holds no citations in a known format"
    ]


def test_an_unreadable_file_beside_a_document_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "a.nbib", tmp_path / "b.nbib"
    for path in (good, bad):
        path.write_bytes(REFS.read_bytes())
    opened = Path.open

    def refusing(path: Path, *arguments: Any, **more: Any) -> IO[Any]:
        if path == bad:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", refusing)
    report = Report()
    library = open_library([], [good, bad], [NAME], report)
    assert [record.pmid for record in library.find([NAME])] == ["13054692"]
    assert [(told.where.file, told.message) for told in report.diagnostics] == [
        (str(bad), "cannot be read (Permission denied): left out")
    ]
