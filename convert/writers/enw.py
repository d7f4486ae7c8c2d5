"""Writes EndNote's tagged text (``.enw``): a letter and a value on each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..endnote.encode import encoder
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import sorting
from ..ris.write.reference import EncodedReference
from ..tables.endnote import WITH_ISSUES, type_of
from ..tables.enw import IN_JOURNAL, IN_OTHERS, LETTERS, NAMES, TAGS

FORMAT = Format(
    "enw",
    "EndNote's tagged text",
    (".enw",),
    ignores=("receiver", "protect", "ascii", "article_number"),
)
_LINE_END = "\r\n"
_PLACES = {letter: place for place, (letter, _) in enumerate(LETTERS)}


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield the references, each with a blank line behind: else what is added would belong to it.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` has no letter of the format.

    """
    encode = encoder(options, FORMAT, TAGS)
    for key, record in sorting.keyed(records, options):
        yield _text(encode(record, key, report)) + _LINE_END


def _text(reference: EncodedReference) -> str:
    """Return a reference: its type, and each value on a line of its own."""
    journal = IN_JOURNAL if reference.code in (*WITH_ISSUES, "NEWS") else IN_OTHERS
    lines = [(NAMES[tag], values) for tag, values in reference.lines.items()]
    lines = [(journal if letter == IN_OTHERS else letter, values) for letter, values in lines]
    lines.sort(key=lambda line: _PLACES[line[0]])
    lines += reference.kept.items()
    texts = [f"%0 {type_of(reference.code).name}"]
    texts += (f"{letter} {value}" for letter, values in lines for value in values)
    return _LINE_END.join(texts) + _LINE_END
