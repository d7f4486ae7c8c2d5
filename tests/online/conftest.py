"""The services on this computer, a clock that does not run, and an empty cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.online.server import RunningServer, Services, record


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the seconds that the client would have waited; its clock is advanced by them."""
    waited: list[float] = []
    monkeypatch.setattr("medcite.online.client.sleep", waited.append)
    monkeypatch.setattr("medcite.online.client.monotonic", lambda: 1000 + sum(waited))
    monkeypatch.setattr("medcite.online.client.time", lambda: 1_700_000_000)
    monkeypatch.setattr("medcite.online.articles.time", lambda: 1_700_000_000)
    return waited


@pytest.fixture
def services(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, waits: list[float]
) -> Iterator[Services]:
    played = Services(
        [
            record("101", "One.", "10.1000/one", "PMC11"),
            record("102", "Two.", "10.1000/two"),
            record("103", "Three.", pmcid="PMC13"),
        ]
    )
    played.items["10.5555/book"] = {
        "type": "book", "title": "A book", "DOI": "10.5555/Book",
        "author": [{"family": "Roe", "given": "Ann"}], "issued": {"date-parts": [[2021]]},
    }  # fmt: skip
    server = RunningServer(played)
    monkeypatch.setenv("MEDCITE_EUTILS_URL", f"{server.address}/eutils/")
    monkeypatch.setenv("MEDCITE_IDCONV_URL", f"{server.address}/idconv/")
    monkeypatch.setenv("MEDCITE_DOI_URL", f"{server.address}/doi/")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield played
    server.close()
