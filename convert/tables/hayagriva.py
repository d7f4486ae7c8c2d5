"""Hayagriva's YAML: the path of each field, and its types with those of their parents.

What a work is in is its ``parent``, which has fields of its own, and a series is the parent of
that. Sources: docs/file-format.md of typst/hayagriva, and what its CSL taxonomy looks for.
"""

from typing import NamedTuple

from .row import Row


class EntryType(NamedTuple):
    """A type of entry, that of what it is in, and whether CSL's type comes back from it."""

    name: str
    parent: str = ""
    is_own: bool = True


TYPES = {
    "article": EntryType("article", "repository"),
    "article-journal": EntryType("article", "periodical"),
    "article-magazine": EntryType("article", "periodical", is_own=False),
    "article-newspaper": EntryType("article", "newspaper"),
    "bill": EntryType("legislation", is_own=False),
    "book": EntryType("book"),
    "broadcast": EntryType("video", "video"),
    "chapter": EntryType("chapter", "book"),
    "collection": EntryType("anthology"),
    "dataset": EntryType("misc", "repository", is_own=False),
    "document": EntryType("misc"),
    "entry": EntryType("entry", "reference", is_own=False),
    "entry-dictionary": EntryType("entry", "reference", is_own=False),
    "entry-encyclopedia": EntryType("entry", "reference"),
    "figure": EntryType("artwork", "article"),
    "graphic": EntryType("artwork"),
    "legal_case": EntryType("case"),
    "legislation": EntryType("legislation"),
    "manuscript": EntryType("manuscript"),
    "map": EntryType("artwork", is_own=False),
    "motion_picture": EntryType("video"),
    "paper-conference": EntryType("article", "proceedings"),
    "patent": EntryType("patent"),
    "periodical": EntryType("periodical"),
    "post": EntryType("post"),
    "post-weblog": EntryType("article", "blog"),
    "report": EntryType("report"),
    "review": EntryType("article", "periodical", is_own=False),
    "review-book": EntryType("article", "periodical", is_own=False),
    "software": EntryType("repository"),
    "song": EntryType("audio"),
    "thesis": EntryType("thesis"),
    "webpage": EntryType("web", "web"),
}
OTHER = EntryType("misc", is_own=False)
USUAL_PARENT = "anthology"  # of what has a container though its type has none
# The types whose number is their place in what they are in, which stands for pages.
_IN_PARENT = " ".join(name for name, entry in TYPES.items() if entry.parent)

ROWS = (
    Row("title", "title", "title", "with a short form, if there is one"),
    Row("author", "author", "names", "persons and groups, in byline order"),
    Row("date", "issued", "issued", "year, month and day as far as known; no seasons, no ranges"),
    Row("parent/title", "container_title", "container", "the journal, book, site or server"),
    Row("parent/author", "container_author", "names", "authors of the book that it is in"),
    Row("parent/editor", "editor", "names", "editors of the book that it is in", when=_IN_PARENT),
    Row("editor", "editor", "names", "editors of any other work", unless=_IN_PARENT),
    Row("affiliated", "translator", "translators", "translators"),
    Row("parent/volume", "volume", "text", "of the journal or book", when=_IN_PARENT),
    Row("volume", "volume", "text", "of any other work", unless=_IN_PARENT),
    Row("parent/issue", "issue", "text", "of the journal", when=_IN_PARENT),
    Row("issue", "issue", "text", "of any other work", unless=_IN_PARENT),
    Row("page-range", "page", "pages", "every range written out; else the article number"),
    Row("page-total", "number_of_pages", "count", "how many pages there are"),
    Row("volume-total", "number_of_volumes", "count", "how many volumes there are"),
    Row("edition", "edition", "text", "the edition of a book"),
    Row("series/title", "collection_title", "text", "the series: the parent of the book"),
    Row("series/volume", "collection_number", "text", "the number in the series"),
    Row("series/editor", "collection_editor", "names", "editors of the series"),
    Row("conference/title", "event_title", "text", "the conference, a parent besides"),
    Row("conference/location", "event_place", "text", "where it took place"),
    Row("conference/date", "event_date", "date", "when it took place"),
    Row("publisher/name", "publisher", "text", "the publisher"),
    Row("publisher/location", "publisher_place", "place", "its place; not a journal's country"),
    Row("genre", "genre", "text", "Preprint, letter, PhD thesis..."),
    Row("url/value", "url", "url", "the address, or that of a book at NCBI"),
    Row("url/date", "accessed", "accessed", "when it was looked at"),
    Row("serial-number/doi", "doi", "text", "without a resolver's address"),
    Row("serial-number/pmid", "pmid", "text", "digits only"),
    Row("serial-number/pmcid", "pmcid", "text", "with its prefix"),
    Row("serial-number/isbn", "isbn", "isbn", "the first"),
    Row("serial-number/issn", "issn", "issn", "of the edition that is cited"),
    Row("serial-number/serial", "number", "text", "the article number, or that of a report"),
    Row("serial-number/version", "version", "text", "the version of software"),
    Row("serial-number/pii", "pii", "text", "the publisher's item identifier"),
    Row("serial-number/nihms", "nihmsid", "text", "the manuscript's number at NIH"),
    Row("serial-number/nlm", "nlmid", "text", "the journal's number in NLM's catalogue"),
    Row("language", "language", "language", "the first, as BCP 47"),
    Row("archive", "archive", "text", "where a manuscript or preprint is"),
    Row("archive-location", "archive_location", "text", "and its number there"),
    Row("call-number", "call_number", "text", "the number by which a library finds it"),
    Row("note", "notes", "notes", "that the article is retracted or in doubt, then notes"),
    Row("abstract", "abstract", "abstract", "the main abstract"),
)
