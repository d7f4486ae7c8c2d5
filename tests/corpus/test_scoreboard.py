"""How much of 9,542 real records arrives: in the model, and in every target.

What a record should give is found in its raw lines by plain code (``raw.py``); what came of
it is read from our output by other people's parsers (``outputs.py``). Rates are printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import methodcaller
from pathlib import Path

import medcite
import pytest
from medcite.codecs.names import encode
from medcite.model.report import Report

from tests import sampled
from tests.corpus import outputs
from tests.corpus.outputs import Entry
from tests.corpus.raw import MONTHS, Raw, corpus
from tests.sampled import SAMPLE

CHUNK = 500
STEPS = [3 * SAMPLE, pytest.param(1, marks=pytest.mark.long)]
TARGETS: dict[str, tuple[str, dict[str, str], Callable[[str], Iterator[Entry]]]] = {
    "bibtex": ("bibtex", {}, outputs.bibtex),
    "biblatex": ("biblatex", {}, outputs.bibtex),
    "ris generic": ("ris", {"receiver": "generic"}, outputs.ris),
    "ris zotero": ("ris", {"receiver": "zotero"}, outputs.ris),
    "ris endnote": ("ris", {"receiver": "endnote"}, outputs.ris),
    "ris jabref": ("ris", {"receiver": "jabref"}, outputs.ris),
    "csl-json": ("csl-json", {}, outputs.csl),
}
# Why a target's entry may lack what the record has: measure, PMID, reason.
EXCUSED: dict[tuple[str, str], str] = {}

PARTED = methodcaller("partition", " ")
Show = Callable[[str, int, dict[str, list[str]]], None]


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str]) -> Show:
    """Print one line of the scoreboard, and what is not right by PMID."""

    def printed(name: str, count: int, wrong: dict[str, list[str]]) -> None:
        with capsys.disabled():
            missed = ", ".join(f"{each} {len(pmids)}" for each, pmids in wrong.items() if pmids)
            print(f"\n{name}: {count} records, " + (f"wrong: {missed}" if missed else "all right"))
            for each, pmids in wrong.items():
                for pmid in pmids[:20]:
                    print(f"  {each} {pmid} {EXCUSED.get((each, pmid), '')}")

    return printed


def letters(text: str) -> list[str]:
    """Give a name's letters in no order: where the suffix stands is each format's own affair."""
    return sorted(each for each in unicodedata.normalize("NFC", text).casefold() if each.isalnum())


def authors_right(raw: Raw, names: list[tuple[str, str]]) -> bool:
    """Tell whether every author is there, in order, groups as groups, families as families."""
    expected = raw.byline()
    if len(names) != len(expected):
        return False
    for want, (family, whole) in zip(expected, names, strict=True):
        if letters(want) != letters(whole) and letters(want) != letters(whole.rstrip(";. ")):
            return False
        group = want.startswith("= ")
        if group and family:
            return False
        if not group and "," in want and letters(want.split(",")[0]) != letters(family):
            return False
    return True


def pages_right(raw: Raw, pages: str) -> bool:
    """Tell whether first and last page, or the article number, are there."""
    want = raw.one("PG")
    if not want:
        return True
    pages = re.sub(r"[-–]+", "-", pages)
    if found := re.fullmatch(r"([A-Za-z]*)(\d+)-([A-Za-z]*)(\d+)", want):
        prefix, first, _, last = found.groups()
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        if int(last) > int(first):
            ends = re.fullmatch(rf"{prefix}{first}-{prefix}?{last}", pages)
            return ends is not None
    return letters(want) == letters(pages) or all(
        word in pages for word in re.findall(r"[A-Za-z]*\d+", want.split("-")[0])
    )


def date_right(raw: Raw, entry: Entry) -> bool:
    """Tell whether year and month are the issue's (DP)."""
    found = re.match(r"(\d{4})(?: ([A-Z][a-z]{2})\b)?", raw.one("DP"))
    if not found:
        return True
    month = MONTHS.index(found[2]) + 1 if found[2] in MONTHS else 0
    return entry.year == found[1] and entry.month == month


