"""An unknown word answers with the nearest known ones."""

from __future__ import annotations

from collections.abc import Iterable

from .errors import Error


class UnknownError(Error, ValueError):
    """A name that is not known; the text names the nearest ones and where all are listed."""

    def __init__(self, kind: str, word: str, known: Iterable[str], listing: str = "") -> None:
        super().__init__(f"unknown {kind} {word!r}{hint(word, known, listing)}")


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return up to ``most`` of ``known`` that look like ``word``, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415  # most runs suggest nothing

    lowered = {each.lower(): each for each in known}
    found = get_close_matches(word.lower(), lowered, n=most, cutoff=0.6)
    found += [each for each in lowered if len(word) > 2 and each.startswith(word.lower())]
    return [lowered[each] for each in dict.fromkeys(found)][:most]


def hint(word: str, known: Iterable[str], listing: str = "") -> str:
    """Return the end of an error message: the nearest words, else all of a short list."""
    known = list(known)
    close = nearest(word, known)
    if close:
        said = f"; did you mean {' or '.join(close)}?"
    elif len(known) <= 12:
        said = f"; known: {', '.join(known)}"
    else:
        said = ""
    return f"{said} ({listing})" if listing else said
