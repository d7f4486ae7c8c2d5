"""Whole processes, their time and their peak memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from threading import Timer
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
MEDCITE = [sys.executable, "-m", "medcite"]
LIMIT = 180.0  # seconds for one process
SHORT = 8.0  # seconds: what takes less is measured several times


class Cost(NamedTuple):
    """What a process took: the median of the rounds, in seconds, and the highest peak in MB."""

    seconds: float
    megabytes: float


class Failed(RuntimeError):  # noqa: N818  # what a peer's row says instead of a time
    """A process ended with an error, or took too long."""


def run(command: list[str], limit: float = LIMIT) -> Cost:
    """Run a process once; its output goes nowhere.

    Raises:
        Failed: It ended with another status than 0, or was still running after ``limit`` seconds.

    """
    # Modules are compiled once, as everywhere, and not for each run.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    with open(os.devnull, "r+b") as nowhere:
        start = perf_counter()
        process = subprocess.Popen(
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, cwd=ROOT,
            env=environment,
            start_new_session=True,
        )  # fmt: skip
        timer = Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        timer.cancel()
    if status:
        late = f"over {limit:.0f} s" if seconds >= limit else "fails"
        raise Failed(late)
    return Cost(seconds, usage.ru_maxrss / 1024)


def in_turns(commands: Mapping[str, list[str]], rounds: int) -> dict[str, Cost | Failed]:
    """Run processes in turns, so that all meet the same machine; long ones once."""
    costs: dict[str, list[Cost]] = {}
    failures: dict[str, Cost | Failed] = {}
    for turn in range(rounds):
        for name, command in commands.items():
            if name in failures or (turn and costs[name][0].seconds > SHORT):
                continue
            try:
                cost = run(command)
            except Failed as error:
                failures[name] = error
            else:
                costs.setdefault(name, []).append(cost)
    found = {name: typical(several) for name, several in costs.items()} | failures
    return {name: found[name] for name in commands}


def typical(costs: list[Cost]) -> Cost:
    """Return the median time and the highest peak."""
    return Cost(median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))
