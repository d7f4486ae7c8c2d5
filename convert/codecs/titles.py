"""Titles: NLM ends each with a full stop and puts a translated one in brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lazy_regex import regex

# Abbreviations: their last stop is their own. No single capitals: "hepatitis C." ends a title.
_SHORTENED = frozenset(
    ("sp", "spp", "subsp", "ssp", "nov", "al", "etc", "Inc", "Ltd", "Corp", "Jr", "Sr", "ed", "eds")
)
_LETTERS = regex(r"(?:[^\W\d_]\.){2,}")  # U.K.
_LINNAEUS = regex(r".*[A-Z][a-z]+ [a-z-]{3,} L\.")
_EDITION = regex(r"(\d+(?:st|nd|rd|th)?)[,.]? *\(?(?:ed|edn|edition)\.?\)?", re.IGNORECASE)
_BOLD_TAG = regex(r"(?:<|&lt;)(/?)(?:b|bold|strong)(?:>|&gt;)", re.IGNORECASE)
_ANY_TAG = regex(r"(?:<|&lt;)/?[a-z]+(?:>|&gt;)", re.IGNORECASE)
# A text that ends with a full stop in markup: ``<i>Whole title.</i>``.
_MARKED = regex(r"(.*\.)((?:</(?:i|b|sc|u|span)>)+)", re.DOTALL)
_TYPED_DASH = regex(r"(?<=[^\s-])(?: -- |--)(?=[^\s-])")
_LABELLED_ORIGINAL = regex(r"Original title: (.+)")
NOT_AVAILABLE = "Not Available"


@lru_cache(maxsize=1024)  # a journal has many articles
def stopped(text: str) -> str:
    """Return a text without the one full stop that NLM adds; no other mark is taken away.

    ``?``, ``!``, an ellipsis and the stop of ``U.K.`` or ``sp. nov.`` stay; of ``..`` one
    goes.
    """
    return _stopped(text.strip())


def _stopped(text: str) -> str:
    if text.endswith(">") and (inner := _MARKED.fullmatch(text)):
        return _stopped(inner[1]) + inner[2]
    if not text.endswith(".") or (text.endswith("...") and not text.endswith("....")):
        return text
    if not text.endswith("..") and _own_stop(text):
        return text
    return text[:-1].rstrip()


def _own_stop(text: str) -> bool:
    """Whether a text's last stop belongs to its last word."""
    if text.endswith(" L."):
        return _LINNAEUS.fullmatch(text) is not None
    word = text[text.rfind(" ") + 1 :]
    if word[0] in "(/-":
        word = word[1:]
    if "." in word[:-1]:
        return _LETTERS.fullmatch(word) is not None
    return word[:-1] in _SHORTENED


def title(text: str) -> tuple[str, bool]:
    """Return the title and whether its brackets say that NLM translated it.

    They do where the first bracket closes at the very end: ``[6]-Gingerol induces...`` and
    ``[Retracted] miR-202...`` are titles as they stand.
    """
    text = text.strip()
    if not text.startswith("["):
        return _stopped(text), False
    end = _closing(text)
    tail = text[end + 1 :]
    if end < 0 or tail.strip(".?! "):
        return _stopped(text), False
    inner = _stopped(text[1:end].strip())
    mark = tail.strip(". ")
    return inner + (mark if not inner.endswith(("?", "!")) else ""), True


def without_bold(title: str) -> str:
    """Return a title that is wholly bold without the bold, which says nothing of any part."""
    if not ("<" in title or "&" in title) or not _BOLD_TAG.search(title):
        return title
    outside, depth, end = "", 0, 0
    for tag in _BOLD_TAG.finditer(title):
        outside += "" if depth else title[end : tag.start()]
        depth, end = max(0, depth + (-1 if tag[1] else 1)), tag.end()
    outside += "" if depth else title[end:]
    outside = _ANY_TAG.sub("", outside)
    if any(map(str.isalnum, outside)):
        return title
    return " ".join(_BOLD_TAG.sub("", title).split())


def _closing(text: str) -> int:
    """Return the index of the bracket that closes the first one, or -1."""
    depth = 0
    for index, char in enumerate(text):
        depth += (char == "[") - (char == "]")
        if depth == 0:
            return index
    return -1


def encode(title: str, translated: bool = False) -> str:
    """Write a title as TI does."""
    if translated:
        return f"[{title}]."
    return title if title.endswith((".", "?", "!")) else f"{title}."


def with_dashes(title: str) -> str:
    """Return a title with the dash that a typewriter's two hyphens stand for."""
    return _TYPED_DASH.sub("\N{EM DASH}", title) if "--" in title else title


def labelled_original(note: str) -> str:
    """Return the title in a note that medcite writes in RIS: ``Original title: Douleur``."""
    match = _LABELLED_ORIGINAL.fullmatch(note)
    return match[1] if match else ""


def edition(text: str) -> str:
    """Return a numbered edition without the word, which styles add: ``2nd`` of ``2nd ed.``."""
    match = _EDITION.fullmatch(text.strip())
    return match[1] if match else text
