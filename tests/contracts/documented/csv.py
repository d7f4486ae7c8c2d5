"""CSV: every column that a program's table has, in rows of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.contracts.documented import columns
from tests.contracts.documented.tokens import Case

DELIMITER = ","


def cases(every: bool) -> Iterator[Case]:
    """Yield a row for each column."""
    return columns.cases(DELIMITER)


def whole(records: Sequence[str]) -> str:
    """Return the table of some rows."""
    return columns.whole(records, DELIMITER)
