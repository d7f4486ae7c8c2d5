"""The citation-label variable: what the item says, or a label made of names and year."""

from __future__ import annotations

from convert.csl.context import Context

# How many letters each name gives, by the number of names (as citeproc-js).
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_MORE = (1, 1, 1, 1)
_NAMES = ("author", "editor", "translator", "composer", "director")


def citation_label(ctx: Context) -> str:
    """Return the item's label: ``Doe65`` or ``DoRo65`` where it has none of its own."""
    own = ctx.item.get("citation-label")
    if own:
        return str(own)
    lists = (ctx.item.get(key) for key in _NAMES)
    names: list[dict[str, str]] = next(filter(None, lists), [])
    counts = _LETTERS.get(len(names), _MORE)
    letters = "".join(_start(name)[:count] for name, count in zip(names, counts, strict=False))
    return letters + _year(ctx)


def _start(name: dict[str, str]) -> str:
    text = name.get("family") or name.get("literal") or ""
    words = text.split()
    while len(words) > 1 and words[0].islower():
        words.pop(0)
    return "".join(words)


def _year(ctx: Context) -> str:
    issued = ctx.item.get("issued") or {}
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    if not parts or not parts[0]:
        return ""
    return str(parts[0][0])[-2:]
