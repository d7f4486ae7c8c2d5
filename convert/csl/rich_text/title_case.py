"""English title case (CSL 1.0.2, "Title Case Conversion"; details as in citeproc-js)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...base.lazy_regex import regex
from .letter_case import capital, is_greek, is_protected
from .stop_words import STOP_WORDS

_QUOTES = frozenset("\"'“”‘’")
_MARKS = frozenset("\"'“”‘’-–—/.,;?!:[]()")
_PIECE = regex(r"""["'“”‘’\-–—/.,;?!:\[\]()]|[^\s\u200b"'“”‘’\-–—/.,;?!:\[\]()]+""")
_MARKUP = regex(r"[|x]")


@lru_cache(maxsize=4096)  # most are titles of journals, which repeat in a list
def title_case(text: str, mask: str) -> str:
    """Return ``text`` in title case; ``mask`` says which letters are protected.

    Words are what stands between spaces, punctuation and markup. A word with a capital stays as
    it is, even where all have them, as in citeproc-js. A stop word or a single letter is
    capitalized only as the first word, after ``: ? !``, as the last word, and before a hyphen if
    neither punctuation nor markup precedes.
    """
    return _TitleCase(text, mask).convert()


class _TitleCase:
    """The state of a conversion: what has come before the current word."""

    def __init__(self, text: str, mask: str) -> None:
        self.text, self.mask = text, mask
        self.letters = list(text)
        self.leading = True  # the next word is the first, or follows one of ": ? !"
        self.plain = True  # neither punctuation nor markup so far
        self.last_stop_word = -1  # index, if the last word so far is a stop word

    def convert(self) -> str:
        """Return the text in title case."""
        for start, piece in _pieces(self.text, self.mask):
            is_mark = piece in _MARKS
            if self.plain:
                self.plain = not is_mark and _MARKUP.search(self.mask, 1, start + 1) is None
            if is_mark:
                self._mark(piece)
            elif is_protected(self.mask, start) or self._is_quoted(start):
                self.leading, self.last_stop_word = False, -1
            else:
                self._word(start, piece)
        if self.last_stop_word >= 0:
            at = self.last_stop_word
            self.letters[at] = capital(self.letters[at])
        return "".join(self.letters)

    def _is_quoted(self, start: int) -> bool:
        """Whether a quotation mark or an apostrophe, but no markup, is before a word."""
        return start > 0 and self.text[start - 1] in _QUOTES and self.mask[start : start + 1] != "|"

    def _mark(self, mark: str) -> None:
        if mark in ":?!":
            self.leading = True
        if mark in _QUOTES:
            self.last_stop_word = -1

    def _word(self, start: int, word: str) -> None:
        end = start + len(word)
        hyphened = self.plain and self.text[end : end + 1] == "-"
        stays_small = len(word) == 1 or word in STOP_WORDS
        if word.islower() and (self.leading or hyphened or not stays_small):
            self.letters[start] = _capital_of_word(word)
        self.leading = False
        self.last_stop_word = start if len(word) > 1 and word.lower() in STOP_WORDS else -1


def _pieces(text: str, mask: str) -> Iterator[tuple[int, str]]:
    """Yield words and punctuation with their indexes; a word ends where its string does."""
    for match in _PIECE.finditer(text):
        start, end = match.span()
        for at in range(start + 1, end):
            if mask[at : at + 1] in ("|", "x") and mask[at] != mask[at - 1]:
                yield start, text[start:at]
                start = at
        yield start, text[start:end]


def _capital_of_word(word: str) -> str:
    """Return a word's first letter as a capital; a Greek letter alone is a symbol."""
    return word if len(word) == 1 and is_greek(word) else capital(word)
