"""One run at a time: the lock of a file that is replaced while it is held."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from medcite.reference_file import file_lock

from tests.conftest import ROOT

# As Windows has it: whoever cannot have a byte is denied permission, and so is whoever
# deletes a file that another has open (here: has locked).
WINDOWS = """
import fcntl, os, types
def locking(file, how, size):
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise PermissionError(13, "Permission denied") from error
def unlink(path):
    file = os.open(path, os.O_RDWR)
    try:
        locking(file, 2, 1)
        os.unlink(path)
    finally:
        os.close(file)
Path.unlink = unlink
sys.modules["msvcrt"] = types.SimpleNamespace(locking=locking, LK_NBLCK=2)
sys.platform = "win32"
"""
CHILD = """
import sys, time
from pathlib import Path
from medcite.reference_file import file_lock
path, words = Path(sys.argv[1]), sys.argv[2:]
"""
COUNT = """
for _ in range(int(words[0])):
    with file_lock.lock(path):
        number = int(path.read_text())
        new = path.with_name("new." + words[1])
        new.write_text(str(number + 1))
        new.replace(path)
"""
HOLD = """
with file_lock.lock(path):
    print("held", flush=True)
    sys.stdin.read()
"""
TRY = """
file_lock.PATIENCE = 0
try:
    with file_lock.lock(path):
        print("held")
except TimeoutError:
    print("busy")
"""


def child(code: str, *words: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD + code, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def said(code: str, *words: str | Path) -> str:
    return child(code, *words).communicate()[0].decode().strip()


@contextmanager
def holder(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Have another process hold the lock of ``path``."""
    with child(HOLD, path) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        yield process
        process.communicate(b"")


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text("0")
    return path


@pytest.mark.parametrize("system", ["", WINDOWS], ids=["posix", "windows"])
@pytest.mark.parametrize("times", [50, pytest.param(1000, marks=pytest.mark.long)])
def test_no_two_hold_it_at_once(bib: Path, times: int, system: str) -> None:
    children = [child(system + COUNT, bib, str(times), str(number)) for number in range(4)]
    assert [process.wait() for process in children] == [0] * 4
    assert bib.read_text() == str(4 * times)
    assert [path.name for path in bib.parent.iterdir()] == ["refs.bib"]
    for process in children:
        process.communicate()


def test_nobody_else_has_it_while_it_is_held(bib: Path) -> None:
    with file_lock.lock(bib):
        assert file_lock.lock_file(bib).name.startswith(".")
        assert said(TRY, bib) == "busy"
        assert said(TRY, bib.with_name("other.bib")) == "held"
    assert said(TRY, bib) == "held"


def test_who_waits_has_it_next(bib: Path) -> None:
    with holder(bib) as first:
        second = child(HOLD, bib)
        assert second.stdout
        os.set_blocking(second.stdout.fileno(), False)
        assert second.stdout.read() is None
        os.set_blocking(second.stdout.fileno(), True)
        first.communicate(b"")
        assert second.stdout.readline() == b"held\n"
        second.communicate(b"")
    assert not file_lock.lock_file(bib).exists()


def test_all_names_of_a_file_share_it(bib: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link, beside = tmp_path / "folder" / "link.bib", tmp_path / "folder" / ".." / "refs.bib"
    link.symlink_to(bib)
    with holder(bib):
        assert [said(TRY, name) for name in (link, beside)] == ["busy", "busy"]
        assert sorted(path.name for path in link.parent.iterdir()) == ["link.bib"]


def test_a_holder_that_was_killed_blocks_nobody(bib: Path) -> None:
    with holder(bib) as process:
        process.kill()
        process.wait()
        assert file_lock.lock_file(bib).exists()
        assert said(TRY, bib) == "held"
    assert not file_lock.lock_file(bib).exists()


def test_the_lock_of_a_file_that_is_gone_does_not_count(
    bib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, taken = file_lock._try_lock, []

    def late(file: int) -> bool:
        if not taken:
            file_lock.lock_file(bib).unlink()  # as its holder does, while this one waits for it
        taken.append(file)
        return take(file)

    monkeypatch.setattr(file_lock, "_try_lock", late)
    with file_lock.lock(bib):
        assert len(taken) == 2
        assert said(TRY, bib) == "busy"


def test_an_error_frees_it(bib: Path) -> None:
    with pytest.raises(KeyboardInterrupt), file_lock.lock(bib):
        raise KeyboardInterrupt
    assert not file_lock.lock_file(bib).exists()
    assert said(TRY, bib) == "held"


def test_who_waits_too_long_is_told_what_to_do(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "PATIENCE", 0.1)
    with holder(bib), pytest.raises(TimeoutError) as caught, file_lock.lock(bib):
        pass
    assert caught.value.filename == str(bib)
    assert f"delete {file_lock.lock_file(bib)}" in str(caught.value.strerror)


def test_a_file_that_is_not_there_yet_has_one(tmp_path: Path) -> None:
    with holder(tmp_path / "refs.bib"):
        assert said(TRY, tmp_path / "refs.bib") == "busy"
    assert not list(tmp_path.iterdir())


def test_a_folder_that_takes_no_file_has_none(tmp_path: Path) -> None:
    with file_lock.lock(tmp_path / "none" / "refs.bib"):
        assert not list(tmp_path.iterdir())


def test_a_link_in_its_place_is_not_followed(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "PATIENCE", 0.0)
    file_lock.lock_file(bib).symlink_to(bib.with_name("elsewhere"))
    with pytest.raises(TimeoutError), file_lock.lock(bib):
        pass
    assert not bib.with_name("elsewhere").exists()


def test_without_locks_nobody_waits(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    with file_lock.lock(bib), file_lock.lock(bib):
        pass
    assert [path.name for path in bib.parent.iterdir()] == ["refs.bib"]
    monkeypatch.setitem(sys.modules, "fcntl", None)  # nor is there the module
    with file_lock.lock(bib), file_lock.lock(bib):
        pass


def test_windows_deletes_what_nobody_has_open(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked: list[int] = []
    fake = SimpleNamespace(LK_NBLCK=2, locking=lambda file, how, size: locked.append(size))
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr(sys, "platform", "win32")
    real, files = os.close, []
    monkeypatch.setattr(os, "close", lambda file: files.append(file) or real(file))
    unlink = Path.unlink

    def closed_before(path: Path) -> None:
        assert files
        unlink(path)

    monkeypatch.setattr(Path, "unlink", closed_before)
    with file_lock.lock(bib):
        assert file_lock.lock_file(bib).exists()
    assert locked == [1]
    assert not file_lock.lock_file(bib).exists()
