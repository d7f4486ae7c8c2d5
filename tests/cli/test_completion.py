"""The scripts for shells: bash, where it is, really completes; the others name the same words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from medcite.tables.receivers import RECEIVERS

from tests.run import run_cli

ASK = """\
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_shtab_medcite medcite "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
echo "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("con",), {"convert"}),
        (("convert", "--for", ""), set(RECEIVERS)),
        (("convert", "--ris-profile", ""), set(RECEIVERS)),
        (("convert", "--to", "bibt"), {"bibtex"}),
        (("latex", "--to", ""), {"bibtex", "biblatex"}),
        (("check", "--fail-on", "retr"), {"retracted"}),
        (("cite", "--citat"), {"--citations"}),
        (("cite", "refs"), {"refs.nbib"}),
    ],
)
def test_bash_completes(
    words: tuple[str, ...], expected: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "refs.nbib").touch()
    script = tmp_path / "script"
    script.write_text(run_cli(monkeypatch, "completion", "bash").out)
    done = subprocess.run(
        ["bash", "-c", ASK, "ask", str(script), "medcite", *words],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert set(done.stdout.split()) == expected
    assert not done.stderr


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_others_name_commands_options_and_values(
    shell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = run_cli(monkeypatch, "completion", shell).out
    for word in ("convert", "ris-profile", "jabref", "biblatex", "retracted"):
        assert word in script
