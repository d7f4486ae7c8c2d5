"""Where PubMed XML is cut into chunks that can be read apart from each other.

A cut is made between the end of a record and the beginning of the next. Each chunk is made a whole
document: what stands before the first record goes before it, in one line so that lines are counted
right, and the end of the root behind it.
"""

from __future__ import annotations

from ..base.lazy_regex import regex
from .layout import PUBMED

_NAMES = sorted(PUBMED.records)
_STARTS = [f"<{name}>".encode() for name in _NAMES]
_ENDS = [f"</{name}>".encode() for name in _NAMES]
_BETWEEN = regex(rb"(?:%b)\s*(?=%b)" % (b"|".join(_ENDS), b"|".join(_STARTS)))
# What stands before the first record of a usual file: no entities, comments or other elements.
_HEAD = regex(
    r"\s*(?:<\?xml\b[^<>]*\?>\s*)?(?:<!DOCTYPE\b[^<>\[]*>\s*)?<(\w+)(?:\s[^<>]*)?>\s*"
    rf"(?=<(?:{'|'.join(_NAMES)})>)"
)
# Where another document begins, or a text that may hold the tags of records.
_ODD = regex(rb"<[?!]")


def article_cutter(head: str) -> ArticleCutter | None:
    """Return what cuts PubMed XML with this beginning, ``None`` if that is not usual."""
    match = _HEAD.match(head)
    return ArticleCutter(match[0], match[1]) if match else None


class ArticleCutter:
    """Cuts PubMed XML in which ``head`` stands before the first record, and ``root`` around all."""

    longest = 1 << 24

    def __init__(self, head: str, root: str) -> None:
        self._head, self._end = head.encode(), f"</{root}>".encode()
        self.prefix = b""  # the head is part of the first chunk

    def cut(self, text: bytes, size: int) -> list[bytes]:
        """Cut ``text``, which may go on, into chunks of about ``size``; the last is not complete.

        Nothing is cut behind what is odd, nor behind a record that does not end.
        """
        last, start, pieces = self._last_cut(text), 0, []
        while start < last:
            between = _BETWEEN.search(text, start + size, max(last - size // 2, 0))
            end = between.end() if between else last
            if not _is_whole(text[start:end]):
                break
            pieces.append(self.prefix + text[start:end] + self._end)
            self.prefix, start = self._head.replace(b"\n", b" "), end
        return [*pieces, text[start:]]

    def _last_cut(self, text: bytes) -> int:
        """Return the last place to cut at that has another whole record behind it, or 0."""
        odd = _ODD.search(text, 0 if self.prefix else len(self._head))
        end = max(text.rfind(tag, 0, odd.start() if odd else len(text)) for tag in _ENDS)
        start = max(text.rfind(tag, 0, max(end, 0)) for tag in _STARTS)
        is_between = text[: max(start, 0)].rstrip().endswith(tuple(_ENDS))
        return start if is_between else 0

    def guess(self, text: bytes) -> int:
        """Return how many records a chunk seems to hold; odd text may hold others."""
        return sum(map(text.count, _ENDS))


def _is_whole(text: bytes) -> bool:
    """Whether as many records begin as end."""
    return sum(map(text.count, _STARTS)) == sum(map(text.count, _ENDS))
