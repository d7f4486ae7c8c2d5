"""Where a group in a .bib file ends, by BibTeX's rule: braces balance wherever they stand.

They count inside quotation marks and after a backslash, too. TeX itself skips a backslash with
the sign behind it; for TeX's own files see :mod:`medcite.latex.tex_arguments`.
"""

from __future__ import annotations

import re

_CLOSING = {"{": "}", '"': '"', "(": ")"}
_SIGNS = {"{": re.compile(r"[{}]"), '"': re.compile(r'[{}"]'), "(": re.compile(r"[{})]")}


def find_closing(text: str, start: int) -> int:
    """Return the place of the sign that closes the brace, quote or parenthesis at ``start``.

    Return -1 if nothing closes it. Between quotation marks a closing brace without an opening
    one is text; between parentheses it leaves the group open, as for BibTeX.
    """
    opening = text[start]
    closing = _CLOSING[opening]
    depth = 0
    for match in _SIGNS[opening].finditer(text, start + 1):
        sign = match[0]
        if sign == closing and not depth:
            return match.start()
        if sign == "{":
            depth += 1
        elif sign == "}" and (depth or opening == "("):
            depth -= 1
    return -1


def is_braced(text: str) -> bool:
    """Return whether one pair of braces holds all of ``text``."""
    return text.startswith("{") and find_closing(text, 0) == len(text) - 1


def split_outside_braces(text: str, separator: str) -> list[str]:
    """Split a list at a character, except where it stands in braces."""
    parts, depth, start = [], 0, 0
    for match in re.finditer(rf"[{{}}{re.escape(separator)}]", text):
        if match[0] != separator:
            depth = max(0, depth + (1 if match[0] == "{" else -1))
        elif not depth:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]
