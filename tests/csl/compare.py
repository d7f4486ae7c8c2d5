"""Compare our processor with citeproc-js, in many styles, by classes of differences.

    python tests/csl/compare.py --styles 300 --seed 1
    python tests/csl/compare.py --items ITEMS.json --show 3 apa ieee

Formats items of every kind and citations of these (``comparison/``), or only the entries of a
CSL-JSON array of your own; in a sample of the independent styles, in those named, or in all.
MEDCITE_CITEPROC_JS is the folder of npm's ``citeproc``. Prints how much is equal, and the
classes of what is not: those that NOTES.md settles, and others.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.csl.comparison.document import Document, of_every_kind
from tests.csl.comparison.processors import citeproc_js, compare
from tests.csl.comparison.styles import independent_styles, sample
from tests.csl.comparison.summary import Summary


def main() -> int:
    """Compare as the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("style", nargs="*", help="names of independent styles")
    parser.add_argument("--styles", type=int, help="how many styles, drawn by the seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--items", type=Path, help="a CSL-JSON array")
    parser.add_argument("--show", type=int, default=1, help="examples of each class")
    args = parser.parse_args()
    module = citeproc_js()
    if not module:
        print("no node, or no npm citeproc: set MEDCITE_CITEPROC_JS to its folder", file=sys.stderr)
        return 2
    files = sample(args.styles, args.seed) if args.styles else list(independent_styles())
    if args.style:
        files = [file for file in independent_styles() if file.stem in args.style]
    document = of_every_kind()
    if args.items:
        document = Document(json.loads(args.items.read_text("utf-8")), [])
    summary = Summary(document).add_all(compare(module, document, files))
    print("\n".join(summary.lines(args.show)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
