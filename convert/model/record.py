"""The canonical citation: what every reader makes and every writer takes.

The names are CSL's variables with ``-`` written ``_`` (``container_title``), and
beyond CSL those of PubMed. Everything is frozen; lists are tuples; an absent text
is ``""``, an absent value ``None``, so that a writer asks ``if record.volume``. A record
holds hundreds of small values: they are named tuples, which take a third of the time of
frozen classes to make. Values keep the text that they were read from, so nothing
that a rule did not understand is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..base.frozen import Frozen
from .values import (
    Abstract,
    Databank,
    Date,
    Event,
    Field,
    Grant,
    Heading,
    Identifier,
    Issn,
    Keyword,
    Name,
    Origin,
    Pages,
    Relation,
    Substance,
)


class Record(Frozen):
    """One citation. Attributes in CSL's vocabulary first, then what PubMed has beyond it."""

    # What it is
    type: str = "article-journal"
    genre: str = ""
    key: str = ""  # the citation key, where the input has one
    publication_types: tuple[str, ...] = ()

    # Titles. Text may hold CSL's inline markup (<i> <b> <sup> <sub>) and no other.
    title: str = ""
    original_title: str = ""  # TT, vernacular
    translated: bool = False  # the title is NLM's translation: printed in brackets
    container_title: str = ""
    container_title_short: str = ""
    collection_title: str = ""
    volume_title: str = ""
    title_short: str = ""
    event_title: str = ""  # of a conference

    # People, in byline order, groups included
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    collection_editor: tuple[Name, ...] = ()  # of the series
    investigator: tuple[Name, ...] = ()
    subject: tuple[Name, ...] = ()  # persons the article is about (PS)
    et_al: bool = False  # the record itself says that the byline goes on

    # Where in the publication
    volume: str = ""
    issue: str = ""
    page: Pages | None = None
    number: str = ""  # article number; of a report or patent its own
    collection_number: str = ""  # in the series
    chapter_number: str = ""
    number_of_pages: str = ""
    number_of_volumes: str = ""
    edition: str = ""
    version: str = ""
    publisher: str = ""
    publisher_place: str = ""
    event_place: str = ""
    archive: str = ""  # of manuscripts or preprints: arXiv
    archive_location: str = ""

    # When
    issued: Date | None = None  # DP: the issue's date
    available_date: Date | None = None  # DEP: the electronic date
    status: str = ""  # ppublish, epublish, aheadofprint
    issue_label: str = ""  # "eCollection" or "Print": how SO names the issue's date, if it does
    submitted: Date | None = None
    accessed: Date | None = None  # when a web page was looked at
    history: tuple[Event, ...] = ()

    # Identifiers, each without its label; PMCID with its prefix
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    pii: str = ""
    nihmsid: str = ""
    nbk: str = ""
    isbn: tuple[str, ...] = ()
    issn: tuple[Issn, ...] = ()
    nlmid: str = ""
    url: str = ""
    identifiers: tuple[Identifier, ...] = ()  # all of LID, AID and OID, as they stand

    # What it says and what it is about
    abstract: str = ""
    other_abstracts: tuple[Abstract, ...] = ()
    language: tuple[str, ...] = ()  # ISO 639-2/B, lower case
    mesh: tuple[Heading, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    keyword_owner: str = ""
    substances: tuple[Substance, ...] = ()
    genes: tuple[str, ...] = ()
    databanks: tuple[Databank, ...] = ()
    grants: tuple[Grant, ...] = ()
    relations: tuple[Relation, ...] = ()
    copyright: str = ""
    conflict: str = ""
    notes: tuple[str, ...] = ()
    references: str = ""  # RF: how many references the article has

    # Housekeeping
    source_line: str = ""  # SO: NLM's own citation, the oracle for `check`
    affiliations: tuple[str, ...] = ()  # AD that stands before any author
    admin: tuple[Field, ...] = ()  # OWN, STAT, DCOM, LR... by tag
    kept: tuple[Field, ...] = ()  # fields that no variable took
    origin: Origin | None = None

    @classmethod
    def later(
        cls,
        values: dict[str, Any],
        make: Callable[[str], Any],
        place: tuple[str, int],
    ) -> Record:
        """Give a record of some ``values``, which makes the others by name when first asked.

        A target looks at few of a record's values, and a record may have thousands of lines.
        Only what takes time to decode is left for later: see ``HEAVY``. Those of them that
        the record has nothing for are among ``values``. ``place`` is the file and line.
        """
        record = cls.__new__(cls)
        said = record.__dict__
        said |= values
        said["_make"], said["_place"] = make, place
        return record

    def having(self, names: Iterable[str]) -> list[str]:
        """Give those of some attributes that have a value; decodes none that was left for later."""
        said = self.__dict__
        return [name for name in names if said.get(name, name in HEAVY)]

    def has(self, name: str) -> bool:
        """Tell whether an attribute has a value; does not decode what was left for later."""
        said = self.__dict__
        return bool(said.get(name, name in HEAVY))

    @property
    def beyond(self) -> bool:
        """Tell whether it may say any of what PubMed has no tag for: a writer need not look."""
        return not BEYOND.isdisjoint(self.__dict__)

    @property
    def place(self) -> tuple[str, int]:
        """Give the file and the line that the record begins at."""
        place: tuple[str, int] | None = self.__dict__.get("_place")
        if place is None and self.origin:
            return self.origin.file, self.origin.line
        return place or ("", 0)

    @property
    def descriptors(self) -> tuple[str, ...]:
        """Give the MeSH headings' descriptors, for which no heading need be decoded."""
        said = self.__dict__
        if "_make" in said and "mesh" not in said:
            found: tuple[str, ...] = said["_make"]("descriptors")
            return found
        return tuple([each.descriptor for each in self.mesh])

    @property
    def inverted(self) -> tuple[str, ...]:
        """Give the authors as ``Family, Given`` if each is a person with just that.

        A reader may know them without decoding a name; ``()`` asks for a look at ``author``.
        """
        said = self.__dict__
        if "_inverted" not in said:
            later = "_make" in said and "author" not in said
            said["_inverted"] = said["_make"]("inverted") if later else ()
        found: tuple[str, ...] = said["_inverted"]
        return found

    @property
    def addressed(self) -> bool:
        """Tell whether an author has an affiliation."""
        said = self.__dict__
        if "_make" in said and "author" not in said:
            return bool(said["_make"]("addressed"))
        return any(name.affiliations for name in self.author)

    @property
    def kinds(self) -> frozenset[str]:
        """Give the kinds of the relations, none of which need be decoded."""
        said = self.__dict__
        if "_make" in said and "relations" not in said:
            found: frozenset[str] = said["_make"]("kinds")
            return found
        return frozenset([each.kind for each in self.relations])

    def relation(self, kind: str) -> tuple[Relation, ...]:
        """Give the relations of one kind, in the record's order."""
        return tuple(relation for relation in self.relations if relation.kind == kind)

    @property
    def retracted(self) -> bool:
        """Tell whether the record says that the article was retracted."""
        return "Retracted Publication" in self.publication_types or "retraction-in" in self.kinds


class _Later:
    """A heavy attribute of a record: made when first asked for, then kept in its place."""

    def __init__(self, name: str, default: object) -> None:
        self.name, self.default = name, default

    def __get__(self, record: Record | None, owner: type[Record]) -> object:
        made = None if record is None else record.__dict__.get("_make")
        if record is None or made is None:
            return self.default
        value = record.__dict__[self.name] = made(self.name)
        return value


HEAVY = frozenset((
    "author", "editor", "investigator", "subject", "affiliations", "mesh", "keywords",
    "substances", "grants", "databanks", "relations", "history", "submitted", "identifiers",
    "other_abstracts", "admin", "origin",
))  # fmt: skip

# Of books, theses, web pages: what other formats tell of, and no record of PubMed's.
BEYOND = frozenset((
    "title_short", "event_title", "event_place", "translator", "collection_editor",
    "collection_number", "chapter_number", "number_of_pages", "number_of_volumes", "version",
    "archive", "archive_location", "accessed",
))  # fmt: skip

for _name in HEAVY:
    setattr(Record, _name, _Later(_name, getattr(Record, _name)))
