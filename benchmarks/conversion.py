"""5,000 records to BibTeX against Biopython, which only splits them; memory as records grow.

Biopython's ``Medline.parse`` turns the same file into lists of raw strings and nothing more:
it is the floor. Both are whole processes in the same run.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from measure import MEDCITE, Cost, export, run, several
from medcite import format_registry

SPLIT = "import sys; from Bio import Medline; [0 for _ in Medline.parse(open(sys.argv[1]))]"
MOST = 3.0  # times Biopython
PEAK = 80.0  # MB
SIZES = (5_000, 20_000, 100_000)


def convert(path: Path, to: str) -> list[str]:
    return [*MEDCITE, "convert", str(path), "--to", to, "--quiet"]


def speed(path: Path) -> bool:
    """Print what each takes for one file; tell whether ours is fast enough."""
    floor = several([sys.executable, "-c", SPLIT, str(path)])
    print(f"{'Biopython splits':24}{floor.seconds:7.2f} s{floor.megabytes:8.0f} MB")
    ratios = {}
    for to in sorted({each.FORMAT.name for each in format_registry.writers()} - {"bibliography"}):
        ours = several(convert(path, to))
        ratios[to] = ours.seconds / floor.seconds
        shown = f"{ours.seconds:7.2f} s{ours.megabytes:8.0f} MB  ratio {ratios[to]:.2f}"
        print(f"{'medcite to ' + to:24}{shown}")
    return ratios["bibtex"] <= MOST


def memory(folder: Path) -> bool:
    """Print the peak for more and more records; tell whether it stays flat."""
    costs: dict[int, Cost] = {}
    for number in SIZES:
        costs[number] = run(convert(export(folder, number), "bibtex"))
        print(f"{number:7,} records{costs[number].seconds:9.2f} s{costs[number].megabytes:8.0f} MB")
    return costs[SIZES[-1]].megabytes < PEAK


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fast = speed(export(folder, 5_000))
        flat = memory(folder)
    print(f"BibTeX within {MOST:.0f} times Biopython: {'yes' if fast else 'NO'}")
    print(f"under {PEAK:.0f} MB at {SIZES[-1]:,} records: {'yes' if flat else 'NO'}")
    return not (fast and flat)


if __name__ == "__main__":
    sys.exit(main())
