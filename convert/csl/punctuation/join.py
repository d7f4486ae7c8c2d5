"""Join pieces of output; keep punctuation apart where it would collide.

Pieces become one string at once where nothing can happen between them. Where two marks
meet, they stay separate until all is known (see ``medcite.csl.punctuation.resolve``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ..rich_text.tree import Decorator, Out, Run
from .collisions import COLLIDING


def join(parts: list[Out], delimiter: str) -> Out:
    """Return ``parts`` with ``delimiter`` between them: "" for none, a single part as it is."""
    return joiner(delimiter)(parts)


@cache
def joiner(delimiter: str) -> Callable[[list[Out]], Out]:
    """Return the function that joins parts by ``delimiter`` (see :func:`join`)."""
    if not delimiter:
        return _join_directly
    starts, ends = _colliding_after(delimiter), _colliding_before(delimiter)

    def join(parts: list[Out]) -> Out:
        if len(parts) < 2:
            return parts[0] if parts else ""
        for part in parts:
            if not isinstance(part, str) or part[0] in starts or part[-1] in ends:
                return _join_pieces(parts, delimiter)
        return delimiter.join(parts)  # type: ignore[arg-type]  # all are strings, as seen above

    return join


def _join_directly(parts: list[Out]) -> Out:
    """Return parts with nothing between them."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    last = ""
    for part in parts:
        if not isinstance(part, str) or (last and last + part[0] in COLLIDING):
            return _join_pieces(parts, "")
        last = part[-1]
    return "".join(parts)  # type: ignore[arg-type]  # all are strings, as seen above


def _join_pieces(parts: list[Out], delimiter: str) -> Out:
    """Join parts of which some are runs or collide."""
    if not delimiter:
        return concatenate(parts)
    pieces: list[Out] = [delimiter] * (2 * len(parts) - 1)
    pieces[::2] = parts
    return concatenate(pieces)


@cache
def affixer(prefix: str, suffix: str) -> Decorator:
    """Return the function that puts affixes around a piece that is not empty.

    It takes a language, like other decorators, but does not depend on it.
    """
    starts, ends = _colliding_after(prefix), _colliding_before(suffix)
    before, after = [prefix] if prefix else [], [suffix] if suffix else []

    def add_affixes(out: Out, _language: str) -> Out:
        if isinstance(out, str) and out[0] not in starts and out[-1] not in ends:
            return f"{prefix}{out}{suffix}"
        return concatenate([*before, out, *after])

    return add_affixes


def add_affixes(prefix: str, out: Out, suffix: str) -> Out:
    """Return a piece that is not empty with affixes around it."""
    return affixer(prefix, suffix)(out, "")


def _colliding_after(text: str) -> frozenset[str]:
    """Return the characters that collide with the end of ``text``."""
    return frozenset([right for left, right in map(tuple, COLLIDING) if left == text[-1:]])


def _colliding_before(text: str) -> frozenset[str]:
    """Return the characters that collide with the start of ``text``."""
    return frozenset([left for left, right in map(tuple, COLLIDING) if right == text[:1]])


def concatenate(pieces: list[Out]) -> Out:
    """Return a sequence of as few pieces as possible: one string, if none is a run or collides."""
    merged: list[Out] = []
    text = ""  # the string at the end of ``merged``, if it is one
    started = False  # whether a letter or a run came, so that no term starts the sequence
    for piece in pieces:
        if isinstance(piece, Run):
            if not piece.kinds and not piece.role:
                started = _splice(merged, piece.children, started) or started
                text = last if isinstance(last := merged[-1], str) else ""
                continue
            if piece.role != "term" or not (started and _is_text_only(piece)):
                merged.append(piece)
                text, started = "", True
                continue
            piece = str(piece.children[0])  # noqa: PLW2901  # only a term at the start matters
        if not piece:
            continue
        if text and text[-1] + piece[0] not in COLLIDING:
            merged[-1] = text = text + piece
        else:
            merged.append(piece)
            text = piece
        started = started or _has_letter(piece)
    if len(merged) == 1:
        return merged[0]
    return Run(merged) if merged else ""


def _splice(merged: list[Out], pieces: list[Out], started: bool) -> bool:
    """Append the pieces of a sequence; return whether a letter or a run is among them.

    They were concatenated before: only where they begin anything can happen.
    """
    opening = _opening(pieces)
    if started and isinstance(opening, Run) and opening.role == "term" and _is_text_only(opening):
        pieces = [str(opening.children[0]) if piece is opening else piece for piece in pieces]
        sequence = concatenate(pieces)
        pieces = sequence.children if isinstance(sequence, Run) else [sequence]
    first, last = pieces[0], merged[-1] if merged else None
    if isinstance(first, str) and isinstance(last, str) and last[-1:] + first[:1] not in COLLIDING:
        merged[-1] = last + first
        merged.extend(pieces[1:])
    else:
        merged.extend(pieces)
    return opening is not None


def _opening(pieces: list[Out]) -> Out | None:
    """Return the first piece that is a run or has a letter."""
    for piece in pieces:  # a loop is faster than next() of a generator
        if isinstance(piece, Run) or (piece and _has_letter(piece)):
            return piece
    return None


def _is_text_only(term: Run) -> bool:
    """Whether a term could be written as plain text.

    A term at the start of an entry or note gets a capital, so such a one must stay a run.
    """
    children = term.children
    return not term.kinds and len(children) == 1 and isinstance(children[0], str)


def _has_letter(text: str) -> bool:
    return text[0].isalnum() or any(map(str.isalnum, text))
