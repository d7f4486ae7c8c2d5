r"""HTML's references in LaTeX, which exporters leave there: ``\&amp;``, ``\&\#8217;``, ``&lt;``."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from .inline_tags import with_characters

_REFERENCE = regex(
    r"\\?&(?:amp;)*(?:\\?#\d{1,7}|\\?#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});"
)
_ACTIVE = frozenset("&%$#_{}")
_UNWRITABLE = frozenset("\\~^")  # for which LaTeX has words, not an escape


def with_letters(latex: str) -> str:
    r"""Return LaTeX with characters for HTML's references; what only looks like one stays.

    A character that TeX would act on gets its backslash: ``R\&amp;D`` is ``R\&D``.
    """
    return _REFERENCE.sub(_character, latex) if "&" in latex and ";" in latex else latex


def _character(match: re.Match[str]) -> str:
    reference = match[0].replace("\\", "")
    character = with_characters(reference)
    if character == reference or character in _UNWRITABLE:
        return match[0]
    return f"\\{character}" if character in _ACTIVE else character
