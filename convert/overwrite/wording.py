"""How messages word what would be lost."""

from __future__ import annotations

SHOWN = 5  # entries
UNWRITTEN = "that medcite would not write"


def counted(things: list[str], singular: str, plural: str) -> str:
    """Return how many there are, with the right form of the noun."""
    return f"{len(things)} {singular if len(things) == 1 else plural}"


def listed(things: list[str], most: int = SHOWN) -> str:
    """Return the first few things, each shortened, and how many more there are."""
    shown = ", ".join(thing if len(thing) <= 60 else f"{thing[:60]}..." for thing in things[:most])
    return f"{shown} and {len(things) - most} more" if len(things) > most else shown
