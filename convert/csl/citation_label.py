"""The citation-label variable: the item's own, or a label of its names and year."""

from __future__ import annotations

from collections.abc import Mapping

from ..tables.csl_variables import MORE_NAMES
from .context import Context
from .dates.date_parts import read_date
from .names.name_parts import parse_name
from .rich_text.parse import unmarked

# How many letters of each name, by the number of names (as citeproc-js).
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_LETTERS_OF_MORE = (1, 1, 1, 1)
_NAMES = ("author", "editor", "translator", "composer", "director")


def citation_label(ctx: Context) -> str:
    """Return the item's label, or one such as ``Doe65`` or ``DoRo65``.

    The title stands in for missing names, and ``00`` for a missing year.
    """
    own = ctx.item.get("citation-label")
    if own:
        return str(own)
    lists = (ctx.item.get(name) for name in _NAMES)
    names: list[dict[str, str]] = next(filter(None, lists), [])
    title = unmarked(str(ctx.item.get("title") or ""))
    texts = [parse_name(name).family for name in names if name != MORE_NAMES] or [title]
    counts = _LETTERS.get(len(texts), _LETTERS_OF_MORE)
    letters = [_letters(text)[:count] for text, count in zip(texts, counts, strict=False)]
    return "".join(letters) + (_year(ctx) or "00")


def _letters(text: str) -> str:
    """Return the letters of a name without particles such as "van", the first one a capital."""
    words = text.split()
    while len(words) > 1 and words[0].islower():
        words.pop(0)
    return "".join(filter(str.isalnum, "".join(words))).capitalize()


def _year(ctx: Context) -> str:
    """Return the last two digits of the year, or "" if there is none."""
    issued = ctx.item.get("issued")
    date = read_date(issued) if isinstance(issued, Mapping) else None
    return str(date.start.year)[-2:] if date and date.start and date.start.year else ""
