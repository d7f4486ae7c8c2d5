"""What to say of characters that pdfLaTeX does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..tables.latex import PACKAGES


def explain(characters: Iterable[str], *, ascii_only: bool) -> str:
    """Return a sentence on ``characters``, and the packages that set them if one does."""
    listed = sorted(characters)
    shown = " ".join(listed)
    if ascii_only:
        return f"LaTeX has no command for {shown}; transliterated"
    packages = {_package(character) for character in listed}
    if "" in packages:
        return f"pdfLaTeX has no command for {shown}; left as is"
    return f"pdfLaTeX needs {' '.join(sorted(packages))} for {shown}; left as is"


def _package(character: str) -> str:
    """Return what a document loads to have a character set, ``""`` if that is not known."""
    return next((load for letters, load in PACKAGES if re.fullmatch(letters, character)), "")
