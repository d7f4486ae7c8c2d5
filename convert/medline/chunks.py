"""Where MEDLINE text is cut into chunks that can be read apart from each other.

A cut is made only between two records of which the reader would say, whatever came before,
that the first ends and the second begins there. So the records and diagnostics of all chunks
and of the rest are those of the whole text, in the same order.
"""

from ..base.lazy_regex import regex
from .fields import TAGS
from .split import MOST, STARTS

_BLANK = b"\n\n"
_FIRST = b"PMID- "
_BETWEEN = _BLANK + _FIRST
_TAIL = 1000  # bytes behind which a field is looked for
# A usual field, and the lines in which it goes on. Longer lines may hold several.
_LAST_FIELD = regex(
    rb"(?<=\n)([A-Z][A-Z0-9 ]{3})- [^\n]{1,150}"
    rb"(?:\n {6}(?![A-Z][A-Z0-9]+ *-)[^\n ][^\n]{0,150}){0,5}\n*\Z"
)
_SIGNS = (b"PMID", b"\0", b"\t", b" " * 32)  # of several fields on a line


class MedlineCutter:
    """Cuts MEDLINE text."""

    longest = MOST
    prefix = b""

    def cut(self, text: bytes, size: int) -> list[bytes]:
        """Cut ``text``, which may go on, into chunks of about ``size`` and a rest."""
        last, start, pieces = _last_cut(text), 0, []
        while start < last:
            end = _next_cut(text, start + size, last - size // 2) or last
            pieces.append(text[start:end])
            start = end
        return [*pieces, text[start:]]

    def guess(self, text: bytes) -> int:
        """Return how many records a chunk seems to hold; odd text may hold others."""
        return text.count(_BETWEEN) + 1


def _next_cut(text: bytes, start: int, end: int) -> int:
    """Return the first place to cut at between ``start`` and ``end``, or 0."""
    while (at := text.find(_BETWEEN, start, max(end, 0))) >= 0:
        if _ends_record(text, at):
            return at + len(_BLANK)
        start = at + 1
    return 0


def _last_cut(text: bytes) -> int:
    """Return the last place to cut at that has another whole record behind it, or 0.

    The reader, too, lets go of a record when the next is complete: so what is told about reading
    on is told in the same place, or in odd text a few records before.
    """
    end = text.rfind(_BLANK)
    while (at := text.rfind(_BETWEEN, 0, max(end, 0))) >= 0:
        if _ends_record(text, at):
            return at + len(_BLANK)
        end = at + len(_BLANK)
    return 0


def _ends_record(text: bytes, end: int) -> bool:
    """Whether a field ends there that makes the reader begin another record with the next PMID.

    After nothing but ``STARTS``, as PMC's display has them, a PMID would belong to the same.
    """
    field = _LAST_FIELD.search(text, max(end - _TAIL, 0), end)
    if not field or any(sign in field[0] for sign in _SIGNS):
        return False
    tag = field[1].rstrip().decode()
    return tag in TAGS and tag not in STARTS and tag != "ER"
