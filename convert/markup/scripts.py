"""Super- and subscripts in text without markup, where ``10<sup>6</sup>`` must not become 106."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.rich_text import Span, Text, plain
from .inline_tags import parse

# Hyphens and dashes stand for the minus sign; the letters are those of exponents and of 99mTc.
_SUPERSCRIPTS = str.maketrans("0123456789+-‐‑–−=()imn", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁻⁻⁼⁽⁾ⁱᵐⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SIGNS = {"TM": "™", "SM": "℠"}
_WORD = regex(r"[^\W\d_]{2}")  # no superscript spells one: CD4^min
_NOT_RAISED = regex(r"[\w.,:]")  # a sign such as ® or * means the same on the line


def wrap(span: Span, body: str) -> str:
    """Return ``body``, raised or lowered if the span is; ``10^x`` where no character is raised."""
    if span.kind == "sup":
        return raised(body)
    if span.kind == "sub":
        return _translated(body, _SUBSCRIPTS) or body
    return body


def raised(text: str) -> str:
    """Return a superscript in Unicode's characters, or behind ``^`` where it has none for all.

    The blanks at its ends stay outside; one of several words gets parentheses.
    """
    core = text.strip()
    if not core:
        return text
    lead, _, trail = text.partition(core)
    return f"{lead}{_raised(core)}{trail}"


def _raised(text: str) -> str:
    if sign := _SIGNS.get(text):
        return sign
    if not _WORD.search(text) and (superscript := _translated(text, _SUPERSCRIPTS)):
        return superscript
    if not _NOT_RAISED.search(text) or text[0] in "^⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻":
        return text
    return f"^({text})" if " " in text else f"^{text}"


def _translated(text: str, table: dict[int, int]) -> str:
    """Return text whose characters are all in the table, translated; else nothing."""
    return text.translate(table) if all(ord(character) in table for character in text) else ""


def flat(text: Text) -> str:
    """Return the characters of rich text; only superscripts differ from those on the line."""
    parts = []
    for node in text:
        if isinstance(node, str):
            parts.append(node)
        else:
            body = flat(node.children)
            parts.append(raised(body) if node.kind == "sup" else body)
    return "".join(parts)


def with_carets(title: str) -> list[str]:
    """Return the superscripts of a title with inline tags that have no characters of their own."""
    return _with_carets(parse(title)) if "sup" in title else []


def _with_carets(text: Text) -> list[str]:
    spans = [node for node in text if not isinstance(node, str)]
    carets = [
        superscript
        for span in spans
        if span.kind == "sup" and (superscript := raised(plain(span.children)).strip())[:1] == "^"
    ]
    return [*carets, *(caret for span in spans for caret in _with_carets(span.children))]
