"""End the program at once on a signal, and leave no temporary files or processes behind."""

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
    """Install handlers that remove temporary files and end worker processes on a signal.

    They raise no exception: it could come anywhere, also where Python swallows it. A signal that
    the parent process ignores stays ignored, as with nohup.
    """
    owner = os.getpid()

    def end(number: int, _: FrameType | None) -> None:
        try:
            if os.getpid() == owner:  # not in a forked process
                _clean(number)
        finally:
            os._exit(SHIFT + number)

    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)


def _clean(number: int) -> None:
    """Remove incomplete files, end the workers, and confirm Ctrl-C."""
    atomic.discard()
    if workers := sys.modules.get("multiprocessing"):
        for worker in workers.active_children():
            worker.terminate()
    if number == signal.SIGINT:
        with suppress(OSError):
            os.write(2, b"\nmedcite: interrupted\n")
