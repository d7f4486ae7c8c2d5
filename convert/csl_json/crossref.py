"""What Crossref's JSON has beyond CSL's: answers with messages, and abstracts in JATS."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex

# CSL has markup for these tags of JATS; the abstract's own heading says nothing.
_JATS_TAG = regex(r"<(/?)jats:([\w-]+)[^>]*>")
_CSL_TAGS = {"italic": "i", "bold": "b", "sub": "sub", "sup": "sup"}
_HEADING = regex(r"^\s*<jats:title>\s*abstract\s*</jats:title>", re.IGNORECASE)


def items_of(answer: dict[str, object]) -> list[dict[str, object]]:
    """Return the items of Crossref's answer, which is one or lists some; else ``answer`` itself."""
    message = answer.get("message")
    if not isinstance(message, dict):
        return [answer]
    items = message.get("items")
    if not isinstance(items, list):
        return [message]
    return [item for item in items if isinstance(item, dict)]


def without_jats(text: str) -> str:
    """Return an abstract in CSL's markup; other tags of JATS are removed."""
    if "<jats:" not in text:
        return text
    csl = _JATS_TAG.sub(
        lambda tag: f"<{tag[1]}{_CSL_TAGS[tag[2]]}>" if tag[2] in _CSL_TAGS else " ",
        _HEADING.sub("", text),
    )
    return " ".join(csl.split())
