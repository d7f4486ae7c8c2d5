"""A title as LaTeX for a .bib field, with braces around words whose case is to be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..model.rich_text import Span, fold, plain
from . import inline_tags, latex


def title(
    text: str,
    spell: Callable[[str], latex.Spelling] = latex.unicode,
    protect: Callable[[str], Sequence[tuple[int, int]]] = lambda text: (),
    wrap: Callable[[Span, str], str] = latex.wrap,
) -> latex.Spelling:
    r"""Return a title with CSL's inline markup (``<i> <b> <sup> <sub> <sc>``) as LaTeX.

    ``protect`` gets the title without markup and returns in order the bounds of the words whose
    case styles must not change; they stand in braces. Markup inside a word is kept:
    ``CO<sub>2</sub>`` becomes ``{CO}\textsubscript{2}``; ``wrap`` returns a span around its text.
    """
    if latex.PLAIN.fullmatch(text):
        return latex.Spelling(_with_braces(text, protect(text)), frozenset())
    if "</" not in text and (spelt := spell(text)).text == text:
        return latex.Spelling(_with_braces(text, protect(text)), spelt.unspelled)
    tree = inline_tags.parse(text)
    protected = protect(plain(tree))
    unspelled: set[str] = set()
    offset = 0

    def leaf(string: str) -> str:
        nonlocal offset
        pieces = []
        for piece, kept in _split_at_bounds(string, offset, protected):
            spelt = spell(piece)
            unspelled.update(spelt.unspelled)
            pieces.append(_braced(spelt.text) if kept else spelt.text)
        offset += len(string)
        return latex.join(pieces)

    return latex.Spelling(fold(tree, leaf, wrap), frozenset(unspelled))


def _with_braces(text: str, protected: Sequence[tuple[int, int]]) -> str:
    """Return a text that needs no escaping with braces around the protected words."""
    pieces: list[str] = []
    end = 0
    for start, stop in protected:
        pieces += (text[end:start], "{", text[start:stop], "}")
        end = stop
    return "".join([*pieces, text[end:]])


def _braced(spelt: str) -> str:
    """Return LaTeX in braces: in two pairs where BibTeX would take one for an accent's."""
    return f"{{{{{spelt}}}}}" if spelt.startswith("\\") else f"{{{spelt}}}"


def _split_at_bounds(
    string: str, offset: int, protected: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, bool]]:
    """Split ``string``, which begins at ``offset``, where protection begins or ends."""
    end = offset
    for start, stop in protected:
        first, last = max(start, end), min(stop, offset + len(string))
        if first < last:
            yield string[end - offset : first - offset], False
            piece = string[first - offset : last - offset]
            yield piece, any(character.isalpha() for character in piece)
            end = last
    yield string[end - offset :], False
