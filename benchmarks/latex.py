"""A document that cites 300 articles of a whole export: `medcite latex` against `convert`.

All are whole processes in the same run. The first run has no index of the export yet; the
second has, and nothing changed.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from pathlib import Path
from statistics import median

from measure import MEDCITE, export, records, run, several

CITED = 300
MOST = 1.5  # times `medcite convert`, for the first run
AGAIN = 0.25  # seconds, for the second


def document(folder: Path) -> Path:
    """Write the .aux of a document that cites some articles, always the same."""
    pmids = [found[1] for each in records() if (found := re.match(r"PMID- (\d+)", each))]
    cited = random.Random(1).sample(pmids, CITED)
    lines = [f"\\citation{{pmid:{pmid}}}\n" for pmid in cited]
    path = folder / "main.aux"
    path.write_text("".join([*lines, "\\bibstyle{unsrt}\n\\bibdata{refs}\n"]), "utf-8")
    return path


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, number = document(folder), len(records())
        source = export(folder, number)
        latex = [*MEDCITE, "latex", str(path), str(source), "--quiet"]
        whole = several([*MEDCITE, "convert", str(source), "--to", "bibtex", "--quiet"]).seconds
        first = []
        for _ in range(3):
            (folder / ".medcite-index").unlink(missing_ok=True)
            (folder / "refs.bib").unlink(missing_ok=True)
            first.append(run(latex).seconds)
        second = several(latex, 9).seconds
    ratio = median(first) / whole
    print(f"medcite convert, {number} records     {whole:6.2f} s")
    print(f"medcite latex, {CITED} cited, first  {median(first):6.2f} s")
    print(f"medcite latex, {CITED} cited, again  {second:6.2f} s (at most {AGAIN})")
    print(f"ratio {ratio:.2f} (at most {MOST})")
    return ratio > MOST or second > AGAIN


if __name__ == "__main__":
    sys.exit(main())
