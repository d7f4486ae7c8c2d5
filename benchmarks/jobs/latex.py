"""A document that cites 300 articles of an export: the first run, and one that changes nothing.

The first run has no index of the export yet. Beside both is the conversion of the whole export.
"""

from __future__ import annotations

import random
import re
import shlex
from pathlib import Path

from ..inputs import medline
from ..job import OURS, Job, convert
from ..measure import MEDCITE

_CITED = 300
_WHOLE = "medcite, all to BibTeX"
_PMID = re.compile(r"(?m)^PMID- (\d+)")


def jobs(folder: Path, number: int) -> list[Job]:
    """Return the job of the first run, and of the second."""
    export = medline(folder, number)
    jobs = []
    for kind, remove, most in (
        ("first run", "rm -f .medcite-index* refs.bib;", 1.5),
        ("second run", "", 0.5),
    ):
        place = folder / kind.replace(" ", "-")
        place.mkdir(exist_ok=True)
        latex = shlex.join(
            [*MEDCITE, "latex", str(_document(place, export)), str(export), "--quiet"]
        )
        command = f"cd {shlex.quote(str(place))}; {remove} PYTHONPATH=$OLDPWD exec {latex}"
        commands = {OURS: ["sh", "-c", command], _WHOLE: convert(export, "bibtex")}
        jobs.append(Job(f"latex, {_CITED} cited, {kind}", commands, {_WHOLE: most}))
    return jobs


def _document(folder: Path, export: Path) -> Path:
    """Write the .aux of a document that cites some articles, always the same."""
    pmids = _PMID.findall(export.read_text("utf-8"))
    cited = random.Random(1).sample(pmids, min(_CITED, len(pmids)))
    lines = [f"\\citation{{pmid:{pmid}}}\n" for pmid in cited]
    path = folder / "main.aux"
    path.write_text("".join([*lines, "\\bibstyle{unsrt}\n\\bibdata{refs}\n"]), "utf-8")
    return path
