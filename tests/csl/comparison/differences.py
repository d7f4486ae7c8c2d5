"""What differs between two texts, and the shape by which differences are of one class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

TOKEN = re.compile(r"<[^>]*>|&#?\w+;|[^\W\d_]+|\d+|\s|.", re.DOTALL)


class Difference(NamedTuple):
    """One place where two texts differ, and what stands on both sides of it."""

    before: str
    theirs: str
    ours: str
    after: str

    @property
    def shape(self) -> str:
        """The difference with W for words, 9 for numbers: the name of its class."""
        if self.theirs.casefold() == self.ours.casefold():
            return "letter case"
        edit = f"[{_shape(self.theirs)}→{_shape(self.ours)}]"
        return f"{_shape(self.before)}{edit}{_shape(self.after)}"


def differences(theirs: str, ours: str) -> Iterator[Difference]:
    """Yield the places where two texts differ."""
    left, right = TOKEN.findall(theirs), TOKEN.findall(ours)
    edits = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for kind, start, stop, other_start, other_stop in edits:
        if kind != "equal":
            yield Difference(
                "".join(left[max(start - 2, 0) : start]),
                "".join(left[start:stop]),
                "".join(right[other_start:other_stop]),
                "".join(left[stop : stop + 2]),
            )


def _shape(text: str) -> str:
    """Return ``text`` with one W for all words in a row, and 9 for a number."""
    text = re.sub(r"</?span[^>]*>", lambda tag: "</s>" if tag[0][1] == "/" else "<s>", text)
    text = re.sub(r"(?<![</])\b[^\W\d_]+\b(?![^<]*>)", "W", text)
    text = re.sub(r"\d+", "9", text)
    return re.sub(r"W(?: W)+", "W", text)
