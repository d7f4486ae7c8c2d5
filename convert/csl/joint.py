"""Joints: where one piece of output meets the next.

Pieces are joined to one string at once where nothing can happen at the joint; where two
marks meet, they stay apart until all is known (see ``convert.csl.settle``).
"""

from __future__ import annotations

from convert.csl.tree import Out, Run

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
    if len(parts) < 2:
        return parts[0] if parts else ""
    text = _string(parts, delimiter)
    if text:
        return text
    pieces: list[Out] = []
    for part in parts:
        if pieces and delimiter:
            pieces.append(delimiter)
        if isinstance(part, Run) and not part.kinds and not part.role:
            pieces.extend(part.children)
        else:
            pieces.append(part)
    return fused(pieces)


def _string(parts: list[Out], delimiter: str) -> str:
    """Return the usual joint at once: of strings where nothing is to be mended; else nothing."""
    text = parts[0]
    if not isinstance(text, str):
        return ""
    first, last = delimiter[:1], delimiter[-1:]
    for part in parts[1:]:
        if not isinstance(part, str):
            return ""
        if delimiter:
            if text[-1] + first in _CLASHES or last + part[0] in _CLASHES:
                return ""
        elif text[-1] + part[0] in _CLASHES:
            return ""
        text = f"{text}{delimiter}{part}"
    return text


def around(prefix: str, out: Out, suffix: str) -> Out:
    """Put affixes around ``out``."""
    if isinstance(out, str):
        if not (prefix and prefix[-1] + out[0] in _CLASHES) and not (
            suffix and out[-1] + suffix[0] in _CLASHES
        ):
            return f"{prefix}{out}{suffix}"
    elif not out.kinds and not out.role:
        return fused([prefix, *out.children, suffix])
    return fused([prefix, out, suffix])


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
        started = started or any(map(str.isalnum, piece))
    if len(merged) == 1:
        return merged[0]
    return Run(merged) if merged else ""


def _bare(term: Run) -> bool:
    return not term.kinds and len(term.children) == 1 and isinstance(term.children[0], str)
