"""Many hands: parts of one long work done by several processes, their results in order.

The processes are forks, each with a pipe back. They take turns, part by part, so nobody has
to hand out the work. The standard library's pools take longer to start than a process needs
for some hundred records.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from typing import IO, Any, NoReturn, TypeVar

Result = TypeVar("Result")

WIDTH = 1 << 20  # bytes: the most that Linux allows everyone
MOST = 8  # more processes than that wait for the one that collects


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
    team = _team(work, hands)
    results = (team[turn % hands].take() for turn in count()) if team else map(work, count())
    try:
        for result in results:
            if result is None:
                return
            yield result
    finally:
        _dismiss(team)


def _team(work: Callable[[int], object], hands: int) -> list[_Hand]:
    """Start the processes: all, or none where the system refuses one."""
    team: list[_Hand] = []
    try:
        for start in range(hands):
            team.append(_Hand(work, start, hands))
    except OSError:
        _dismiss(team)
        return []
    return team


def _dismiss(team: list[_Hand]) -> None:
    """End the processes, and wait until they have ended."""
    for hand in team:  # each holds the pipes of those before it, so that none ends alone
        hand.close()
    for hand in team:
        os.waitpid(hand.process, 0)


class _Hand:
    """A process that does every n-th part of the work, and the pipe from it."""

    def __init__(self, work: Callable[[int], object], start: int, step: int) -> None:
        up, down = os.pipe()
        _widen(down)
        try:
            self.process = os.fork()
        except OSError:
            os.close(up)
            os.close(down)
            raise
        if not self.process:
            os.close(up)
            _serve(work, start, step, os.fdopen(down, "wb"))
        os.close(down)
        self._up = os.fdopen(up, "rb")

    def take(self) -> Any:
        """Wait for the next result."""
        try:
            return pickle.load(self._up)
        except (EOFError, pickle.UnpicklingError) as error:
            message = "a process that did a part of the work ended early"
            raise ChildProcessError(message) from error

    def close(self) -> None:
        """Close the pipe, which ends the process."""
        self._up.close()


def _widen(pipe: int) -> None:
    """Let a pipe hold several results, so that nobody has to wait for who collects them."""
    import fcntl  # not everywhere, as fork is not

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, WIDTH)


def _serve(work: Callable[[int], object], start: int, step: int, down: IO[bytes]) -> NoReturn:
    """Send one result after the other, and leave without the parent's clean-up."""
    os.setpgrp()  # Ctrl-C ends the parent alone, whose pipe ends this
    try:
        for part in count(start, step):
            result = work(part)
            pickle.dump(result, down, pickle.HIGHEST_PROTOCOL)
            down.flush()
            if result is None:
                break
    except BrokenPipeError:
        pass  # the parent wants no more
    finally:
        try:
            if sys.exc_info()[1]:
                sys.excepthook(*sys.exc_info())
        finally:
            os._exit(0)
