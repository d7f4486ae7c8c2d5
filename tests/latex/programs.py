"""The real programs: TeX Live's, and `medcite` as a command that they can call."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import which

import pytest

from tests.conftest import ROOT

PAPER = ROOT / "samples" / "paper"
LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "’": "'"})


def missing(*names: str) -> list[str]:
    """Give the programs, and files of TeX such as ``revtex4-2.cls``, that are not installed.

    Documents load lmodern, whose fonts are small; T1 without it needs the large cm-super.
    """
    wanted = (*names, "lmodern.sty") if "pdflatex" in names else names
    return [name for name in wanted if not (_has_file(name) if "." in name else which(name))]


@cache
def _has_file(name: str) -> bool:
    if not which("kpsewhich"):
        return False
    return not subprocess.call(["kpsewhich", name], stdout=subprocess.DEVNULL)


def need(*names: str) -> pytest.MarkDecorator:
    lacking = missing(*names)
    return pytest.mark.skipif(bool(lacking), reason=f"not installed: {', '.join(lacking)}")


def command(folder: Path) -> Path:
    """Make the command `medcite` in a folder, for the programs' PATH."""
    folder.mkdir(exist_ok=True)
    path = folder / "medcite"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m convert "$@"\n', "utf-8")
    path.chmod(0o755)
    return folder


def run(folder: Path, *words: str, fine: bool = True) -> str:
    """Run a program in ``folder``; give what it printed."""
    tools = command(folder.parent / "tools")
    environment = os.environ | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "max_print_line": "1000",
        "openout_any": "p",
    }
    done = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, timeout=300, check=False
    )
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert not fine or done.returncode == 0, f"{words}:\n{said[-3000:]}"
    return said


def pdflatex(folder: Path, name: str, *options: str, fine: bool = True) -> str:
    return run(folder, "pdflatex", "-interaction=nonstopmode", *options, name, fine=fine)


def text(pdf: Path) -> str:
    """Give a PDF's text on one line, words that were parted at a line's end joined."""
    said = run(pdf.parent, "pdftotext", "-layout", pdf.name, "-")
    lines = (line.strip() for line in said.translate(LIGATURES).splitlines())
    return " ".join(filter(None, lines)).replace("- ", "").replace("-", "")


def stamps(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Give the time stamps and bytes of the files in ``folder``."""
    files = (path for path in sorted(folder.iterdir()) if path.is_file())
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}
