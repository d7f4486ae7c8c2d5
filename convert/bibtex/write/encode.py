"""The encoders that the tables of BibTeX and BibLaTeX name: a record's value as a field's text.

Each is made for a row and a job, gives the field's whole right side (``{...}``, ``2024``,
``feb``), and ``""`` where the record has nothing to write. A record's text comes out only
through :mod:`medcite.markup.latex` or :mod:`medcite.markup.verbatim`.
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
from ...model.values import Date, Pages
from ...output import field_selection, value_choice
from ...output.title_protection import protect
from ...tables.babel import LANGIDS, LISTED
from ...tables.languages import BY_CODE
from ...tables.row import Row
from . import dates, names, non_articles
from .encoder import Encode, Job, Maker, braced

AND = regex(r"(?<!\S)and(?!\S)", re.IGNORECASE)
RANGE = regex(r"(?<![\w.-])([\w.]+)-([\w.]+)(?![\w-])")


def _text(row: Row, job: Job) -> Encode:
    get, spell = attrgetter(row.to), job.spell
    return lambda record: braced(spell(value)) if (value := get(record)) else ""


def _whole(row: Row, job: Job) -> Encode:
    get, spell = attrgetter(row.to), job.spell
    return lambda record: braced(_one(spell(value))) if (value := get(record)) else ""


def _one(spelt: str) -> str:
    """Keep a name in one piece: biblatex, pandoc and others part publishers at ``and``."""
    return f"{{{spelt}}}" if AND.search(spelt) else spelt


def _verbatim(row: Row, job: Job) -> Encode:
    get, verbatim = attrgetter(row.to), job.verbatim
    return lambda record: braced(verbatim(value)) if (value := get(record)) else ""


def _identifier(row: Row, job: Job) -> Encode:
    """Return PubMed Central's number or a manuscript's: verbatim only to biber."""
    return _text(row, job) if job.target.bytewise else _verbatim(row, job)


def _authors(_: Row, job: Job) -> Encode:
    spell, bytewise = job.spell, job.target.bytewise

    def encode(record: Record) -> str:
        authors = peek.plain_authors(record)
        if authors and not record.et_al:
            return braced(names.inverted(authors, spell, bytewise))
        return braced(names.names(record.author, spell, bytewise, record.et_al))

    return encode


def _editors(_: Row, job: Job) -> Encode:
    spell, bytewise = job.spell, job.target.bytewise

    def encode(record: Record) -> str:
        # BibTeX's standard styles warn of a book with both; a note names the editors then.
        if bytewise and record.type in ("book", "classic") and record.author:
            return ""
        return braced(names.names(record.editor, spell, bytewise))

    return encode


def _orcids(_: Row, job: Job) -> Encode:
    spell = job.spell  # biblatex reads an annotation as text

    def encode(record: Record) -> str:
        found = [
            f'{place}="{spell(each.value)}"'
            for place, name in enumerate(record.author, start=1)
            for each in name.ids
            if each.scheme == "orcid" and '"' not in each.value
        ]
        return braced("; ".join(found))

    return encode


def _title(_: Row, job: Job) -> Encode:
    kept = job.options.protect
    original = any(
        row.how == "original" and field_selection.wanted(row.tag, job.options)
        for row in job.target.rows
    )

    def encode(record: Record) -> str:
        title = record.title or record.original_title or record.volume_title
        # The brackets are all that tells of a translation where the original has no field.
        if record.translated and record.title and not (original and record.original_title):
            title = f"[{title}]"
        return braced(job.title(title, (lambda text: protect(text, record)) if kept else None))

    return encode


def _original(_: Row, job: Job) -> Encode:
    kept = job.options.protect

    def encode(record: Record) -> str:
        title = record.original_title if record.title else ""
        spelt = braced(job.title(title))
        # Its case is its language's: what a style or program does to English must not touch it.
        return braced(spelt) if kept else spelt

    return encode


def _container(_: Row, job: Job) -> Encode:
    journal = job.options.journal
    return lambda record: braced(job.title(value_choice.container_title(record, journal)))


def _server(_: Row, job: Job) -> Encode:
    def encode(record: Record) -> str:
        server = record.container_title_short or record.container_title or record.publisher
        return braced(job.title(server) if job.target.bytewise else _one(job.title(server)))

    return encode


def _dated(make: Callable[[Date, Job], str]) -> Maker:
    """Make an encoder of the date that the user chose."""

    def maker(_: Row, job: Job) -> Encode:
        chosen = job.options.date
        return lambda record: (
            make(date, job) if (date := value_choice.issued(record, chosen)) else ""
        )

    return maker


def _years(date: Date, _: Job) -> str:
    """Return biblatex's date where BibTeX's year is two: styles print it, programs find no date."""
    if date.end is None or date.start is None or date.end.year == date.start.year:
        return ""
    return braced(dates.edtf(date))


def _undated(date: Date, job: Job) -> str:
    return braced(job.spell(date.raw)) if date.start is None else ""


def _designation(date: Date, job: Job) -> str:
    return braced(job.spell(date.rest)) if date.start else ""


def _pages(_: Row, job: Job) -> Encode:
    def encode(record: Record) -> str:
        if record.page is None or record.page.raw == record.number:
            return ""  # eid has the article number
        return braced(_ranges(record.page, job.spell))

    return encode


def _paged(_: Row, job: Job) -> Encode:
    def encode(record: Record) -> str:
        if record.page is None:
            return braced(job.spell(value_choice.article_number(record)))
        return braced(_ranges(record.page, job.spell))

    return encode


def _ranges(page: Pages, spell: Callable[[str], str]) -> str:
    """Return pages with a dash of two hyphens in each range."""
    if page.full == f"{page.first}-{page.last}":
        return f"{spell(page.first)}--{spell(page.last)}"
    if not page.last and not re.search("[,;]", page.full):
        return spell(page.full)  # an article number may have a hyphen
    return RANGE.sub(r"\1--\2", spell(page.full))


def _listed(row: Row, job: Job) -> Encode:
    get = attrgetter(row.to)
    return lambda record: braced(", ".join(map(job.spell, get(record))))


def _first(row: Row, job: Job) -> Encode:
    get = attrgetter(row.to)
    return lambda record: braced(job.spell(found[0])) if (found := get(record)) else ""


def _issn(_: Row, job: Job) -> Encode:
    return lambda record: braced(job.spell(value_choice.issn(record)))


def _url(_: Row, job: Job) -> Encode:
    verbatim = job.verbatim

    def encode(record: Record) -> str:
        address = record.url or addresses.of_bookshelf(record.nbk)
        if record.doi and not record.nbk:  # styles print both, and say the same twice
            return ""
        return braced(verbatim(address))

    return encode


def _alias(_: Row, job: Job) -> Encode:
    seen: set[str] = set()  # biber warns of an alias that two entries have

    def encode(record: Record) -> str:
        if not record.pmid.isdecimal() or record.pmid in seen:
            return ""
        seen.add(record.pmid)
        return braced(f"pmid:{record.pmid}")

    return encode


def _languages(_: Row, job: Job) -> Encode:
    between = ", " if job.target.bytewise else " and "

    def encode(record: Record) -> str:
        if not record.language or record.language == ("eng",):
            return ""
        found = [BY_CODE[code].name if code in BY_CODE else code for code in record.language]
        # biblatex translates the names it knows, which are in small letters.
        small = [name.lower() if name.lower() in LISTED else name for name in found]
        return braced(between.join(map(job.spell, found if job.target.bytewise else small)))

    return encode


def _langid(_: Row, __: Job) -> Encode:
    def encode(record: Record) -> str:
        # The title of a translated record is English, whatever the text is in.
        if not record.language or record.translated or "eng" in record.language:
            return ""
        return braced(LANGIDS.get(record.language[0], ""))

    return encode


def _keywords(_: Row, job: Job) -> Encode:
    wrapped = not job.target.bytewise

    def encode(record: Record) -> str:
        words = value_choice.keywords(record, job.options)
        commas = "," in "".join(words)
        if not (wrapped and commas):
            return braced(job.spell(("; " if commas else ", ").join(words)))
        words = [job.spell(word) for word in words]
        # Biber parts at commas, and spares those in braces.
        return braced(", ".join([f"{{{word}}}" if "," in word else word for word in words]))

    return encode


def _abstract(_: Row, job: Job) -> Encode:
    if not job.options.abstract:
        return lambda record: ""

    def encode(record: Record) -> str:
        if PLAIN.fullmatch(record.abstract):  # long, and looked through several times if not
            return braced(record.abstract)
        text = value_choice.abstract(record)
        return braced(job.title(text) if "<" in text and "</" in text else job.spell(text))

    return encode


def _state(_: Row, __: Job) -> Encode:
    return lambda record: "{prepublished}" if record.status == "aheadofprint" else ""


def _newspaper(_: Row, __: Job) -> Encode:
    return lambda record: "{newspaper}" if record.type == "article-newspaper" else ""


def _preprint(_: Row, __: Job) -> Encode:
    return lambda record: "{Preprint}" if record.genre == "Preprint" else ""


def _retraction(_: Row, job: Job) -> Encode:
    return lambda record: braced(job.spell(". ".join(value_choice.notices(record))))


def _notes(_: Row, job: Job) -> Encode:
    """Make BibTeX's note, which has to hold what biblatex has fields for."""

    def encode(record: Record) -> str:
        said = [job.spell(each) for each in value_choice.notices(record)]
        if record.genre == "Preprint":
            said.insert(0, "Preprint")
        elif record.status == "aheadofprint":
            said.append("Epub ahead of print")
        if record.type in ("book", "classic") and record.editor and record.author:
            editors = (f"{name.given} {name.family}{name.literal}" for name in record.editor)
            said.append(job.spell("Edited by " + ", ".join(each.strip() for each in editors)))
        return braced(". ".join(said))

    return encode


