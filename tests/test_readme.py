"""Every example of the README does what it shows; `--accept` rewrites the outputs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from medcite.cli import program
from medcite.tables.keys import PRESETS

from tests.conftest import ROOT
from tests.run import blocks, perform, run_cli, steps, written

README = ROOT / "README.md"
CONSOLE = len(list(blocks(README.read_text("utf-8"), "console")))
DOCUMENTS = (README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md")


@pytest.mark.parametrize("number", range(CONSOLE))
def test_command_shows_what_the_readme_shows(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accept: bool
) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    text = README.read_text("utf-8")
    block = list(blocks(text, "console"))[number]
    done = [(step, perform(monkeypatch, step)) for step in steps(block["body"], "$ ")]
    if accept:
        start, end = block.span("body")
        README.write_text(text[:start] + written("$ ", done) + text[end:], "utf-8")
        return
    for step, got in done:
        assert got == step.expected, step.command


def test_python_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    code = "\n".join(found["body"] for found in blocks(README.read_text("utf-8"), "python"))
    exec(compile(code, "README.md", "exec"), {})
    assert (tmp_path / "refs.bib").read_text("utf-8").startswith("@article{")


def test_every_command_is_explained() -> None:
    text = README.read_text("utf-8")
    for name in program.names():
        assert f"medcite {name}" in text, name


def test_every_command_that_the_documents_name_exists() -> None:
    for path in DOCUMENTS:
        text = path.read_text("utf-8")
        shells = "\n".join(found["body"] for found in blocks(text, "sh"))
        named = re.findall(r"(?:^|[| /])medcite ([a-z]+)\b", shells, re.MULTILINE)
        named += re.findall(r"(?:`|\$ )medcite ([a-z]+)\b", text)
        for name in named:
            assert name in program.names(), f"{path.name}: medcite {name}"


def test_links_lead_somewhere() -> None:
    for path in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text("utf-8")):
            assert (ROOT / target).exists(), f"{path.name}: {target}"


@pytest.mark.parametrize("name", program.names())
def test_examples_of_the_help_are_valid(name: str) -> None:
    module = program.command(name)
    parser = program.Parser(prog=f"medcite {name}")
    module.add(parser)
    shown = [line.strip() for line in module.EXAMPLES.splitlines() if "medcite " in line]
    assert shown
    for line in shown:
        command = re.split(r"\s{2,}|\s+[>|#]\s", line.partition("medcite ")[2])[0]
        words = command.replace("*.nbib", "a.nbib").split()
        if words[0] == name:
            parser.parse_intermixed_args(words[1:])


def test_help_says_which_keys_have_names_and_what_may_be_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("convert", "cite", "latex"):
        said = " ".join(run_cli(monkeypatch, name, "--help").out.split())
        assert f"citation keys: {', '.join(PRESETS)}, or a pattern" in said
        assert "such as retracted; may be repeated" in said
