"""The program as a process: signals, closed pipes, odd locales, files of every wrong kind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import ROOT

SAMPLE = str(ROOT / "samples" / "refs.nbib")
MEDCITE = [sys.executable, "-m", "medcite"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
RECORD = "PMID- {}\nDP  - 2020\nTI  - A title that is long enough to fill a pipe.\nTA  - J\n\n"


def run(*words: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*MEDCITE, *words],
        check=False,
        capture_output=True,
        cwd=cwd,
        env={**ENVIRONMENT, **environment},
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    big = tmp_path / "big.nbib"
    big.write_text("".join(RECORD.format(number) for number in range(1, 5000)))
    process = subprocess.Popen(
        [*MEDCITE, "convert", str(big), "--to", "csl-json", "-q"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        cwd=ROOT,
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline() == b"[\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 141


def interrupted(process: subprocess.Popen[bytes]) -> int | None:
    """Interrupt until it helps: Python misses a signal that comes just before it blocks."""
    for _ in range(10):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.wait(3)
    process.kill()
    return None


def test_an_interrupt_ends_in_one_line_and_leaves_the_output_whole(tmp_path: Path) -> None:
    output = tmp_path / "refs.bib"
    output.write_text("old")
    process = subprocess.Popen(
        [*MEDCITE, "convert", "-", "-q", "--from", "medline", "-o", str(output)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        cwd=ROOT,
        # Tests that run in the background are started deaf to interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (no threads)
    )
    assert process.stdin
    assert process.stderr
    number = 0
    while len(list(tmp_path.iterdir())) < 2:  # until it has begun to write beside the old file
        assert process.poll() is None
        number += 1
        process.stdin.write((RECORD.format(number) * 1_000).encode())
        process.stdin.flush()
    assert interrupted(process) == 130
    assert process.stderr.read().strip() == b"medcite: interrupted"
    process.stderr.close()
    with suppress(BrokenPipeError):
        process.stdin.close()
    assert [path.name for path in tmp_path.iterdir()] == ["refs.bib"]
    assert output.read_text() == "old"


def test_a_full_disk_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    done = run("convert", SAMPLE, "-q", "--to", "csl-json", "-o", "/dev/full")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("words", [("--version",), ("formats",), ("cite", SAMPLE, "-q")])
def test_a_full_disk_behind_standard_output_is_one_line(words: tuple[str, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*MEDCITE, *words], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False
        )
    assert done.returncode == 1
    assert done.stderr.strip().endswith(b"No space left on device")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("closed", "words", "status"),
    [
        (1, ("formats",), 1),
        (1, ("convert", SAMPLE, "-q", "--to", "ris"), 1),
        (1, ("--version",), 1),
        (2, ("convert", SAMPLE, "--to", "ris"), 0),
        (0, ("convert", SAMPLE, "-q", "--to", "ris"), 0),
        (0, ("convert", "-", "--to", "ris"), 1),
    ],
)
def test_a_closed_stream_is_no_defect(closed: int, words: tuple[str, ...], status: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}>&-', "sh", *MEDCITE, *words],
        capture_output=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert done.returncode == status
    assert b"internal error" not in done.stderr
    assert done.stderr.count(b"\n") == (status and closed != 2)


def test_the_locale_does_not_matter() -> None:
    plain = run("cite", str(ROOT / "samples" / "greek.nbib"), "-q", LC_ALL="C.UTF-8")
    assert "β".encode() in plain.stdout
    for environment in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}):
        again = run("cite", str(ROOT / "samples" / "greek.nbib"), "-q", **environment)
        assert again.stdout == plain.stdout


NOISE = random.Random(1).randbytes(100_000)
WRONG = {
    "paper.pdf": lambda: b"%PDF-1.7\n" + NOISE,
    "paper.nbib": lambda: b"%PDF-1.7\n" + NOISE,
    "noise.nbib": lambda: NOISE,
    "noise": lambda: NOISE,
    "noise.json": lambda: NOISE,
    "cut.nbib.gz": lambda: b"\x1f\x8b\x08\x00" + NOISE[:50],
    "letter.txt": lambda: b"Dear editor,\n\nplease find enclosed.\n",
    "page.html": lambda: b"<!DOCTYPE html>\n<html><body>PMID: 1</body></html>\n",
    "blank.nbib": lambda: b"\n \n\n",
    "empty.nbib": lambda: b"",
    "empty.json": lambda: b"",
    "nul.nbib": lambda: b"\0" * 5000,
    "long.nbib": lambda: b"a" * 100_000_000,
    "long.txt": lambda: b"PMID- " + b"1" * 100_000_000,
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_wrong_file_is_one_clear_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WRONG[name]())
    output = tmp_path / "out.bib"
    output.write_text("old")
    done = run("convert", name, "-o", "out.bib", cwd=tmp_path)
    (tmp_path / name).unlink()  # pytest keeps folders
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith((f"{name}: error[", f"{name}:1: error["))
    assert done.returncode == 1
    assert output.read_text() == "old"


@pytest.mark.parametrize("name", [".", "nowhere.nbib", "no/such/folder/refs.nbib", "a\nb"])
def test_what_is_no_file_is_one_clear_line(tmp_path: Path, name: str) -> None:
    done = run("check", name, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count(b"error[") == 1
    assert b"Traceback" not in done.stderr


def test_our_own_mistake_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import medcite.format_registry\n"
        "def broken(*_): raise KeyError('a mistake')\n"
        "medcite.format_registry.open_input = broken\n"
    )
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    done = run("check", SAMPLE, PYTHONPATH=path)
    assert done.returncode == 70
    assert b"Traceback" not in done.stderr
    assert b"KeyError" in done.stderr
    shown = run("check", SAMPLE, PYTHONPATH=path, MEDCITE_DEBUG="1")
    assert b"Traceback" in shown.stderr


def test_starting_up_imports_nothing_that_is_not_needed() -> None:
    code = (
        "import sys; before = set(sys.modules); import convert; print(*set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, env=ENVIRONMENT, cwd=ROOT
    )
    assert set(done.stdout.decode().split()) <= {"convert", "__future__"}


def test_converting_imports_only_what_it_needs() -> None:
    command = [sys.executable, "-X", "importtime", *MEDCITE[1:]]
    done = subprocess.run(
        [*command, "convert", SAMPLE, "--to", "csl-json"],
        check=True,
        capture_output=True,
        env=ENVIRONMENT,
        cwd=ROOT,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert "medcite.medline.split" in loaded
    heavy = {"bibtexparser", "rispy", "citeproc", "lxml", "docx", "importlib.metadata", "shtab"}
    assert not loaded & heavy


def test_a_docx_goes_through_a_pipe() -> None:
    made = run("cite", "samples/season.nbib", "--as", "docx")
    assert made.stdout.startswith(b"PK")
    assert made.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_a_docx_does_not_go_to_a_terminal() -> None:
    import pty

    master, slave = pty.openpty()
    words = [*MEDCITE, "cite", "samples/season.nbib", "--as", "docx"]
    made = subprocess.run(
        words, check=False, stdout=slave, stderr=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT
    )
    os.close(slave)
    os.close(master)
    assert (
        made.stderr == b"medcite cite: error: a .docx does not go to a terminal: say -o FILE.docx\n"
    )
    assert made.returncode == 2
