"""The encoders of what is no journal's article: theses, reports, books of a series, preprints."""

from __future__ import annotations

import re
from operator import attrgetter

from ...base.lazy_regex import regex
from ...model.record import Record
from ...output import value_choice
from ...tables.kinds import GENRES, PAGED
from ...tables.row import Row
from . import dates, names
from .encoder import Encode, Job, Maker, braced

# Where an eprint may be, as biblatex and the exporters of BibTeX name it.
SERVERS = regex(r"arxiv|\w+rxiv|hal|jstor|hdl|googlebooks", re.IGNORECASE)
ORDINAL = regex(r"(\d{1,3})(?:st|nd|rd|th)?(?:\.| *\(?(?:ed|edn|edition)\b\.?\)?)?", re.IGNORECASE)


def _people(row: Row, job: Job) -> Encode:
    get, spell, bytewise = attrgetter(row.to), job.spell, job.target.bytewise
    return lambda record: braced(names.names(get(record), spell, bytewise))


def _kind(row: Row, job: Job) -> Encode:
    """Say what kind of thesis or report it is: biblatex always, BibTeX if its type does not."""

    def encode(record: Record) -> str:
        known = GENRES.get(record.genre.replace("’", "'"), "" if record.genre else row.arg)
        if known:
            return braced(known) if row.arg else ""
        return braced(job.spell(record.genre))

    return encode


def _title_short(row: Row, job: Job) -> Encode:
    get = attrgetter(row.to)
    return lambda record: braced(job.title(get(record)))


def _day_of(row: Row, _: Job) -> Encode:
    get = attrgetter(row.to)
    return lambda record: braced(dates.edtf(get(record)))


def _edition(row: Row, job: Job) -> Encode:
    """Return an edition as styles want it: biblatex's the number, BibTeX's without the word."""
    get, bytewise = attrgetter(row.to), job.target.bytewise

    def encode(record: Record) -> str:
        found = ORDINAL.fullmatch(get(record))
        if not found:
            return braced(job.spell(get(record)))
        return braced(ordinal(int(found[1])) if bytewise else found[1])

    return encode


def ordinal(number: int) -> str:
    """Return ``2nd`` for 2."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def _place(_: Row, job: Job) -> Encode:
    return lambda record: braced(job.spell(value_choice.article_number(record)))


def _serial(_: Row, job: Job) -> Encode:
    def encode(record: Record) -> str:
        own = "" if record.type in PAGED else record.number
        return braced(job.spell(record.collection_number or own or record.issue))

    return encode


def _eprint(row: Row, job: Job) -> Encode:
    """Return PubMed's number where the row has it, else a preprint's at its server."""
    verbatim = job.verbatim

    def encode(record: Record) -> str:
        if row.to == "pmid" and record.pmid:
            return braced(verbatim(record.pmid))
        if not record.archive or not SERVERS.fullmatch(record.archive):
            return ""
        return braced(verbatim(record.archive_location))

    return encode


def _archive(row: Row, job: Job) -> Encode:
    """Say whose number the eprint is."""
    spell = job.spell

    def encode(record: Record) -> str:
        if row.to == "pmid" and record.pmid:
            return "{pubmed}"
        archive = record.archive
        return braced(spell(archive)) if archive and SERVERS.fullmatch(archive) else ""

    return encode


# Those that look at the row's own attribute alone.
ALONE = ("edition", "people", "title-short", "day-of", "place")
HOW: dict[str, Maker] = {
    "people": _people, "kind": _kind, "title-short": _title_short, "day-of": _day_of,
    "edition": _edition, "place": _place, "serial": _serial, "eprint": _eprint, "archive": _archive,
}  # fmt: skip
