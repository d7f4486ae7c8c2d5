"""Every command block of tests/commands does what it says; `--accept` rewrites the blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.csl import style_search

from tests.conftest import ROOT
from tests.run import blocks, perform, run_cli, steps, written

FOLDER = ROOT / "tests" / "commands"
CASES = [
    pytest.param(path, number, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.md"))
    for number, _ in enumerate(blocks(path.read_text("utf-8")), start=1)
]
assert CASES


@pytest.mark.parametrize(("path", "number"), CASES)
def test_block_does_what_it_says(
    path: Path, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accept: bool
) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    text = path.read_text("utf-8")
    block = list(blocks(text))[number - 1]
    done = [(step, perform(monkeypatch, step)) for step in steps(block["body"])]
    if accept:
        start, end = block.span("body")
        path.write_text(text[:start] + written("% ", done) + text[end:], "utf-8")
        return
    for step, got in done:
        assert got == step.expected, step.command


@pytest.mark.parametrize(
    ("suffix", "name"), [("nbib", "medline"), ("bib", "bibtex"), ("XML", "endnote-xml")]
)
def test_a_table_is_found_by_its_formats_suffix_too(
    monkeypatch: pytest.MonkeyPatch, suffix: str, name: str
) -> None:
    assert run_cli(monkeypatch, "fields", suffix) == run_cli(monkeypatch, "fields", name)
    assert run_cli(monkeypatch, "fields", suffix).out.startswith("TAG")


def test_a_field_alone_lists_all_its_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = run_cli(monkeypatch, "styles", "--field", "theology").out.splitlines()
    wanted = [each.name for each in style_search.search_styles("") if "theology" in each.fields]
    assert [line.split()[0] for line in listed] == wanted
    assert "catholic-biblical-association" in wanted
