"""One field of a reference into the record's values, by the codec that the table names."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...base.lazy_regex import regex
from ...codecs import dates, identifiers, languages, subjects, titles
from ...codecs.jats import without_blocks
from ...model.values import Date, Field, Relation
from ...tables.relations import BY_LABEL
from ...tables.row import Row
from ..dates import parse_dates, without_time
from . import non_articles, people
from .identifiers import (
    addresses,
    article_number,
    doi,
    labelled_pmid,
    nihmsid,
    pmcid,
    pmid,
    serial_numbers,
    set_labelled,
)
from .record_builder import RisRecordBuilder

Decoder = Callable[[RisRecordBuilder, Field, Row], None]

_RETRACTED = regex(r"RETRACTED\.?(?:\s*Retraction in:\s*(.+))?", re.IGNORECASE)
# A number, perhaps with a word before it and others behind it: 12, 3-4, Suppl 1, 2 Pt 1, 10A.
_NUMBER = r"(?:[^\W\d_]{1,10}\.? ?)?\d{1,4}[A-Za-z]?"
_ISSUE = regex(
    rf"(?!copyright){_NUMBER}(?:[-–/,& ]+{_NUMBER})*|suppl(?:ement)?\.?|[A-Z]{1, 2}", re.IGNORECASE
)
# A number without blanks, perhaps with letters, or a Roman one: 12, e12-e15, S1:4, xii.
_FIRST_PAGE = regex(r"\S*\d\S*|[ivxlc]+", re.IGNORECASE)
_BETWEEN_LANGUAGES = regex(r"[,;/]\s*|\s+and\s+")
_BETWEEN_RELATIONS = regex(r";\s+(?=(?:" + "|".join(map(re.escape, BY_LABEL)) + r"): )")


def _keep(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    builder.keep(field)


def _text(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    builder.set_once(row.to, field.value, field)


def _abstract(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode the abstract, which some publishers leave in JATS or HTML."""
    builder.set_once(row.to, without_blocks(field.value), field)


