"""MEDLINE text whose line ends were turned into blanks, as by pasting into a text field.

A tag is then a word among words: ``AB - ...95% CI - 1.2 to 3... FAU - Fu, Haixia``. Every
word that could be a tag is a candidate. Candidates whose value has not the form of the
tag's values drop out, and of the rest the longest sequence is taken that keeps the order in
which NLM prints tags: a word inside an abstract nearly always breaks one or the other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..tables.medline import ROWS
from ..tables.row import Row, by_tag

_ROWS = by_tag(ROWS)
_NAMES = "|".join(sorted(_ROWS, key=len, reverse=True))
# Four columns and a hyphen, the columns' blanks perhaps melted to one.
_CANDIDATE = regex(rf"(?:^|(?<=\s))(?:(?P<tag>{_NAMES})(?P<pad> {{0,2}})-)(?=\s|$)")
_SIGNS = regex(
    r"\bPMID ?- ?\d{1,8} +(?:[A-Z]{2,4}) {0,2}- "
    r"|^(?:OWN|PMC) - \S+ +[A-Z]{2,4} {0,2}- .* [A-Z]{2,4} {0,2}- "
)
_INDENT = regex(r" {6,}")  # that of a line which went on
_PMID = regex(r"(?:^|(?<=\s))(?=PMID ?- ?\d{1,8}\s)")


class _Candidate(NamedTuple):
    row: Row
    start: int
    end: int  # where its value begins


def is_run_on(text: str) -> bool:
    """Whether a line holds several tags, as no line of MEDLINE text does."""
    return len(text) > 40 and _SIGNS.search(text) is not None


def fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield tag and value of each field in a line of one or more records.

    Text before the first tag is yielded with the tag ``""``.
    """
    for record in _PMID.split(text):
        if record.strip():
            yield from _fields(record)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    chosen = _best(_shaped(_candidates(text), text))
    if not chosen or chosen[0].start:
        head = text[: chosen[0].start] if chosen else text
        if head.strip():
            yield "", head.strip()
    ends = [candidate.start for candidate in chosen[1:]] + [len(text)]
    for candidate, end in zip(chosen, ends, strict=True):
        yield candidate.row.tag, _INDENT.sub(" ", text[candidate.end : end].strip())


def _candidates(text: str) -> list[_Candidate]:
    candidates = []
    for match in _CANDIDATE.finditer(text):
        tag, padding = match["tag"], len(match["pad"])
        if padding <= 4 - len(tag) and (padding or len(tag) >= 4):
            candidates.append(_Candidate(_ROWS[tag], match.start(), match.end()))
    return candidates


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


def _shaped(candidates: list[_Candidate], text: str) -> list[_Candidate]:
    """Keep the candidates whose value, up to the next candidate, has the tag's form.

    A value may reach over a false candidate, so the end of either counts.
    """
    ends = [candidate.start for candidate in candidates[1:]] + [len(text)] * 2
    return [
        candidate
        for number, candidate in enumerate(candidates)
        if not candidate.row.shape
        or any(
            _shape(candidate.row.shape).fullmatch(text[candidate.end : end].strip())
            for end in ends[number : number + 2]
        )
    ]


def _best(candidates: list[_Candidate]) -> list[_Candidate]:
    """Return the longest sequence of candidates in the order of NLM's tags.

    A tag that a record has once stands once. Of equally long sequences the one is taken whose
    fields come first, so that a word inside a long text yields to the tag before it.
    """
    places = sorted({candidate.row.place for candidate in candidates})
    best: list[tuple[int, int]] = [(0, -1)] * len(places)  # length, and index of the last
    back: list[int] = []
    for index, candidate in enumerate(candidates):
        rank = bisect_right(places, candidate.row.place) - 1
        length, before = max(best[: rank + 1], key=itemgetter(0))
        back.append(before)
        if _repeats(candidates, back, before, candidate):
            continue
        if length + 1 > best[rank][0]:
            best[rank] = (length + 1, index)
    last = max(best, key=itemgetter(0))[1] if best else -1
    chosen = []
    while last >= 0:
        chosen.append(candidates[last])
        last = back[last]
    return chosen[::-1]


def _repeats(
    candidates: list[_Candidate], back: list[int], before: int, candidate: _Candidate
) -> bool:
    """Whether a tag that a record has once stands already among those of its place."""
    while not candidate.row.many and before >= 0:
        if candidates[before].row.place < candidate.row.place:
            return False
        if candidates[before].row.tag == candidate.row.tag:
            return True
        before = back[before]
    return False
