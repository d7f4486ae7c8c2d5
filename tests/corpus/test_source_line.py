"""Every corpus record against its own SO line, and with any one digit changed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import medcite
import pytest
from medcite.checks.record import check
from medcite.medline.source_line.compare import compare, letters, render, same
from medcite.model.record import Record
from medcite.model.report import Report

from tests.corpus.raw import Raw, corpus
from tests.sampled import SAMPLE

# The record says two things at once, so it must differ from its own source line.
CONTRADICTORY = {
    "19402821": "dated by DEP, and DP is another month that SO does not name",
    "19822882": "SO has `Epub .` with no date, and there is no DEP",
    "19864382": "SO has `Epub .` with no date, and there is no DEP",
    "19946835": "SO has `Epub .` with no date, and there is no DEP",
}
# What SO tells, and what is needed to read it.
FACTS = ("DP", "DEP", "VI", "IP", "PG", "LID", "AID")
NEEDED = ("PMID", "TA", "JT", "PST", "PT", "BTI", *FACTS, "SO")


def read(raw: Raw, changed: tuple[int, str] | None = None) -> Record:
    """Read what SO is about, with one field's text changed."""
    fields = [
        (tag, changed[1] if changed and changed[0] == place else value)
        for place, (tag, value, _) in enumerate(raw.fields)
        if tag in NEEDED
    ]
    text = "".join(f"{tag:4}- {value}\n" for tag, value in fields)
    return next(iter(medcite.read(format="medline", report=Report(), text=text)))


@pytest.mark.parametrize("step", [SAMPLE, pytest.param(1, marks=pytest.mark.long)])
def test_agreement(step: int, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raws = [raw for raw in corpus(shared, step) if raw.one("SO")]
    today = equal = 0
    differing = {}
    for raw in raws:
        record = read(raw)
        if found := compare(record):
            differing[raw.pmid] = found
        if letters(record):
            today += 1
            equal += same(render(record), raw.one("SO"))
    with capsys.disabled():
        print(f"\nsource line: {len(raws) - len(differing)} of {len(raws)} agree;", end=" ")
        print(f"{equal} of {today} in today's dialect to the letter")
        for pmid, found in differing.items():
            print(f"  {pmid}: {found[0]} ({CONTRADICTORY.get(pmid, 'why?')})")
    assert differing.keys() == CONTRADICTORY.keys() & {raw.pmid for raw in raws}
    assert today - equal <= len(CONTRADICTORY)


def digits(text: str) -> Iterator[str]:
    """Yield ``text`` with each of its digits changed, one at a time."""
    for place, digit in enumerate(text):
        if digit.isdecimal():
            other = random.Random(text + str(place)).choice("0123456789".replace(digit, ""))
            yield text[:place] + other + text[place + 1 :]


def unseen(raw: Raw, tag: str, value: str) -> bool:
    """Tell whether SO does not tell of ``value``, so that its change cannot be found out.

    Older exporters print the DOI only where LID has it. SO has but one DOI, and a PII only
    where there are no pages; then the other of the two tags may still agree with it.
    """
    so = raw.one("SO")
    if tag not in ("LID", "AID"):
        return False
    if value.endswith("[doi]"):
        return f"doi:{value.removesuffix('[doi]').strip()}." not in "".join(so.split())
    number = value.split(" [", maxsplit=1)[0]
    others = raw.all("AID" if tag == "LID" else "LID")
    repeated = any(each.split(" [", maxsplit=1)[0] == number for each in others)
    return bool(raw.one("PG")) or repeated or f":{number}." not in so


def missed(raws: list[Raw]) -> Iterator[str]:
    """Yield every changed digit that ``check`` does not tell of."""
    for raw in raws:
        record = read(raw)
        for line in digits(raw.one("SO")):
            if not compare(record, line):
                yield f"{raw.pmid} SO: {line}"
        for place, (tag, value, _) in enumerate(raw.fields):
            if tag in FACTS and not unseen(raw, tag, value):
                for text in digits(value):
                    changed = read(raw, (place, text))
                    if not any(found.code == "so-mismatch" for found in check(changed)):
                        yield f"{raw.pmid} {tag}: {value} -> {text}"


def agreeing(shared: Path, step: int) -> list[Raw]:
    """Give the records that agree with their SO."""
    return [raw for raw in corpus(shared, step) if raw.one("SO") and raw.pmid not in CONTRADICTORY]


def test_one_digit_changed_is_always_caught(shared: Path) -> None:
    assert list(missed(agreeing(shared, 5 * SAMPLE))) == []


@pytest.mark.parametrize(
    "step", [pytest.param(4, marks=pytest.mark.long), pytest.param(1, marks=pytest.mark.exhaustive)]
)
def test_one_digit_changed_is_always_caught_everywhere(step: int, shared: Path) -> None:
    assert list(missed(agreeing(shared, step))) == []
