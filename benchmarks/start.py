"""How long ``medcite --version`` takes, as a ratio to bare ``python -c pass`` in the same run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 30
MOST = 3.0


def seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def main() -> int:
    installed = Path(sys.executable).with_name("medcite")
    medcite = [str(installed)] if installed.exists() else [sys.executable, "-m", "medcite"]
    bare, ours = [], []
    for _ in range(ROUNDS):  # in turns, so that both meet the same machine
        bare.append(seconds([sys.executable, "-c", "pass"]))
        ours.append(seconds([*medcite, "--version"]))
    ratio = median(ours) / median(bare)
    print(f"python -c pass     {median(bare) * 1000:6.1f} ms")
    print(f"medcite --version  {median(ours) * 1000:6.1f} ms")
    print(f"ratio {ratio:.2f} (at most {MOST:.0f})")
    return ratio > MOST


if __name__ == "__main__":
    sys.exit(main())
