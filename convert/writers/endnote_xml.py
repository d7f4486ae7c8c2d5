"""Writes EndNote's XML, which has fields for all that an article of PubMed's is cited by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..endnote.encode import encoder
from ..endnote.xml_tree import tree
from ..format_registry import Format
from ..markup.xml_text import serialize
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import sorting
from ..ris.write.reference import EncodedReference
from ..tables.endnote_xml import TAGS

FORMAT = Format(
    "endnote-xml",
    "EndNote's XML",
    (".xml",),
    ignores=("receiver", "protect", "ascii", "article_number"),
)
_START = '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
_END = "</records></xml>\n"


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield the file, with each of ``records`` on a line.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no element of a record.

    """
    encode = encoder(options, FORMAT, TAGS, styles=True)
    yield _START
    for number, (key, record) in enumerate(sorting.keyed(records, options), start=1):
        reference = encode(record, key, report)
        element = tree(reference, number, _styled(record, reference))
        yield serialize(element) + "\n"
    yield _END


def _styled(record: Record, reference: EncodedReference) -> dict[str, str]:
    """Return the texts that may have markup, by RIS's tag, of those that are written."""
    has_brackets = reference.lines.get("TI", [""])[0].startswith("[")
    in_brackets = has_brackets and not record.title.startswith("[")  # NLM's, of a translation
    texts = {
        "TI": f"[{record.title}]" if in_brackets else record.title,
        "ST": record.title_short,
        "TT": record.original_title,
        "AB": record.abstract,
    }
    return {tag: text for tag, text in texts.items() if "</" in text and tag in reference.lines}
