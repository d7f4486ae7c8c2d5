r"""Babel's shorthands for places where TeX may hyphenate a word: ``Druck"-erzeugnis``.

German and other languages have them. Such a quotation mark stands between letters; where any other
stands in the text, none is a shorthand. Source: babel-german, 1.2.
"""

from __future__ import annotations

from ..base.lazy_regex import regex

_SHORTHAND = r"(?<=[^\W\d_])\"[-|\"=~](?=[^\W\d_]|\\[\"'`^])"
_HINTED = regex(rf"(?:[^\"\\]|\\.|{_SHORTHAND})*+")
_HINT = regex(_SHORTHAND)


def without_shorthands(latex: str) -> str:
    """Return LaTeX with what its shorthands print where the line does not end."""
    if not _HINTED.fullmatch(latex):
        return latex
    return _HINT.sub(lambda match: "-" if match[0][1] in "=~" else "", latex)


def escape(text: str) -> str:
    """Return text of which nothing is a shorthand."""
    if not _HINTED.fullmatch(text):
        return text
    return _HINT.sub(lambda match: f'"{{}}{match[0][1]}', text)
