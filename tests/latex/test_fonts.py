"""Documents of the samples and tests need no fonts but those that they load."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.latex.programs import PAPER, need, run, text

SOURCES = sorted(PAPER.glob("*.tex"))
DOCUMENTS = [path.stem for path in SOURCES if "documentclass" in path.read_text("utf-8")]


def where(font: str) -> str:
    found = subprocess.run(["kpsewhich", font], capture_output=True, text=True, check=False)
    return str(Path(found.stdout.strip() or "none").parent)


@need("pdflatex", "pdftotext", "biber")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_samples_need_no_cm_super(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = tmp_path / "paper"
    shutil.copytree(PAPER, folder)
    fonts = (".", where("lmr10.pfb"), where("cmr10.pfb"), where("cmsy10.pfb"))
    monkeypatch.setenv("T1FONTS", os.pathsep.join(dict.fromkeys(fonts)))
    monkeypatch.setenv("MKTEXPK", "0")
    run(folder, "pdflatex", "-interaction=nonstopmode", name)
    assert "aducanumab" in text(folder / f"{name}.pdf")


def test_documents_with_t1_load_latin_modern() -> None:
    files = [*ROOT.glob("samples/**/*.tex"), *ROOT.glob("tests/**/*.py")]
    texts = [path.read_text("utf-8") for path in files if path != Path(__file__)]
    with_t1 = [text for text in texts if r"\usepackage[T1]{fontenc}" in text]
    assert len(with_t1) > 5
    assert all(r"\usepackage{lmodern}" in text for text in with_t1)
