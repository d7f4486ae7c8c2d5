"""What several fields of an entry say together: its date, numbers, archive and server."""

from __future__ import annotations

import re

from ...codecs import addresses, article_numbers, identifiers, languages, pages
from ...markup import verbatim
from ...model.values import Date, Name
from ...tables.bibtex_reads import ROWS
from ...tables.kinds import IN_SERIES, NUMBERED, PAGED, SERVED
from . import dates
from .dates import SEASON
from .decode import GENRES_BY_NAME
from .record_builder import BibRecordBuilder

# Where an entry has the class of its preprint; the model has no place for it.
_SUBJECT_TAGS = frozenset(("primaryclass", "eprintclass"))
_THESES = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}
_PREPRINT_SERVERS = re.compile(
    r"\w*rxiv|arxiv|\w+ar\s?xiv|research ?square|preprint|ssrn", re.IGNORECASE
)
_SERVER_TAGS = frozenset(row.tag for row in ROWS if row.how == "server")


def derive(builder: BibRecordBuilder) -> None:
    """Set the values that take several fields, from the builder's parts."""
    values = builder.values
    if values.get("original_title"):  # biblatex: origtitle is what a translation has
        values["translated"] = True
    _set_titles(builder)
    _set_group_and_journal(builder)
    _set_numbers(builder)
    _set_issued(builder)
    if thesis := GENRES_BY_NAME.get(_THESES.get(builder.entry.entry_type, "")):
        values.setdefault("genre", thesis)
    _set_eprint(builder)
    _set_server(builder)
    _set_language(builder)
    if (number := values.get("number")) and values["type"] in PAGED:
        values.setdefault("page", pages.pages(number))
    elif values["type"] == "article-journal" and (page := values.get("page")):
        values["number"] = page.full if _is_number(page.full, values.get("doi", "")) else ""


def _set_titles(builder: BibRecordBuilder) -> None:
    """Put subtitles behind the titles; a parent of crossref has its own as that of a book, too."""
    values, part = builder.values, builder.parts.get
    titles = {values.get("title", "").lower()}
    if subtitle := part("subtitle"):
        values["title"] = f"{values.get('title', '')}: {subtitle}".removeprefix(": ")
        titles.add(values["title"].lower())
    if (subtitle := part("book_subtitle")) and values.get("container_title"):
        values["container_title"] += f": {subtitle}"
    elif subtitle:
        builder.keep_unused("book_subtitle")
    if values["type"] == "book" and values.get("container_title", "").lower() in titles:
        values.pop("container_title", None)
    if values["type"] == "book" and "volume_title" not in values:
        values["volume_title"] = part("title_addon", "")
    else:
        builder.keep_unused("title_addon")


def _is_number(page: str, doi: str) -> bool:
    """Whether ``pages`` holds an article number, for which BibTeX's styles have no field.

    Unlike NLM, others write pages in small letters, too: ``s29`` is one, but no ``e29``.
    """
    if not any(map(str.isdecimal, page)):
        return False
    form = page if page[:1] == "e" else page.upper()
    return article_numbers.is_by_form(form) or article_numbers.is_by_doi(page, doi)


def _set_issued(builder: BibRecordBuilder) -> None:
    """Set the date; what contradicts it, or says too little for one, is kept."""
    part = builder.parts.get
    in_parts = (part("year", ""), part("month", ""), part("day", ""))
    issue = part("issue_name", "")
    issued = dates.parse_issued(part("date", ""), *in_parts, issue)
    if issued:
        builder.values["issued"] = issued
        _tell_month(builder, issued)
    other = dates.parse_issued("", *in_parts) if part("date") else issued
    if other is None or not issued or not _agree(issued, other):
        builder.keep_unused("year", "month", "day")
    is_season = bool(issued and issued.start and issued.start.season)
    if issue and issue != builder.values.get("issue") and not (is_season and SEASON.match(issue)):
        builder.keep_unused("issue_name")


def _tell_month(builder: BibRecordBuilder, issued: Date) -> None:
    """Note a month that cannot be read; the date keeps its text."""
    for field in builder.entry.fields:
        if field.tag == "month" and issued.start and issued.rest:
            builder.note("bad-date", field, f"{issued.rest!r} is no month; kept as text")


