"""A record's fields as they stand, not yet decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, repeat

from ..model.values import Field
from ..tables.medline import ROWS
from ..tables.row import by_tag

TAGS = by_tag(ROWS)
SINGLE = frozenset(row.tag for row in ROWS if not row.many)  # a record has these once
BLANKS = " \t"

_WRAP = "\n" + " " * 6  # where a field goes on in the next line
# A tag's four columns, and the hyphen that an empty field may end with. ER ends a record, so
# it begins none of the usual lines.
_HEADS = {f"{tag:4}{hyphen}": tag for tag in TAGS if tag != "ER" for hyphen in ("", "-")}


class Fields:
    """A record's tags in order, the texts of each tag, and where each field begins.

    ``recovered`` says that its line ends were lost, ``unknown`` that it has a tag which the
    table has not, ``repeated`` that it has several fields of a tag that a record has once;
    ``size`` is how many lines a usual record has.
    """

    __slots__ = (
        "_lines", "_start", "_text", "groups", "recovered", "repeated", "size", "tags", "unknown",
    )  # fmt: skip

    def __init__(self, text: str = "", start: int = 0, size: int = 0) -> None:
        self.tags: list[str] = []
        self.groups: dict[str, list[str]] = {}
        self.recovered = self.repeated = self.unknown = False
        # Seldom asked for: those of a usual text are found in it then.
        self._lines: list[int] | None = None if text else []
        self._text, self._start, self.size = text, start, size

    def add(self, tag: str, value: str, line: int) -> None:
        """Append one field."""
        self.lines.append(line)
        self.tags.append(tag)
        value = value.strip(BLANKS)
        if tag in self.groups:
            self.groups[tag].append(value)
            self.repeated = self.repeated or tag in SINGLE
        else:
            self.groups[tag] = [value]
            self.unknown = self.unknown or tag not in TAGS

    def last_text(self) -> str:
        """Return the text of the last field."""
        return self.groups[self.tags[-1]][-1]

    def continue_last(self, text: str) -> None:
        """Add a further line's text to the last field."""
        texts = self.groups[self.tags[-1]]
        value = texts.pop()  # nothing else holds it now, so it grows where it is
        if text := text.strip(BLANKS):
            value += f" {text}" if value else text
        texts.append(value)

    @property
    def lines(self) -> list[int]:
        """The line that each field begins at."""
        if self._lines is None:
            numbered = enumerate(self._text.split("\n"), self._start)
            self._lines = [number for number, line in numbered if line.partition("- ")[0] in _HEADS]
        return self._lines

    @property
    def start(self) -> int:
        """The record's first line."""
        return self._start or self.lines[0]

    def line_of(self, tag: str) -> int:
        """Return the line of a tag's first field."""
        return self.lines[self.tags.index(tag)]

    def any_text(self, test: Callable[[str], bool]) -> bool:
        """Whether ``test`` holds for any text; all are tested at once."""
        return test(self._text or "\n".join(chain.from_iterable(self.groups.values())))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield tag and text of each field, in order."""
        return zip(self.tags, self._texts(), strict=True)

    def _texts(self) -> Iterator[str]:
        """Yield the text of each field, in order."""
        texts = {tag: iter(group) for tag, group in self.groups.items()}
        return map(next, map(texts.__getitem__, self.tags))

    def in_order(self) -> tuple[Field, ...]:
        """Return every field, in order."""
        # Field's own constructor takes twice the time, and a record may have thousands.
        rows = zip(self.tags, self._texts(), self.lines, strict=True)
        return tuple(map(tuple.__new__, repeat(Field), rows))

    def to_front(self, tag: str) -> None:
        """Put the first field of ``tag`` before all others."""
        index = self.tags.index(tag)
        self.tags.insert(0, self.tags.pop(index))
        self.lines.insert(0, self.lines.pop(index))


def usual(text: str, start: int) -> Fields | None:
    """Return the fields of a text whose lines are all as PubMed writes them, else ``None``.

    Such a line has a known tag in its columns, or goes on with the last field, indented
    by six. This is where the time goes when reading; odd lines are looked at elsewhere.
    """
    # Blanks only: a no-break space at the margin is text.
    pieces = [piece.strip(BLANKS) for piece in text.split(_WRAP)]
    lines = " ".join(pieces).split("\n")
    fields = Fields(text, start, len(pieces) + len(lines) - 1)
    add, groups = fields.tags.append, fields.groups
    for head, hyphen, value in map(str.partition, lines, repeat("- ")):
        tag = _HEADS.get(head)
        if tag is None or not (hyphen or head[-1] == "-"):
            return None
        add(tag)
        if tag not in groups:
            groups[tag] = [value.strip(BLANKS)]
        else:
            groups[tag].append(value.strip(BLANKS))
            if tag in SINGLE:
                fields.repeated = True
    return fields
