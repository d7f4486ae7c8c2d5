"""Capital letters one by one, for the conversions of text-case."""

from __future__ import annotations


def capital(text: str) -> str:
    """Return the first letter of ``text`` as a capital, or as it is if that takes two letters."""
    letter = text[0]
    upper = letter.upper()
    return upper if len(upper) == 1 else letter


def capitalized_at(text: str, at: int) -> str:
    """Return ``text`` with the letter at an index as a capital."""
    return text[:at] + capital(text[at]) + text[at + 1 :]


def is_greek(letter: str) -> bool:
    """Whether a letter is Greek; alone it is a symbol, which has no other case."""
    return "\u0370" <= letter <= "\u03ff"


def is_protected(mask: str, at: int) -> bool:
    """Whether a letter keeps its case by a text's mask (see ``text_case``); "" protects none."""
    return mask[at : at + 1] == "x"


def is_shouted(text: str) -> bool:
    """Whether a text is all in capitals; one or two words may be a name such as "PLOS ONE"."""
    return text.isupper() and len(text.split()) > 2
