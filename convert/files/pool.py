"""The standard library's pool of processes, and what it lacks.

Where the system refuses a process, a thread or a semaphore, the work is done here. Workers
leave Ctrl-C to their parent and end when it does, however it does.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from multiprocessing import active_children, current_process, get_context, parent_process
from typing import Any, Generic, Self, TypeVar

Result = TypeVar("Result")
Task = TypeVar("Task")

PATIENCE = 1.0  # seconds before it is asked whether the pool still works
ENDED = "a worker process ended unexpectedly (out of memory, or killed); run the command again"


class Pool(Generic[Task, Result]):
    """As many as ``number`` workers that do ``work``."""

    def __init__(self, work: Callable[[Task], Result], number: int) -> None:
        self._work = work
        self._children = set(active_children())
        self._executor = _executor(work, number)
        self._refused = False
        self._hook = threading.excepthook

    def __enter__(self) -> Self:
        """Return the pool; workers start with the first task."""
        threading.excepthook = self._fail
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """End the workers, and wait until they have ended.

        Raises:
            ChildProcessError: One of them ended before its work was done.

        """
        if self._executor:
            with suppress(RuntimeError):  # it never began
                self._executor.shutdown(cancel_futures=True)
        for process in set(active_children()) - self._children:
            process.terminate()  # it was left by a pool that was refused something
            process.join()
        threading.excepthook = self._hook
        if isinstance(error, BrokenExecutor):
            raise ChildProcessError(ENDED) from error

    def submit(self, task: Task) -> Future[Result] | None:
        """Hand out a task; return ``None`` where that is refused."""
        if self._executor is None or self._refused:
            return None
        try:
            return self._executor.submit(_do, task)
        except BrokenExecutor:
            raise
        except (OSError, RuntimeError):  # no process, no thread
            self._refused = True
            return None

    def result(self, task: Task, future: Future[Result] | None) -> Result:
        """Wait for the result of a task, or do it here if nobody else does."""
        while future and not wait([future], PATIENCE).done:
            future = None if self._refused else future
        return future.result() if future else self._work(task)

    def _fail(self, failure: threading.ExceptHookArgs) -> None:
        """Note that a thread of the pool was refused what it needs; no more results will come."""
        if isinstance(failure.exc_value, OSError | RuntimeError):
            self._refused = True
        else:
            self._hook(failure)


def method() -> str:
    """Return how workers are to be started: forked where that is safe, which is fast."""
    # Not on macOS, whose libraries do not bear it, nor where a thread may hold a lock.
    safe = hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
    return "fork" if safe else "spawn"


def _executor(work: Callable[[Any], Any], number: int) -> ProcessPoolExecutor | None:
    """Return a pool that has not begun; ``None`` where there can be none."""
    if current_process().daemon:  # it may have no children
        return None
    try:
        return ProcessPoolExecutor(number, get_context(method()), _begin, (work, gc.isenabled()))
    except (ImportError, NotImplementedError, OSError):  # no semaphores
        return None


_work: list[Callable[[Any], Any]] = []  # what a worker does


def _begin(work: Callable[[Any], Any], collect: bool) -> None:
    """Prepare a worker: for its work, for Ctrl-C, and for the end of its parent."""
    _work[:] = [work]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):  # the parent's handlers are not for this process
            signal.signal(number, signal.SIG_DFL)
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # a signal to all processes of a job is the parent's to handle
    if not collect:
        gc.disable()
    with suppress(RuntimeError):  # no thread is to be had
        threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the parent has ended, and end this process."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _do(task: Any) -> Any:
    """Do one task, in a worker."""
    return _work[0](task)
