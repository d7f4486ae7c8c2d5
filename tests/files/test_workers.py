"""Workers do tasks in order; what the system refuses is done here; nothing is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import process
from multiprocessing import active_children, synchronize
from pathlib import Path

import pytest
from medcite.files import pool, workers
from medcite.files.workers import Portable, imap

METHODS = ["fork", "spawn"] if hasattr(os, "fork") else ["spawn"]
posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks and signals are POSIX's")


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(workers, "number", lambda: 2)
    hook = threading.excepthook
    yield
    assert not active_children()
    assert threading.excepthook is hook


def square(number: int) -> int:
    return number * number


def who(_: int) -> int:
    time.sleep(0.01)
    return os.getpid()


def large(_: int) -> str:
    return "x" * 1_000_000


def divide(number: int) -> float:
    return 1 / number


def end(number: int) -> int:
    if number > 2:
        os._exit(1)
    return number


def kill(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def adder(summand: int) -> Callable[[int], int]:
    return lambda number: number + summand


def unmade(_: int) -> Callable[[int], int]:
    raise AssertionError("a fork inherits what was made")


@pytest.mark.parametrize("method", METHODS)
def test_results_come_in_order(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "method", lambda: method)
    assert list(imap(square, range(50))) == [number * number for number in range(50)]
    assert list(imap(square, [])) == []


def test_others_do_the_work() -> None:
    assert os.getpid() not in set(imap(who, range(20)))


@pytest.mark.parametrize("method", METHODS)
def test_a_closure_is_inherited_or_made_again(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "method", lambda: method)
    make = unmade if method == "fork" else adder
    assert list(imap(Portable(adder(5), make, 5), range(9))) == list(range(5, 14))


def test_tasks_are_taken_a_few_ahead() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = imap(square, tasks())
    for wanted in range(100):
        assert next(results) == wanted * wanted
        assert len(taken) - wanted <= 2 * workers.TASKS_AHEAD
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_results_come_first_while_the_next_task_is_not_there() -> None:
    events = []

    def tasks() -> Iterator[int]:
        for number in range(5):
            events.append(f"task {number}")
            yield number

    for result in imap(square, tasks(), lambda: False):
        events.append(f"result {result}")
    assert events == [f"{what}" for number in range(5)
                      for what in (f"task {number}", f"result {number * number}")]  # fmt: skip


def test_who_wants_no_more_waits_for_nobody() -> None:
    results = imap(large, range(1000))
    assert len(next(results)) == 1_000_000
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert not active_children()


def test_what_a_task_raises_is_raised_here() -> None:
    results = imap(divide, [1, 2, 0, 4])
    assert [next(results), next(results)] == [1.0, 0.5]
    with pytest.raises(ZeroDivisionError):
        next(results)


@pytest.mark.parametrize("work", [end, pytest.param(kill, marks=posix)])
def test_a_worker_that_ends_is_told(work: Callable[[int], int]) -> None:
    with pytest.raises(ChildProcessError, match="a worker process ended unexpectedly"):
        list(imap(work, range(20)))


@posix
@pytest.mark.parametrize("allowed", [0, 1])
def test_where_no_process_is_to_be_had_the_work_is_done_here(
    allowed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork, forks = os.fork, []

    def refuse() -> int:
        if len(forks) >= allowed:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        forks.append(fork())
        return forks[-1]

    monkeypatch.setattr(os, "fork", refuse)
    assert set(imap(who, range(20))) == {os.getpid()}


@pytest.mark.parametrize("allowed", [0, 1])
def test_where_no_thread_is_to_be_had_the_work_is_done_here(
    allowed: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    start, threads = threading.Thread.start, []

    def refuse(thread: threading.Thread) -> None:
        if len(threads) >= allowed:
            raise RuntimeError("can't start new thread")
        threads.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse)
    monkeypatch.setattr(pool, "PATIENCE", 0.1)
    assert set(imap(who, range(20))) == {os.getpid()}
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("error", [OSError(38, "Function not implemented"), ImportError("_mp")])
def test_where_there_are_no_semaphores_the_work_is_done_here(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(synchronize.SemLock, "__init__", refuse)
    assert set(imap(who, range(5))) == {os.getpid()}


def test_where_the_system_is_limited_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise NotImplementedError("system provides too few semaphores")

    monkeypatch.setattr(process, "_check_system_limits", refuse)
    assert set(imap(who, range(5))) == {os.getpid()}


def test_where_there_are_no_processes_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "medcite.files.pool")
    monkeypatch.delattr("medcite.files.pool")
    monkeypatch.setitem(sys.modules, "multiprocessing", None)
    assert set(imap(who, range(5))) == {os.getpid()}


def _nested(results: multiprocessing.SimpleQueue[object]) -> None:
    results.put((os.getpid(), set(imap(who, range(5)))))


def test_a_worker_has_no_workers() -> None:
    results: multiprocessing.SimpleQueue[tuple[int, set[int]]] = multiprocessing.SimpleQueue()
    child = multiprocessing.Process(target=_nested, args=(results,), daemon=True)
    child.start()
    own, done = results.get()
    child.join()
    assert done == {own}


def test_beside_other_threads_nothing_is_forked() -> None:
    assert pool.method() == METHODS[0]
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert pool.method() == "spawn"
    finally:
        stop.set()
        thread.join()


SCRIPT = """
import os, sys, time
from medcite.files import pool, workers
workers.number = lambda: 2
pool.method = lambda: sys.argv[1]

def work(number):
    time.sleep(0.01)
    return os.getpid()

if __name__ == "__main__":
    for result in workers.imap(work, range(100_000)):
        print(result, flush=True)
"""


def _hear() -> None:
    """Let signals do what they do by default: under nohup, tests are started deaf to some."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)


@posix
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("signal", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
def test_however_the_parent_ends_workers_do(
    signal: signal.Signals, method: str, tmp_path: Path
) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    parent = subprocess.Popen(
        [sys.executable, str(script), method],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=_hear,  # noqa: PLW1509  # there are no threads
    )  # fmt: skip
    assert parent.stdout
    workers = {int(parent.stdout.readline()) for _ in range(40)}
    os.killpg(parent.pid, signal)  # as a terminal does
    _, told = parent.communicate(timeout=20)  # workers would keep the pipes open
    assert len(workers) == 2
    assert all(map(_ends, workers))
    assert b"Process" not in told  # no worker says anything


def _ends(number: int) -> bool:
    """Wait until a process has ended, though it may wait for init to notice."""
    for _ in range(1000):
        try:
            state = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False
