"""Encoders for what is no journal article: theses, reports, books in a series, preprints."""

from __future__ import annotations

import re
from operator import attrgetter

from ...base.lazy_regex import regex
from ...codecs import edtf
from ...model.record import Record
from ...tables.editions import ORDINALS
from ...tables.kinds import GENRES, NUMBERED, PAGED
from ...tables.row import Row
from . import names
from .encoder import Encoder, EncoderMaker, EncodingContext, braced

# Where an eprint may be, as biblatex and the exporters of BibTeX name it.
_EPRINT_ARCHIVES = regex(r"arxiv|\w+rxiv|hal|jstor|hdl|googlebooks", re.IGNORECASE)
_ORDINAL = regex(r"(\d{1,3})(?:st|nd|rd|th)?(?:\.| *\(?(?:ed|edn|edition)\b\.?\)?)?", re.IGNORECASE)


def _people(row: Row, context: EncodingContext) -> Encoder:
    get = attrgetter(row.to)

    def encode(record: Record) -> str:
        return braced(names.encode_names(get(record), context, row.tag in context.source.continued))

    return encode


def _kind(row: Row, context: EncodingContext) -> Encoder:
    """Encode the kind of a thesis or report: in BibTeX only if the entry type does not say it."""

    def encode(record: Record) -> str:
        known = GENRES.get(record.genre.replace("’", "'"), "" if record.genre else row.arg)
        if known:
            return braced(known) if row.arg else ""
        return braced(context.spell(record.genre))

    return encode


def _title_short(row: Row, context: EncodingContext) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: braced(context.spell_title(get(record), tag=row.tag))


def _day_of(row: Row, _: EncodingContext) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: braced(edtf.encode_edtf(get(record)))


def _edition(row: Row, context: EncodingContext) -> Encoder:
    """Encode an edition as styles want it: a number in biblatex, an ordinal in BibTeX."""
    get, bytewise = attrgetter(row.to), context.dialect.bytewise

    def encode(record: Record) -> str:
        edition = get(record)
        if match := _ORDINAL.fullmatch(edition):
            return braced(_ordinal(int(match[1])) if bytewise else match[1])
        number = 0 if bytewise else ORDINALS.get(edition.lower().removesuffix(" edition"), 0)
        latex = context.source.spelling(row.tag, edition, context.spell)
        return braced(str(number) if number else latex or context.spell(edition))

    return encode


def _ordinal(number: int) -> str:
    """Return ``2nd`` for 2."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def _serial(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        own = "" if record.type in PAGED else record.number
        if context.source.type and record.type not in NUMBERED:
            own = ""  # another field of the source has it
        return braced(context.spell(record.collection_number or own or record.issue))

    return encode


def _eprint(row: Row, context: EncodingContext) -> Encoder:
    """Encode PubMed's number if the row is for it, else a preprint's number at its server."""
    verbatim = context.verbatim

    def encode(record: Record) -> str:
        if "eprint" in context.source.fields and record.archive_location:
            return braced(verbatim(record.archive_location))
        if row.to == "pmid" and record.pmid:
            return braced(verbatim(record.pmid))
        if not record.archive or not _EPRINT_ARCHIVES.fullmatch(record.archive):
            return ""
        return braced(verbatim(record.archive_location))

    return encode


def _archive(row: Row, context: EncodingContext) -> Encoder:
    """Encode the name of the archive whose number the eprint is."""
    spell = context.spell

    def encode(record: Record) -> str:
        archive = record.archive
        if "eprint" in context.source.fields and record.archive_location:
            return braced(spell(archive))
        if row.to == "pmid" and record.pmid:
            return "{pubmed}"
        return braced(spell(archive)) if archive and _EPRINT_ARCHIVES.fullmatch(archive) else ""

    return encode


# Encoders that need only the row's own attribute.
OWN_ATTRIBUTE = ("edition", "people", "title-short", "day-of")
ENCODERS: dict[str, EncoderMaker] = {
    "people": _people, "kind": _kind, "title-short": _title_short, "day-of": _day_of,
    "edition": _edition, "serial": _serial, "eprint": _eprint, "archive": _archive,
}  # fmt: skip
