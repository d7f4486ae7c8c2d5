"""The error of the processor."""

from __future__ import annotations

from ..base.errors import Error


class StyleError(Error, ValueError):
    """A style or locale that cannot be used; the message names file and line."""

    def __init__(self, name: str, line: int, problem: str) -> None:
        super().__init__(f"{name}:{line}: {problem}")
        self.name = name
        self.line = line
        self.problem = problem
