r"""EndNote's temporary citations: ``{see \Fu, 2024 #12, p. 3;Roe, 2019 #7}``."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.lazy_regex import regex

_MARKS = regex(r"[;\\`]")  # a backtick before them has EndNote take them as they are
_DELIMITERS = regex(r"[{}#]")  # for which it has no such way


def escape(text: str) -> str:
    """Return a text that is a part of a citation, without braces and ``#``."""
    return _MARKS.sub(r"`\g<0>", _DELIMITERS.sub(" ", text))


def cite(prefix: str, author: str, year: str, number: int, suffix: str) -> str:
    """Return one article of a citation; ``number`` is that of its record in EndNote's library.

    EndNote leaves out an author or a year that is not there.
    """
    before = f"{escape(prefix)}\\" if prefix else ""
    return f"{before}{escape(author)}, {escape(year)} #{number}{escape(suffix)}"


def citation(cites: Iterable[str]) -> str:
    """Return a citation of several articles."""
    return f"{{{';'.join(cites)}}}"
