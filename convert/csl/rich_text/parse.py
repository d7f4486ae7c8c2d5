"""The markup that CSL-JSON allows inside a value: tags, quotation marks, apostrophes.

Known tags become runs; a pair of quotation marks becomes a ``quote`` run, whose marks
are chosen when its depth is known (a curly mark that the locale has not stays); an
apostrophe is set right.  What has no partner stays the text that it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from ...base.frozen import Frozen
from ...base.lazy_regex import regex
from ..punctuation.quotes import QuotationMarks
from .tree import Out, Run

_SPECIAL = regex(r"""[<"'“”‘’«»]| [:;?!]""")
# No line may break before these marks (as citeproc-js).
_THIN = regex(" ([:;?!»])|(«) ")
_TAG = regex(
    r"""</?(?:i|b|sup|sub|sc)>|<span\s+class="no(?:case|decor)">"""
    r"""|<span\s+style="font-variant:\s*small-caps;?">|</span>"""
)
_TOKEN = regex(rf"""{_TAG.pattern}|["'“”‘’]""")
_TAGS = {
    "<i>": "italic",
    "<b>": "bold",
    "<sup>": "sup",
    "<sub>": "sub",
    "<sc>": "small-caps",
}
# What opens a quotation, with its kind, and what closes which.
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
DEEPEST = 40  # no text has more than a few quotations or tags in each other


class _Frame:
    """An opening token that waits for its partner, and what has come since."""

    __slots__ = ("children", "kind", "opener", "token")

    def __init__(self, token: str, kind: str, opener: str) -> None:
        self.token = token
        self.kind = kind
        self.opener = opener
        self.children: list[Out] = []


class _Syntax(Frozen):
    """What a value's text is searched for."""

    token: re.Pattern[str]
    opening: Mapping[str, str]
    closing: Mapping[str, tuple[str, ...]]


_USUAL = _Syntax(_TOKEN, _OPENING, _CLOSING)
_TAGS_ALONE = _Syntax(_TAG, {}, {})


def rich(text: str) -> Out:
    """Return ``text`` with its markup as runs; a string without any comes back as it is."""
    if _SPECIAL.search(text) is None:
        return text
    return _Parser(_THIN.sub("\\2\u202f\\1", text), _USUAL).parse()


def tagged(text: str) -> Out:
    """Return ``text`` with its tags as runs, its quotation marks and apostrophes as they stand."""
    if "<" not in text:
        return text
    return _Parser(text, _TAGS_ALONE).parse()


@lru_cache(maxsize=64)
def reader(marks: QuotationMarks) -> Callable[[str], Out]:
    """Return what does as ``rich``, and knows a locale's own pairs of quotation marks too."""
    kinds = {
        (marks.open, marks.close): "outer-quote",
        (marks.open_inner, marks.close_inner): "inner-quote",
    }
    pairs = {
        pair: kind
        for pair, kind in kinds.items()
        if len(pair[0]) == len(pair[1]) == 1 and pair[0] != pair[1] and pair[0] not in _OPENING
    }
    if not pairs:
        return rich
    closing = dict(_CLOSING)
    for mark, close in pairs:
        closing[close] = (*closing.get(close, ()), mark)
    own = re.escape("".join(mark for pair in pairs for mark in pair))
    special = re.compile(f"{_SPECIAL.pattern}|[{own}]")
    syntax = _Syntax(
        re.compile(f"{_TOKEN.pattern}|[{own}]"),
        {**_OPENING, **{pair[0]: kind for pair, kind in pairs.items()}},
        closing,
    )

    def read(text: str) -> Out:
        if special.search(text) is None:
            return text
        return _Parser(_THIN.sub("\\2\u202f\\1", text), syntax).parse()

    return read


class _Parser:
    def __init__(self, text: str, syntax: _Syntax) -> None:
        self.text = text
        self.token = syntax.token
        self.opening, self.closing = syntax.opening, syntax.closing
        self.stack = [_Frame("", "", "")]

    def parse(self) -> Out:
        end = 0
        for match in self.token.finditer(self.text):
            if match.start() > end:
                self.stack[-1].children.append(self.text[end : match.start()])
            end = match.end()
            token = match.group()
            if token[0] == "<":
                self.tag(token)
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
            self.stack[-1].children.append(_orphan(token))

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
        """Begin a frame; what is nested beyond all sense is text."""
        if len(self.stack) > DEEPEST:
            self.stack[-1].children.append(_orphan(token))
        else:
            self.stack.append(_Frame(token, kind, opener))

    def before_tags(self, at: int) -> str:
        text = re.sub(r"(?:<[^<>]*>)+$", "", self.text[:at])
        return text[-1] if text else " "

    def straight(self, token: str, before: str, after: str) -> None:
        literal = "’" if token == "'" else token
        if token == "'" and before.isalnum() and after.isalnum():
            self.stack[-1].children.append(literal)
        elif not before.isspace() and self.can_close(token) and not after.isalnum():
            self.close(token)
        elif before in _OPENING_CONTEXT and not after.isspace():
            self.open(literal, "quote", token)
        else:
            self.stack[-1].children.append(literal)

    def can_close(self, opener: str) -> bool:
        """Whether the innermost open frames, apostrophes set aside, hold this opener."""
        for frame in reversed(self.stack):
            if frame.opener == opener:
                return True
            if frame.opener[:1] == "<":
                return False
        return False

    def close(self, *openers: str) -> bool:
        """End the nearest frame opened by one of ``openers``; False if none can be."""
        for at in range(len(self.stack) - 1, 0, -1):
            frame = self.stack[at]
            if frame.opener in openers:
                while len(self.stack) - 1 > at:
                    self.give_up()
                self.stack.pop()
                if frame.children:
                    self.stack[-1].children.append(Run(_merged(frame.children), (frame.kind,)))
                return True
            if frame.opener[0] == "<" and openers[0][0] != "<":
                return False
        return False

    def give_up(self) -> None:
        """Turn the innermost frame, which never found its partner, back to text."""
        frame = self.stack.pop()
        self.stack[-1].children.append(_orphan(frame.token))
        self.stack[-1].children.extend(frame.children)


def _orphan(token: str) -> Out:
    """Return a token without a partner as text; a tag's letters are none that have a case."""
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
