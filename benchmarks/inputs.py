"""The real records that are measured, in files of the formats that programs read."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from .measure import MEDCITE, ROOT

SHARED = Path(os.environ.get("MEDCITE_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus" / "pubmed.nbib.gz"
ARTICLES = SHARED / "corpus" / "xml"
_ARTICLE = re.compile(r"<PubmedArticle>.*?</PubmedArticle>", re.DOTALL)
_REFERENCES = re.compile(r"<ReferenceList>.*</ReferenceList>", re.DOTALL)
_DOCTYPE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE PubmedArticleSet PUBLIC '
    '"-//NLM//DTD PubMedArticle, 1st January 2024//EN" "pubmed_240101.dtd">\n'
)
# Without what no style prints, and no engine should have to read.
_TO_CITE = ["--no-abstract", "--no-keywords", "--mesh", "none"]


def records() -> list[str]:
    """Give the corpus's records, as text, in order."""
    if not CORPUS.is_file():
        sys.exit(f"no corpus at {CORPUS}: set MEDCITE_SHARED")
    with gzip.open(CORPUS, "rt", encoding="utf-8", newline="\n") as stream:
        text = stream.read()
    return [f"PMID- {part.rstrip()}\n\n" for part in text.split("\nPMID- ")[1:]]


def some(number: int) -> Iterator[str]:
    """Yield ``number`` records; where the corpus has fewer, again with other PMIDs."""
    found = records()
    for at in range(number):
        round_, index = divmod(at, len(found))
        record = found[index]
        if round_:
            pmid, rest = record.split("\n", 1)
            record = f"{pmid}{round_:02}\n{rest}"
        yield record


def medline(folder: Path, number: int) -> Path:
    """Write records as PubMed exports them.

    A process of its own does it: a child's peak counts what its parent held.
    """
    path = folder / f"{number}.nbib"
    if not path.exists():
        command = [sys.executable, "-m", "benchmarks.inputs", str(number), str(path)]
        subprocess.run(command, check=True, cwd=ROOT)
    return path


def converted(folder: Path, number: int, suffix: str, *, to_cite: bool = False) -> Path:
    """Write records in the format of a suffix; ``to_cite`` leaves out what no style prints."""
    path = folder / f"{number}{'-cited' if to_cite else ''}.{suffix}"
    if not path.exists():
        words = ["convert", str(medline(folder, number)), "-o", str(path), "--quiet"]
        more = _TO_CITE if to_cite else []
        subprocess.run([*MEDCITE, *words, *more], check=True, cwd=ROOT)
    return path


def _articles(file: Path) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        text = stream.read()
    for match in _ARTICLE.finditer(text):
        yield _REFERENCES.sub("", match[0])


def articles(folder: Path, number: int) -> Path:
    """Write articles of PubMed XML without their reference lists, the corpus's over and over.

    Beside the file is one compressed as PubMed's own are, which not every peer reads.
    """
    path = folder / f"{number}.xml"
    if not path.exists():
        found = [article for file in sorted(ARTICLES.glob("*.gz")) for article in _articles(file)]
        with path.open("w", encoding="utf-8", newline="\n") as output:
            output.write(f"{_DOCTYPE}<PubmedArticleSet>\n")
            output.writelines(f"{article}\n" for article in islice(cycle(found), number))
            output.write("</PubmedArticleSet>\n")
        path.with_suffix(".xml.gz").write_bytes(gzip.compress(path.read_bytes()))
    return path


if __name__ == "__main__":
    with open(sys.argv[2], "w", encoding="utf-8", newline="\n") as export:
        export.writelines(some(int(sys.argv[1])))
