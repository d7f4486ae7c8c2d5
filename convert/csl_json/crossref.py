"""Crossref's JSON, whose answers have messages around the items."""

from __future__ import annotations


def items_of(answer: dict[str, object]) -> list[dict[str, object]]:
    """Return the items of Crossref's answer, which is one or lists some; else ``answer`` itself."""
    message = answer.get("message")
    if not isinstance(message, dict):
        return [answer]
    items = message.get("items")
    if not isinstance(items, list):
        return [message]
    return [item for item in items if isinstance(item, dict)]
