"""A pool of worker processes that builds on the standard library's.

If the system refuses a process, a thread or a semaphore, the work is done in this process. Workers
leave Ctrl-C to their parent, and end when it ends, however it ends.
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
from typing import Generic, Self, TypeVar, cast

Result = TypeVar("Result")
Task = TypeVar("Task")

PATIENCE = 1.0  # seconds between two checks whether the pool still works
ENDED = "a worker process ended unexpectedly (out of memory, or killed); run the command again"


class Pool(Generic[Task, Result]):
    """Up to ``number`` workers, which call ``work`` with each task."""

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
            with suppress(RuntimeError):  # it was never started
                self._executor.shutdown(cancel_futures=True)
        for process in set(active_children()) - self._children:
            process.terminate()  # left over from a pool that the system refused something
            process.join()
        threading.excepthook = self._hook
        if isinstance(error, BrokenExecutor):
            raise ChildProcessError(ENDED) from error

    def submit(self, task: Task) -> Future[Result] | None:
        """Submit a task; return ``None`` if the system refuses that."""
        if self._executor is None or self._refused:
            return None
        try:
            return cast("Future[Result]", self._executor.submit(_do, task))
        except BrokenExecutor:
            raise
        except (OSError, RuntimeError):  # no process or thread
            self._refused = True
            return None

    def result(self, task: Task, future: Future[Result] | None) -> Result:
        """Wait for the result of a task, or do it in this process if no worker does."""
        while future and not wait([future], PATIENCE).done:
            future = None if self._refused else future
        return future.result() if future else self._work(task)

    def _fail(self, failure: threading.ExceptHookArgs) -> None:
        """Note that the system refused a thread of the pool: no more results will come."""
        if isinstance(failure.exc_value, OSError | RuntimeError):
            self._refused = True
        else:
            self._hook(failure)


def method() -> str:
    """Return how workers are started: forked, which is fast, if that is safe."""
    # It is not on macOS, because of its libraries, nor if another thread may hold a lock.
    safe = hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
    return "fork" if safe else "spawn"


def _executor(work: Callable[..., object], number: int) -> ProcessPoolExecutor | None:
    """Return a pool that is not started yet; ``None`` if there can be none."""
    if current_process().daemon:  # a daemon may have no children
        return None
    try:
        return ProcessPoolExecutor(number, get_context(method()), _start, (work, gc.isenabled()))
    except (ImportError, NotImplementedError, OSError):  # no semaphores
        return None


_work: list[Callable[..., object]] = []  # the function that a worker calls


def _start(work: Callable[..., object], collect: bool) -> None:
    """Prepare a worker: for its work, for Ctrl-C, and for the end of its parent."""
    _work[:] = [work]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):  # the parent's handlers are not for workers
            signal.signal(number, signal.SIG_DFL)
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # the parent handles signals to the whole job
    if not collect:
        gc.disable()
    with suppress(RuntimeError):  # the system refuses a thread
        threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the parent, and end this process."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _do(task: object) -> object:
    """Do one task, in a worker."""
    return _work[0](task)
