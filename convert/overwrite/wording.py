"""How it is worded what a file holds that would be lost."""

from __future__ import annotations

SHOWN = 5  # entries that are named
UNWRITTEN = "that medcite would not write"


def counted(found: list[str], one: str, many: str) -> str:
    """Return how many there are, with the noun in its number."""
    return f"{len(found)} {one if len(found) == 1 else many}"


def listed(found: list[str], most: int = SHOWN) -> str:
    """Return the first of what is found, each in short."""
    shown = ", ".join(each if len(each) <= 60 else f"{each[:60]}..." for each in found[:most])
    return f"{shown} and {len(found) - most} more" if len(found) > most else shown
