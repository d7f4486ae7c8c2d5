"""Commands as processes under limits of the system: little memory, few open files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits are Linux's")

RECORD = "PMID- {0}\nDP  - 2020\nTI  - A title of article {0}.\nTA  - J\nFAU - Foe, Kim{0}\n\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def limited(limit: str, *words: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command under a limit of ``ulimit``."""
    script = f'ulimit {limit}; exec "$@"'
    return subprocess.run(
        ["sh", "-c", script, "sh", sys.executable, "-m", "medcite", *words],
        check=False,
        capture_output=True,
        cwd=cwd,
        env=ENVIRONMENT,
        timeout=60,
    )


@pytest.mark.long
@pytest.mark.parametrize(("command", "output"), [("merge", "out.ris"), ("report", "out.html")])
def test_too_little_memory_is_one_line(tmp_path: Path, command: str, output: str) -> None:
    (tmp_path / "big.nbib").write_text("".join(map(RECORD.format, range(1, 12_000))))
    done = limited("-v 60000", command, "big.nbib", "-q", "-o", output, cwd=tmp_path)
    told = f"medcite {command}: error: out of memory; give it more, or smaller inputs\n"
    assert (done.returncode, done.stderr.decode()) == (1, told)
    assert [path.name for path in tmp_path.iterdir()] == ["big.nbib"]


@pytest.mark.parametrize(("command", "output"), [("convert", "out.bib"), ("report", "out.html")])
def test_few_open_files_are_enough(tmp_path: Path, command: str, output: str) -> None:
    (tmp_path / "in.nbib").write_text("".join(map(RECORD.format, range(1, 20))))
    done = limited("-n 12", command, "in.nbib", "-q", "-o", output, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.nbib", output]
