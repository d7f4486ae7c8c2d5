"""One value of a record into the lines of a tag, by the codec that the table names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from ...codecs import addresses, subjects
from ...markup.inline_tags import parse, tidy
from ...markup.scripts import flat
from ...model import peek
from ...model.record import Record
from ...options import Options
from ...output import value_choice
from ...tables.identifiers import ADDRESSES
from ...tables.receivers import RECEIVERS
from ...tables.relations import LABELS
from ...tables.row import Row
from ..dates import format_date, format_edtf
from . import non_articles, people
from .encoder import Encoder, EncoderMaker

# SP of these says how many pages there are.
_COUNTED_BY_PAGES = ("book", "thesis")


def encode_key(_: Record) -> list[str]:
    """Stand for the encoder of the citation key, which depends on the other records, too."""
    return []


def _text(row: Row, _: Options) -> Encoder:
    get, label = attrgetter(row.to), row.arg
    return lambda record: [label + value] if (value := get(record)) else ()


def _each(row: Row, _: Options) -> Encoder:
    return attrgetter(row.to)


def _joined(separator: str) -> EncoderMaker:
    def make(row: Row, _: Options) -> Encoder:
        get = attrgetter(row.to)
        return lambda record: [separator.join(get(record))]

    return make


def _constant(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: [row.arg] if get(record) else ()


def _title(_: Row, options: Options) -> Encoder:
    has_field = RECEIVERS[options.receiver].original_title
    text_of = _title_text(options)

    def encode(record: Record) -> Iterable[str]:
        title = text_of(record.title)
        if record.translated and not (has_field and record.original_title):
            title = f"[{title}]"  # as NLM marks a translation
        return [title]

    return encode


def _title_text(options: Options) -> Callable[[str], str]:
    """Return the function of a title's text: without markup, or with the tags that Zotero sets."""
    return tidy if RECEIVERS[options.receiver].ris_markup else _plain


def _plain(title: str) -> str:
    return flat(parse(title))


def _original_title(row: Row, _: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        title = record.original_title
        return [row.arg + _plain(title)] if title and title != record.title else ()

    return encode


def _short_title(_: Row, options: Options) -> Encoder:
    text_of = _title_text(options)
    return lambda record: [text_of(record.title_short)] if record.title_short else ()


def _container_title(_: Row, options: Options) -> Encoder:
    return lambda record: [value_choice.container_title(record, options.journal)]


def _abbreviation(_: Row, options: Options) -> Encoder:
    return lambda record: [value_choice.container_title_short(record, options.journal)]


def _year(_: Row, options: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        date = value_choice.issued(record, options.date)
        return [f"{date.start.year:04}"] if date and date.start else ()

    return encode


def _issued(_: Row, options: Options) -> Encoder:
    write = format_edtf if RECEIVERS[options.receiver].dates == "edtf" else format_date
    return lambda record: [write(value_choice.issued(record, options.date))]


def _date(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: [format_date(get(record))]


def _day(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)

    def encode(record: Record) -> Iterable[str]:
        date = get(record)
        if not date or not date.start:
            return ()
        return ["/".join(f"{part:02}" for part in date.start[:3] if part)]

    return encode


def _first_page(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        pages = record.page
        if not pages:
            return [value_choice.article_number(record)]
        return [pages.first if _end_of_range(record) else pages.full]

    return encode


def _number_beside_pages(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        pages = record.page
        return [record.number] if pages and pages.full != record.number else ()

    return encode


def _last_page(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        pages = record.page
        if pages and record.type in _COUNTED_BY_PAGES and "-" not in pages.full:
            return [pages.full]
        return [_end_of_range(record)]

    return encode


def _end_of_range(record: Record) -> str:
    """Return the last page, if the pages are nothing but one range."""
    pages = record.page
    return pages.last if pages and pages.full == f"{pages.first}-{pages.last}" else ""


def _issn(_: Row, __: Options) -> Encoder:
    """Return the ISSN that is cited, and all of a record from RIS, which had them before."""

    def encode(record: Record) -> Iterable[str]:
        cited = value_choice.issn(record)
        if peek.origin_format(record) != "ris":
            return [cited]
        return dict.fromkeys((cited, *(issn.value for issn in record.issn)))

    return encode


def _urls(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        address = record.url or addresses.of_bookshelf(record.nbk)
        return [address, f"{ADDRESSES['pmid']}{record.pmid}/" if record.pmid else ""]

    return encode


def _relations(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        texts = (
            f"{LABELS[relation.kind]}: {subjects.encode_relation(relation)}"
            for relation in record.relations
            if relation.kind in LABELS
        )
        return ["; ".join(texts)]

    return encode


def _addresses(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        of_authors = (text for name in record.author for text in name.affiliations)
        return dict.fromkeys((*record.affiliations, *of_authors))

    return encode


def _retraction(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> Iterable[str]:
        if not peek.retracted(record):
            return ()
        notices = map(subjects.encode_relation, record.relation("retraction-in"))
        return [" ".join(["RETRACTED.", *(f"Retraction in: {notice}" for notice in notices)])]

    return encode


def _preprint(row: Row, _: Options) -> Encoder:
    return lambda record: [row.arg] if record.type == "article" else ()


def _keywords(_: Row, options: Options) -> Encoder:
    """Return the encoder of keywords, of which authors gave some as one, with semicolons."""

    def encode(record: Record) -> Iterable[str]:
        words = value_choice.keywords(record, options)
        if ";" not in "".join(words):
            return words
        return [part.strip() for word in words for part in word.split(";")]

    return encode


def _abstract(_: Row, options: Options) -> Encoder:
    return lambda record: [_plain(record.abstract)] if options.abstract else ()


# By the codecs that the table names.
ENCODERS: dict[str, EncoderMaker] = {
    "abbreviation": _abbreviation,
    "abstract": _abstract,
    "accession": _text,
    "accessed": _date,
    "addresses": _addresses,
    "article-number": _text,
    "article-types": _joined("; "),
    "beside-pages": _number_beside_pages,
    "book-title": _container_title,
    "city": non_articles.city,
    "conference": non_articles.conference,
    "container": _container_title,
    "count": _text,
    "database": _constant,
    "date": _issued,
    "doi": _text,
    "edition": _text,
    "editors": people.editors,
    "epub-date": _day,
    "extent": non_articles.extent,
    "first": _first_page,
    "genre": _text,
    "isbn": _joined(" "),
    "issn": _issn,
    "key": lambda _, __: encode_key,
    "keywords": _keywords,
    "labelled": _text,
    "languages": _joined(", "),
    "last": _last_page,
    "names": people.names,
    "nihmsid": _text,
    "notes": _each,
    "original": _original_title,
    "pmcid": _text,
    "preprint": _preprint,
    "proceedings": non_articles.proceedings,
    "provider": _constant,
    "relations": _relations,
    "retraction": _retraction,
    "serial": _text,
    "series": non_articles.series,
    "series-editors": people.names,
    "short-title": _short_title,
    "text": _text,
    "title": _title,
    "urls": _urls,
    "venue": non_articles.venue,
    "year": _year,
}
