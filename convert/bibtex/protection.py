r"""Which words of a title the braces of a .bib file protect.

BibTeX's styles change the case of letters outside of all braces, and of those in braces that a
backslash follows ("special characters": ``{\'e}``). The braces around an argument belong to its
command. Source: "Designing BibTeX Styles", ``change.case$``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..base.lazy_regex import regex
from ..markup import inline_tags
from ..markup.latex_to_text import CASES, TAGS, TRANSPARENT, rich_text
from ..model.rich_text import plain
from .braces import find_closing, is_braced

_OPEN, _CLOSE = "\ue000", "\ue001"  # for private use: no title has them
_MARKS = regex(f"[{_OPEN}{_CLOSE}]")
# What is stepped over as a whole, a command or a formula, and what begins a group.
_NEXT = regex(
    r"(?P<command>\\(?:(?P<name>[A-Za-z]+)\*?\s*|[\"'`^~=.]))|\\.|\{\$[^$]*\$\}|\$[^$]*\$|\{",
    re.DOTALL,
)
# Commands whose argument is text like all other.
_TEXTUAL = frozenset((*TAGS, *TRANSPARENT, *CASES, "textsc", "enquote", "textquote")) - {
    "t",
    "url",
    "path",
}


def protected_bounds(latex: str) -> tuple[str, Sequence[tuple[int, int]]]:
    """Return a title's text without markup, and the bounds of what braces protect in it."""
    if "{" not in latex:
        return "", ()
    marked = plain(inline_tags.parse(rich_text(_with_marks(latex))))
    text, places, end = "", list[int](), 0
    for mark in _MARKS.finditer(marked):
        text += marked[end : mark.start()]
        places.append(len(text))
        end = mark.end()
    bounds = zip(places[::2], places[1::2], strict=False)
    return text + marked[end:], [(start, stop) for start, stop in bounds if start < stop]


def _with_marks(latex: str) -> str:
    """Return LaTeX with marks inside of the braces that protect."""
    pieces, end = [], 0
    while match := _NEXT.search(latex, end):
        pieces.append(latex[end : match.start()])
        end = match.end()
        if match["command"]:
            argument, end = _arguments(latex, end)
            marks_inside = match["name"] in _TEXTUAL and argument.count("{") > 1
            pieces += [match[0], _mark_argument(argument) if marks_inside else argument]
            continue
        if match[0] != "{":
            pieces.append(match[0])
            continue
        closing = find_closing(latex, match.start())
        if closing < 0:
            return "".join([*pieces, latex[match.start() :]])
        inside, end = latex[match.end() : closing], closing + 1
        protects = not inside.startswith("\\")
        marked = f"{_OPEN}{inside}{_CLOSE}" if protects else _with_marks(inside)
        pieces.append(f"{{{marked}}}")
    return "".join([*pieces, latex[end:]])


def _arguments(latex: str, start: int) -> tuple[str, int]:
    """Return the arguments of a command, which begin at ``start``, and where they end."""
    end = start
    while latex.startswith("{", end) and (closing := find_closing(latex, end)) > 0:
        end = closing + 1
    return latex[start:end], end


def _mark_argument(argument: str) -> str:
    """Return an argument, with its braces, with marks in it."""
    return f"{{{_with_marks(argument[1:-1])}}}" if is_braced(argument) else argument
