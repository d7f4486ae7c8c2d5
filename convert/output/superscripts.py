"""What is told of superscripts in formats without markup."""

from __future__ import annotations

from collections.abc import Iterable

from ..checks.retractions import place
from ..markup.scripts import with_carets
from ..model.record import Record
from ..model.report import Report


def note_carets(record: Record, texts: Iterable[str], report: Report) -> None:
    """Note which superscripts of a record's texts have no characters, and stand behind a ``^``."""
    carets = [caret for text in texts for caret in with_carets(text)]
    if carets:
        listed = ", ".join(dict.fromkeys(carets))
        report.note("superscript", place(record), f"no characters for superscripts: {listed}")
