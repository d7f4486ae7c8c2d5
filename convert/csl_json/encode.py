"""One value of a record into a variable of CSL-JSON, by the codec that the table names.

The variables are CSL 1.0.2's and the output keeps to the official schema.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TypeAlias

from ..codecs import addresses
from ..codecs.subjects import encode_heading
from ..markup.inline_tags import tidy
from ..model import peek, serialize
from ..model.record import TRUNCATED, Record
from ..model.values import Name
from ..options import Options
from ..output import field_selection, value_choice
from ..tables.csl_json import ROWS
from ..tables.csl_variables import MORE_NAMES
from ..tables.languages import BY_CODE
from ..tables.receivers import RECEIVERS
from ..tables.row import Row
from . import names
from .date_parts import encode_date, encode_date_in_months, encode_date_in_words, says_more

# Returns the value of a variable; one that is empty is not written.
Encoder: TypeAlias = Callable[[Record], object]
# Compiles a row for a user's options.
EncoderMaker: TypeAlias = Callable[[Row, Options], Encoder]

_NOCASE = '<span class="nocase">{}</span>'


def _text(row: Row, _: Options) -> Encoder:
    return attrgetter(row.to)


def _plain(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: (value := get(record)) and serialize.dump(value)


def _title(_: Row, options: Options) -> Encoder:
    original = field_selection.wanted("original-title", options)

    def encode(record: Record) -> str:
        # Without the original the brackets are all that tells of a translation (NLM prints
        # them); with it, styles such as APA put their own around the translated one.
        if record.translated and record.title and not (original and record.original_title):
            return f"[{tidy(record.title)}]"
        return tidy(record.title or record.original_title)

    return encode


def _original(_: Row, __: Options) -> Encoder:
    """Return the encoder of the original title, whose letters keep their case.

    CSL leaves titles of items in other languages alone (CSL 1.0.2, "Non-English Items"), but
    not every processor does this one's.
    """

    def encode(record: Record) -> str:
        if record.title == record.original_title:
            return ""  # a record that has no other title has the original one in its place
        title = tidy(record.original_title)
        return title if record.language[:1] == ("eng",) or not title else _NOCASE.format(title)

    return encode


def _names(row: Row, options: Options) -> Encoder:
    get, encode_name = attrgetter(row.to), _name_encoder(options)
    more = TRUNCATED.get(row.to, "")

    def encode(record: Record) -> list[dict[str, str]]:
        encoded = [encode_name(name) for name in get(record)]
        return [*encoded, MORE_NAMES] if more and getattr(record, more) else encoded

    return encode


def _name_encoder(options: Options) -> Callable[[Name], dict[str, str]]:
    """Return the encoder of a name, as the receiver reads suffixes."""
    in_given = RECEIVERS[options.receiver].suffix_in_given
    return names.encode_with_suffix_in_given if in_given else names.encode_name


def _authors(row: Row, options: Options) -> Encoder:
    encode_names = _names(row, options)

    def encode(record: Record) -> object:
        authors = peek.plain_authors(record)
        if authors and not record.et_al:  # nothing else of them need be decoded
            return [names.encode_inverted(name) for name in authors]
        return encode_names(record)

    return encode


def _container(_: Row, options: Options) -> Encoder:
    return lambda record: value_choice.container_title(record, options.journal)


def _abbreviation(_: Row, options: Options) -> Encoder:
    return lambda record: value_choice.container_title_short(record, options.journal)


def _page(_: Row, __: Options) -> Encoder:
    # Most styles print `page` only, so an article number stands there too.
    return lambda record: record.page.full if record.page else value_choice.article_number(record)


def _issued(_: Row, options: Options) -> Encoder:
    receiver = RECEIVERS[options.receiver]
    encode = encode_date_in_words if receiver.dates == "edtf" else encode_date
    if receiver.season_months:
        encode = encode_date_in_months
    return lambda record: encode(value_choice.issued(record, options.date))


def _date(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: encode_date(get(record))


def _dates(_: Row, options: Options) -> Encoder:
    """Return the encoder of the dates, by variable, that say more than ``date-parts`` can."""

    def encode(record: Record) -> dict[str, object]:
        dates = {row.tag: getattr(record, row.to) for row in ROWS if row.how == "date"}
        dates["issued"] = value_choice.issued(record, options.date)
        return {tag: serialize.dump(date) for tag, date in dates.items() if says_more(date)}

    return encode


def _status(_: Row, __: Options) -> Encoder:
    return lambda record: "ahead of print" if record.status == "aheadofprint" else ""


def _publisher(_: Row, options: Options) -> Encoder:
    if not RECEIVERS[options.receiver].server_is_publisher:
        return attrgetter("publisher")
    return lambda record: (
        record.publisher or (record.container_title if record.type == "article" else "")
    )


def _publisher_place(_: Row, __: Options) -> Encoder:
    # Of a journal PL is the country, which styles would print: it goes into ``custom``.
    return lambda record: "" if record.type == "article-journal" else record.publisher_place


def _country(_: Row, __: Options) -> Encoder:
    return lambda record: record.publisher_place if record.type == "article-journal" else ""


def _notices(_: Row, __: Options) -> Encoder:
    return lambda record: " ".join(f"{notice}." for notice in value_choice.notices(record))


def _spaced(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: " ".join(get(record))


def _issn(_: Row, __: Options) -> Encoder:
    return value_choice.issn


def _url(_: Row, __: Options) -> Encoder:
    return lambda record: record.url or addresses.of_bookshelf(record.nbk)


def _language(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> str:
        if not record.language:
            return ""
        first = record.language[0]
        return BY_CODE[first].tag if first in BY_CODE else first

    return encode


def _languages(_: Row, __: Options) -> Encoder:
    return lambda record: list(record.language) if len(record.language) > 1 else None


def _keyword(_: Row, options: Options) -> Encoder:
    return lambda record: "; ".join(value_choice.keywords(record, options))


def _abstract(_: Row, options: Options) -> Encoder:
    return (lambda record: tidy(record.abstract)) if options.abstract else lambda _: ""


def _extra(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> str:
        original = record.original_title if record.original_title != record.title else ""
        lines = {"PMID": record.pmid, "PMCID": record.pmcid, "Original title": tidy(original)}
        return "\n".join(f"{name}: {value}" for name, value in lines.items() if value)

    return encode


def _mesh(_: Row, options: Options) -> Encoder:
    # Qualifiers are kept whatever `keyword` shows, but not what the user does not want at all.
    if options.mesh == "none":
        return lambda _: None
    if options.mesh == "major":
        return lambda record: [
            encode_heading(heading) for heading in filter(value_choice.is_major, record.mesh)
        ]
    return lambda record: [encode_heading(heading) for heading in record.mesh]


def _orcid(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> dict[str, str]:
        return {
            str(place): identifier.value
            for place, name in enumerate(record.author, start=1)
            for identifier in name.ids
            if identifier.scheme == "orcid"
        }

    return encode


# By the codecs that the table names.
ENCODERS: dict[str, EncoderMaker] = {
    "doi": _text,
    "pmcid": _text,
    "text": _text,
    "plain": _plain,
    "title": _title,
    "original": _original,
    "names": _names,
    "authors": _authors,
    "container": _container,
    "abbreviation": _abbreviation,
    "page": _page,
    "issued": _issued,
    "date": _date,
    "dates": _dates,
    "status": _status,
    "publisher": _publisher,
    "extra": _extra,
    "publisher-place": _publisher_place,
    "country": _country,
    "notices": _notices,
    "spaced": _spaced,
    "issn": _issn,
    "url": _url,
    "language": _language,
    "several": _languages,
    "keyword": _keyword,
    "abstract": _abstract,
    "mesh": _mesh,
    "orcid": _orcid,
}
