"""Encoders of a record's values, by the names that the tables of BibTeX and BibLaTeX give them.

Each is made for a row and returns the whole right side of a field (``{...}``, ``2024``, ``feb``),
or ``""`` if the record has nothing to write. A record's text is written only through
:mod:`medcite.markup.latex` or :mod:`medcite.markup.verbatim`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from operator import attrgetter

from ...base.lazy_regex import regex
from ...citekeys.words import significant
from ...codecs import addresses
from ...markup.latex import PLAIN
from ...model import peek
from ...model.record import Record
from ...model.values import Pages
from ...output import field_selection, value_choice
from ...output.title_protection import protect
from ...tables.babel import LANGIDS, LISTED
from ...tables.languages import BY_CODE
from ...tables.row import Row
from . import issued, names, non_articles
from .encoder import Encoder, EncoderMaker, EncodingContext, braced
from .kept import is_from_bib

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
    """Return PubMed Central's number or a manuscript's: verbatim only to biber."""
    return _text(row, context) if context.dialect.bytewise else _verbatim(row, context)


def _authors(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        authors = peek.plain_authors(record)
        if authors and not record.et_al:
            return braced(names.encode_inverted(authors, context))
        return braced(names.encode_names(record.author, context, record.et_al))

    return encode


def _editors(_: Row, context: EncodingContext) -> Encoder:
    bytewise = context.dialect.bytewise

    def encode(record: Record) -> str:
        # BibTeX's standard styles warn of a book with both; a note names the editors then.
        if bytewise and record.type in ("book", "classic") and record.author:
            return ""
        return braced(names.encode_names(record.editor, context))

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


def _title(_: Row, context: EncodingContext) -> Encoder:
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
        find_words = (lambda text: protect(text, record)) if protected else None
        return braced(context.spell_title(title, find_words))

    return encode


def _original(_: Row, context: EncodingContext) -> Encoder:
    protected = context.options.protect

    def encode(record: Record) -> str:
        title = record.original_title if record.title else ""
        field = braced(context.spell_title(title))
        # Rules for English titles must not change the case of another language.
        return braced(field) if protected else field

    return encode


def _container(_: Row, context: EncodingContext) -> Encoder:
    journal = context.options.journal
    return lambda record: braced(context.spell_title(value_choice.container_title(record, journal)))


def _abbreviation(_: Row, context: EncodingContext) -> Encoder:
    journal = context.options.journal
    short = value_choice.container_title_short
    return lambda record: braced(context.spell_title(short(record, journal)))


def _server(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        server = record.container_title_short or record.container_title or record.publisher
        spelt = context.spell_title(server)
        return braced(spelt if context.dialect.bytewise else _unsplit(spelt))

    return encode


def _pages(row: Row, context: EncodingContext) -> Encoder:
    """Encode the pages; an article number in their place if it goes into this field."""
    takes_number = context.article_number_field() == row.tag

    def encode(record: Record) -> str:
        pages = value_choice.pages(record)
        if pages is not None:
            return braced(_spell_pages(pages, context.spell))
        return braced(context.spell(value_choice.article_number(record))) if takes_number else ""

    return encode


def _place(row: Row, context: EncodingContext) -> Encoder:
    """Encode the article number; beside pages of its own also if it goes into another field."""
    takes_number = context.article_number_field() == row.tag

    def encode(record: Record) -> str:
        if not takes_number and value_choice.pages(record) is None:
            return ""
        return braced(context.spell(value_choice.article_number(record)))

    return encode


def _spell_pages(page: Pages, spell: Callable[[str], str]) -> str:
    """Return pages with two hyphens as the dash of each range."""
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


def _url(_: Row, context: EncodingContext) -> Encoder:
    verbatim = context.verbatim

    def encode(record: Record) -> str:
        address = record.url or addresses.of_bookshelf(record.nbk)
        if record.doi and not record.nbk:  # styles print both, which lead to the same page
            return ""
        return braced(verbatim(address))

    return encode


def _alias(_: Row, context: EncodingContext) -> Encoder:
    seen: set[str] = set()  # biber warns of an alias that two entries have

    def encode(record: Record) -> str:
        if not record.pmid.isdecimal() or record.pmid in seen:
            return ""
        if record.key == f"pmid:{record.pmid}" and context.options.key == "default":
            return ""  # it is the key
        seen.add(record.pmid)
        return braced(f"pmid:{record.pmid}")

    return encode


def _languages(_: Row, context: EncodingContext) -> Encoder:
    between = ", " if context.dialect.bytewise else " and "

    def encode(record: Record) -> str:
        if not record.language or record.language == ("eng",):
            return ""
        names = [BY_CODE[code].name if code in BY_CODE else code for code in record.language]
        if not context.dialect.bytewise:
            # biblatex translates the names it knows, which are in small letters.
            names = [name.lower() if name.lower() in LISTED else name for name in names]
        return braced(between.join(map(context.spell, names)))

    return encode


def _langid(_: Row, __: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        # The title of a translated record is English, whatever the text is in.
        if not record.language or record.translated or "eng" in record.language:
            return ""
        return braced(LANGIDS.get(record.language[0], ""))

    return encode


def _keywords(_: Row, context: EncodingContext) -> Encoder:
    braces_protect = not context.dialect.bytewise

    def encode(record: Record) -> str:
        words = value_choice.keywords(record, context.options)
        has_commas = "," in "".join(words)
        if not (braces_protect and has_commas):
            return braced(context.spell(("; " if has_commas else ", ").join(words)))
        words = [context.spell(word) for word in words]
        # Biber splits at commas, except in braces.
        return braced(", ".join([f"{{{word}}}" if "," in word else word for word in words]))

    return encode


def _abstract(_: Row, context: EncodingContext) -> Encoder:
    if not context.options.abstract:
        return lambda record: ""

    def encode(record: Record) -> str:
        if PLAIN.fullmatch(record.abstract):  # abstracts are long; this saves several searches
            return braced(record.abstract)
        text = value_choice.abstract(record)
        has_markup = "<" in text and "</" in text
        return braced(context.spell_title(text) if has_markup else context.spell(text))

    return encode


def _state(_: Row, __: EncodingContext) -> Encoder:
    return lambda record: "{prepublished}" if record.status == "aheadofprint" else ""


def _newspaper(_: Row, __: EncodingContext) -> Encoder:
    return lambda record: "{newspaper}" if record.type == "article-newspaper" else ""


def _preprint(_: Row, context: EncodingContext) -> Encoder:
    """Encode biblatex's note: that it is a preprint, and the notes of a .bib file."""

    def encode(record: Record) -> str:
        notes = ["Preprint"] if record.genre == "Preprint" else []
        notes += map(context.spell, record.notes if is_from_bib(record) else ())
        return braced(". ".join(notes))

    return encode


