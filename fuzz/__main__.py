"""Run fuzz targets: ``python -m fuzz [--faults FOLDER] MINUTES [TARGET...]``.

Ends with status 1 if one has a fault. ``--again FILE TARGET`` runs an input without atheris.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def main() -> int:
    """Run all targets or those that are named; return the exit status."""
    parser = argparse.ArgumentParser(prog="fuzz/run", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("minutes", type=float, nargs="?", default=1.0, help="for all together")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument(
        "--inputs", type=int, default=-1, help="at most so many for each: the same each time"
    )
    parser.add_argument("--faults", type=Path, default=Path(".fuzz"), help="folder of what fails")
    parser.add_argument("--again", type=Path, metavar="FILE", help="only this input")
    parser.add_argument("--list", action="store_true", help="list the targets")
    arguments = parser.parse_args()
    is_run = not (arguments.list or arguments.again)
    if is_run:  # atheris instruments what is imported after it
        from . import engine  # noqa: PLC0415  # the other two do without atheris
    from .target import all_targets  # noqa: PLC0415  # after atheris

    names = arguments.targets or list(all_targets())
    if unknown := [name for name in names if name not in all_targets()]:
        parser.error(f"no target {', '.join(unknown)}; --list lists them")
    if arguments.list:
        print(*names, sep="\n")
        return 0
    if arguments.again:
        for name in names:
            all_targets()[name].run(arguments.again.read_bytes())
        return 0
    jobs = os.cpu_count() or 1
    seconds = arguments.minutes * 60 * jobs / len(names)
    failed = engine.run(names, seconds, arguments.inputs, arguments.faults.resolve(), jobs)
    print(f"{len(names)} targets, some {seconds:.0f} s each; {len(failed)} with a fault")
    return 1 if failed else 0


sys.exit(main())
