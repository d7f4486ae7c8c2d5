"""Pandoc's Markdown in the texts of CSL's YAML, as CSL's tags; HTML's tags stay as they are.

Read are the signs of emphasis and scripts, bracketed spans, links with the address in parentheses,
backslashes, and the dashes and dots that pandoc joins. A sign without its other half is a text.
"""

from __future__ import annotations

import re

from ..base.lazy_regex import regex

_TOKEN = regex(
    r"(?=[\\*_^~\[\].-])"  # to pass by other characters at once
    r"(?:\\(?P<escaped>[!-/:-@\[-`{-~\n ])|(?P<sign>\*+|_+|\^|~+)|(?P<open>\[)"
    r"|\](?:\{(?P<attributes>[^{}\n]*)\}|\((?P<link>[^()\s]*)\))?"
    r"|(?P<dashes>-{2,3})|(?P<dots>\.{3}))"
)
_BLANK = regex(r"\s")
_ESCAPE = regex(r"\\([!-/:-@\[-`{-~\n ])")
_TAGS = {"*": "i", "_": "i", "**": "b", "__": "b", "^": "sup", "~": "sub"}
_BOTH = ("***", "___")
_SCRIPTS = ("^", "~")
_SMART = {"--": "\N{EN DASH}", "---": "\N{EM DASH}", "...": "\N{HORIZONTAL ELLIPSIS}"}
_SPANS = {
    "smallcaps": ('<span style="font-variant:small-caps;">', "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
    "underline": ("<u>", "</u>"),
    "ul": ("<u>", "</u>"),
}


def decode(text: str) -> str:
    """Return Markdown as text with CSL's tags."""
    return _Decoder(text).text() if _TOKEN.search(text) else text


def decode_plain(text: str) -> str:
    """Return a text of which only the backslashes before Markdown's characters are markup."""
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


class _Decoder:
    """Goes through a text once; a sign is a text until its other half is found."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.parts: list[str] = []
        self.open: list[tuple[str, int]] = []  # signs, and their places among the parts
        self.end = 0

    def text(self) -> str:
        """Return the decoded text."""
        for match in _TOKEN.finditer(self.source):
            self._between(self.source[self.end : match.start()])
            self.end = match.end()
            if sign := match["sign"]:
                self._sign(sign, match.start())
            elif match["open"]:
                self._push("[")
            elif match[0][0] == "]":
                self._close_bracket(match)
            else:
                self._literal(match)
        return "".join([*self.parts, self.source[self.end :]])

    def _between(self, text: str) -> None:
        """Add what stands between signs; a script has no blank in it that is not escaped."""
        if self.open and _BLANK.search(text):
            self.open = [frame for frame in self.open if frame[0] not in _SCRIPTS]
        self._add(text)

    def _literal(self, match: re.Match[str]) -> None:
        """Add an escaped character, dash or dots."""
        escaped = match["escaped"]
        self._add(escaped if escaped is not None else _SMART.get(match[0], match[0]))

    def _add(self, text: str) -> None:
        if text:
            self.parts.append(text)

    def _push(self, sign: str) -> None:
        self.open.append((sign, len(self.parts)))
        self.parts.append(sign)

    def _sign(self, run: str, start: int) -> None:
        """Close what a run of signs can close, and open the rest of it."""
        before, after = self.source[start - 1 : start], self.source[self.end : self.end + 1]
        is_word = run[0] == "_" and before.isalnum()  # it goes on at the sign
        while run and before.strip() and not (is_word and after.isalnum()) and self._closes(run):
            sign, place = self._innermost(run)
            self._wrap(place, f"<{_TAGS[sign]}>", f"</{_TAGS[sign]}>")
            run = run[len(sign) :]
        if after.strip() and not is_word:
            self._open(run)
        else:
            self._add(run)

    def _open(self, run: str) -> None:
        """Open a sign, or two."""
        if run in _BOTH:
            self.open.append((run, len(self.parts)))
            self.parts += [run[:2], run[2:]]
        elif run in _TAGS:
            self._push(run)
        else:
            self._add(run)

    def _closes(self, run: str) -> bool:
        """Whether a run closes a sign; those that were opened within it are texts then."""
        for index in range(len(self.open) - 1, max(len(self.open) - 9, -1), -1):
            sign, place = self.open[index]
            if sign == "[":
                return False
            signs = 2 if sign in _BOTH else 1
            if _fits(run, sign) and place + signs < len(self.parts):
                del self.open[index + 1 :]
                return True
        return False

    def _innermost(self, run: str) -> tuple[str, int]:
        """Take the sign that a run closes; three asterisks are two signs, in either order."""
        sign, place = self.open.pop()
        if sign not in _BOTH:
            return sign, place
        inner = run if len(run) == 2 else sign[0]
        outer = sign[len(inner) :]
        self.parts[place : place + 2] = [outer, inner]
        self.open.append((outer, place))
        return inner, place + 1

    def _close_bracket(self, match: re.Match[str]) -> None:
        """Make a span of what stands in brackets, if a class or address follows."""
        while self.open and self.open[-1][0] != "[":
            self.open.pop()
        place = self.open.pop()[1] if self.open else -1
        if place >= 0 and len(match[0]) > 1:
            text = "".join(self.parts[place + 1 :])
            self._wrap(place, *_tags_of_span(match["attributes"] or ""))
            if match["link"] and match["link"] != text:
                self._add(f" ({match['link']})")
        else:
            self._add(match[0])

    def _wrap(self, place: int, start: str, end: str) -> None:
        self.parts[place] = start
        self._add(end)


def _fits(run: str, sign: str) -> bool:
    """Whether a run can close a sign: a script's is alone, an emphasis's may stand with others."""
    if sign in _BOTH:
        return sign.startswith(run)
    return run == sign if sign in _SCRIPTS else run.startswith(sign)


def _tags_of_span(attributes: str) -> tuple[str, str]:
    """Return the tags of the first class that is known; none for other spans, and links."""
    classes = (name[1:] for name in attributes.split() if name.startswith("."))
    return next((_SPANS[name] for name in classes if name in _SPANS), ("", ""))
