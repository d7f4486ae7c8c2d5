"""One field of an entry into the record's values, by the codec that the table names."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from ...codecs import addresses, identifiers, languages, pages, titles
from ...codecs.edtf import edtf, encode_edtf
from ...markup import latex_to_text, verbatim
from ...model.record import TRUNCATED
from ...model.values import Field, Issn, Keyword, Name, Pages
from ...tables.biblatex_words import STATES, SUBTYPES
from ...tables.kinds import GENRES
from ...tables.row import Row
from ..braces import is_braced, split_outside_braces
from ..field_text import field_text
from .dates import EDTF, date_text
from .names import add_orcids, parse_names
from .notes import decode_note
from .record_builder import BibRecordBuilder

Decoder: TypeAlias = Callable[[BibRecordBuilder, Field, Row], None]

GENRES_BY_NAME = {name: genre for genre, name in GENRES.items()}
# EndNote's keywords, one a line: no line but the last ends as if a list went on.
_ONE_A_LINE = re.compile(r"[^\s;][^;\n]*[^\s,;](?:\n[^\s;](?:[^;\n]*[^\s,;])?)+")
_BETWEEN_LANGUAGES = re.compile(r"\s+and\s+|\s*[,;/]\s*")
_ESCAPED = re.compile(r"\\([%#&_])")
_UNHYPHENATED_ISSN = re.compile(r"^(\d{4})(\d{3}[\dXx])$")
_TYPES_BY_SUBTYPE = {subtype: csl_type for csl_type, subtype in SUBTYPES.items()}
# An address in how something was published, and the words that lead to it.
_ADDRESS = re.compile(
    r"(?:\[?(?:available|online|website|web ?page|at|from|via|url)\]?:?\s+)*"
    r"(?:\\(?:url|href)\s*\{([^{}]*)\}|(https?://\S+))", re.IGNORECASE)  # fmt: skip
# When an address was looked at: (accessed 3 May 2020), Last visited on 2020-05-03.
_ACCESSED = re.compile(
    r"\W*(?:(?:last|date)\s+)?(?:accessed|visited|retrieved|viewed|checked)"
    r"(?:\s+on)?\W{0,2}\s*(.+?)\W*", re.IGNORECASE)  # fmt: skip
_ARTICLE_NUMBER = re.compile(r"^(?:artn|art\.? ?no\.?|article)\s+", re.IGNORECASE)
_URL = re.compile(r"https?://\S")


def _value(parse: Callable[[str], object]) -> Decoder:
    """Return the decoder of a field that says a value by itself; ``parse`` gets its LaTeX."""

    def decode(builder: BibRecordBuilder, field: Field, row: Row) -> None:
        builder.set_once(row.to, parse(field.value), field)

    return decode


def _list(parse: Callable[[str], tuple[object, ...]]) -> Decoder:
    """Return the decoder of a field that says a list; several such fields say one list."""

    def decode(builder: BibRecordBuilder, field: Field, row: Row) -> None:
        values = parse(field.value)
        if before := builder.values.get(row.to):
            values = tuple(dict.fromkeys((*before, *values)))
        builder.values[row.to] = values

    return decode


def _part(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Take a text that means something only together with others."""
    builder.set_part(row.to, latex_to_text.plain_text(field.value), field)


