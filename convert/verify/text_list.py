"""A pasted reference list as references: each with its number, or the line that it begins at."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..base.lazy_regex import regex

_NUMBER = regex(r"\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)]|(\d{1,4})\t)\s*(?=\S)")
_HEADING = regex(
    r"\W*(?:references|bibliography|literature(?: cited)?|works cited|literatur|références"
    r"|bibliografía|bibliografia|referencias)\W*",
    re.IGNORECASE,
)
_SHORTEST = 20  # characters: less is no reference

Line = tuple[int, str]  # its number, from 1, and text


class TextReference(NamedTuple):
    """A reference as it was typed; ``key`` is its number in the list, else that of its line."""

    key: str
    line: int
    text: str


def references(text: str) -> Iterator[TextReference]:
    """Yield the references of a list: numbered, parted by blank lines, or one on each line."""
    lines = [*enumerate(text.splitlines(), start=1)]
    lines = [line for line in lines if not _HEADING.fullmatch(line[1])]
    for part in _parts(lines, _beginning(lines)):
        number, joined = part[0][0], " ".join(line.strip() for _, line in part).strip()
        match = _NUMBER.match(joined)
        own = next(filter(None, match.groups())) if match else str(number)
        reference = joined[match.end() :] if match else joined
        if len(reference) >= _SHORTEST:
            yield TextReference(own, number, reference)


def _beginning(lines: list[Line]) -> Callable[[str, str], bool]:
    """Return what tells, of a line and the one before it, whether a reference begins."""
    if sum(bool(_NUMBER.match(line)) for _, line in lines) > 1:
        return lambda line, _: _NUMBER.match(line) is not None
    text = "\n".join(line for _, line in lines).strip()
    if re.search(r"\n\s*\n", text):
        return lambda line, before: bool(line.strip()) and not before.strip()
    return lambda line, _: bool(line.strip())


def _parts(lines: list[Line], begins: Callable[[str, str], bool]) -> Iterator[list[Line]]:
    """Yield the lines of each reference."""
    part: list[Line] = []
    before = ""
    for number, line in lines:
        if begins(line, before) and part:
            yield part
            part = []
        if line.strip():
            part.append((number, line))
        before = line
    if part:
        yield part
