"""An input that changes during a run: one version of it is read, or the change is told."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from medcite.cli import parallel, program
from medcite.files import chunks, decoding, source, workers
from medcite.readers import medline

RECORD = (
    f"PMID- {{number}}\nTI  - {{title}}.\nAB  - {'Long. ' * 80}\nDP  - 2020\nSO  - J. 2020.\n\n"
)
COMMANDS = [["convert", "--to", "bibtex"], ["cite", "--style", "nlm", "--as", "html"]]


def version(title: str, number: int) -> bytes:
    """Return a file whose records all have the same title, of a length that tells it apart."""
    title *= 3 if title == "Old" else 5
    return "".join(RECORD.format(number=at, title=title) for at in range(1, number)).encode()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(chunks, "SIZE", 2000)
    monkeypatch.setattr(parallel, "MIN_SIZE", 20_000)
    for module in (source, decoding):
        monkeypatch.setattr(module, "PIECE", 10_000)
    file = tmp_path / "refs.nbib"
    file.write_bytes(version("Old", 400))
    return file


def interrupted(
    number: int, change: Any, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[int, list[object]]:
    """Run a command by so many processes, and ``change`` something when the first output comes."""
    pieces: list[object] = []
    done: list[object] = []

    def first(results: Iterator[Any]) -> Iterator[Any]:
        for result in results:
            if not done:
                done.append(change())
            yield result

    imap, split = workers.imap, medline.split
    if number > 1:
        monkeypatch.setattr(workers, "imap", lambda *arguments: first(imap(*arguments)))
    else:
        monkeypatch.setattr(medline, "split", lambda *arguments: first(split(*arguments)))
    monkeypatch.setattr(workers, "number", lambda: number)
    deliver = "medcite.cli.console.Console.deliver"
    monkeypatch.setattr(deliver, lambda _, given, *__: pieces.extend(given))
    return program.main([*asked, "--quiet"]), pieces


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("asked", COMMANDS)
def test_a_replaced_input_is_read_as_it_was(
    asked: list[str],
    number: int,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    new = file.with_name("new")
    new.write_bytes(version("New", 200))
    change = lambda: os.replace(new, file)  # noqa: E731  # it is handed on
    status, pieces = interrupted(number, change, [*asked, str(file)], monkeypatch)
    text = "".join(map(str, pieces))
    assert status == 0
    assert text.count("OldOldOld") >= 399
    assert "New" not in text
    assert not capsys.readouterr().err
    assert not new.exists()


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("asked", COMMANDS)
@pytest.mark.parametrize("size", [200, 400, 800])
def test_a_rewritten_input_is_told(
    size: int,
    asked: list[str],
    number: int,
    *,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    change = lambda: file.write_bytes(version("New", size))  # noqa: E731  # it is handed on
    status, _ = interrupted(number, change, [*asked, str(file)], monkeypatch)
    assert status == 1
    assert f"{file}: error[changed]: the file was changed" in capsys.readouterr().err


def rounds(tmp_path: Path, number: int, asked: list[str]) -> None:
    """Replace an input at varying times of a run; see that the output is of one version."""
    old, new, file = tmp_path / "old", tmp_path / "new", tmp_path / "refs.nbib"
    old.write_bytes(version("Old", 3000))
    new.write_bytes(version("New", 2500))
    command = [sys.executable, "-m", "medcite", *asked, "--from", "medline", "--quiet"]
    start = time.monotonic()
    wanted = [subprocess.check_output([*command, path]) for path in (old, new)]
    took = (time.monotonic() - start) / 2
    assert wanted[0] != wanted[1]
    for at in range(number):
        file.write_bytes(old.read_bytes())
        other = tmp_path / "other"
        other.write_bytes(new.read_bytes())
        with subprocess.Popen([*command, file], stdout=subprocess.PIPE) as process:
            time.sleep(took * at / number)
            os.replace(other, file)
            output = process.communicate()[0]
        assert process.returncode == 0
        assert output in wanted


@pytest.mark.parametrize("asked", COMMANDS[:1])
def test_the_output_is_of_one_version(asked: list[str], tmp_path: Path) -> None:
    rounds(tmp_path, 3, asked)


ROUNDS = [
    pytest.param(12, marks=pytest.mark.long),
    pytest.param(50, marks=pytest.mark.exhaustive),
]


@pytest.mark.parametrize("number", ROUNDS)
@pytest.mark.parametrize("asked", COMMANDS)
def test_the_output_is_of_one_version_many_times(
    asked: list[str], number: int, tmp_path: Path
) -> None:
    rounds(tmp_path, number, asked)
