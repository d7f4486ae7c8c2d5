"""How a signal ends the program: at once, with nothing left behind."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from types import FrameType

from ..files import atomic

ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")  # not every system has them all
SHIFT = 128  # what shells add to the number of the signal that ended a command


def install() -> None:
    """Let signals that end the program remove its temporary files and end its processes first.

    No exception is raised for it: one may come at any place, also where Python swallows it. A
    signal that whoever started the program ignores stays ignored, as with nohup.
    """
    owner = os.getpid()

    def end(number: int, _: FrameType | None) -> None:
        try:
            if os.getpid() == owner:  # and no process that was forked from it
                _clean(number)
        finally:
            os._exit(SHIFT + number)

    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)


def _clean(number: int) -> None:
    """Remove what is not complete, end the workers, and tell who pressed Ctrl-C."""
    atomic.discard()
    if workers := sys.modules.get("multiprocessing"):
        for worker in workers.active_children():
            worker.terminate()
    if number == signal.SIGINT:
        with suppress(OSError):
            os.write(2, b"\nmedcite: interrupted\n")
