"""Every name of the corpus as a list in Vancouver style prints it, against AU."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.bibliography.items import items
from medcite.csl import Processor, parse_style
from medcite.csl.style_repository import find_style
from medcite.model.rich_text import plain
from medcite.options import Options

from tests.sampled import SAMPLE, corpus

# AU is another person's than FAU.
CONTRADICTORY = {"Bunn P"}


@pytest.mark.parametrize("step", [SAMPLE, pytest.param(1, marks=pytest.mark.long)])
def test_names_are_those_of_au(step: int, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = {record.pmid: record for record in corpus(shared, step)}
    style = find_style("vancouver-all-authors")
    csl_items = items(records.items(), style, Options())
    total, differing = 0, []
    for entry in Processor(parse_style(style.source), csl_items).bibliography().entries:
        text = plain(entry.text).replace("’", "'")
        shorts = [name.short for name in records[entry.ids[0]].author if name.short]
        total += len(shorts)
        differing += [short for short in shorts if short not in text]
    with capsys.disabled():
        print(f"\nAU: {total - len(differing)} of {total} names; not: {differing}")
    assert set(differing) <= CONTRADICTORY
