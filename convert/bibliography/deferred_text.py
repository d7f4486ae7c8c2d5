"""Variables of an item whose text is made when a style prints it."""

from __future__ import annotations

from collections.abc import Callable


class DeferredText:
    """Stands in an item for a text that is not empty, which ``str`` returns.

    Many styles name a variable that they print of few items, or only if another one is empty.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __str__(self) -> str:
        """Return the text."""
        return self._make()
