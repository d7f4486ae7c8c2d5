"""A title in a .bib field: its inline markup in LaTeX, and braces around words to protect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..model.rich_text import fold, plain
from . import inline_tags, latex


def title(
    text: str,
    spell: Callable[[str], latex.Spelling] = latex.unicode,
    protect: Callable[[str], Sequence[tuple[int, int]]] = lambda text: (),
) -> latex.Spelling:
    r"""Spell a title with CSL's inline markup (``<i> <b> <sup> <sub> <sc>``) for a .bib field.

    ``protect`` gets the title free of markup and gives the bounds of what braces keep a
    style from changing the case of, in order.  Markup inside a word is kept:
    ``CO<sub>2</sub>`` becomes ``{CO}\textsubscript{2}``.
    """
    if latex.PLAIN.fullmatch(text):
        return latex.Spelling(_guard(text, protect(text)), frozenset())
    if "</" not in text and (spelt := spell(text)).text == text:
        return latex.Spelling(_guard(text, protect(text)), spelt.unspelled)
    tree = inline_tags.parse(text)
    guarded = protect(plain(tree))
    unspelled: set[str] = set()
    at = 0

    def leaf(string: str) -> str:
        nonlocal at
        pieces = []
        for piece, kept in _cut(string, at, guarded):
            spelt = spell(piece)
            unspelled.update(spelt.unspelled)
            pieces.append(_brace(spelt.text) if kept else spelt.text)
        at += len(string)
        return latex.join(pieces)

    return latex.Spelling(fold(tree, leaf, latex.wrap), frozenset(unspelled))


def _guard(text: str, guarded: Sequence[tuple[int, int]]) -> str:
    """Put braces into a text that LaTeX spells as it is."""
    pieces: list[str] = []
    end = 0
    for start, stop in guarded:
        pieces += (text[end:start], "{", text[start:stop], "}")
        end = stop
    return "".join([*pieces, text[end:]])


def _brace(spelt: str) -> str:
    """Put braces around ``spelt``: two pairs where BibTeX would take one for an accent's."""
    return f"{{{{{spelt}}}}}" if spelt.startswith("\\") else f"{{{spelt}}}"


def _cut(string: str, at: int, guarded: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Part ``string``, which begins at ``at``, where protection begins or ends."""
    end = at
    for start, stop in guarded:
        first, last = max(start, end), min(stop, at + len(string))
        if first < last:
            yield string[end - at : first - at], False
            piece = string[first - at : last - at]
            yield piece, any(character.isalpha() for character in piece)
            end = last
    yield string[end - at :], False