def _retraction(_: Row, context: EncodingContext) -> Encoder:
    return lambda record: braced(context.spell(". ".join(value_choice.notices(record))))


def _notes(_: Row, context: EncodingContext) -> Encoder:
    """Encode BibTeX's note, which has to hold what biblatex has fields for."""

    def encode(record: Record) -> str:
        notes = [context.spell(notice) for notice in value_choice.notices(record)]
        if record.genre == "Preprint":
            notes.insert(0, "Preprint")
        elif record.status == "aheadofprint":
            notes.append("Epub ahead of print")
        if record.type in ("book", "classic") and record.editor and record.author:
            editors = ", ".join(
                f"{name.given} {name.family}{name.literal}".strip() for name in record.editor
            )
            notes.append(context.spell(f"Edited by {editors}"))
        if is_from_bib(record):
            notes += map(context.spell, record.notes)
        return braced(". ".join(notes))

    return encode


def _label(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        if peek.plain_authors(record) or record.author or record.editor:
            return ""
        title = record.title or record.original_title or record.container_title
        return braced(context.spell(" ".join(islice(significant(title), 4))))

    return encode


# Encoders that need only the row's own attribute: a record without it need not be asked.
OWN_ATTRIBUTE = frozenset((
    "text", "whole", "location", "doi", "pmcid", "identifier", "original", "listed",
    "first", "issn", "alias", "languages", "langid", "abstract", "state", "subtype",
    *non_articles.OWN_ATTRIBUTE,
))  # fmt: skip
ENCODERS: dict[str, EncoderMaker] = {
    "text": _text, "whole": _whole, "location": _whole, "doi": _verbatim, "pmcid": _identifier,
    "identifier": _identifier,
    "authors": _authors, "editors": _editors, "orcids": _orcids, "title": _title,
    "original": _original, "container": _container, "abbreviation": _abbreviation,
    "server": _server,
    **issued.ENCODERS,
    "pages": _pages, "place": _place, "listed": _listed, "first": _first, "issn": _issn,
    "url": _url, "alias": _alias, "languages": _languages, "langid": _langid,
    "keywords": _keywords, "abstract": _abstract, "state": _state, "subtype": _newspaper,
    **non_articles.ENCODERS,
    "preprint": _preprint, "retraction": _retraction, "notes": _notes, "label": _label,
}  # fmt: skip
