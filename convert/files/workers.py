"""Run tasks in worker processes, and yield their results in order.

Tasks and results are pickled on their way. The function that does the tasks reaches each
worker once, when the worker starts.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Task = TypeVar("Task")

MOST = 8  # more workers than that wait for the process that collects
AHEAD = 4  # tasks for each worker that are handed out before their results are wanted


class Portable(Generic[Arguments, Result]):
    """A function that cannot be pickled, such as a closure, and the call that makes another.

    A process that cannot inherit the function makes its own.
    """

    def __init__(
        self, function: Callable[Arguments, Result], make: Callable[..., Any], *arguments: Any
    ) -> None:
        self._function, self._make, self._arguments = function, make, arguments

    def __call__(self, *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        """Call the function."""
        return self._function(*arguments, **named)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return the call that makes the function again."""
        return self._make, self._arguments


def number() -> int:
    """Return how many workers this machine is good for."""
    affinity = getattr(os, "sched_getaffinity", None)  # not every system can tell
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, MOST)


def imap(
    work: Callable[[Task], Result], tasks: Iterable[Task], ready: Callable[[], bool] = lambda: True
) -> Iterator[Result]:
    """Yield ``work(task)`` for each of ``tasks``, in order.

    Tasks are taken a few ahead of the results. While ``ready`` says that the next task is not
    there yet, results come first, so that nobody waits for both. Where the system refuses
    processes, this one does the work.

    Raises:
        ChildProcessError: A worker ended before its work was done.

    """
    try:
        from .pool import Pool  # noqa: PLC0415  # takes long to load, and is for long inputs
    except ImportError:  # no processes at all, as in a browser
        yield from map(work, tasks)
        return
    pending: deque[tuple[Task, Future[Result] | None]] = deque()
    most = AHEAD * number()
    with Pool(work, number()) as pool:
        for task in tasks:
            pending.append((task, pool.submit(task)))
            while pending and (len(pending) == most or not ready()):
                yield pool.result(*pending.popleft())
        while pending:
            yield pool.result(*pending.popleft())
