"""Wrong types in calls of the API are refused by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import medcite
import pytest

RECORDS = [medcite.Record(title="A title")]
api: Any = medcite


@pytest.mark.parametrize(
    ("call", "argument"),
    [
        (lambda: api.read(text="PMID- 1", format=5), "format"),
        (lambda: api.read(text="PMID- 1", format=["ris"]), "format"),
        (lambda: api.read(text="PMID- 1", report=[]), "report"),
        (lambda: api.write(RECORDS, "ris", report="log"), "report"),
        (lambda: api.write(RECORDS, "ris", 5), "file"),
        (lambda: api.write(RECORDS, "ris", b"refs.ris"), "file"),
        (lambda: api.styles(5), "query"),
        (lambda: api.format_bibliography(RECORDS, report=1), "report"),
        (lambda: api.format_citations(RECORDS, None), "citations"),
    ],
)
def test_a_wrong_type_is_named(call: Callable[[], object], argument: str) -> None:
    with pytest.raises(medcite.ArgumentError, match=f"^{argument} takes .*, not "):
        call()
