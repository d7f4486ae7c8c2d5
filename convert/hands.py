"""Many hands: parts of one long work done by several processes, their results in order.

The processes are forks. They share a pipe with the numbers of the parts to do, so that none
waits while there is work; each has a pipe back. The standard library's pools take longer to
start than a process needs for some hundred records.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from select import select
from typing import Any, NoReturn, TypeVar

Result = TypeVar("Result")

WIDTH = 1 << 20  # bytes: the most that Linux allows everyone
MOST = 8  # more processes than that wait for the one that collects
AHEAD = 4  # parts for each process that may be made before they are wanted
SIZE = 8  # bytes that a number takes on its way


def number() -> int:
    """Give how many processes are worth having here; 1 where there is no ``fork``."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


def spread(work: Callable[[int], Result | None], hands: int) -> Iterator[Result]:
    """Yield what ``work`` gives for 0, 1, 2..., in order, until it gives ``None``.

    Raises:
        ChildProcessError: A process ended before its work was done.

    """
    try:
        team = _Team(work, hands)
    except OSError:  # the system refuses a process
        yield from _alone(work)
        return
    try:
        yield from team.results()
    finally:
        team.dismiss()


def _alone(work: Callable[[int], Result | None]) -> Iterator[Result]:
    """Yield the same of this process alone."""
    for result in map(work, count()):
        if result is None:
            return
        yield result


class _Team:
    """Processes that take numbers from one pipe, and the pipes from them."""

    def __init__(self, work: Callable[[int], object], hands: int) -> None:
        self._numbers, self._give = os.pipe()
        self._processes: dict[int, int] = {}  # the pipe from each
        self._given = 0
        try:
            for _ in range(hands):
                self._hire(work)
        except OSError:
            self.dismiss()
            raise

    def _hire(self, work: Callable[[int], object]) -> None:
        """Start a process, which keeps no end of a pipe but its own two."""
        up, down = os.pipe()
        _widen(down)
        try:
            process = os.fork()
        except OSError:
            os.close(up)
            os.close(down)
            raise
        if not process:
            for end in (self._give, up, *self._processes):
                os.close(end)
            _serve(work, self._numbers, down)
        os.close(down)
        self._processes[up] = process

    def results(self) -> Iterator[Any]:
        """Yield the results in the order of their numbers, up to the first ``None``."""
        made: dict[int, object] = {}
        for _ in range(AHEAD * len(self._processes)):
            self._order()
        for wanted in count():
            while wanted not in made:
                for up in select(list(self._processes), (), ())[0]:
                    part = int.from_bytes(_read(up, SIZE), "big")
                    made[part] = pickle.loads(_read(up, int.from_bytes(_read(up, SIZE), "big")))
            result = made.pop(wanted)
            if result is None:
                return
            self._order()
            yield result

    def _order(self) -> None:
        """Let the next part be done; a number is so short that it is read at once."""
        os.write(self._give, self._given.to_bytes(SIZE, "big"))
        self._given += 1

    def dismiss(self) -> None:
        """End the processes, and wait until they have ended."""
        for end in (self._numbers, self._give, *self._processes):
            os.close(end)
        for process in self._processes.values():
            os.waitpid(process, 0)


def _widen(pipe: int) -> None:
    """Let a pipe hold several results, so that nobody has to wait for who collects them."""
    import fcntl  # not everywhere, as fork is not

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, WIDTH)


def _read(pipe: int, size: int) -> bytes:
    """Read so many bytes, however they come."""
    blocks: list[bytes] = []
    while size:
        block = os.read(pipe, size)
        if not block:
            raise ChildProcessError("a process that did a part of the work ended early")
        blocks.append(block)
        size -= len(block)
    return b"".join(blocks)


def _serve(work: Callable[[int], object], numbers: int, down: int) -> NoReturn:
    """Send one result after the other, and leave without the parent's clean-up."""
    os.setpgrp()  # Ctrl-C ends the parent alone, whose pipe ends this
    try:
        with os.fdopen(down, "wb") as stream:
            while given := os.read(numbers, SIZE):
                result = pickle.dumps(work(int.from_bytes(given, "big")), pickle.HIGHEST_PROTOCOL)
                stream.write(given + len(result).to_bytes(SIZE, "big"))
                stream.write(result)
                stream.flush()
    except BrokenPipeError:
        pass  # the parent wants no more
    finally:
        try:
            if sys.exc_info()[1]:
                sys.excepthook(*sys.exc_info())
        finally:
            os._exit(0)
