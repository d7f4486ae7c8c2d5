"""Values that stand once in a file, and are found in whatever form a format writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from string import ascii_lowercase
from typing import NamedTuple


class Token(NamedTuple):
    """A value of a field, and the texts by any of which it is found again."""

    value: str
    forms: tuple[str, ...]


class Case(NamedTuple):
    """A record whose field ``tag`` has a token; ``names`` are other words for the field."""

    record: str
    tag: str
    token: Token
    names: tuple[str, ...] = ()


class Tokens:
    """Makes values, each of which differs from all others of the same file."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def word(self, before: str = "", after: str = "") -> Token:
        """Return a word that is in no dictionary, with text around it."""
        word = f"Zq{_letters(next(self._numbers))}x"
        return Token(f"{before}{word}{after}", (word,))

    def number(self, before: str = "", digits: int = 8) -> Token:
        """Return a number, with text before it."""
        number = str(9 * 10 ** (digits - 1) + next(self._numbers))
        return Token(f"{before}{number}", (number,))

    def year(self, before: str = "", after: str = "") -> Token:
        """Return a year, with text around it. There are a thousand of them."""
        year = str(1100 + next(self._numbers) % 1000)
        return Token(f"{before}{year}{after}", (year,))

    def issn(self) -> Token:
        """Return an ISSN with its check digit."""
        digits = f"{next(self._numbers) % 10**7:07}"
        total = sum(
            int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)
        )
        check = "0123456789X"[-total % 11]
        issn = f"{digits[:4]}-{digits[4:]}{check}"
        return Token(issn, (issn,))

    def isbn(self) -> Token:
        """Return an ISBN of 13 digits with its check digit."""
        digits = f"978{next(self._numbers) % 10**9:09}"
        total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits))
        isbn = f"{digits}{-total % 10}"
        return Token(isbn, (isbn,))

    def orcid(self, before: str = "") -> Token:
        """Return an ORCID with its check digit."""
        digits = f"00000001{next(self._numbers) % 10**7:07}"
        total = 0
        for digit in digits:
            total = (total + int(digit)) * 2
        check = "0123456789X"[(12 - total % 11) % 11]
        digits += check
        orcid = "-".join(digits[start : start + 4] for start in range(0, 16, 4))
        return Token(f"{before}{orcid}", (orcid,))


def _letters(number: int) -> str:
    """Return a number as four letters."""
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, 26)
        letters = ascii_lowercase[rest] + letters
    return letters


def sampled(
    pairs: Iterable[tuple[str, str]], every: bool, step: int = 7
) -> Iterator[tuple[str, str]]:
    """Yield pairs of type and field: all, or each ``step``-th of a field's, from another start."""
    starts: dict[str, int] = {}
    for kind, field in pairs:
        place = starts.setdefault(field, len(starts) % step)
        starts[field] = place + 1
        if every or place % step == 0:
            yield kind, field
