"""Joints: where one piece of output meets the next.

Pieces are joined to one string at once where nothing can happen at the joint; where two
marks meet, they stay apart until all is known (see ``medcite.csl.punctuation.resolve``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ..rich_text.tree import Out, Run

# What two marks that meet become, where it is not simply both of them (as citeproc-js).
MEETING = {
    "!!": "!",
    "!.": "!",
    "!:": "!",
    "??": "?",
    "?.": "?",
    "?:": "?",
    "..": ".",
    "::": ":",
    ":!": "!",
    ":?": "?",
    ":.": ":",
    ",,": ",",
    ";;": ";",
    ";!": "!",
    ";?": "?",
    ";:": ";",
    ";.": ";",
}
_CLASHES = frozenset({*MEETING, *(left + right for left in " \u00a0\n" for right in " \u00a0")})


def join(parts: list[Out], delimiter: str) -> Out:
    """Put ``delimiter`` between ``parts``; nothing for no parts, the part itself for one."""
    return joiner(delimiter)(parts)


@cache
def joiner(delimiter: str) -> Callable[[list[Out]], Out]:
    """Return what puts ``delimiter`` between parts (see :func:`join`)."""
    if not delimiter:
        return _together
    starts, ends = _behind(delimiter), _before(delimiter)

    def join(parts: list[Out]) -> Out:
        if len(parts) < 2:
            return parts[0] if parts else ""
        for part in parts:
            if not isinstance(part, str) or part[0] in starts or part[-1] in ends:
                return _pieces(parts, delimiter)
        return delimiter.join(parts)  # type: ignore[arg-type]  # each was seen to be a string

    return join


def _together(parts: list[Out]) -> Out:
    """Put parts beside each other."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    last = ""
    for part in parts:
        if not isinstance(part, str) or (last and last + part[0] in _CLASHES):
            return _pieces(parts, "")
        last = part[-1]
    return "".join(parts)  # type: ignore[arg-type]  # each was seen to be a string


def _pieces(parts: list[Out], delimiter: str) -> Out:
    """Join parts where something is to be mended, or some are no strings."""
    pieces: list[Out] = []
    for part in parts:
        if pieces and delimiter:
            pieces.append(delimiter)
        if isinstance(part, Run) and not part.kinds and not part.role:
            pieces.extend(part.children)
        else:
            pieces.append(part)
    return fused(pieces)


@cache
def affixer(prefix: str, suffix: str) -> Callable[[Out, str], Out]:
    """Return what puts affixes around a piece, whatever its language."""
    starts, ends = _behind(prefix), _before(suffix)

    def around(out: Out, _language: str) -> Out:
        if isinstance(out, str):
            if out[0] not in starts and out[-1] not in ends:
                return f"{prefix}{out}{suffix}"
        elif not out.kinds and not out.role:
            return fused([prefix, *out.children, suffix])
        return fused([prefix, out, suffix])

    return around


def around(prefix: str, out: Out, suffix: str) -> Out:
    """Put affixes around ``out``."""
    return affixer(prefix, suffix)(out, "")


def _behind(text: str) -> frozenset[str]:
    """Return what may not stand behind ``text`` as it is."""
    return frozenset([right for left, right in map(tuple, _CLASHES) if left == text[-1:]])


def _before(text: str) -> frozenset[str]:
    """Return what may not stand before ``text`` as it is."""
    return frozenset([left for left, right in map(tuple, _CLASHES) if right == text[:1]])


def fused(pieces: list[Out]) -> Out:
    """Return a sequence with as few pieces as may be; a string if that will do."""
    merged: list[Out] = []
    before = ""  # the string at the end of ``merged``, if it is one
    started = False  # whether there is a letter or more, so that no term starts all this
    for piece in pieces:
        if isinstance(piece, Run):
            if not (started and piece.role == "term" and _bare(piece)):
                merged.append(piece)
                before, started = "", True
                continue
            piece = str(piece.children[0])  # noqa: PLW2901  # a term that starts nothing is text
        if not piece:
            continue
        if before and before[-1] + piece[0] not in _CLASHES:
            merged[-1] = before = before + piece
        else:
            merged.append(piece)
            before = piece
        started = started or piece[0].isalnum() or any(map(str.isalnum, piece))
    if len(merged) == 1:
        return merged[0]
    return Run(merged) if merged else ""


def _bare(term: Run) -> bool:
    return not term.kinds and len(term.children) == 1 and isinstance(term.children[0], str)
