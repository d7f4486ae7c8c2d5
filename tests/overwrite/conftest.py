"""A folder with a command that writes records to a file in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.overwrite.files import LISTS, Write
from tests.run import Outcome, run_cli


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Return what writes records to a file, by the command that its suffix is for."""
    monkeypatch.chdir(tmp_path)

    def run(records: str, name: str, *words: str) -> Outcome:
        command = "cite" if name.removesuffix(".gz") in LISTS else "convert"
        given = (command, "-", "-q", "-o", name, *words)
        return run_cli(monkeypatch, *given, given=records.encode())

    return run
