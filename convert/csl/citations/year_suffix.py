"""Year suffixes: the letters that tell works of the same authors and year apart."""

from __future__ import annotations


def year_suffix(index: int) -> str:
    """Return the year suffix at a place: 1 is a, 26 is z, 27 is aa."""
    letters = ""
    while index > 0:
        index, remainder = divmod(index - 1, 26)
        letters = chr(ord("a") + remainder) + letters
    return letters


def year_suffix_index(letters: str) -> int:
    """Return the place of a year suffix: a is 1, z is 26, aa is 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("a") + 1
    return index
