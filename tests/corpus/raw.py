"""The corpus as plain lines, and what its lines say, by code that knows nothing of ``convert``."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path

from tests.sampled import SAMPLE

CORPUS = "corpus/pubmed.nbib.gz"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

_TAGGED = re.compile(r"([A-Z]{2,4}) *- ?(.*)")
_DOI = re.compile(r"10\.\d{3,}(\.\d+)*/\S+")


@dataclass
class Raw:
    """One record: its lines, and its fields unwrapped, each with the number of its line."""

    start: int
    lines: list[str] = field(default_factory=list)
    fields: list[tuple[str, str, int]] = field(default_factory=list)

    def all(self, tag: str) -> list[str]:
        return [value for each, value, _ in self.fields if each == tag and value]

    def one(self, tag: str) -> str:
        return next(iter(self.all(tag)), "")

    @property
    def pmid(self) -> str:
        return self.one("PMID")

    @property
    def book(self) -> bool:
        return bool(self.one("BTI"))

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def typed(self, tag: str, kind: str) -> list[str]:
        """Give the values of LID or AID that end in ``[kind]``."""
        end = f"[{kind}]"
        return [value[: -len(end)].strip() for value in self.all(tag) if value.endswith(end)]

    def doi(self) -> str:
        """Give LID's DOI, else AID's (of a chapter AID's first), else a PII that is a DOI."""
        tags = ("AID", "LID") if self.book else ("LID", "AID")
        for kind in ("doi", "pii"):
            for tag in tags:
                for value in self.typed(tag, kind):
                    if _DOI.fullmatch(value):
                        return value
        return ""

    def pmcid(self) -> str:
        if self.one("PMC"):
            return self.one("PMC")
        found = re.search(r"PMC\d+", " ".join(self.all("OID")))
        return found[0] if found else ""

    def byline(self) -> list[str]:
        """Give the authors in order: FAU, AU where there is no FAU, groups as ``= name``."""
        names: list[str] = []
        paired = False
        for tag, value, _ in self.fields:
            if tag == "FAU":
                names.append(value)
                paired = True
            elif tag == "AU" and value != "et al.":
                if not paired:
                    names.append(value)
                paired = False
            elif tag == "CN":
                names.append("= " + value.rstrip(";. "))
                paired = False
        return names

    def year(self) -> str:
        return self.one("DP")[:4]


def split(lines: list[str], first: int = 1) -> Iterator[Raw]:
    """Yield the records of ``lines``."""
    raw = None
    for number, line in enumerate(lines, first):
        found = _TAGGED.fullmatch(line) if line[4:5] == "-" else None
        if found and found[1] == "PMID":
            if raw:
                yield raw
            raw = Raw(number)
        if raw is None:
            continue
        raw.lines.append(line)
        if found:
            raw.fields.append((found[1], found[2].strip(" "), number))
        elif line.strip(" "):
            tag, value, place = raw.fields[-1]
            raw.fields[-1] = (tag, f"{value} {line.strip(' ')}", place)
    if raw:
        yield raw


@cache
def corpus(shared: Path, step: int = SAMPLE) -> tuple[Raw, ...]:
    """Give every ``step``-th record of the corpus."""
    if step > SAMPLE:
        return corpus(shared)[:: step // SAMPLE]
    with gzip.open(shared / CORPUS, "rt", encoding="utf-8", newline="\n") as file:
        raws = split(file.read().replace("\r\n", "\n").split("\n"))
        return tuple(islice(raws, 0, None, step))
