"""Encoders of an entry's address, its other keys and its languages."""

from __future__ import annotations

from ...codecs import addresses, identifiers
from ...model.record import Record
from ...tables.babel import LANGIDS, LISTED, UNTRANSLATED
from ...tables.languages import BY_CODE
from ...tables.row import Row
from .encoder import Encoder, EncoderMaker, EncodingContext, braced
from .source_entry import SourceEntry


def _url(_: Row, context: EncodingContext) -> Encoder:
    verbatim = context.verbatim

    def encode(record: Record) -> str:
        address = record.url or addresses.of_bookshelf(record.nbk)
        if context.source.type:
            address = _source_address(record, context.source)
        elif record.doi and not record.nbk:  # styles print both, which lead to the same page
            return ""
        return braced(verbatim(address))

    return encode


def _source_address(record: Record, source: SourceEntry) -> str:
    """Return the address, also one that only repeats an identifier, if the entry had it.

    Some styles print only addresses. One that the entry had elsewhere stays there.
    """
    if not source.fields.get("url"):
        elsewhere = " ".join([*source.fields.values(), *source.notes.values()]).replace("\\", "")
        is_derived = record.url == addresses.of_arxiv(record.archive_location)
        return "" if is_derived or (record.url and record.url in elsewhere) else record.url
    if record.url:
        return record.url
    text = source.address()
    repeated = addresses.pmid(text) or identifiers.doi(text)
    return text if repeated in (record.pmid, record.doi) else ""


def _alias(_: Row, context: EncodingContext) -> Encoder:
    seen = context.pmids  # biber warns of an alias that two entries have

    def encode(record: Record) -> str:
        if not record.pmid.isdecimal() or record.pmid in seen:
            return ""
        if record.key == f"pmid:{record.pmid}" and context.options.key == "default":
            return ""  # it is the key
        seen.add(record.pmid)
        return braced(f"pmid:{record.pmid}")

    return encode


def _languages(row: Row, context: EncodingContext) -> Encoder:
    between = ", " if context.dialect.bytewise else " and "

    def encode(record: Record) -> str:
        if not record.language:
            return ""
        own = context.source.fields.get(row.tag, "")
        if record.language == ("eng",) and not own:
            return ""
        if "-" in own and _is_variety(own, record.language):
            return braced(context.spell(own))
        names = [BY_CODE[code].name if code in BY_CODE else code for code in record.language]
        if not context.dialect.bytewise:
            # biblatex translates the names it knows, which are in small letters.
            names = [name.lower() if name.lower() in LISTED else name for name in names]
        return braced(between.join(map(context.spell, names)))

    return encode


def _is_variety(tag: str, languages: tuple[str, ...]) -> bool:
    """Whether a tag such as de-AT names a variety of a record's only language."""
    from ...codecs.languages import decode  # noqa: PLC0415  # only for records from .bib files

    return languages == (decode(tag),)


def _has_foreign_title(record: Record) -> bool:
    """Whether a title is not English, as that of a translated record is in any case."""
    return not record.translated and "eng" not in record.language


def _langid(row: Row, context: EncodingContext) -> Encoder:
    is_of_text = context.receiver.langid == "text"
    names = {**LANGIDS, **UNTRANSLATED} if is_of_text else LANGIDS

    def encode(record: Record) -> str:
        if row.tag in context.source.fields:  # it may be a variety: british, ngerman
            return braced(context.source.latex(row.tag))
        if not record.language or not (is_of_text or _has_foreign_title(record)):
            return ""
        if record.language == ("eng",):
            return ""
        return braced(names.get(record.language[0], ""))

    return encode


ENCODERS: dict[str, EncoderMaker] = {
    "url": _url, "alias": _alias, "languages": _languages, "langid": _langid,
}  # fmt: skip
