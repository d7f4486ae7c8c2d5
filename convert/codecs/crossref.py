"""What Crossref has around and inside of CSL-JSON: answers with messages, abstracts in JATS."""

from __future__ import annotations

import re
from typing import Any

from ..base.lazy_regex import regex

# CSL has marks for these tags of JATS; the abstract's own heading says nothing.
TAG = regex(r"<(/?)jats:([\w-]+)[^>]*>")
MARKS = {"italic": "i", "bold": "b", "sub": "sub", "sup": "sup"}
HEADING = regex(r"^\s*<jats:title>\s*abstract\s*</jats:title>", re.IGNORECASE)


def items(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the items of an answer, which is one or has a list of them; else ``found`` itself."""
    message = found.get("message")
    if not isinstance(message, dict):
        return [found]
    several = message.get("items")
    if not isinstance(several, list):
        return [message]
    return [each for each in several if isinstance(each, dict)]


def unmarked(text: str) -> str:
    """Give an abstract in CSL's markup; other tags of JATS are gone."""
    if "<jats:" not in text:
        return text
    marked = TAG.sub(
        lambda tag: f"<{tag[1]}{MARKS[tag[2]]}>" if tag[2] in MARKS else " ",
        HEADING.sub("", text),
    )
    return " ".join(marked.split())
