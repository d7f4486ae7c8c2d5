"""Compare our processor with citeproc-js, entry by entry.

    python tests/csl/compare.py MODULE ITEMS.json STYLE...

MODULE is the folder of npm's ``citeproc``, ITEMS a CSL-JSON array. Prints the rate of equal
entries for each style (see NOTES.md). ``--show N`` shows the first N differences.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from medcite.csl import Processor, parse_style
from medcite.csl.style_repository import find_style
from medcite.markup.html import render

REFERENCE = Path(__file__).with_name("reference.cjs")
BLANKS = re.compile(r"\s*(</?div[^>]*>)\s*")


class Compared(NamedTuple):
    """One style: how many entries, whether their order agrees, and which entries differ."""

    total: int
    ordered: bool
    different: list[tuple[str, str, str]]

    @property
    def rate(self) -> float:
        """The share of entries that agree."""
        return 1 - len(self.different) / self.total


def compare(
    module: str, items: list[dict[str, Any]], name: str, told: list[dict[str, Any]] | None = None
) -> Compared:
    """Format ``items`` in both, and give what differs: id, theirs, ours.

    ``told`` are other items for citeproc-js.
    """
    style = find_style(name)
    theirs = reference(module, told or items, style.source)
    known = {str(item["id"]): item for item in items}
    processor = Processor(parse_style(style.source, style.file), known)
    entries = processor.bibliography().entries
    ours = [(entry.ids[0], _unified(render(entry.text))) for entry in entries]
    mine = dict(ours)
    different = [
        (id_, text, mine.get(id_, "")) for id_, text in theirs.items() if mine.get(id_, "") != text
    ]
    return Compared(len(theirs), [id_ for id_, _ in ours] == list(theirs), different)


def citeproc_js() -> str:
    """Return the folder of npm's citeproc; skip the test if there is none."""
    folders = [os.environ.get("MEDCITE_CITEPROC_JS", "")]
    folders += [f"{path}/citeproc" for path in os.environ.get("NODE_PATH", "").split(os.pathsep)]
    there = (folder for folder in folders if folder and Path(folder, "package.json").is_file())
    folder = next(there, "")
    if not folder or not shutil.which("node"):
        pytest.skip("no node, or no npm citeproc: set MEDCITE_CITEPROC_JS to its folder")
    return folder


def reference(module: str, items: list[dict[str, Any]], style: bytes) -> dict[str, str]:
    """Give citeproc-js's entries by id, in its order."""
    spec = find_spec("citeproc")
    assert spec is not None
    assert spec.submodule_search_locations
    locales = Path(spec.submodule_search_locations[0]) / "data" / "locales"
    with tempfile.NamedTemporaryFile(suffix=".csl") as file:
        file.write(style)
        file.flush()
        done = subprocess.run(
            ["node", str(REFERENCE), module, file.name, str(locales)],
            input=json.dumps(items).encode(),
            stdout=subprocess.PIPE,
            check=True,
        )
    answer = json.loads(done.stdout)
    return {
        id_: _unified(_inside(entry))
        for id_, entry in zip(answer["ids"], answer["entries"], strict=True)
    }


def _inside(entry: str) -> str:
    """Give an entry without the div around it."""
    return re.sub(r'^\s*<div class="csl-entry">|</div>\s*$', "", entry)


def _unified(text: str) -> str:
    return BLANKS.sub(r"\1", text.replace("&amp;", "&#38;")).strip()


def main() -> int:
    """Compare as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module")
    parser.add_argument("items", type=Path)
    parser.add_argument("style", nargs="+")
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    items = json.loads(args.items.read_text(encoding="utf-8"))
    for name in args.style:
        found = compare(args.module, items, name)
        order = "same order" if found.ordered else "OTHER ORDER"
        print(f"{name}: {found.rate:.2%} of {found.total}, {order}", flush=True)
        for id_, theirs, ours in found.different[: args.show]:
            print(f"  {id_}\n    js {theirs}\n    us {ours}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
