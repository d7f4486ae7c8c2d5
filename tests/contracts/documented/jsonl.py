"""Our own JSON lines: what our JSON has, with the version at the start of each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.contracts.documented import json
from tests.contracts.documented.tokens import Case


def cases(every: bool) -> Iterator[Case]:
    """Yield a record for each part of each attribute in each type, and an odd one."""
    return json.cases(every)


def whole(records: Sequence[str]) -> str:
    """Return the file of some records."""
    return "".join(f'{{"medcite": 1, {record[1:]}\n' for record in records)
