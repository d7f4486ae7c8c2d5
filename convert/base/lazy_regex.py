"""Regular expressions that are compiled when they are first used.

A run uses only some of the patterns in its modules, and compiling them all takes a tenth of the
time of a start. So :func:`regex` makes every pattern at the top of a module.
"""

from __future__ import annotations

import re
from typing import AnyStr, cast

METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn", "flags")


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern like ``re.compile``, but compile it later; only then a wrong one raises."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


class _LazyPattern:
    """Stands for a pattern that is compiled when one of its methods is first used."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
