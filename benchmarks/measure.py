"""What the benchmarks share: real records, whole processes, their time and peak memory."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from threading import Timer
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("MEDCITE_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus" / "pubmed.nbib.gz"
MEDCITE = [sys.executable, "-m", "medcite"]


class Cost(NamedTuple):
    """What a process took: the median of the rounds, in seconds, and the highest peak in MB."""

    seconds: float
    megabytes: float


def records() -> list[str]:
    """Give the corpus's records, as text, in order."""
    if not CORPUS.is_file():
        sys.exit(f"no corpus at {CORPUS}: set MEDCITE_SHARED")
    with gzip.open(CORPUS, "rt", encoding="utf-8", newline="\n") as stream:
        text = stream.read()
    return [f"PMID- {part.rstrip()}\n\n" for part in text.split("\nPMID- ")[1:]]


def some(number: int) -> Iterator[str]:
    """Yield ``number`` records; where the corpus has fewer, again with other PMIDs."""
    found = records()
    for at in range(number):
        round_, index = divmod(at, len(found))
        record = found[index]
        if round_:
            pmid, rest = record.split("\n", 1)
            record = f"{pmid}{round_:02}\n{rest}"
        yield record


def export(folder: Path, number: int) -> Path:
    """Write ``number`` records to a file.

    A process of its own does it: a child's peak counts what its parent held.
    """
    path = folder / f"{number}.nbib"
    subprocess.run([sys.executable, __file__, str(number), str(path)], check=True)
    return path


def run(command: list[str], limit: float = 600) -> Cost:
    """Run a process once, at most ``limit`` seconds; its output goes nowhere.

    Raises:
        RuntimeError: It failed, or took too long.

    """
    with open(os.devnull, "rb") as stream, open(os.devnull, "wb") as nowhere:
        start = perf_counter()
        process = subprocess.Popen(command, stdin=stream, stdout=nowhere, stderr=nowhere, cwd=ROOT)
        timer = Timer(limit, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        timer.cancel()
    if status:
        late = "took too long" if seconds >= limit else f"ended with status {status}"
        raise RuntimeError(f"{command[0]} {late}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def several(command: list[str], rounds: int = 3) -> Cost:
    """Run a process ``rounds`` times."""
    return _typical([run(command) for _ in range(rounds)])


def in_turns(commands: dict[str, list[str]], rounds: int) -> dict[str, Cost]:
    """Run several processes ``rounds`` times in turns, so that all meet the same machine."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command))
    return {name: _typical(found) for name, found in costs.items()}


def _typical(costs: list[Cost]) -> Cost:
    return Cost(median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))


if __name__ == "__main__":
    with open(sys.argv[2], "w", encoding="utf-8", newline="\n") as output:
        output.writelines(some(int(sys.argv[1])))
