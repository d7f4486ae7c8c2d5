"""The style ``nlm`` against NLM's own words: SO, and AU + CN + TI, of the corpus's records."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from medcite.bibliography.items import items
from medcite.csl import Processor, parse_style
from medcite.csl.style_repository import find_style
from medcite.medline.source_line.compare import compare, letters, render
from medcite.model.record import Record
from medcite.model.rich_text import plain
from medcite.options import Options

from tests.sampled import corpus


class Cited(NamedTuple):
    """A record, its reference, and the reference's part that is the source line."""

    record: Record
    text: str


@pytest.fixture(scope="module", params=[20, pytest.param(1, marks=pytest.mark.long)])
def cited(request: pytest.FixtureRequest, shared: Path) -> list[Cited]:
    records = {record.pmid: record for record in corpus(shared, request.param)}
    style = find_style("nlm")
    csl_items = items(records.items(), style, Options())
    entries = Processor(parse_style(style.source), csl_items).bibliography().entries
    return [Cited(records[entry.ids[0]], plain(entry.text)) for entry in entries]


def test_source_line_is_equal_to_the_letter(cited: list[Cited], capsys) -> None:
    classes: Counter[str] = Counter()
    other = []
    for record, text in cited:
        if not record.source_line:
            classes["no SO"] += 1
        elif not letters(record):
            classes["SO in an older dialect"] += 1
        elif "." in record.container_title_short:  # a whole title, whose stops the style strips
            classes["TA with stops"] += 1
        elif _bare(record.source_line) in _bare(text):
            classes["equal"] += 1
        else:
            other.append(f"{record.pmid}: {record.source_line}")
    with capsys.disabled():
        total = classes["equal"] + len(other)
        print(f"\nnlm: SO to the letter {classes['equal']}/{total} of today's dialect; {classes}")
    # They contradict themselves: an Epub without its date.
    assert [line for line in other if not line.endswith("Epub .")] == []


def test_facts_are_those_of_the_source_line(cited: list[Cited], capsys) -> None:
    """The printed source line, held against the record's fields, in whichever dialect SO is."""
    having = [each for each in cited if each.record.source_line]
    wrong = [each.record.pmid for each in having if _differences(each)]
    with capsys.disabled():
        print(f"\nnlm: facts of SO {len(having) - len(wrong)}/{len(having)}; not: {wrong}")
    assert len(wrong) <= len(having) / 1000


def test_authors_and_title_are_equal(cited: list[Cited], capsys) -> None:
    having = [each for each in cited if each.record.source_line]
    heads = ((each, _bare(_head(each.record))) for each in having)
    wrong = [each.record.pmid for each, head in heads if head not in _bare(each.text)]
    with capsys.disabled():
        print(f"\nnlm: AU, CN and TI {len(having) - len(wrong)}/{len(having)}; not: {wrong}")
    assert len(wrong) <= len(having) / 1000


def _differences(each: Cited) -> bool:
    """Tell whether the reference prints another source line, or SO says other facts."""
    return _bare(render(each.record)) not in _bare(each.text) or bool(compare(each.record))


def _head(record: Record) -> str:
    """Put AU, CN and TI together as PubMed prints them, from the fields as read."""
    assert record.origin is not None
    named = [field for field in record.origin.fields if field.tag in ("AU", "CN")]
    head = ""
    for at, field in enumerate(named):
        if at:
            groups = "CN" in (field.tag, named[at - 1].tag)
            head += "; " if groups else ", "
        head += field.value
    titles = [field.value for field in record.origin.fields if field.tag in ("TI", "TT", "BTI")]
    return ". ".join(part.removesuffix(".") for part in (head, *titles[:1]) if part)


def _bare(text: str) -> str:
    return "".join(text.split())
