"""Whether the time for an input grows with its size, and not with its square.

Each shape of `benchmarks/shapes.py` is measured at a size, twice and four times that size, in CPU
time, the shortest of several rounds. Ends with status 1 if one grows by more than 2.5 a doubling:
linear work grows by 2, quadratic by 4.
"""

from __future__ import annotations

import argparse
import gc
import signal
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import NamedTuple, NoReturn

from .shapes import SHAPES, Shape

FACTOR = 2.5  # that a doubling may take
SHORTEST = 0.012  # seconds that are measured well; smaller inputs are doubled until they take that
ROUNDS = 3
LIMIT = 10.0  # seconds for a round
ENOUGH = 1.5  # seconds for the rounds of one size


class TooLongError(RuntimeError):
    """One round took longer than ``LIMIT``."""


class Growth(NamedTuple):
    """How long a shape took, in seconds, at ``size``, twice and four times that."""

    size: int
    seconds: tuple[float, float, float]

    @property
    def factor(self) -> float:
        """Return the growth of one doubling, on average: one alone depends on caches."""
        return (self.seconds[2] / self.seconds[0]) ** 0.5


def measure(shape: Shape, folder: Path) -> Growth:
    """Measure a shape; files are written to ``folder``."""
    size = shape.size
    _seconds(shape, size, folder, 1)  # imports, and patterns that compile when first used
    while (first := _seconds(shape, size, folder, 1)) < SHORTEST:
        size *= 2
    # What was fast enough may have been so by chance: all three are measured alike.
    rounds = max(1, min(ROUNDS, int(ENOUGH / (7 * first))))
    smallest, middle, largest = (
        _seconds(shape, size * times, folder, rounds) for times in (1, 2, 4)
    )
    return Growth(size, (smallest, middle, largest))


def _seconds(shape: Shape, size: int, folder: Path, rounds: int) -> float:
    """Return the shortest time of some rounds. Raises TooLongError."""
    work = shape.prepare(size, folder)
    times = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()  # when it runs depends on what else is in memory
        start = process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
        try:
            work()
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            gc.enable()
        times.append(process_time() - start)
    return min(times)


def _stop(*_: object) -> NoReturn:
    raise TooLongError


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help="default: all")
    chosen = parser.parse_args().shapes or list(SHAPES)
    if unknown := set(chosen) - SHAPES.keys():
        parser.error(f"no shape is called {', '.join(sorted(unknown))}")
    too_steep = []
    signal.signal(signal.SIGVTALRM, _stop)
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen:
            try:
                growth = measure(SHAPES[name], Path(folder))
                if growth.factor > FACTOR:  # perhaps another program had the processor
                    growth = measure(SHAPES[name], Path(folder))
            except TooLongError:
                print(f"{name:34} a round took more than {LIMIT:.0f} s", flush=True)
                too_steep.append(name)
                continue
            times = "".join(f"{seconds:9.3f}" for seconds in growth.seconds)
            print(f"{name:34}{growth.size:>9}{times} s{growth.factor:7.2f}", flush=True)
            if growth.factor > FACTOR:
                too_steep.append(name)
    if too_steep:
        print(f"\ngrows by more than {FACTOR} a doubling: {', '.join(too_steep)}")
    return bool(too_steep)


if __name__ == "__main__":
    sys.exit(main())
