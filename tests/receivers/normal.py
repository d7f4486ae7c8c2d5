"""Texts brought to one form: programs differ in quotes, dashes, blanks and accents' spelling."""

from __future__ import annotations

import html
import re
import unicodedata

_SAME = str.maketrans({
    **dict.fromkeys("‐‑–—−", "-"), **dict.fromkeys("‘’‚′`´ʼ", "'"), **dict.fromkeys("“”„″\"", "'"),
})  # fmt: skip
_TAG = re.compile(r"</?(?:i|b|sup|sub|span)(?: [^>]*)?>")
_SPAN = re.compile(r"</?span(?: [^>]*)?>")
_MARKED = re.compile(r"<(i|b|sup|sub)>(.*?)</\1>")
_SCRIPTS = {"super": "sup", "sub": "sub"}


def plain(text: str) -> str:
    """Return a text without markup, in one form."""
    text = html.unescape(_TAG.sub("", text))
    text = unicodedata.normalize("NFKC", text).translate(_SAME)
    text = text.replace("?: ", "? ")  # bibutils parts titles there
    text = text.replace("\u2060", "")  # a word joiner prints nothing
    return " ".join(re.sub("-+", "-", text).replace("''", "'").split())


def folded(text: str) -> str:
    """Return a text in one form, without regard to case and to what frames it."""
    return plain(text).casefold().strip("[]. ")


def markup(text: str) -> list[tuple[str, str]]:
    """Return what is marked in a text: the tag and what it is around."""
    return [(tag, plain(inner)) for tag, inner in _MARKED.findall(_tagged(_SPAN.sub("", text)))]


def _tagged(text: str) -> str:
    """Return a text with tags instead of Unicode's superscripts and subscripts."""
    parts = [_script(character) for character in text]
    joined = "".join(parts)
    return joined.replace("</sup><sup>", "").replace("</sub><sub>", "")


def _script(character: str) -> str:
    kind, _, base = unicodedata.decomposition(character).partition(" ")
    tag = _SCRIPTS.get(kind.strip("<>"))
    return f"<{tag}>{chr(int(base, 16))}</{tag}>" if tag and " " not in base else character
