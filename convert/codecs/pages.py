"""Page numbers: NLM shortens a range's end (``737-8``); ``full`` writes it out."""

from __future__ import annotations

from functools import lru_cache

from ..base.lazy_regex import regex
from ..model.values import Pages

_WORD = regex(r"[^\s,;]+")
_SPACED = regex(r"(?<=\d) *[-–—‐−] *(?=[\w])|(?<=\w)[–—‐−](?=\w)")
_TOKEN = regex(r"(?P<head>.*?)(?P<number>\d+)(?P<tail>[A-Za-z]*)")
_EXTRA = regex(r"(\d+)(\.[eE]\d+)")
# The American Society for Microbiology: e, five digits, hyphen, year. A number, not a range.
_NUMBERED = regex(r"[em]0\d{4}-\d\d")


@lru_cache(maxsize=8192)
def pages(text: str) -> Pages:
    """Read page numbers of every kind; a text without ranges stays as it is.

    Each part of a compound (``1638-45, 1650``; ``32-5; quiz 36``) is written out; the
    first part gives ``first`` and ``last``. A range that ends where it begins is one page.
    Source: NLM, "PG may abbreviate the end page".
    """
    raw, text = text, text.strip()
    if text.isalnum():
        return Pages(raw, text, text)
    first, _, last = text.partition("-")
    if first.isdecimal() and last.isdecimal():
        last = _end(first, last)
        if last == first:  # one page
            return Pages(raw, first, first)
        return Pages(raw, f"{first}-{last}", first, last) if last else Pages(raw, text, text)
    if last == "+":  # Web of Science's, for pages that lie elsewhere in the issue
        return Pages(raw, f"{first}+", first)
    text = _SPACED.sub("-", text)
    full = _WORD.sub(lambda word: "-".join(_range(word[0])), text)
    return Pages(raw, full, *_bounds(text))


def _bounds(text: str) -> tuple[str, str]:
    """Return the first part's first and last page; words before a page belong to it."""
    part = text.replace(";", ",").partition(",")[0].strip()
    if " " in part:
        return part, ""
    first, *last = _range(part)
    return first, last[0] if last else ""


def _range(word: str) -> tuple[str, ...]:
    """Return a range's two ends, the second written out; a word that is no range alone."""
    if "-" not in word or _NUMBERED.fullmatch(word):
        return (word,)
    parts = word.split("-")
    if (len(parts) == 3 and parts[0].isdecimal()) or len(parts) > 4:
        return (word,)
    middle = 2 if len(parts) > 2 else 1  # W4-363-73, W4-363-W4-373
    first, last = "-".join(parts[:middle]), "-".join(parts[middle:])
    if not first or not last:
        return (word,)
    end = _written_out(first, last)
    if end == first:
        return (first,)
    return (first, end) if end else (word,)


def _written_out(first: str, last: str) -> str:
    """Write out a range's end; ``""`` where the two are no range."""
    start, end = _TOKEN.fullmatch(first), _TOKEN.fullmatch(last)
    if not start or not end:
        return last  # Roman numerals: iii-vi
    if end["head"] or start["tail"] != end["tail"]:
        return _extra(first, last)
    head = start["head"]
    if head and not head[-1].isalpha() and head[-1] not in ".-":
        return last
    number = _end(start["number"], end["number"])
    return f"{head}{number}{end['tail']}" if number else ""


def _extra(first: str, last: str) -> str:
    """Write out ``847-61.e10``; other ends with a letter of their own are whole."""
    match = _EXTRA.fullmatch(last)
    if match and first.isdecimal() and (end := _end(first, match[1])):
        return end + match[2]
    return last


def _end(first: str, last: str) -> str:
    """Put the digits in front that the end shares with the start; ``""`` if it lies before."""
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return last if len(last) > len(first) or last >= first else ""


def encode(value: Pages) -> str:
    """Write pages as PG does: as they were read, else in full."""
    return value.raw or value.full


def is_numbered(text: str) -> bool:
    """Whether a text with a hyphen is an article number (``e01219-14``) and no range."""
    return _NUMBERED.fullmatch(text) is not None
