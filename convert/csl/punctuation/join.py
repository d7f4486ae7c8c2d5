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

    def add_affixes(out: Out, _language: str) -> Out:
        if isinstance(out, str):
            if out[0] not in starts and out[-1] not in ends:
                return f"{prefix}{out}{suffix}"
        elif not prefix:
            return _with_suffix(out, suffix, ends)
        return concatenate([prefix, out, suffix])

    return add_affixes


def _with_suffix(run: Run, suffix: str, colliding: frozenset[str]) -> Run:
    """Return a run with a suffix, which is kept apart behind the characters that collide."""
    if run.kinds or run.role:
        return Run([run, suffix])
    *pieces, last = run.children
    if isinstance(last, str) and last[-1:] not in colliding:
        return Run([*pieces, last + suffix])
    return Run([*run.children, suffix])


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
    for piece in pieces:
        if isinstance(piece, str):
            if text and piece and text[-1] + piece[0] not in COLLIDING:
                merged[-1] = text = text + piece
            elif piece:
                merged.append(piece)
                text = piece
            continue
        if piece.kinds or (piece.role and piece.role != "term"):
            merged.append(piece)
        elif not merged:
            merged = [piece] if piece.role else [*piece.children]
        else:
            (_append_term if piece.role else _append_sequence)(merged, piece)
        text = last if isinstance(last := merged[-1], str) else ""
    if len(merged) == 1:
        return merged[0]
    return Run(merged) if merged else ""


def _append_text(merged: list[Out], text: str) -> None:
    """Append a text to the one at the end, if they do not collide."""
    last = merged[-1] if merged else None
    if isinstance(last, str) and last[-1:] + text[:1] not in COLLIDING:
        merged[-1] = last + text
    else:
        merged.append(text)


def _append_term(merged: list[Out], term: Run) -> None:
    """Append a term without formatting, as text if a word stands before it.

    A term at the start of an entry or note gets a capital, so such a one must stay a run.
    """
    child = term.children[0] if len(term.children) == 1 else term
    if isinstance(child, str) and _first_word(merged) is not None:
        _append_text(merged, child)
    else:
        merged.append(term)


def _append_sequence(merged: list[Out], sequence: Run) -> None:
    """Append pieces that were concatenated before: only at their start anything can happen."""
    pieces = sequence.children
    word = _first_word(pieces)
    if isinstance(word, Run) and word.role == "term":
        whole = concatenate([*merged, *pieces])
        merged[:] = whole.children if isinstance(whole, Run) else [whole]
    elif isinstance(pieces[0], str):
        _append_text(merged, pieces[0])
        merged += pieces[1:]
    else:
        merged += pieces


def _first_word(pieces: list[Out]) -> Out | None:
    """Return the first piece that is a run or has a letter."""
    for piece in pieces:  # a loop is faster than next() of a generator
        if isinstance(piece, Run) or (piece and _has_letter(piece)):
            return piece
    return None


def _has_letter(text: str) -> bool:
    return text[0].isalnum() or any(map(str.isalnum, text))
