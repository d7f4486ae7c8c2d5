"""Plain text: one reference a line, never wrapped."""

from __future__ import annotations

import re

from convert.markup.listing import Bibliography
from convert.markup.tree import Run, paragraphs
from convert.text import Text, plain

# Whatever a reader of lines might take for a line's end, and all other controls.
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def escape(text: str) -> str:
    """Make ``text`` fit on a line: line ends and control characters are blanks."""
    return CONTROLS.sub(" ", text)


def render(text: Text) -> str:
    """Spell one reference: its blocks (number, text, annotation) a blank apart."""
    parts = (part for paragraph in paragraphs(text) for part in paragraph[1:])
    return escape(" ".join(_join(part) for part in parts if part))


def _join(runs: list[Run]) -> str:
    """Give the characters of the runs."""
    return "".join(run.text for run in runs)


def inline(text: Text) -> str:
    """Spell a citation, with the blanks at its ends."""
    return escape(plain(text))


def document(bibliography: Bibliography) -> str:
    """Spell the references, one a line, in the style's order."""
    return "".join(f"{render(entry.text)}\n" for entry in bibliography.entries)
