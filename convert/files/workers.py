"""Run tasks in worker processes, and yield their results in order.

Tasks and results are pickled on their way. The function that does the tasks is sent to each
worker once, when the worker starts.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Task = TypeVar("Task")

MAX_WORKERS = 8  # more would only wait for the process that collects their results
TASKS_AHEAD = 4  # tasks for each worker that are submitted before their results are wanted


class Portable(Generic[Arguments, Result]):
    """A function that cannot be pickled, such as a closure, and the call that makes it again.

    A process that cannot inherit the function makes its own.
    """

    def __init__(
        self,
        function: Callable[Arguments, Result],
        make: Callable[..., object],
        *arguments: object,
    ) -> None:
        self._function, self._make, self._arguments = function, make, arguments

    def __call__(self, *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        """Call the function."""
        return self._function(*arguments, **named)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Return the call that makes the function again."""
        return self._make, self._arguments


def number() -> int:
    """Return how many workers this machine can run at a time."""
    affinity = getattr(os, "sched_getaffinity", None)  # not on every system
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, MAX_WORKERS)


def imap(
    work: Callable[[Task], Result], tasks: Iterable[Task], ready: Callable[[], bool] = lambda: True
) -> Iterator[Result]:
    """Yield ``work(task)`` for each of ``tasks``, in order.

    Some tasks are submitted before their results are wanted. When ``ready()`` is false, taking the
    next task would block, so finished results are yielded first. If the system refuses processes,
    this process does the work.

    Raises:
        ChildProcessError: A worker ended before its work was done.

    """
    try:
        from .pool import Pool  # noqa: PLC0415  # slow to import, and only for long inputs
    except ImportError:  # no processes at all, as in a browser
        yield from map(work, tasks)
        return
    pending: deque[tuple[Task, Future[Result] | None]] = deque()
    limit = TASKS_AHEAD * number()
    with Pool(work, number()) as pool:
        for task in tasks:
            pending.append((task, pool.submit(task)))
            while pending and (len(pending) == limit or not ready()):
                yield pool.result(*pending.popleft())
        while pending:
            yield pool.result(*pending.popleft())
