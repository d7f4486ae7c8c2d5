"""What may be wrong with a condition."""

from __future__ import annotations

import re

from ..base.errors import Error


class QueryError(Error, ValueError):
    """A wrong condition; ``text``, ``start`` and ``end`` are the condition and the wrong place."""

    def __init__(self, message: str, text: str, start: int, end: int) -> None:
        super().__init__(f"character {start + 1}: {message}")
        self.text, self.start, self.end = text, start, end

    @property
    def marked(self) -> tuple[str, str]:
        """The condition, and carets below the wrong place."""
        line = re.sub(r"\s", " ", self.text).rstrip()
        return line, " " * self.start + "^" * max(self.end - self.start, 1)


class UnfitValueError(Error, ValueError):
    """A value with which a field cannot be compared; the message says what was expected."""
