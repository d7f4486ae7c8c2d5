"""Real records, as they are and with one thing changed, looked up among many.

Nothing wrong agrees, and of what is right at most 0.5 % is accused; the figures are printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import medcite
import pytest
from medcite import Date, Name, Pages, PartialDate, Record
from medcite.verify import answers, text_match
from medcite.verify.answers import AGREES, RETRACTED
from medcite.verify.catalog import Catalog

from tests.sampled import corpus

FORMATS = {"bibtex": "bibtex", "biblatex": "bibtex", "ris": "ris", "csl-json": "csl-json",
           "endnote-xml": "endnote-xml", "csv": "csv"}  # fmt: skip
STYLES = ("vancouver", "apa", "american-medical-association", "nature", "chicago-author-date",
          "modern-language-association", "the-lancet", "nlm")  # fmt: skip
MOST_ACCUSED = 0.005

Change = Callable[[Record, Record], Record | None]


def quiet() -> medcite.Report:
    return medcite.Report(sink=lambda diagnostic: None)


def records(shared: Path, number: int) -> list[Record]:
    usable = [record for record in corpus(shared, 2) if record.title and record.author]
    return usable[:: len(usable) // number][:number]


def next_number(text: str) -> str:
    return re.sub(r"\d+", lambda match: str(int(match[0]) + 1), text, count=1)


def later(record: Record, _: Record) -> Record | None:
    date = Date(PartialDate(record.year + 2)) if record.year else None
    return date and record.replace(issued=date, available_date=None)


def turned_pages(record: Record, _: Record) -> Record | None:
    page = record.page
    if not page or not page.first.isdecimal() or not page.last.isdecimal():
        return None
    first = str(int(page.first) + 1)
    return record.replace(page=Pages(f"{first}-{page.last}", f"{first}-{page.last}", first,
                                     page.last))  # fmt: skip


def renamed(record: Record, _: Record) -> Record | None:
    if record.author[0].literal:
        return None
    return record.replace(author=(Name("Bananas", record.author[0].given), *record.author[1:]))


def swapped(record: Record, _: Record) -> Record | None:
    one, two = record.author[0], record.author[-1]
    if len(record.author) != 2 or one.family == two.family:  # two in all styles
        return None
    return record.replace(author=(two, one))


CHANGES: dict[str, Change] = {
    "year": later,
    "volume": lambda record, _: (
        record.replace(volume=next_number(record.volume)) if record.volume.isdecimal() else None
    ),
    "pages": turned_pages,
    "title": lambda record, _: record.replace(title=f"{record.title} of the banana"),
    "author": renamed,
    "authors swapped": swapped,
    "journal": lambda record, _: record.replace(
        container_title="Journal of irreproducible results",
        container_title_short="J Irreprod Results",
    ),
    "doi": lambda record, other: (
        record.replace(doi=other.doi, pmid="", pmcid="", identifiers=())
        if record.doi and other.doi
        else None
    ),
    "pmid": lambda record, other: record.replace(pmid=other.pmid, doi="", pmcid=""),
    "invented": lambda record, other: record.replace(
        title=f"Banana {other.title.split()[0]} in {record.title.split()[-1]}",
        doi="", pmid="", pmcid="", identifiers=(),
    ),
}  # fmt: skip
UNPRINTED = frozenset({"pmid"})  # in most styles


def typed(record: Record, style: str) -> str:
    text = medcite.format_bibliography([record], style=style, report=quiet()).strip()
    return re.sub(r"^\d+\.?\s+", "", text)


def is_accused(answer: answers.Answer) -> bool:
    return answer.answer not in (AGREES, RETRACTED) or bool(answer.fields)


@pytest.mark.long
def test_nothing_right_is_accused(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog, some = Catalog(corpus(shared, 2)), records(shared, 250)
    accused: Counter[str] = Counter()
    for to, source in FORMATS.items():
        text = medcite.write(some, to, report=quiet())
        read = medcite.read(text=text, format=source, report=quiet())
        accused[to] = sum(is_accused(answers.answer(record, catalog)) for record in read)
    for style in STYLES:
        texts = [typed(record, style) for record in some]
        accused[style] = sum(is_accused(text_match.answer(text, catalog)) for text in texts)
    asked = len(some) * (len(FORMATS) + len(STYLES))
    with capsys.disabled():
        print(f"\naccused wrongly: {accused.total()} of {asked:,} references {dict(+accused)}")
    assert accused.total() <= MOST_ACCUSED * asked


@pytest.mark.long
def test_nothing_wrong_agrees(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog, some = Catalog(corpus(shared, 2)), records(shared, 150)
    asked = 0
    agreed: list[tuple[str, str, str]] = []
    for name, change in CHANGES.items():
        for number, record in enumerate(some):
            changed = change(record, some[number - 1])
            if changed is None:
                continue
            style = STYLES[number % len(STYLES)]
            asked += 1
            if answers.answer(changed, catalog).answer == AGREES:
                agreed.append((name, "record", record.pmid))
            text = typed(changed, style)
            if name in UNPRINTED or text == typed(record, style):  # the style does not print it
                continue
            asked += 1
            if text_match.answer(text, catalog).answer == AGREES:
                agreed.append((name, style, record.pmid))
    with capsys.disabled():
        print(f"\nwrong and said to agree: {len(agreed)} of {asked:,} references")
    assert agreed == []
