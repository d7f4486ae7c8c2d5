"""The citation-label variable: what the item says, or a label made of names and year."""

from __future__ import annotations

from .context import Context
from .names.name_parts import parse_name
from .rich_text.parse import unmarked

# How many letters each name gives, by the number of names (as citeproc-js).
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_MORE = (1, 1, 1, 1)
_NAMES = ("author", "editor", "translator", "composer", "director")


def citation_label(ctx: Context) -> str:
    """Return the item's label: ``Doe65`` or ``DoRo65`` where it has none of its own.

    The title stands in for names; ``00`` for a year.
    """
    own = ctx.item.get("citation-label")
    if own:
        return str(own)
    lists = (ctx.item.get(key) for key in _NAMES)
    names: list[dict[str, str]] = next(filter(None, lists), [])
    title = unmarked(str(ctx.item.get("title") or ""))
    texts = [parse_name(name).family for name in names] or [title]
    counts = _LETTERS.get(len(texts), _MORE)
    letters = "".join(_start(text)[:count] for text, count in zip(texts, counts, strict=False))
    return letters + (_year(ctx) or "00")


def _start(text: str) -> str:
    """Return the letters of a text, the first alone a capital; not words like "van"."""
    words = text.split()
    while len(words) > 1 and words[0].islower():
        words.pop(0)
    return "".join(filter(str.isalnum, "".join(words))).capitalize()


def _year(ctx: Context) -> str:
    issued = ctx.item.get("issued") or {}
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    if not parts or not parts[0]:
        return ""
    return str(parts[0][0])[-2:]
