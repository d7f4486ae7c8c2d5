"""From the output of a style's elements to rich text with its punctuation resolved.

The tree of runs is flattened to tokens. Where two texts meet, punctuation is not doubled,
and goes inside quotation marks if the locale asks for it. Then the tokens become the tree of
``medcite.model.rich_text``, with italics inside italics toggled and quotation marks chosen
by depth.
"""

from __future__ import annotations

from ...model.rich_text import Text
from ..rich_text.tree import Out, Run
from .build_text import build_text
from .collisions import COLLISIONS, MARKS, SPACES
from .quotes import QUOTES, QuotationMarks
from .tokens import VALUE_END, Edge, Token, edges, text_of_token, with_text

_MAY_COLLIDE = MARKS | frozenset(SPACES)
_SPACES_BEFORE = f"{SPACES}\n"
_GO_INTO_QUOTES = frozenset(".,!?")
# What stays where two marks meet.
_BOTH, _LEFT, _RIGHT = range(3)


def resolve_text(out: Out, marks: QuotationMarks) -> Text:
    """Return the rich text of ``out``, or an empty one for no output."""
    if isinstance(out, str):
        return (out,) if out else ()
    flattener = _Flattener(marks.punctuation_inside)
    flattener.add([out])
    return build_text(flattener.tokens, marks)


class _Flattener:
    """Makes a list of tokens; resolves collisions wherever two texts meet, from left to right."""

    def __init__(self, inside_quotes: bool) -> None:
        self.tokens: list[Token] = []
        self.inside_quotes = inside_quotes
        self.texts: list[int] = []  # the indexes of the tokens with text so far
        self.in_value = False
        self.starts_value = False  # no text of the value has come so far

    def add(self, pieces: list[Out]) -> None:
        """Add the tokens of a sequence, without empty texts."""
        tokens = self.tokens
        for piece in pieces:
            if isinstance(piece, str):
                if not piece:
                    continue
                index = len(tokens)
                tokens.append(piece)
                if piece[0] in _MAY_COLLIDE and self._may_collide(piece, index):
                    self._resolve(piece, index)
                else:
                    self.texts.append(index)
                self.starts_value = False
            elif piece.kinds or piece.role == "leaf":
                self._add_run(piece)
            else:
                self.add(piece.children)

    def _add_run(self, run: Run) -> None:
        """Add the tokens of a run of some kinds, or of a value."""
        is_value = run.role == "leaf"
        starts, ends = edges(run.kinds, is_value, run.href)
        self.tokens += starts
        if is_value:
            self.in_value = self.starts_value = True
        self.add(run.children)
        if is_value:
            self.in_value = False
        self.tokens += ends

    def _may_collide(self, text: str, index: int) -> bool:
        """Whether the mark or space that starts a text and the text before need a closer look.

        Not if a mark directly follows a letter, or a space anything but a space; inside a value
        the author's punctuation stays.
        """
        if not self.texts or (self.in_value and not self.starts_value):
            return False
        previous = self.texts[-1]
        if text_of_token(self.tokens[previous])[-1] in _MAY_COLLIDE:
            return True
        return text[0] in MARKS and previous != index - 1

    def _resolve(self, text: str, index: int) -> None:
        """Shorten the text at ``index``, and the texts before it, until nothing collides."""
        while text and self.texts:
            stays = self._meet(text[0], index)
            if stays == _BOTH:
                break
            if stays == _LEFT:
                text = text[1:]
            else:
                self._drop_last_mark()
        self.tokens[index] = text
        if text:
            self.texts.append(index)

    def _meet(self, mark: str, index: int) -> int:
        """Return what stays of the mark before the text at ``index`` and of its first one.

        A mark that was moved inside a quotation no longer stands at its old place.
        """
        left = text_of_token(self.tokens[self.texts[-1]])[-1]
        if mark in SPACES:
            return _LEFT if left in _SPACES_BEFORE else _BOTH
        if mark not in MARKS:
            return _BOTH
        quote_end = self._quote_end(index)
        merged = COLLISIONS.get(left + mark)
        if merged == left:
            return _LEFT
        if merged == mark and quote_end is None:
            return _RIGHT
        if quote_end is not None and self.inside_quotes and mark in _GO_INTO_QUOTES:
            self._move_into_quote(quote_end, mark, merged)
            return _LEFT
        return _BOTH

    def _quote_end(self, index: int) -> int | None:
        """Return where the first quotation ends between the text before and ``index``."""
        previous = self.texts[-1]
        # Text at an edge was moved there: it stands before the edge itself.
        start = previous if isinstance(self.tokens[previous], Edge) else previous + 1
        for place in range(start, index):
            token = self.tokens[place]
            if isinstance(token, Edge) and not token.start and token.kind in QUOTES:
                return place
        return None

    def _drop_last_mark(self) -> None:
        """Remove the last character of the text before."""
        previous = self.texts[-1]
        text = text_of_token(self.tokens[previous])[:-1]
        self._set_text(previous, text)
        if not text:
            self.texts.pop()

    def _move_into_quote(self, quote_end: int, mark: str, merged: str | None) -> None:
        """Put ``mark`` inside the quotation that ends at ``quote_end``.

        ``merged`` is what becomes of the mark before and this one, if they collide.
        """
        previous = self.texts[-1]
        text = text_of_token(self.tokens[previous])
        if merged is not None:
            self._set_text(previous, text[:-1] + merged)
            return
        place = self._place_for_mark(previous, quote_end)
        if place == previous:
            self._set_text(place, text + mark)
        else:
            self._set_text(place, mark)
            self.texts.append(place)

    def _place_for_mark(self, previous: int, quote_end: int) -> int:
        """Return the token to which a mark is added inside a quotation.

        That is the text before it, unless that text ends a value: the mark is then no part of
        the value, nor of markup in it.
        """
        for place in range(previous + 1, quote_end):
            if self.tokens[place] is VALUE_END:
                return place + 1
        # The quotation may be markup of the value itself.
        if previous != quote_end and VALUE_END in self.tokens[quote_end + 1 : quote_end + 3]:
            return quote_end
        return previous

    def _set_text(self, index: int, text: str) -> None:
        self.tokens[index] = with_text(self.tokens[index], text)
