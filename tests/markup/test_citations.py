"""Citations in the markups that are whole files: paragraphs before the list, and nothing lost."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.conftest import ROOT
from tests.run import run_cli

Cite = Callable[..., bytes]
SAMPLE = str(ROOT / "samples" / "season.nbib")
CITATIONS = b'[["3378902"], [{"id": "3378902", "prefix": "see {\\\\b <i>", "locator": "3"}], ["1"]]'
FIRST, SECOND = "(Rosenstock et al., 1988)", "(see {\\b <i> Rosenstock et al., 1988, p. 3)"


@pytest.fixture
def cite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cite:
    def run(suffix: str, *more: str) -> bytes:
        output = tmp_path / f"refs{suffix}"
        words = ("cite", SAMPLE, "-q", "--style", "apa", "--citations", "-", "-o", str(output))
        done = run_cli(monkeypatch, *words, *more, given=CITATIONS)
        assert done.status == 1  # the third is unknown, which is told
        assert "unknown-citation" in done.err
        return output.read_bytes()

    return run


def test_word(cite: Cite) -> None:
    paragraphs = docx.Document(io.BytesIO(cite(".docx"))).paragraphs
    assert [each.text for each in paragraphs[:3]] == [FIRST, SECOND, "[?]"]
    assert paragraphs[3].text.startswith("Rosenstock, I. M., ")
    assert [each.style.name for each in paragraphs] == ["Citation"] * 3 + ["Bibliography"]


def test_rtf(cite: Cite) -> None:
    text = cite(".rtf").decode("ascii")
    lines = [line for line in text.splitlines() if r"\pard" in line]
    assert len(lines) == 4
    assert lines[0].endswith(FIRST + r"\par")
    assert r"see \{\\b <i> Rosenstock" in lines[1]
    assert lines[3].count("Rosenstock, I. M., ") == 1


def test_a_page(cite: Cite) -> None:
    text = cite(".html").decode()
    found = re.findall(r'<p class="citation">(.*)</p>', text)
    assert found[0] == FIRST
    assert "see {\\b &#60;i&#62; Rosenstock" in found[1]
    assert text.index(found[2]) < text.index("<h1>") < text.index('class="csl-entry"')


@pytest.mark.parametrize("markup", ["text", "markdown", "latex", "latex-items"])
def test_lines(cite: Cite, markup: str) -> None:
    text = cite(".x", "--as", markup).decode()
    assert text.splitlines()[0] == FIRST
    assert text.count("Rosenstock, I") == 1
