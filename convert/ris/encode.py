"""The encoders of people, series and conferences, for which each reader of RIS has its own tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from ..markup.inline import parse
from ..model.record import Record
from ..model.rich_text import plain
from ..model.values import Name
from ..options import Options
from ..tables.row import Row

Encode = Callable[[Record], Iterable[str]]

# The profiles to which T2 of a paper is the conference's name, and C3 the book's title.
CONFERRING = ("zotero", "endnote")


def _names(row: Row, options: Options) -> Encode:
    get, byline = attrgetter(row.to), row.to == "author"
    bib = options.ris_profile == "jabref"
    write, others = (_bib_name, "others") if bib else (_name, "et al.,")

    def encode(record: Record) -> Iterable[str]:
        names = [write(name) for name in get(record)]
        return [*names, others] if byline and record.et_al else names

    return encode


def _editors(row: Row, options: Options) -> Encode:
    """Make the encoder of editors, whose tag EndNote makes depend on whether there are authors."""
    encode = _names(row, options)
    if options.ris_profile != "endnote":
        return encode

    def told(record: Record) -> Iterable[str]:
        if record.type != "book":
            return encode(record) if row.tag == "ED" else ()
        return encode(record) if row.tag == ("A3" if record.author else "AU") else ()

    return told


def _bib_name(name: Name) -> str:
    """Give a name as BibTeX has it: JabRef reads the names of RIS by BibTeX's rules."""
    if name.literal:
        return f"{{{name.literal}}}"
    parts = (name.family, name.suffix, name.given)
    return ", ".join(part for part in parts if part)


def _name(name: Name) -> str:
    """Give ``Family, Given, Suffix`` (RIS's own form); a comma keeps a group in one piece."""
    if name.literal:
        return f"{name.literal},"
    if name.suffix:
        return f"{name.family}, {name.given}, {name.suffix}"
    return f"{name.family}, {name.given}" if name.given else name.family


def _series(row: Row, _: Options) -> Encode:
    """Make the encoder of the series: a report's stands in T2, if nothing else does."""

    def encode(record: Record) -> Iterable[str]:
        second = record.type == "report" and not record.container_title
        return [record.collection_title] if second == (row.tag == "T2") else ()

    return encode


def _conference(_: Row, options: Options) -> Encode:
    if options.ris_profile == "jabref":  # to which T2 is the book's title
        return lambda record: [record.container_title]
    if options.ris_profile in CONFERRING:
        return lambda record: [record.event_title]
    return lambda record: [record.event_title or record.container_title]


def _proceedings(_: Row, options: Options) -> Encode:
    if options.ris_profile in CONFERRING:
        return lambda record: [record.container_title]
    return lambda record: [record.container_title] if record.event_title else ()


def _venue(_: Row, __: Options) -> Encode:
    return lambda record: [record.event_place or record.publisher_place]


def _city(_: Row, __: Options) -> Encode:
    return lambda record: [record.publisher_place] if record.event_place else ()


def _short_title(_: Row, __: Options) -> Encode:
    return lambda record: [plain(parse(record.title_short))] if record.title_short else ()


HOW: dict[str, Callable[[Row, Options], Encode]] = {
    "names": _names,
    "editors": _editors,
    "short-title": _short_title,
    "series": _series,
    "conference": _conference,
    "proceedings": _proceedings,
    "venue": _venue,
    "city": _city,
}
