"""Prints what typst gives a style of each entry of a .bib or .yaml file; by default, `facts`."""

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

import typst

DOCUMENT = '#bibliography("{name}", style: "{style}", full: true, title: none)'
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    source, style = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "facts.csl"
    shutil.copy(source, folder / f"refs{source.suffix}")
    shutil.copy(Path(__file__).with_name("facts.csl"), folder)
    (folder / "main.typ").write_text(
        DOCUMENT.format(name=f"refs{source.suffix}", style=style), "utf-8"
    )
    page = typst.compile(folder / "main.typ", format="html").decode()
print(json.dumps(ITEM.findall(page)))