def issn_right(raw: Raw, issn: str) -> bool:
    """Tell whether the ISSN is the cited edition's, as PST says, else the linking one."""
    if raw.book:
        return True
    known = {kind.strip("() "): value for value, _, kind in map(PARTED, raw.all("IS"))}
    cited, other = "Electronic", "Print"
    if raw.one("PST") != "epublish":
        cited, other = other, cited
    best = (known[kind] for kind in (cited, "", "Linking", other) if kind in known)
    return issn == next(best, "")


def judge(raw: Raw, entry: Entry) -> dict[str, bool]:
    """Hold one entry against the record's raw lines."""
    pmid = re.search(rf"(?<!\d){raw.pmid}(?!\d)", entry.text)
    pmcid = raw.pmcid()
    open_ended = bool(entry.names) and entry.names[-1][1] in ("others", "et al.")
    names = entry.names[:-1] if open_ended else entry.names
    return {
        "authors": authors_right(raw, names) and open_ended == ("et al." in raw.all("AU")),
        "doi": entry.doi == raw.doi(),
        "pages": pages_right(raw, entry.pages),
        "date": date_right(raw, entry),
        "issn": issn_right(raw, entry.issn),
        "pmid": pmid is not None,
        "pmcid": not pmcid or re.search(rf"{pmcid}(?!\d)", entry.text) is not None,
    }


def written(raws: Iterable[Raw], target: str) -> Iterator[tuple[Raw, Entry]]:
    """Write records to a target in chunks, and read each chunk back."""
    name, options, read_back = TARGETS[target]
    chunk: list[Raw] = []
    for raw in (*raws, None):
        if raw is not None:
            chunk.append(raw)
        if chunk and (raw is None or len(chunk) == CHUNK):
            report = Report()
            records = medcite.read(
                format="medline", report=report, text="\n".join(each.text() for each in chunk)
            )
            text = medcite.write(records, name, report=report, **options)
            entries = list(read_back(text or ""))
            assert len(entries) == len(chunk)
            yield from zip(chunk, entries, strict=True)
            chunk = []


def score(raws: list[Raw], target: str, show: Show) -> None:
    """Print a target's line, and ask that everything is right but what is excused."""
    wrong: dict[str, list[str]] = defaultdict(list)
    for raw, entry in written(raws, target):
        for measure, right in judge(raw, entry).items():
            if not right:
                wrong[measure].append(raw.pmid)
    show(target, len(raws), wrong)
    pairs = [(measure, pmid) for measure, pmids in wrong.items() for pmid in pmids]
    assert [pair for pair in pairs if pair not in EXCUSED] == []


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("target", TARGETS)
def test_target(target: str, step: int, shared: Path, show: Show) -> None:
    score(list(corpus(shared, step)), target, show)


@pytest.mark.parametrize("step", STEPS)
def test_model(step: int, shared: Path, show: Show) -> None:
    """No record is lost, every line is accounted for, every author and identifier is there."""
    raws = corpus(shared, step)
    wrong: dict[str, list[str]] = defaultdict(list)
    for raw, record in zip(raws, sampled.corpus(shared, step), strict=True):
        assert record.origin is not None
        names = [(each.family, each.literal or encode(each)) for each in record.author]
        listed = [(each.tag, each.value, each.line) for each in record.origin.fields]
        right = {
            "lines": listed == raw.fields,
            "authors": authors_right(raw, names),
            "et al": record.et_al == ("et al." in raw.all("AU")),
            "doi": record.doi == raw.doi(),
            "pages": (record.page.raw if record.page else "") == raw.one("PG"),
            "pmid": record.pmid == raw.pmid,
            "pmcid": record.pmcid == raw.pmcid(),
            "issn": [each.value for each in record.issn]
            == [each.split()[0] for each in raw.all("IS")],
            "dates": record.issued is not None and record.issued.raw == raw.one("DP"),
            "kept": not record.kept,
        }
        for measure, holds in right.items():
            if not holds:
                wrong[measure].append(raw.pmid)
    show("model", len(raws), wrong)
    assert not wrong
