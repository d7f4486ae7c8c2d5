"""Parse the markup that CSL-JSON allows in a value: tags, quotation marks, apostrophes.

A known tag becomes a run, and so does a pair of quotation marks, whose marks are chosen when
its depth is known. An apostrophe becomes a typographic one. A tag or mark without a partner
stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from ...base.frozen import Frozen
from ...base.lazy_regex import regex
from ..punctuation.quotes import QuotationMarks
from .tree import Out, Run

# Markup, a quotation mark, or one of ``: ; ? !`` behind a space. It begins with a set, since the
# places where such a pattern can match are found several times as fast.
_SPECIAL = regex(r"""[<"'“”‘’«»:;?!](?:(?<![:;?!])|(?<= .))""")
# Marks with a space that must not break (citeproc-js).
_THIN = regex(" ([:;?!»])|(«) ")
_TAG = regex(
    r"""</?(?:i|b|sup|sub|sc)>|<span\s+class="no(?:case|decor)">"""
    r"""|<span\s+style="font-variant:\s*small-caps;?">|</span>"""
)
_TOKEN = regex(rf"""{_TAG.pattern}|'{{3,}}|["'“”‘’]""")  # three or more quote nothing
_TAGS = {
    "<i>": "italic",
    "<b>": "bold",
    "<sup>": "sup",
    "<sub>": "sub",
    "<sc>": "small-caps",
}
# What opens a quotation, with the run's kind, and what closes which.
_OPENING = {"“": "double-quote", "‘": "single-quote"}
_CLOSING = {"”": ("“",), "’": ("‘",)}
_CLOSERS = {
    "</i>": "<i>",
    "</b>": "<b>",
    "</sup>": "<sup>",
    "</sub>": "<sub>",
    "</sc>": "<sc>",
    "</span>": "<span>",
}
_OPENING_CONTEXT = frozenset(" \t\n\u00a0\u202f([{<-–—/\"'“‘«")
_LONGEST_TAG = 500  # characters; behind a longer one a quotation mark is as behind text
DEEPEST = 40  # levels of nesting; no text has more than a few


class _Opening:
    """An opening token whose partner has not come yet, and what has come since."""

    __slots__ = ("children", "kind", "opener", "token")

    def __init__(self, token: str, kind: str, opener: str) -> None:
        self.token = token
        self.kind = kind
        self.opener = opener
        self.children: list[Out] = []


class _Syntax(Frozen):
    """The tokens of a value: their pattern, and which of them open and close quotations."""

    token: re.Pattern[str]
    opening: Mapping[str, str]
    closing: Mapping[str, tuple[str, ...]]


_USUAL = _Syntax(_TOKEN, _OPENING, _CLOSING)
_TAGS_ALONE = _Syntax(_TAG, {}, {})


def rich(text: str) -> Out:
    """Return ``text`` with its markup as runs; a text without markup stays a string."""
    if _SPECIAL.search(text) is None:
        return text
    return _ValueParser(_THIN.sub("\\2\u202f\\1", text), _USUAL).parse()


def tagged(text: str) -> Out:
    """Return ``text`` with its tags as runs, its quotation marks and apostrophes as they stand."""
    if "<" not in text:
        return text
    return _ValueParser(text, _TAGS_ALONE).parse()


@lru_cache(maxsize=64)
def reader(marks: QuotationMarks) -> Callable[[str], Out]:
    """Return a function like ``rich`` that knows a locale's own quotation marks, too."""
    pairs = _own_pairs(marks)
    if not pairs:
        return rich
    own = re.escape("".join([mark for pair in pairs for mark in pair]))
    special = re.compile(f"{_SPECIAL.pattern}|[{own}]")
    syntax = _with_pairs(pairs, own)

    def read(text: str) -> Out:
        if special.search(text) is None:
            return text
        return _ValueParser(_THIN.sub("\\2\u202f\\1", text), syntax).parse()

    return read


def _own_pairs(marks: QuotationMarks) -> dict[tuple[str, str], str]:
    """Return a locale's pairs of quotation marks that are not English ones, with their kinds."""
    kinds = {
        (marks.open, marks.close): "outer-quote",
        (marks.open_inner, marks.close_inner): "inner-quote",
    }
    return {
        (start, end): kind
        for (start, end), kind in kinds.items()
        if len(start) == len(end) == 1 and start != end and start not in _OPENING
    }


def _with_pairs(pairs: Mapping[tuple[str, str], str], marks: str) -> _Syntax:
    """Return the usual syntax with pairs of quotation marks; ``marks`` are all of these."""
    opening, closing = dict(_OPENING), dict(_CLOSING)
    for (start, end), kind in pairs.items():
        opening[start] = kind
        closing[end] = (*closing.get(end, ()), start)
    return _Syntax(re.compile(f"{_TOKEN.pattern}|[{marks}]"), opening, closing)


