"""Regular expressions that are compiled when they are first used.

A run uses a few of the hundred that its modules have; to compile them all is a tenth of the
time that it takes to start.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn", "flags")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give what ``re.compile`` gives, later; a pattern that is wrong raises then."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


class _Regex:
    """Stands for a compiled pattern, whose methods become its own with the first one asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for each in METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)
