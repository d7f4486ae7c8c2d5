"""Prints what typst gives a style of each entry of a .bib file."""

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

import typst

DOCUMENT = '#bibliography("refs.bib", style: "facts.csl", full: true, title: none)'
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    shutil.copy(sys.argv[1], folder / "refs.bib")
    shutil.copy(Path(__file__).with_name("facts.csl"), folder)
    (folder / "main.typ").write_text(DOCUMENT, "utf-8")
    page = typst.compile(folder / "main.typ", format="html").decode()
print(json.dumps(ITEM.findall(page)))