def _each(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    builder.append(row.to, field.value)


def _part(name: str) -> Decoder:
    """Return the decoder of a text that means something only together with others."""

    def decode(builder: RisRecordBuilder, field: Field, _: Row) -> None:
        builder.add_part(name, field)

    return decode


def _title(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode the title: no full stop at its end; brackets around all of it mean a translation."""
    title, translated = titles.title(without_blocks(field.value))
    builder.set_once("title", title, field)
    builder.values["translated"] = translated or builder.values.get("translated", False)


def _issue(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode M1: an identifier with its label, or the issue if IS has none and it looks like one.

    Embase writes addresses and copyright notices there, Taylor & Francis 0.
    """
    if set_labelled(builder, field):
        return
    if field.value != "0" and not builder.values.get("issue") and _ISSUE.fullmatch(field.value):
        builder.set_once("issue", field.value, field)
    elif field.value != builder.values.get("issue"):
        builder.keep(field)


def _extra(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode M2, a line of Zotero's Extra: an identifier or the original title, with its label."""
    if original := titles.labelled_original(field.value):
        builder.set_once("original_title", original, field)
    elif not set_labelled(builder, field):
        builder.keep(field)


def _newspaper_issue(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode C2 of a newspaper's article: EndNote's issue, or a number of PubMed's."""
    if field.value.upper().startswith("PMC") or field.value == builder.values.get("pmid"):
        pmcid(builder, field, row)
    else:
        _issue(builder, field, row)


def _note(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode a note, which may be a retraction, an original title or a labelled identifier."""
    if match := _RETRACTED.fullmatch(field.value):
        builder.append("relations", subjects.relation(match[1] or "", "retraction-in"))
    elif original := titles.labelled_original(field.value):
        builder.set_once("original_title", original, field)
    elif not set_labelled(builder, field):
        builder.append("notes", field.value)


def _edition(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode ET: a month or day is EndNote's e-publication date, anything else the edition."""
    text = field.value.rstrip("/")
    date = _exact(dates.date(text)) or _exact(parse_dates(text))
    if date:
        builder.set_once("available_date", date, field)
    else:
        builder.set_once("edition", titles.edition(field.value), field)


def _exact(date: Date | None) -> Date | None:
    """Return a date of which at least the month is known, and nothing is not understood."""
    return date if date and date.start and date.start.month and not date.rest else None


def _article_types(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode M3: EndNote's types of article, or the DOI of older programs."""
    if value := identifiers.doi(field.value):
        builder.set_once("doi", value, field)
    else:
        types = tuple(part.strip() for part in field.value.split("; "))
        builder.set_once("publication_types", types, field)


def _accessed(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode Y2 where it is a date; before 2011 it was anything."""
    date = parse_dates(without_time(field.value))
    if date and date.start and not date.rest:
        builder.set_once("accessed", date._replace(raw=""), field)
    else:
        builder.keep(field)


def _languages(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode languages: MEDLINE's codes, tags or names; one that no table has stays."""
    texts = [text.strip() for text in _BETWEEN_LANGUAGES.split(field.value) if text]
    values = tuple(map(languages.decode, texts))
    before = builder.values.get("language", ())
    builder.values["language"] = tuple(dict.fromkeys((*before, *values)))
    for message in languages.notes_of_unknown(values):
        builder.report.note("bad-value", builder.location(field.line, field.tag), message)


def _relations(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode OP: links to other articles, each with NLM's label, or when the work first appeared.

    Anything else is kept.
    """
    relations = [_relation(text) for text in _BETWEEN_RELATIONS.split(field.value)]
    if all(relations):
        builder.append("relations", *relations)
    else:
        _original_date(builder, field, row)


def _original_date(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    date = parse_dates(field.value)
    if date and date.start and not date.rest:
        builder.set_once("original_date", date._replace(raw=""), field)
    else:
        builder.keep(field)


def _start_or_section(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode SE: the first page if it looks like one, else the name of a section."""
    if _FIRST_PAGE.fullmatch(field.value):
        builder.add_part("start_page", field)
    else:
        builder.set_once("section", field.value, field)


def _relation(text: str) -> Relation | None:
    label, _, citation = text.partition(": ")
    kind = BY_LABEL.get(label)
    return subjects.relation(citation, kind) if kind else None


# By the codecs that the table names.
DECODERS: dict[str, Decoder] = {
    "abbreviation": _part("abbreviation"),
    "abstract": _abstract,
    "addresses": _each,
    "accession": _part("accession"),
    "accessed": _accessed,
    "article-number": article_number,
    "article-types": _article_types,
    "book-title": _part("book_title"),
    "city": _part("publisher_place"),
    "conference": _part("conference"),
    "container": _part("container_title"),
    "count": non_articles.count,
    "database": _part("database"),
    "date": _part("date"),
    "degree": non_articles.degree,
    "document-number": non_articles.document_number,
    "doi": doi,
    "edition": _edition,
    "editors": people.names,
    "epub-date": _edition,
    "extent": non_articles.extent,
    "first": _part("first_page"),
    "full-text": addresses,
    "genre": non_articles.genre,
    "isbn": serial_numbers,
    "issn": serial_numbers,
    "issue": _issue,
    "journal": _part("journal"),
    "kept": _keep,
    "key": _text,
    "keywords": _part("keyword"),
    "labelled": _extra,
    "labelled-pmid": labelled_pmid,
    "languages": _languages,
    "last": _part("last_page"),
    "names": people.names,
    "newspaper-issue": _newspaper_issue,
    "nihmsid": nihmsid,
    "notes": _note,
    "original": _part("translation"),
    "other-number": non_articles.other_number,
    "pmcid": pmcid,
    "pmid": pmid,
    "proceedings": _part("proceedings"),
    "provider": _part("provider"),
    "published-online": non_articles.published_online,
    "relations": _relations,
    "serial": non_articles.serial,
    "series": _text,
    "series-editors": non_articles.series_editors,
    "short-title": _text,
    "start": _part("start_page"),
    "start-or-section": _start_or_section,
    "text": _text,
    "title": _title,
    "urls": addresses,
    "venue": _text,
    "year": _part("year"),
}