class _ValueParser:
    """Builds the tree of a value, with a stack of what is open."""

    def __init__(self, text: str, syntax: _Syntax) -> None:
        self.text = text
        self.token = syntax.token
        self.opening, self.closing = syntax.opening, syntax.closing
        self.outer_mark = ""  # the straight mark that comes first; the other one is inner
        self.stack = [_Opening("", "", "")]

    def parse(self) -> Out:
        """Return the tree, or a string if the value has no markup after all."""
        end = 0
        for match in self.token.finditer(self.text):
            if match.start() > end:
                self.stack[-1].children.append(self.text[end : match.start()])
            end = match.end()
            token = match.group()
            if token[0] == "<":
                self.tag(token)
            elif len(token) > 1:
                self.stack[-1].children.append("’" * len(token))
            else:
                self.mark(token, match.start())
        if end < len(self.text):
            self.stack[-1].children.append(self.text[end:])
        while len(self.stack) > 1:
            self.give_up()
        children = _merged(self.stack[0].children)
        if len(children) == 1 and isinstance(children[0], str):
            return children[0]
        return Run(children, role="leaf")

    def tag(self, token: str) -> None:
        opener = _CLOSERS.get(token)
        if opener is None:
            kind = _TAGS.get(token) or _span_kind(token)
            self.open(token, kind, "<span>" if token[1:5] == "span" else token)
        elif not self.close(opener):
            self.stack[-1].children.append(_unpaired(token))

    def mark(self, token: str, at: int) -> None:
        before = self.text[at - 1] if at else " "
        after = self.text[at + 1] if at + 1 < len(self.text) else " "
        if before == ">":
            before = self.before_tags(at)
        opener = self.closing.get(token)
        if opener and not (token == "’" and after.isalnum()) and self.close(*opener):
            return
        if token in self.opening:
            self.open(token, self.opening[token], token)
        elif opener:
            self.stack[-1].children.append(token)
        else:
            self.straight(token, before, after)

    def open(self, token: str, kind: str, opener: str) -> None:
        """Put an opening token on the stack; too deep inside others it is text."""
        if len(self.stack) > DEEPEST:
            self.stack[-1].children.append(_unpaired(token))
        else:
            self.stack.append(_Opening(token, kind, opener))

    def before_tags(self, at: int) -> str:
        """Return the character before a position, or before the tags that end there."""
        while at and self.text[at - 1] == ">":
            start = self.text.rfind("<", max(0, at - _LONGEST_TAG), at)
            if start < 0 or ">" in self.text[start : at - 1]:
                break
            at = start
        return self.text[at - 1] if at else " "

    def straight(self, token: str, before: str, after: str) -> None:
        literal = "’" if token == "'" else token
        if token == "'" and before.isalnum() and after.isalnum():
            self.stack[-1].children.append(literal)
        elif not before.isspace() and self.can_close(token) and not after.isalnum():
            self.close(token)
        elif before in _OPENING_CONTEXT and not after.isspace():
            self.outer_mark = self.outer_mark or token
            kind = "quote" if token == self.outer_mark else "inner-quote"
            self.open(literal, kind, token)
        else:
            self.stack[-1].children.append(literal)

    def can_close(self, opener: str) -> bool:
        """Whether a token is open inside the innermost open tag."""
        for opening in reversed(self.stack):
            if opening.opener == opener:
                return True
            if opening.opener[:1] == "<":
                return False
        return False

    def close(self, *openers: str) -> bool:
        """Close the nearest of ``openers``; return whether one is open and can be closed.

        A quotation mark does not close what was opened outside of the innermost tag.
        """
        for at in range(len(self.stack) - 1, 0, -1):
            opening = self.stack[at]
            if opening.opener in openers:
                self._close_at(at)
                return True
            if opening.opener[0] == "<" and openers[0][0] != "<":
                return False
        return False

    def _close_at(self, at: int) -> None:
        while len(self.stack) - 1 > at:
            self.give_up()
        opening = self.stack.pop()
        if opening.children:
            self.stack[-1].children.append(Run(_merged(opening.children), (opening.kind,)))

    def give_up(self) -> None:
        """Turn the innermost opening token, which has no partner, back to text."""
        opening = self.stack.pop()
        self.stack[-1].children.append(_unpaired(opening.token))
        self.stack[-1].children.extend(opening.children)


def _unpaired(token: str) -> Out:
    """Return a token without a partner as text; the letters of a tag keep their case."""
    return Run([token], ("nocase",)) if token[0] == "<" else token


def _span_kind(token: str) -> str:
    if "nocase" in token:
        return "nocase"
    return "nodecor" if "nodecor" in token else "small-caps"


def _merged(children: list[Out]) -> list[Out]:
    """Join neighbouring strings."""
    merged: list[Out] = []
    for child in children:
        if isinstance(child, str) and merged and isinstance(merged[-1], str):
            merged[-1] += child
        else:
            merged.append(child)
    return merged


def unmarked(text: str) -> str:
    """Return ``text`` without its tags, for sorting and comparing."""
    if "<" not in text:
        return text
    return _TOKEN.sub(lambda match: "" if match.group()[0] == "<" else match.group(), text)
