"""Measures every job against every peer that is installed, in turns within one run.

Prints a table as it goes; --write puts it, with a plot, into docs/. Ends with status 1 if a goal
is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from . import jobs as job_modules
from .job import Job, Jobs
from .measure import ROOT, in_turns
from .peers.installed import set_up
from .plot import svg
from .results import Result, machine, markdown, rows

_PAGE = ROOT / "docs" / "benchmarks.md"
_PLOT = ROOT / "docs" / "benchmarks.svg"
_NAMES = sorted(module.name for module in iter_modules(job_modules.__path__))


def main() -> int:
    """Run the command."""
    arguments = _arguments()
    if arguments.set_up:
        set_up()
        return 0
    number, rounds = (500, 3) if arguments.quick else (5_000, 5)
    with tempfile.TemporaryDirectory() as name:
        results = list(_measured(arguments.jobs or _NAMES, Path(name), number, rounds))
    if arguments.write:
        _write(results, number)
    missed = [goal for result in results for goal in result.missed()]
    print("\n".join(["", *missed]) if missed else "\nevery goal is met")
    return bool(missed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "jobs", nargs="*", metavar="JOB", help=f"of {', '.join(_NAMES)}; default: all"
    )
    parser.add_argument(
        "--quick", action="store_true", help="500 records instead of 5,000, 3 rounds"
    )
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md and .svg")
    parser.add_argument(
        "--set-up", action="store_true", help="install the peers of PyPI and npm, and end"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.jobs) - set(_NAMES):
        parser.error(
            f"no job is called {', '.join(sorted(unknown))}; there are {', '.join(_NAMES)}"
        )
    return arguments


def _measured(names: list[str], folder: Path, number: int, rounds: int) -> Iterator[Result]:
    """Measure the jobs of some modules, and print each result."""
    for name in names:
        make: Jobs = import_module(f"{job_modules.__name__}.{name}").jobs
        for job in make(folder, number):
            result = _measure(job, rounds)
            print(f"\n{result.title}")
            for program, seconds, megabytes, times in rows(result):
                print(f"  {program:28}{seconds:>9} s{megabytes:>7} MB{times:>8}", flush=True)
            yield result


def _measure(job: Job, rounds: int) -> Result:
    commands = {name: command for name, command in job.commands.items() if command}
    for name in job.commands.keys() - commands.keys():
        print(f"not installed: {name}", file=sys.stderr)
    return Result(job.title, in_turns(commands, rounds), job.goals)


def _write(results: list[Result], number: int) -> None:
    """Write the page and the plot."""
    today = datetime.now(UTC).date()
    text = (
        "# Benchmarks\n\n"
        f"Whole processes, medians, measured in turns on {today:%Y-%m-%d} with {number:,} records "
        "unless the job says otherwise. *times medcite* is a program's time divided by medcite's: "
        "below 1 it is faster. Peers that do less of the job say what they do.\n\n"
        f"Machine: {machine()}.\n\n![Times of other programs]({_PLOT.name})\n\n"
        f"{markdown(results)}\n\nMade by `python -m benchmarks --write`.\n"
    )
    _PAGE.write_text(text, "utf-8")
    _PLOT.write_text(svg(results), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
