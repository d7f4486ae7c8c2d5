"""Chunks read one by one are the whole text: the same records and diagnostics, in order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from errno import EIO

import pytest
from medcite.base.errors import InputError
from medcite.files import chunks, decoding, source
from medcite.files.chunks import Chunk, Chunks
from medcite.files.source import Source, open_source
from medcite.medline import split
from medcite.medline.chunks import MedlineCutter
from medcite.model.record import Record
from medcite.model.report import Diagnostic, Report
from medcite.readers import medline

Outcome = tuple[list[tuple[str, int, tuple[object, ...]]], list[Diagnostic]]

USUAL = """\
PMID- {number}
OWN - NLM
TI  - A title of some length.
DP  - 2020 Feb
AB  - An abstract that goes on in the
      next line, and in one more: PMID: 17 is
      mentioned.
SO  - J Tests. 2020 Feb;1(2):3-4. doi:
      10.1000/{number}.
"""
# What files hold, or may hold, between or instead of usual records.
ODD = (
    "PMC - PMC1\n",  # PMC's display begins so
    "PMID- {number}\n",
    "PMID- {number}\nOWN - NLM\n",
    "OWN - NLM\nSTAT- MEDLINE\nDP  - never\n",
    "PMID- {number}\nTI  - Ends with another's beginning.\nPMC - PMC{number}\n",
    "PMID- {number}\nTI  - Without a blank line behind\nPMID- 77\nTI  - Another.\n",
    "  PMID- {number}\n  TI  - A margin.\n        that goes on\n",
    "PMID- {number}\nstray text\nTI  - x\nZZ  - Kept.\nAID - 11.1/x [doi]\n",
    "stray text between\n",
    "<2. >\n",
    "PMID- {number} OWN - NLM STAT- MEDLINE DP  - 2019 TI  - Lost its line ends. SO  - J. 2019\n",
    "PMID- {number}\nTI  - Filled." + " " * 60 + "PMID- 78\n",
    "PMID- {number}\nTI  - " + "long " * 60 + "\t" * 40 + "PMC - PMC2\n",
    "PMID- {number}\nTI  - Nothing behind.\nER  - \n",
    "ER  - \n",
    "PMID- {number}\nPMID- {number}\nTI  - Twice.\n",
    "PMID- {number}\nTI  - {number}.\nSO  - J. 2001\n      PMID- 12345\n",
    "PMID- {number}\r\nTI  - Other line ends.\r\n",
    "PMID- {number}\nTI  - Übermaß in \u4e2d\u6587.\n",
    "\n",
    "PMID- {number}\nTI  - a\x0cpage\n",
)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "SIZE", 700)
    for module in (source, decoding):
        monkeypatch.setattr(module, "PIECE", 1500)
    for module in (source, decoding):
        monkeypatch.setattr(module, "HEAD", 100)


def outcome(records: Iterator[Record], report: Report) -> Outcome:
    """Read everything; the diagnostics about each record come where it stands."""
    rows = []
    for record in records:
        line = record.origin.line if record.origin else 0
        rows.append((record.pmid, line, (record.title, record.abstract, record.kept)))
    return rows, report.diagnostics


def whole(text: bytes) -> Outcome:
    report = Report()
    return outcome(medline.read(open_source(text, report, "x"), report), report)


def cut(text: bytes) -> tuple[Outcome, int]:
    """Read the chunks apart, and the rest; return also how many chunks there were."""
    rows, diagnostics, number = [], [], 0
    reading = Report()
    cutter = Chunks(open_source(text, reading, "x"), reading, MedlineCutter())
    for chunk in cutter:
        report = Report()
        report.diagnostics += chunk.told
        found = outcome(medline.read(chunk.source("x"), report), report)
        rows += found[0]
        diagnostics += found[1]
        number += 1
    found = outcome(medline.read(cutter.rest(), reading), reading)
    return (rows + found[0], diagnostics + found[1]), number


@pytest.mark.parametrize("seed", range(150))
def test_chunks_are_the_whole(seed: int) -> None:
    choose = random.Random(seed)
    pieces = []
    for number in range(choose.randrange(5, 80)):
        odd = choose.random() < seed % 10 / 20
        piece = choose.choice(ODD) if odd else USUAL
        gap = "\n" * choose.choice((1, 1, 1, 1, 1, 1, 1, 1, 0, 2, 3))
        pieces.append(piece.replace("{number}", str(1000 + number)) + gap)
    text = "".join(pieces)
    text = text.replace("\n", "\r\n") if seed % 7 == 0 else text
    data = text.encode()
    if seed % 5 == 0:  # told about the encoding once, at its place
        data = data[: len(data) // 2] + data[len(data) // 2 :].replace(b" title ", b" t\xeftle ")
    assert cut(data)[0] == whole(data)


def test_usual_text_is_cut_everywhere() -> None:
    text = "".join(USUAL.format(number=number) + "\n" for number in range(100)).encode()
    found, number = cut(text)
    assert found == whole(text)
    assert number > len(text) / 1500


def test_what_reading_tells_keeps_its_place() -> None:
    """The reader lets go of a record when the next is complete, which a block may end with."""
    record = USUAL.replace("DP  - 2020 Feb", "DP  - never")
    texts = [(record.format(number=number) + "\n").encode() for number in range(30)]
    for bad in range(30):
        changed = [text.replace(b"title", b"t\xeftle") if at == bad else text
                   for at, text in enumerate(texts)]  # fmt: skip
        found, number = cut(b"".join(changed))
        assert found == whole(b"".join(changed))
        assert number > 2
        assert sorted({each.code for each in found[1]}) == ["bad-date", "encoding"]


def test_text_that_cannot_be_cut_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MedlineCutter, "longest", 4000)
    monkeypatch.setattr(split, "MOST", 4000)
    usual = "".join(USUAL.format(number=number) + "\n" for number in range(40))
    odd = "".join(f"PMID- {number}\nTI  - {number}.\n" for number in range(2000, 3000))
    data = (usual + odd + usual).encode()
    report = Report()
    cutter = Chunks(open_source(data, report, "x"), report, MedlineCutter())
    held = [len(chunk.text) for chunk in cutter]
    assert sum(held) < len(usual)
    assert cut(data)[0] == whole(data)


@pytest.mark.parametrize("error", [OSError(EIO, "Input/output error"), InputError("x: too long")])
def test_an_input_that_fails_fails_behind_its_records(error: Exception) -> None:
    text = "".join(USUAL.format(number=number) + "\n" for number in range(40))

    def failing() -> Iterator[str]:
        yield text[:3000]
        yield text[3000:7000]
        raise error

    def read(records: Iterator[Record]) -> Iterator[str]:
        try:
            yield from (record.pmid for record in records)
        except (OSError, InputError) as told:
            yield str(told)

    alone = list(read(medline.read(Source("x", "", failing()), Report())))
    cutter, pmids = Chunks(Source("x", "", failing()), Report(), MedlineCutter()), list[str]()
    for chunk in cutter:
        pmids += read(medline.read(chunk.source("x"), Report()))
    pmids += read(medline.read(cutter.rest(), Report()))
    assert len(pmids) > 10
    assert pmids[-1] == str(error)
    assert pmids == alone


def test_a_chunk_knows_what_it_seems_to_hold() -> None:
    text = "".join(USUAL.format(number=number) + "\n" for number in range(40))
    report = Report()
    cutter = Chunks(open_source(text.encode(), report, "x"), report, MedlineCutter())
    for chunk in cutter:
        assert cutter.guess(chunk) == len(list(medline.read(chunk.source("x"), report)))
        assert isinstance(chunk, Chunk)
