"""What to say of characters that pdfLaTeX does not know."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ..tables.latex import PACKAGES


def explain(characters: Iterable[str], *, ascii_only: bool) -> str:
    """Return a sentence on ``characters``, and the packages that set them if one does."""
    listed = sorted(characters)
    shown = " ".join(listed)
    if ascii_only:
        return f"LaTeX has no command for {shown}; transliterated"
    packages = {PACKAGES.get(unicodedata.name(character, "").split(" ")[0]) for character in listed}
    if None in packages:
        return f"pdfLaTeX has no command for {shown}; left as is"
    return f"pdfLaTeX needs {' '.join(sorted(filter(None, packages)))} for {shown}; left as is"