def _label(_: Row, job: Job) -> Encode:
    def encode(record: Record) -> str:
        if peek.plain_authors(record) or record.author or record.editor:
            return ""
        title = record.title or record.original_title or record.container_title
        return braced(job.spell(" ".join(islice(significant(title), 4))))

    return encode


# Those that look at the row's own attribute alone, which is decoded when a record is read.
ALONE = frozenset((
    "text", "whole", "doi", "pmcid", "identifier", "original", "pages", "listed",
    "first", "issn", "alias", "languages", "langid", "abstract", "state", "subtype", "preprint",
    *non_articles.ALONE,
))  # fmt: skip
HOW: dict[str, Maker] = {
    "text": _text, "whole": _whole, "doi": _verbatim, "pmcid": _identifier,
    "identifier": _identifier,
    "authors": _authors, "editors": _editors, "orcids": _orcids, "title": _title,
    "original": _original, "container": _container, "server": _server,
    "year": _dated(lambda date, job: dates.year(date, job.spell)),
    "month": _dated(lambda date, job: dates.month(date, job.spell)),
    "day": _dated(lambda date, job: dates.day(date)), "years": _dated(_years),
    "date": _dated(lambda date, job: braced(dates.edtf(date))),
    "undated": _dated(_undated), "designation": _dated(_designation),
    "pages": _pages, "paged": _paged, "listed": _listed, "first": _first, "issn": _issn,
    "url": _url, "alias": _alias, "languages": _languages, "langid": _langid,
    "keywords": _keywords, "abstract": _abstract, "state": _state, "subtype": _newspaper,
    **non_articles.HOW,
    "preprint": _preprint, "retraction": _retraction, "notes": _notes, "label": _label,
}  # fmt: skip
