"""What a style is given of a record: only what it may print, and no more work than that."""

from __future__ import annotations

from pathlib import Path

import medcite
import pytest
from medcite.codecs import journals
from medcite.model.record import Record

STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Test</title><id>test</id><updated>2024-01-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout delimiter=" ">{}</layout></bibliography>
</style>
"""
SHORT = '<text variable="container-title" form="short"/>'
FULL = '<text variable="container-title"/>'
LANCET = Record(container_title="Lancet (London, England)", container_title_short="Lancet")
UNABBREVIATED = Record(container_title="Lancet (London, England)")


def listed(record: Record, folder: Path, layout: str) -> str:
    """Return a record as a style with this layout prints it."""
    style = folder / "test.csl"
    style.write_text(STYLE.format(layout), "utf-8")
    return medcite.format_bibliography([record], style=str(style)).strip()


@pytest.mark.parametrize(
    ("record", "layout", "expected"),
    [
        (LANCET, FULL, "Lancet"),
        (LANCET, SHORT, "Lancet"),
        (UNABBREVIATED, FULL, "Lancet"),
        (UNABBREVIATED, SHORT, "Lancet"),
        (UNABBREVIATED, f'<choose><if variable="container-title">{FULL}</if></choose>', "Lancet"),
        (Record(title="T"), f"{FULL}<text variable='title'/>", "T"),
    ],
)
def test_a_journal_is_cleaned_when_it_is_printed(
    record: Record, layout: str, expected: str, tmp_path: Path
) -> None:
    assert listed(record, tmp_path, layout) == expected


def test_a_title_that_is_not_printed_is_not_cleaned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: str) -> str:
        raise AssertionError("cleaned")

    monkeypatch.setattr(journals, "clean", fail)
    assert listed(LANCET, tmp_path, SHORT) == "Lancet"


def test_a_note_has_no_identifiers_that_only_zotero_reads(tmp_path: Path) -> None:
    record = Record(title="Le titre", original_title="The title", pmid="1")
    layout = '<text variable="PMID"/><text variable="note" prefix=", "/>'
    assert listed(record, tmp_path, layout) == "1"
