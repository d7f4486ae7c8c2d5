"""A value on one line, for formats whose values cannot go on in the next."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..tables.characters import CONTROLS, SEPARATORS

# Anything that some reader takes for the end of a line would begin a field or a record.
_BREAKS = regex(f"[{CONTROLS}{SEPARATORS}]+")


def one_line(text: str) -> str:
    """Return a text with a blank for each run of line ends and other control characters."""
    if not text.isprintable():  # most are, and to see that takes less time than a search
        text = _BREAKS.sub(" ", text)
    return text.strip()
