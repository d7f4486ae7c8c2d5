"""Encoders of a record's values, by the names that the tables of BibTeX and BibLaTeX give them.

Each is made for a row and returns the whole right side of a field (``{...}``, ``2024``, ``feb``),
or ``""`` if the record has nothing to write. A record's text is written only through
:mod:`medcite.markup.latex_spelling` or :mod:`medcite.markup.verbatim`.
"""

from __future__ import annotations

import re
from operator import attrgetter

from ...base.lazy_regex import regex
from ...markup.latex_spelling import PLAIN
from ...model import peek
from ...model.record import Record
from ...model.values import Pages
from ...output import field_selection, value_choice
from ...output.title_protection import protect
from ...tables.biblatex_words import SUBTYPES
from ...tables.kinds import SERVED
from ...tables.row import Row
from . import addresses, issued, names, non_articles, notes
from .encoder import Encoder, EncoderMaker, EncodingContext, braced

# Fields of what a server hosts: an entry with one of them names its publisher, not its server.
_CONTAINERS = frozenset(("booktitle", "journal", "journaltitle", "shortjournal"))
_WORD_JOINER = "\u2060"  # prints nothing
_AND = regex(r"(?<!\S)and(?!\S)", re.IGNORECASE)
_RANGE = regex(r"(?<![\w.-])([\w.]+)-([\w.]+)(?![\w-])")


def _text(row: Row, context: EncodingContext) -> Encoder:
    get, spell = attrgetter(row.to), context.spell
    return lambda record: braced(spell(value)) if (value := get(record)) else ""


def _whole(row: Row, context: EncodingContext) -> Encoder:
    get, spell = attrgetter(row.to), context.spell
    return lambda record: braced(_unsplit(spell(value))) if (value := get(record)) else ""


def _unsplit(spelt: str) -> str:
    """Return a name that is not split at ``and``, as biblatex, pandoc and others do."""
    return f"{{{spelt}}}" if _AND.search(spelt) else spelt


def _verbatim(row: Row, context: EncodingContext) -> Encoder:
    get, verbatim = attrgetter(row.to), context.verbatim
    return lambda record: braced(verbatim(value)) if (value := get(record)) else ""


def _identifier(row: Row, context: EncodingContext) -> Encoder:
    # PubMed Central's number or a manuscript's: verbatim only to biber.
    return _text(row, context) if context.dialect.bytewise else _verbatim(row, context)


