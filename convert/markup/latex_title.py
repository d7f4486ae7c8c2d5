"""A title as LaTeX for a .bib field, with braces around words whose case is to be kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from ..base.lazy_regex import regex
from ..model.rich_text import Span, fold, plain
from . import inline_tags, latex_spelling

# A straight quotation mark, with what stands before and behind it. Its group may be a command's.
_QUOTE = regex(
    r"(?P<before>(?:^|[^{}]?)(?:\\[a-z]+)?[{}]*)(?<!\\)\"(?=(?P<after>[{}]*(?:$|[^{}])))"
)
_OPENS_BEHIND = regex(r"(?:^|[\s(\[/–—-])(?:\\[a-z]+)?\{*")
_CLOSES_BEFORE = regex(r"\}*(?:$|[^\w{}])")


def title(
    text: str,
    spell: Callable[[str], latex_spelling.Spelling] = latex_spelling.unicode,
    protect: Callable[[str], Sequence[tuple[int, int]]] = lambda text: (),
    wrap: Callable[[Span, str], str] = latex_spelling.wrap,
) -> latex_spelling.Spelling:
    r"""Return a title with CSL's inline markup (``<i> <b> <sup> <sub> <sc>``) as LaTeX.

    ``protect`` gets the title without markup and returns in order the bounds of the words whose
    case styles must not change; they stand in braces. Markup inside a word is kept:
    ``CO<sub>2</sub>`` becomes ``{CO}\textsubscript{2}``; ``wrap`` returns a span around its text.
    """
    if latex_spelling.PLAIN.fullmatch(text):
        return latex_spelling.Spelling(_with_braces(text, protect(text)), frozenset())
    if "</" not in text and (spelt := spell(text)).text == text:
        return latex_spelling.Spelling(_with_braces(text, protect(text)), spelt.unspelled)
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
        return latex_spelling.join(pieces)

    return latex_spelling.Spelling(fold(tree, leaf, wrap), frozenset(unspelled))


def quoted(spelt: str) -> str:
    """Return LaTeX with quotation marks in pairs for straight ones, of which TeX prints one form.

    They stay where they are not in pairs: a mark may stand for inches or seconds.
    """
    marks = list(_QUOTE.finditer(spelt))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    if len(marks) % 2 or not all(_is_pair(opening, closing) for opening, closing in pairs):
        return spelt
    pieces, end = [], 0
    for number, mark in enumerate(marks):
        place = mark.end() - 1
        pieces += [spelt[end:place], "''" if number % 2 else "``"]
        end = place + 1
    return latex_spelling.join([*pieces, spelt[end:]])


def _is_pair(opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Whether two straight quotation marks stand before and behind something."""
    return bool(
        _OPENS_BEHIND.fullmatch(opening["before"])
        and opening["after"].strip(' "')
        and not closing["before"][-1:].isspace()
        and _CLOSES_BEFORE.fullmatch(closing["after"])
    )


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
    from_here = bisect_right(protected, offset, key=lambda bounds: bounds[1])
    for index in range(from_here, len(protected)):
        start, stop = protected[index]
        if start >= offset + len(string):
            break
        first, last = max(start, end), min(stop, offset + len(string))
        if first < last:
            yield string[end - offset : first - offset], False
            piece = string[first - offset : last - offset]
            yield piece, any(character.isalpha() for character in piece)
            end = last
    yield string[end - offset :], False
