"""Arguments of the wrong type, refused before they cause an error elsewhere."""

from .errors import ArgumentError
from .terminal import shorten


def require(name: str, value: object, expected: str, accepted: bool) -> None:
    """Raise ArgumentError unless an argument is ``accepted``; ``expected`` says what it takes."""
    if not accepted:
        raise ArgumentError(f"{name} takes {expected}, not {shorten(repr(value), 200)}")
