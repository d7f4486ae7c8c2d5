"""The program as a process: signals, closed pipes, odd locales, files of every wrong kind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.run import run_cli

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


SIGNALS = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
    if hasattr(signal, name)
]


def heard() -> None:
    """Let signals do what they do by default: tests in the background are started deaf to some."""
    for each in SIGNALS:
        signal.signal(each, signal.SIG_DFL)


def started(*words: str, mark: str = "", **options: Any) -> subprocess.Popen[bytes]:
    """Start medcite, to be sent signals."""
    return subprocess.Popen(
        [*MEDCITE, *words],
        stderr=subprocess.PIPE,
        env={**ENVIRONMENT, "MEDCITE_TEST": mark},
        cwd=ROOT,
        preexec_fn=heard,  # noqa: PLW1509 (no threads)
        **options,
    )


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_it_at_once_and_leaves_the_output_whole(tmp_path: Path, number: int) -> None:
    output = tmp_path / "refs.bib"
    output.write_text("old")
    words = ("convert", "-", "-q", "--from", "medline", "-o", str(output))
    process = started(*words, stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stderr
    record = 0
    while len(list(tmp_path.iterdir())) < 2:  # until it has begun to write beside the old file
        assert process.poll() is None
        record += 1
        process.stdin.write((RECORD.format(record) * 1_000).encode())
        process.stdin.flush()
    process.send_signal(number)
    assert process.wait(60) == 128 + number
    told = b"\nmedcite: interrupted\n" if number == signal.SIGINT else b""
    assert process.stderr.read() == told
    process.stderr.close()
    with suppress(BrokenPipeError):
        process.stdin.close()
    assert [path.name for path in tmp_path.iterdir()] == ["refs.bib"]
    assert output.read_text() == "old"


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="has no SIGHUP")
def test_a_signal_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    output = tmp_path / "refs.ris"
    words = [*MEDCITE, "convert", "-", "-q", "--from", "medline", "-o", str(output)]
    process = subprocess.Popen(
        ["sh", "-c", "trap '' HUP; exec \"$@\"", "sh", *words],
        stdin=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    assert process.stdin
    while not list(tmp_path.iterdir()):
        assert process.poll() is None
        process.stdin.write((RECORD.format(1) * 1_000).encode())
        process.stdin.flush()
    process.send_signal(signal.SIGHUP)
    process.stdin.close()
    assert process.wait(60) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["refs.ris"]


def running(mark: str) -> list[str]:
    """Return the processes, workers too, that were started with this mark."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if f"MEDCITE_TEST={mark}".encode() in path.read_bytes().split(b"\0"):
                found.append(path.parent.name)
    return found


def gone(mark: str) -> bool:
    """Return whether all processes with this mark end within seconds."""
    for _ in range(100):
        if not running(mark):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="has no /proc")
@pytest.mark.parametrize(
    "turns",
    [pytest.param(4, marks=pytest.mark.long), pytest.param(10, marks=pytest.mark.exhaustive)],
)
@pytest.mark.parametrize("number", SIGNALS[:3])
@pytest.mark.parametrize("command", ["convert", "cite"])
def test_a_signal_at_any_time_leaves_nothing_behind(
    tmp_path: Path, number: int, command: str, turns: int
) -> None:
    source, folder = tmp_path / "big.nbib", tmp_path / "out"
    folder.mkdir()
    source.write_text("".join(RECORD.format(each) for each in range(1, 14_000)))
    output = folder / ("refs.bib" if command == "convert" else "refs.html")
    words = (command, str(source), "-q", "-o", str(output))
    begun = time.monotonic()
    whole = started(*words)
    assert whole.wait(300) == 0
    seconds = time.monotonic() - begun
    new = output.read_bytes()
    for turn in range(turns):
        if turn % 2:
            output.write_bytes(b"")
        else:
            output.unlink()
        mark = f"{os.getpid()}-{turn}"
        process = started(*words, mark=mark)
        time.sleep(seconds * (turn + 1) / (turns - 1))
        process.send_signal(number)
        ended = process.wait(60)
        assert process.stderr
        told = process.stderr.read()
        process.stderr.close()
        if ended == -number:  # before the program has begun
            assert not list(folder.glob("[!r]*"))
            output.touch()
            continue
        assert b"Traceback" not in told
        assert ended in (0, 128 + number)
        assert [path.name for path in folder.iterdir()] in ([], [output.name])
        assert not output.exists() or output.read_bytes() in (b"", new)
        assert gone(mark)
        output.touch()


PRINTING = {
    "convert": ("convert", SAMPLE, "-q", "--to", "bibtex"),
    "cite": ("cite", SAMPLE, "-q", "--as", "latex"),
    "latex": ("latex", "main.tex", SAMPLE, "-q"),
}
DOCUMENT = "\\cite{pmid:13054692}\\bibliography{refs}\n"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What each command prints."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "main.tex").write_text(DOCUMENT)
    return {name: run(*words, "-o", "-", cwd=folder).stdout for name, words in PRINTING.items()}


@pytest.mark.parametrize(
    "name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link.bib", "-", "/dev/fd/3"]
)
@pytest.mark.parametrize("command", ["convert", "cite", "latex"])
def test_standard_output_by_any_name_keeps_what_was_there(
    tmp_path: Path, printed: dict[str, bytes], name: str, command: str
) -> None:
    if name.startswith("/") and not Path(name).parent.exists():
        pytest.skip(f"has no {name}")
    if name == "/dev/fd/3" and command == "latex":
        command = "convert"  # a .bib is written by its name, or to standard output
    (tmp_path / "link.bib").symlink_to("/dev/stdout")
    (tmp_path / "main.tex").write_text(DOCUMENT)
    log = tmp_path / "log"
    log.write_text("before\n")
    number = 3 if name == "/dev/fd/3" else 1
    script = f'"$@" {number}>> log; echo behind >> log'
    alone = printed[command]
    assert len(alone) > 100
    done = subprocess.run(
        ["sh", "-c", script, "sh", *MEDCITE, *PRINTING[command], "-o", name],
        cwd=tmp_path,
        capture_output=True,
        env=ENVIRONMENT,
        check=True,
    )
    assert done.stderr == b""
    assert log.read_bytes() == b"before\n" + alone + b"behind\n"
    assert (tmp_path / "link.bib").is_symlink()


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
def test_a_wrong_file_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(WRONG[name]())
    Path("out.bib").write_text("old")
    done = run_cli(monkeypatch, "convert", name, "-o", "out.bib")
    Path(name).unlink()  # pytest keeps folders
    lines = done.err.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith((f"{name}: error[", f"{name}:1: error["))
    assert done.status == 1
    assert Path("out.bib").read_text() == "old"


@pytest.mark.parametrize("name", [".", "nowhere.nbib", "no/such/folder/refs.nbib", "a\nb"])
def test_what_is_no_file_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run_cli(monkeypatch, "check", name)
    assert done.status == 1
    assert done.err.count("error[") == 1
    assert "internal error" not in done.err


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
    import pty  # noqa: PLC0415  # not on Windows

    master, slave = pty.openpty()
    words = [*MEDCITE, "cite", "samples/season.nbib", "--as", "docx"]
    made = subprocess.run(
        words, check=False, stdout=slave, stderr=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT
    )
    os.close(slave)
    os.close(master)
    assert (
        made.stderr == b"medcite cite: error: cannot write .docx to a terminal; use -o FILE.docx\n"
    )
    assert made.returncode == 2