def _authors(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        authors = peek.plain_authors(record)
        if authors and not record.et_al:
            return braced(names.encode_inverted(authors, context))
        return braced(names.encode_names(record.author, context, record.et_al))

    return encode


def _editors(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        if not peek.has(record, "editor"):
            return ""
        # BibTeX's standard styles warn of a book with both; a note names the editors then.
        source = context.source.fields
        if context.dialect.bytewise and names.are_editors_noted(record, source):
            return ""
        more = record.editor_et_al or "editor" in context.source.continued
        return braced(names.encode_names(record.editor, context, more))

    return encode


def _orcids(_: Row, context: EncodingContext) -> Encoder:
    spell = context.spell  # biblatex reads an annotation as text

    def encode(record: Record) -> str:
        annotations = [
            f'{place}="{spell(identifier.value)}"'
            for place, name in enumerate(record.author, start=1)
            for identifier in name.ids
            if identifier.scheme == "orcid" and '"' not in identifier.value
        ]
        return braced("; ".join(annotations))

    return encode


def _title(row: Row, context: EncodingContext) -> Encoder:
    protected = context.options.protect
    has_original = any(
        row.how == "original" and field_selection.wanted(row.tag, context.options)
        for row in context.dialect.rows
    )

    def encode(record: Record) -> str:
        title = record.title or record.original_title or record.volume_title
        # Without a field for the original, only brackets show that this is a translation.
        if record.translated and record.title and not (has_original and record.original_title):
            title = f"[{title}]"
        if not context.dialect.bytewise:
            title = title.removesuffix(context.source.subtitle_of(title, "subtitle"))
        find_words = (lambda text: protect(text, record)) if protected else None
        return braced(context.spell_title(title, find_words, row.tag))

    return encode


def _subtitle(row: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        end = context.source.subtitle_of(getattr(record, row.to), row.tag)
        return braced(context.spell_title(end.removeprefix(": "), tag=row.tag))

    return encode


def _original(_: Row, context: EncodingContext) -> Encoder:
    protected = context.options.protect

    def encode(record: Record) -> str:
        title = record.original_title if record.title else ""
        field = braced(context.spell_title(title))
        # Rules for English titles must not change the case of another language.
        return braced(field) if protected else field

    return encode


def _container(row: Row, context: EncodingContext) -> Encoder:
    journal = context.options.journal

    def encode(record: Record) -> str:
        title = value_choice.container_title(record, journal)
        own = record.container_title
        if row.tag in context.source.fields and title.lower() == own.lower():
            title = own  # the capitals of a .bib file are its author's
        if not context.dialect.bytewise:
            title = title.removesuffix(context.source.subtitle_of(title, "booksubtitle"))
        return braced(context.spell_title(title, tag=row.tag))

    return encode


def _abbreviation(_: Row, context: EncodingContext) -> Encoder:
    journal = context.options.journal
    short = value_choice.container_title_short
    return lambda record: braced(context.spell_title(short(record, journal)))


def _server(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        server = record.container_title_short or record.container_title or record.publisher
        source = context.source
        if source.type and (record.type not in SERVED or not _CONTAINERS.isdisjoint(source.fields)):
            server = record.publisher
        spelt = context.spell_title(server)
        return braced(spelt if context.dialect.bytewise else _unsplit(spelt))

    return encode


def _site(row: Row, context: EncodingContext) -> Encoder:
    """Encode where something appeared; of a book and the like, that is who published it."""
    encode_container, tag = _container(row, context), row.tag

    def encode(record: Record) -> str:
        if tag in context.source.fields and record.type not in SERVED:
            return braced(_unsplit(context.spell(record.publisher)))
        return encode_container(record)

    return encode


def _article_number(record: Record, context: EncodingContext) -> str:
    """Return the article number; a .bib entry of any type may have one."""
    if context.source.has_article_number:
        return record.number
    return value_choice.article_number(record)


def _pages(row: Row, context: EncodingContext) -> Encoder:
    """Encode the pages; an article number in their place if it goes into this field."""
    takes_number = context.article_number_field() == row.tag

    def encode(record: Record) -> str:
        pages = value_choice.pages(record)
        if pages is not None:
            return braced(_keep_zeros(_spell_pages(pages, context), context))
        if not takes_number:
            return ""
        return braced(_keep_zeros(context.spell(_article_number(record, context)), context))

    return encode


def _keep_zeros(pages: str, context: EncodingContext) -> str:
    """Return pages, as a text where the receiver makes numbers of them, and drops zeros."""
    is_shortened = pages.startswith("0") and not context.receiver.leading_zeros
    return f"{_WORD_JOINER}{pages}" if is_shortened else pages


def _place(row: Row, context: EncodingContext) -> Encoder:
    """Encode the article number; beside pages of its own also if it goes into another field."""
    takes_number = context.article_number_field() == row.tag

    def encode(record: Record) -> str:
        number = _article_number(record, context) if record.number else ""
        if not number or not (takes_number or value_choice.pages(record)):
            return ""
        return braced(context.spell(number))

    return encode


def _spell_pages(page: Pages, context: EncodingContext) -> str:
    """Return pages with two hyphens as the dash of each range; a .bib file's are as they were."""
    spell = context.spell
    if "pages" in context.source.fields and page.raw:
        page = page._replace(full=page.raw)
    if page.full == f"{page.first}-{page.last}":
        return f"{spell(page.first)}--{spell(page.last)}"
    if not page.last and not re.search("[,;]", page.full):
        return spell(page.full)  # an article number may have a hyphen
    return _RANGE.sub(r"\1--\2", spell(page.full))


def _listed(row: Row, context: EncodingContext) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: braced(", ".join(map(context.spell, get(record))))


def _first(row: Row, context: EncodingContext) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: braced(context.spell(values[0])) if (values := get(record)) else ""


def _issn(_: Row, context: EncodingContext) -> Encoder:
    return lambda record: braced(context.spell(value_choice.issn(record)))


def _keywords(_: Row, context: EncodingContext) -> Encoder:
    dialect, receiver = context.dialect, context.receiver
    separator = receiver.keyword_separator or dialect.keyword_separator
    # Biber splits at commas, except in braces.
    protects = separator == ", " and receiver.commas_in_keywords and not dialect.bytewise

    def encode(record: Record) -> str:
        words = value_choice.keywords(record, context.options)
        has_commas = "," in "".join(words)
        if has_commas and not receiver.commas_in_keywords:
            context.split_keywords += [word for word in words if "," in word]
        if not (protects and has_commas):
            return braced(context.spell_untypeset(separator.join(words)))
        words = [context.spell_untypeset(word) for word in words]
        return braced(separator.join([f"{{{word}}}" if "," in word else word for word in words]))

    return encode


def _abstract(_: Row, context: EncodingContext) -> Encoder:
    if not context.options.abstract:
        return lambda record: ""

    def encode(record: Record) -> str:
        if PLAIN.fullmatch(record.abstract):  # abstracts are long; this saves several searches
            return braced(record.abstract)
        return braced(context.spell_untypeset(value_choice.abstract(record)))

    return encode


def _subtype(_: Row, __: EncodingContext) -> Encoder:
    return lambda record: braced(SUBTYPES.get(record.type, ""))


# Encoders that need only the row's own attribute: a record without it need not be asked.
OWN_ATTRIBUTE = frozenset((
    "text", "whole", "location", "doi", "pmcid", "identifier", "original", "listed",
    "first", "issn", "alias", "abbreviation", "languages", "langid", "abstract", "state", "subtype",
    *non_articles.OWN_ATTRIBUTE,
))  # fmt: skip
ENCODERS: dict[str, EncoderMaker] = {
    "text": _text, "whole": _whole, "location": _whole, "doi": _verbatim, "pmcid": _identifier,
    "identifier": _identifier,
    "authors": _authors, "editors": _editors, "orcids": _orcids, "title": _title,
    "original": _original, "container": _container, "abbreviation": _abbreviation,
    "server": _server, "site": _site,
    **issued.ENCODERS,
    "pages": _pages, "place": _place, "listed": _listed, "first": _first, "issn": _issn,
    "keywords": _keywords, "abstract": _abstract, "subtype": _subtype, "subtitle": _subtitle,
    **addresses.ENCODERS, **non_articles.ENCODERS, **notes.ENCODERS,
}  # fmt: skip