def _agree(date: Date, other: Date) -> bool:
    """Whether ``other`` says nothing that ``date`` does not say."""
    if other.start is None or date.start is None:
        return other.raw == date.raw
    pairs = zip(date.start, other.start, strict=True)
    return all(known == more or not more for known, more in pairs)


def _set_language(builder: BibRecordBuilder) -> None:
    """Take the language from babel's name for it where no field says it."""
    langid = builder.parts.get("langid", "")
    if langid and not builder.values.get("language"):
        code = languages.code(langid)
        builder.values["language"] = (code,) if code else ()
        if not code:
            builder.keep_unused("langid")


def _set_group_and_journal(builder: BibRecordBuilder) -> None:
    """Add a group to the authors; tell the journal's full title from its abbreviation."""
    values, part = builder.values, builder.parts.get
    if group := part("collaboration"):
        values["author"] = (*values.get("author", ()), Name(literal=group))
    if full := part("full_journal"):
        journal = values.get("container_title", full)
        values["container_title"] = full
        if journal != full:
            values.setdefault("container_title_short", journal)


def _set_numbers(builder: BibRecordBuilder) -> None:
    """Tell the issue from its name, and from the number of a report or in a series."""
    values, number = builder.values, builder.parts.get("issue_number", "")
    name = builder.parts.get("issue_name", "")
    if values["type"] in NUMBERED and (own := number or name):
        if values.get("number", own) != own:
            builder.keep_unused("number")
        values["number"] = own
    elif number and values["type"] in IN_SERIES:
        values["collection_number"] = number
    elif number:
        values["issue"] = number
    elif name and not SEASON.match(name):
        values["issue"] = name


def _set_eprint(builder: BibRecordBuilder) -> None:
    """Set the number that biblatex has PubMed's and other archives' in."""
    number = verbatim.decoded(builder.parts.get("eprint", ""))
    archive = builder.parts.get("archive", "").lower()
    if not number:
        builder.keep_unused("archive")
        return
    if archive in ("pubmed", "pmid", "medline") or (
        not archive and re.fullmatch(r"\d{6,8}", number)
    ):
        builder.values.setdefault("pmid", number)
    elif archive in ("pmc", "pmcid"):
        builder.values.setdefault("pmcid", identifiers.pmcid(number))
    else:
        _set_archived(builder, number)


def _set_archived(builder: BibRecordBuilder, text: str) -> None:
    """Set the number of a preprint in its archive; on arXiv, it gives the address too."""
    values, archive = builder.values, builder.parts.get("archive", "")
    number, subject = identifiers.arxiv(text) if archive.lower() in ("", "arxiv") else ("", "")
    if number:
        archive = archive or "arXiv"
    values["archive"], values["archive_location"] = archive, number or text
    if subject:
        _keep_subject(builder, subject)
    if archive.lower() == "arxiv":
        if values["type"] in ("document", "webpage"):
            values["type"], values["genre"] = "article", "Preprint"
        if not values.get("doi"):
            values.setdefault("url", addresses.of_arxiv(values["archive_location"]))


def _keep_subject(builder: BibRecordBuilder, subject: str) -> None:
    """Keep the class of a preprint that stands behind its number, under the name of its field."""
    fields = {field.tag: field for field in builder.entry.fields}
    if _SUBJECT_TAGS.isdisjoint(fields):
        builder.keep(fields["eprint"]._replace(tag="primaryclass", value=subject))


def _set_server(builder: BibRecordBuilder) -> None:
    """Set a preprint's server, or the publisher of what has no field for it."""
    values, server = builder.values, builder.parts.get("server", "")
    if not server:
        return
    if _PREPRINT_SERVERS.search(server):
        values["type"], values["genre"] = "article", "Preprint"
    if values["type"] in SERVED:
        attribute = "url" if re.match(r"https?://", server) else "container_title"
    else:
        attribute = "publisher"
    if values.setdefault(attribute, server) != server and attribute != "url":
        fields = builder.entry.fields
        builder.keep_repeated(next(field for field in fields if field.tag in _SERVER_TAGS))
