"""Tags of JATS and HTML that Crossref, Lens and publishers leave in abstracts and titles."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from ..tables.inline_tags import SYNONYMS

# CSL has markup for these tags of JATS.
_CSL_TAGS = {**SYNONYMS, "sub": "sub", "sup": "sup"}
_JATS_TAG = regex(r"<(/?)jats:([\w-]+)[^>]*>")
# Blocks of text, which say nothing but where a line ends.
_BLOCK_TAG = regex(
    r"</?(?:p|sec|st|h[1-6]|div|br|section|abstract|ul|ol|li)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_HEADING = regex(r"^\s*<jats:title>\s*abstract\s*</jats:title>", re.IGNORECASE)


def without_jats(text: str) -> str:
    """Return an abstract in CSL's markup; other tags of JATS are removed.

    The abstract's own heading says nothing.
    """
    if "<jats:" not in text:
        return text
    csl = _JATS_TAG.sub(
        lambda tag: f"<{tag[1]}{_CSL_TAGS[tag[2]]}>" if tag[2] in _CSL_TAGS else " ",
        _HEADING.sub("", text),
    )
    return " ".join(csl.split())


def without_blocks(text: str) -> str:
    """Return a text in CSL's markup, without JATS's tags and HTML's paragraphs and headings."""
    if "<" not in text:
        return text
    text = without_jats(text)
    return " ".join(_BLOCK_TAG.sub(" ", text).split()) if _BLOCK_TAG.search(text) else text
