"""Records to write, and what a refusal to replace a file looks like."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT
from tests.run import Outcome

SAMPLES = ROOT / "samples"
AHEAD = (SAMPLES / "ahead-of-print.nbib").read_text("utf-8")
PRINTED = AHEAD.replace("DP  - 2020 Jul 17", "VI  - 384\nIP  - 8\nDP  - 2021 Feb 25\nPG  - 693-704")
PRINTED = PRINTED.replace("PST - aheadofprint", "LR  - 20210301\nPST - ppublish")
PRINTED = PRINTED[: PRINTED.index("SO  -")] + "SO  - N Engl J Med. 2021 Feb 25;384(8):693-704.\n"
REFS = (SAMPLES / "refs.nbib").read_text("utf-8")
MORE = (SAMPLES / "book.nbib").read_text("utf-8")
SAMPLE = """\
PMID- 1
OWN - NLM
DP  - 2020
TI  - A title.
AB  - What was found.
AID - 10.1000/1 [doi]
FAU - Smith, Jane
AU  - Smith J
OT  - word
PT  - Journal Article
TA  - J Tests
JT  - Journal of tests
"""
KEY = "smith2020title"
RECORDS = ("refs.bib", "refs.biblatex", "refs.ris", "refs.json", "refs.medcite.json", "refs.nbib")
LISTS = ("refs.txt", "refs.html", "refs.md", "refs.tex", "refs.rtf", "refs.docx")

Write = Callable[..., Outcome]


def refused(write: Write, name: str, *words: str, records: str = SAMPLE) -> str:
    """Return why a file is not replaced; see that nothing is touched, and what --force does."""
    path = Path(name)
    old = path.read_bytes()
    os.utime(path, (1, 1))
    done = write(records, name, *words)
    assert done.status == 2, done
    assert not done.out
    start, end = f": error: {name}: ", "; nothing was written: use another -o "
    assert start in done.err, done.err
    reason, _, advice = done.err.partition(start)[2].partition(end)
    assert advice.endswith(", or --force to overwrite it\n"), done.err
    assert done.err.count("\n") == 1
    assert path.read_bytes() == old
    assert path.stat().st_mtime == 1
    assert [each.name for each in path.parent.iterdir()] == [name]
    assert write(records, name, *words, "--force").status == 0
    assert path.read_bytes() != old
    return reason