def _title_part(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Take a text with markup that is a part of the title."""
    builder.set_part(row.to, latex_to_text.rich_text(field.value), field)


def _names(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Take authors, editors or translators."""
    if row.to in builder.values:
        builder.keep_repeated(field)
        return
    names, has_others, guesses = parse_names(field.value)
    builder.values[row.to] = tuple(name for name in names if not _is_nobody(name))
    if len(builder.values[row.to]) < len(names):
        builder.keep(field)
    for guess in guesses:
        builder.note("guessed-names", field, guess)
    if has_others and row.to in TRUNCATED:
        builder.values[TRUNCATED[row.to]] = True
    elif has_others:
        builder.note("et-al", field, "goes on after the last name, which the model cannot say")


def _is_nobody(name: Name) -> bool:
    """Whether a name is what Web of Science has for none."""
    return (name.literal or name.family).casefold() == "[anonymous]"


def _orcids(builder: BibRecordBuilder, field: Field, _: Row) -> None:
    """Take the authors' ORCIDs, which stand behind the authors."""
    authors = builder.values.get("author", ())
    builder.values["author"] = add_orcids(authors, field.value)


def _title(builder: BibRecordBuilder, field: Field, _: Row) -> None:
    """Take the title; brackets around all of it say that it is a translation."""
    if "title" in builder.values:
        builder.keep_repeated(field)
        return
    text = latex_to_text.rich_text(field.value)
    inner, translated = titles.title(text)
    builder.values["title"] = inner if translated else text
    builder.values["translated"] = translated


def _alias(builder: BibRecordBuilder, field: Field, _: Row) -> None:
    """Take the PMID, which is how medcite writes biblatex's other keys."""
    if match := re.fullmatch(r"pmid:(\d+)", field.value.strip()):
        builder.values.setdefault("pmid", match[1])
    else:
        builder.keep(field)


def _subtype(builder: BibRecordBuilder, field: Field, _: Row) -> None:
    """Take biblatex's finer type of an article: a newspaper's or a magazine's."""
    subtype = _TYPES_BY_SUBTYPE.get(field.value.strip().lower())
    if subtype and builder.values["type"] == "article-journal":
        builder.values["type"] = subtype
    else:
        builder.keep(field)


def _kind(builder: BibRecordBuilder, field: Field, _: Row) -> None:
    """Take the kind of a thesis, report or patent, which biblatex calls by names of its own."""
    if builder.values["type"] in ("thesis", "report", "patent"):
        text = field_text(field.value)
        builder.values["genre"] = GENRES_BY_NAME.get(text.lower(), text)
    else:
        builder.keep(field)


def _url(builder: BibRecordBuilder, field: Field, _: Row) -> None:
    """Take the address; PubMed's and a DOI's give an identifier, and the first other is the URL."""
    text = latex_to_text.address(field.value)
    several = [word.rstrip(",;") for word in text.split()]
    for address in several if all(map(_URL.match, several)) else [text]:
        if pmid := addresses.pmid(address):
            builder.values.setdefault("pmid", pmid)
        elif doi := identifiers.doi(address):
            builder.values.setdefault("doi", doi)
        elif "url" in builder.values:
            builder.keep_repeated(field)
        else:
            builder.values["url"] = address
            if number := addresses.bookshelf_number(address):
                builder.values["nbk"] = number


def _server(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Take how or by whom something was published; an address in it is the entry's.

    Behind the address may stand when it was looked at.
    """
    text = field.value
    if match := _ADDRESS.search(text):
        _url(builder, field._replace(value=match[1] or match[2]), row)
        text = _ADDRESS.sub("", text).strip(" :.,;")
        if accessed := _ACCESSED.fullmatch(latex_to_text.plain_text(text)):
            _set_accessed(builder, field, accessed[1])
            return
    if text:
        builder.set_part("server", latex_to_text.plain_text(text), field)


def _set_accessed(builder: BibRecordBuilder, field: Field, text: str) -> None:
    """Set when an address was looked at; what is no date is kept, or another than urldate says."""
    date = edtf(text)
    if date.start is None or date.rest or builder.entry_has("urldate"):
        builder.keep(field)
    else:
        builder.set_once("accessed", date._replace(raw=""), field)


def _location(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Take biblatex's place of the publisher; where address has that, it is the event's (ACM)."""
    attribute = "event_place" if builder.entry_has("address") else row.to
    builder.set_once(attribute, field_text(field.value), field)


def _note(builder: BibRecordBuilder, field: Field, _: Row) -> None:
    decode_note(builder, field.value)


def _keywords(latex: str) -> tuple[Keyword, ...]:
    """Split keywords at line ends, at semicolons or, without any, at commas outside of braces."""
    if is_braced(latex):  # Web of Science
        latex = latex[1:-1]
    words = latex.split("\n") if _ONE_A_LINE.fullmatch(latex) else split_outside_braces(latex, ";")
    if len(words) == 1:
        words = split_outside_braces(latex, ",")
    texts = (latex_to_text.plain_text(word.strip()) for word in words)
    return tuple(Keyword(text.lstrip("*"), text.startswith("*")) for text in texts if text)


def _issns(latex: str) -> tuple[Issn, ...]:
    texts = re.split(r"[,;]\s*|\s+(?=\d)", latex_to_text.plain_text(latex))
    return tuple(identifiers.issn(_UNHYPHENATED_ISSN.sub(r"\1-\2", text)) for text in texts if text)


def _electronic_issns(latex: str) -> tuple[Issn, ...]:
    return tuple(issn._replace(medium="electronic") for issn in _issns(latex))


def _isbns(latex: str) -> tuple[str, ...]:
    texts = re.split(r"[,;]\s*|\s+and\s+", latex)
    return tuple(identifiers.isbn(text) for text in texts if text)


def _doi(latex: str) -> str:
    """Return the DOI, without LaTeX's backslashes and without percent-encoding."""
    text = _ESCAPED.sub(r"\1", latex)  # by itself: in a DOI, -- is no dash
    if "\\" in text or "{" in text:
        text = latex_to_text.plain_text(text)
    text = verbatim.decoded(text)
    return identifiers.doi(text) or text.strip()


def _pages(latex: str) -> Pages:
    """Return pages; unlike PubMed's, a range of other pages than numbers has its end in full."""
    text = re.sub(r"\s*[-–—]+\s*", "-", latex_to_text.plain_text(latex))
    value = pages.pages(text)
    if value.full == text or not value.last or not any(map(str.isalpha, text)):
        return value
    last = text.removeprefix(f"{value.first}-")
    return Pages(text, text, value.first, re.split("[,; ]", last)[0])


def _article_number(latex: str) -> str:
    """Return an article's number without Web of Science's word for it: ``ARTN 77``."""
    return _ARTICLE_NUMBER.sub("", latex_to_text.plain_text(latex))


def _languages(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Take languages; one that no table has stays as it stands."""
    words = filter(None, _BETWEEN_LANGUAGES.split(latex_to_text.plain_text(field.value)))
    # biblatex's keys are langlatin and the like.
    values = tuple(languages.decode(word.removeprefix("lang")) for word in words)
    before = builder.values.get(row.to, ())
    builder.values[row.to] = tuple(dict.fromkeys((*before, *values)))
    for message in languages.notes_of_unknown(values):
        builder.note("bad-value", field, message)


def _day(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Take a date by itself; what the model has only in part is kept as well."""
    text = date_text(field.value)
    date = edtf(text)
    if date.start and not date.rest:
        date = date._replace(raw="")
    builder.set_once(row.to, date, field)
    if encode_edtf(date) != text:
        builder.keep(field)


def _issued(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Take the date, or a year that may be one; what the model has only in part is kept, too."""
    text = date_text(field.value)
    builder.set_part(row.to, text, field)
    date = edtf(text)
    is_more = not (date.start and encode_edtf(date) == text)
    if is_more and (row.tag == "date" or EDTF.fullmatch(text)):
        builder.keep(field)


def _state(latex: str) -> str:
    state = latex_to_text.plain_text(latex)
    return STATES.get(state.lower(), state)


# The codecs that read italics and the like.
MARKED = frozenset({"title", "title-part", "title-short", "original", "abstract"})
_TEXT = _value(field_text)
_RICH_TEXT = _value(latex_to_text.rich_text)
# By the names of the encoders, where the field is written too.
DECODERS: dict[str, Decoder] = {
    "text": _TEXT, "whole": _TEXT, "container": _TEXT, "place": _TEXT,
    "identifier": _TEXT,
    "original": _RICH_TEXT, "title-short": _RICH_TEXT,
    "abstract": _RICH_TEXT, "title": _title,
    "authors": _names, "editors": _names, "people": _names, "orcids": _orcids,
    "part": _part, "title-part": _title_part, "archive": _part, "server": _server, "url": _url,
    "alias": _alias, "subtype": _subtype, "kind": _kind, "note": _note,
    "location": _location, "pages": _value(_pages), "day-of": _day, "issued": _issued,
    "edition": _value(lambda latex: titles.edition(latex_to_text.plain_text(latex))),
    "doi": _value(_doi), "state": _value(_state),
    "pmcid": _value(lambda latex: identifiers.pmcid(latex_to_text.plain_text(latex))),
    "article-number": _value(_article_number),
    "listed": _list(_isbns), "issn": _list(_issns), "eissn": _list(_electronic_issns),
    "keywords": _list(_keywords), "languages": _languages,
}  # fmt: skip
