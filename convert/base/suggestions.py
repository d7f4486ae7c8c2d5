"""Suggest the nearest known words for an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

from .errors import Error


class UnknownError(Error, ValueError):
    """An unknown name; the message suggests the nearest, and says where all are listed.

    ``matches`` are suggestions that a search has found; they come before the nearest.
    """

    def __init__(
        self,
        kind: str,
        word: str,
        known: Iterable[str],
        listing: str = "",
        matches: Iterable[str] = (),
    ) -> None:
        super().__init__(f"unknown {kind} {word!r}{hint(word, known, listing, matches)}")


SIMILAR = 0.75  # of the letters of two words; at 0.6, `--jobs` is similar to `--to`
SUGGESTIONS = 3
LEADING = "-."  # of options and suffixes, which have them in common without being similar


def nearest(word: str, known: Iterable[str], limit: int = SUGGESTIONS) -> list[str]:
    """Return up to ``limit`` of ``known`` that look like ``word``, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415  # most runs suggest nothing

    by_letters = {name.lower().lstrip(LEADING): name for name in known}
    letters = word.lower().lstrip(LEADING)
    matches = get_close_matches(letters, by_letters, n=limit, cutoff=SIMILAR)
    if len(letters) > 2:
        matches += [name for name in by_letters if name.startswith(letters)]
    return [by_letters[name] for name in dict.fromkeys(matches)][:limit]


def hint(word: str, known: Iterable[str], listing: str = "", matches: Iterable[str] = ()) -> str:
    """Return the end of an error message: matches and the nearest words, or all of a short list."""
    known = list(known)
    suggestions = list(dict.fromkeys((*matches, *nearest(word, known))))[:SUGGESTIONS]
    if suggestions:
        text = f"; did you mean {' or '.join(suggestions)}?"
    elif len(known) <= 12:
        text = f"; known: {', '.join(known)}"
    else:
        text = ""
    return f"{text} ({listing})" if listing else text
