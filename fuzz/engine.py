"""Run targets with atheris, each in a process of its own, with the same chance each time."""

from __future__ import annotations

import io
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stderr
from pathlib import Path

import atheris

# It tells of each module, on standard error.
with redirect_stderr(io.StringIO()), atheris.instrument_imports(include=["medcite"]):
    from .target import Target, all_targets

    all_targets()  # imports all that they use

SEED = 1
LONGEST = 10  # seconds for an input; more is a hang
MEMORY = 2048  # MB
FLAGS = (f"-seed={SEED}", f"-timeout={LONGEST}", f"-rss_limit_mb={MEMORY}", "-max_len=20000",
         "-print_final_stats=1")  # fmt: skip


def run(names: Sequence[str], seconds: float, inputs: int, faults: Path, jobs: int) -> list[str]:
    """Run targets, so many at once, for some time or inputs each; return those with a fault.

    The input that shows a fault is left in ``faults``, as TARGET-crash-... or the like.
    """
    waiting, running, failed = list(names), dict[int, str](), []
    faults.mkdir(parents=True, exist_ok=True)
    while waiting or running:
        while waiting and len(running) < jobs:
            name = waiting.pop(0)
            running[_start(all_targets()[name], seconds, inputs, faults)] = name
        process, status = os.wait()
        name = running.pop(process)
        log = faults / f"{name}.log"
        runs = re.search(r"number_of_executed_units: *(\d+)", log.read_text("utf-8", "replace"))
        verdict = f"{int(runs[1]):9,} inputs" if runs and not status else f"FAULT, see {log}"
        print(f"{name:28} {verdict}", flush=True)
        if status or not runs:
            failed.append(name)
    return failed


def _start(target: Target, seconds: float, inputs: int, faults: Path) -> int:
    """Fuzz a target in a new process, which shares the instrumented modules; return its number."""
    if process := os.fork():
        return process
    with open(faults / f"{target.name}.log", "wb") as log, tempfile.TemporaryDirectory() as corpus:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        for number, seed in enumerate(target.seeds()):
            Path(corpus, str(number)).write_bytes(seed)
        limits = (f"-max_total_time={max(1, round(seconds))}", f"-runs={inputs}",
                  f"-artifact_prefix={faults}/{target.name}-")  # fmt: skip
        atheris.Setup([sys.argv[0], *FLAGS, *limits, corpus], target.run)
        atheris.Fuzz()  # ends the process
    os._exit(0)
