"""Real records, as E-utilities would send them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.online.server import Services, pmid_of
from tests.run import run_cli

SAMPLE = 210  # records: two batches


def test_real_records_come_as_they_are(
    monkeypatch: pytest.MonkeyPatch, services: Services, shared: Path, tmp_path: Path
) -> None:
    with gzip.open(
        shared / "corpus" / "pubmed.nbib.gz", "rt", encoding="utf-8", newline=""
    ) as file:
        head = file.read(1_500_000)
    texts = re.split(r"^(?=PMID- )", head, flags=re.MULTILINE)[1:-1][-SAMPLE:]
    services.records = {pmid_of(text): text.rstrip("\n") + "\n" for text in texts}
    exported = tmp_path / "in.nbib"
    exported.write_text("\n".join(services.records.values()), "utf-8")
    fetched = run_cli(monkeypatch, "fetch", *services.records, "-q")
    assert fetched.status == 0
    converted = run_cli(monkeypatch, "convert", str(exported), "--to", "medline", "-q")
    assert fetched.out == converted.out
    assert len(services.asked) == 2
