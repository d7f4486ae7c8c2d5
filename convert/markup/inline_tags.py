"""The tags that a record's titles may hold (CSL-JSON's rich text), parsed into rich text."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from ..model.rich_text import Node, Span, Text, merged
from ..tables.inline_tags import SYNONYMS

_TAG = regex(
    r"<(/?)(i|b|sup|sub|sc|u)>|<(/)(span)>|<()(span)\s+(?:style=\"([^\"<>]*)\"|class=\"([\w-]*)\")>"
)
_DEEPEST = 30  # level of nested tags; no title has more than three or four
_KINDS = {
    "i": "italic", "b": "bold", "sup": "sup", "sub": "sub", "sc": "small-caps", "u": "underline",
}  # fmt: skip
_SMALL_CAPS = regex(r"\s*font-variant:\s*small-caps;?\s*")
# What publishers send to PubMed as text: character references, and tags of HTML and JATS.
_REFERENCE = regex(r"&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
_TIMES_ESCAPED = 3
_SYNONYM = regex(rf"<(/?)({'|'.join(SYNONYMS)})>", re.IGNORECASE)


def tidy(text: str) -> str:
    """Return text with characters for HTML's references (``&lt;i&gt;``), and ``<i>`` for ``<em>``.

    What only looks like a reference (``R&D;``) stays.
    """
    return with_own_tags(with_characters(text))


def with_own_tags(text: str) -> str:
    """Return text with CSL's tags for others of the same meaning: ``<i>`` for ``<em>``."""
    if "<" in text and "</" in text:  # searching for the first is much faster
        text = _SYNONYM.sub(lambda match: f"<{match[1]}{SYNONYMS[match[2].lower()]}>", text)
    return text


def has_references(text: str) -> bool:
    """Whether a text has what may be one of HTML's references."""
    return "&" in text and ";" in text and _REFERENCE.search(text) is not None


def with_characters(text: str) -> str:
    """Return text with characters for HTML's references (``&amp;``, ``&#8217;``).

    Those that were escaped twice (``&amp;lt;``), as programs do to each other's exports, too.
    """
    for _ in range(_TIMES_ESCAPED):
        if not has_references(text):
            break
        text = _REFERENCE.sub(_character, text)
    return text


def _character(reference: re.Match[str]) -> str:
    """Return a reference's character; an ordinary space for a no-break space."""
    from html import unescape  # noqa: PLC0415  # few titles have character references
    from html.entities import html5  # noqa: PLC0415  # few titles have character references

    character = unescape(reference[0])
    known = reference[0][1] == "#" or reference[0][1:] in html5
    return character.replace("\u00a0", " ") if known else reference[0]


def parse(text: str) -> Text:
    """Parse ``<i> <b> <sup> <sub> <sc> <u>`` and ``<span>`` of small capitals or ``nocase``.

    A tag without its other half is text, as is every other ``<`` and what is nested too deeply.
    ``tidy`` comes first.
    """
    return _parse(tidy(text), "")


def parse_with_case(text: str) -> Text:
    """Parse a tidy text in the same way, in which ``nocase`` becomes a span of this kind."""
    return _parse(text, "nocase")


def _parse(text: str, nocase: str) -> Text:
    if "</" not in text:
        return (text,) if text else ()
    # The open tags: name, kind, the tag as written, and the nodes inside so far.
    stack: list[tuple[str, str, str, list[Node]]] = [("", "", "", [])]
    end = 0
    for match in _TAG.finditer(text):
        close, name = _tag(match)
        stack[-1][3].append(text[end : match.start()])
        end = match.end()
        if not close and len(stack) <= _DEEPEST:
            kind = _KINDS.get(name) or _span(match[7], match[8], nocase)
            stack.append((name, kind, match[0], []))
        elif close and any(frame[0] == name for frame in stack):
            _close(stack, name)
        else:
            stack[-1][3].append(match[0])
    stack[-1][3].append(text[end:])
    while len(stack) > 1:
        _abandon(stack)
    return tuple(merged(stack[0][3]))


def _tag(match: re.Match[str]) -> tuple[str, str]:
    """Return the slash of a closing tag, else ``""``, and the tag's name."""
    return (match[1], match[2]) if match[2] else (match[3] or "", match[4] or match[6])


def _span(style: str | None, name: str | None, nocase: str) -> str:
    """Return the kind of a ``<span>``, ``""`` for one that says nothing about looks."""
    if name == "nocase":
        return nocase
    return "small-caps" if _SMALL_CAPS.fullmatch(style or "") or name == "smallcaps" else ""


def _close(stack: list[tuple[str, str, str, list[Node]]], name: str) -> None:
    """Close the innermost ``name``; what was opened inside it and not closed is text."""
    while stack[-1][0] != name:
        _abandon(stack)
    _, kind, _, nodes = stack.pop()
    if kind:
        stack[-1][3].append(Span(kind, tuple(merged(nodes))))
    else:
        stack[-1][3].extend(nodes)


def _abandon(stack: list[tuple[str, str, str, list[Node]]]) -> None:
    """Turn the innermost open tag back into the text that it was."""
    _, _, tag, nodes = stack.pop()
    stack[-1][3].extend((tag, *nodes))
