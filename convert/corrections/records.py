"""Corrects files of formats that hold records alone: they are written anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from .. import format_registry
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..verify.correction import Correction
from .result import CorrectedFile, KeyedChange


def correct(
    format: str, records: Iterable[Record], corrections: Sequence[Correction], report: Report
) -> CorrectedFile:
    """Return the records with the corrected ones in their places; report what has no place.

    Raises:
        UnknownError: The format is only read.

    """
    writer = format_registry.writer(format)
    by_record = {id(each.reference): each.corrected for each in corrections}
    new = (by_record.get(id(record), record) for record in records)
    pieces = cast("Iterator[str]", writer.write(new, Options(), report))
    content = "".join(pieces).encode("utf-8")
    changed = (KeyedChange(each.key, field) for each in corrections for field in each.fields)
    return CorrectedFile(content, tuple(changed))
