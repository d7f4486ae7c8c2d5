"""The canonical citation: every reader yields it, every writer takes it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from os import PathLike
from typing import Any, TypeAlias

from ..base.attribute_docs import with_attribute_docs
from ..base.errors import ArgumentError
from ..base.frozen import Frozen
from .retracted_titles import says_retracted
from .value_types import type_checker
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

# Attributes by name, of a record that is being put together.
Values: TypeAlias = dict[str, Any]

TITLE_LENGTH = 40  # of a title in a record's repr
# Returns a record as a reference in HTML. Set by medcite.api: this room knows no styles.
reference_html: Callable[[Record], str] | None = None


@with_attribute_docs
class Record(Frozen):
    """One citation.

    The names are CSL's variables with ``-`` written ``_`` (``container_title``), then those of
    what PubMed has beyond CSL. A record does not change (``replace`` makes another), its lists
    are tuples, an absent text is ``""`` and an absent value ``None``. Texts may hold CSL's inline
    markup (``<i> <b> <sup> <sub>``, a ``<span>`` for small capitals) and no other. Capitals in
    brackets are the MEDLINE tags that an attribute is read from.
    """

    # What it is

    type: str = "article-journal"
    """CSL's type of work, such as ``article-journal``, ``chapter``, ``book``. [PT]"""
    genre: str = ""
    """What kind of its type it is, such as ``letter``, ``Preprint``, ``PhD thesis``. [PT]"""
    key: str = ""
    """The citation key, where the input has one: ``fu2024``. BibTeX's, or CSL-JSON's ``id``."""
    publication_types: tuple[str, ...] = ()
    """NLM's publication types: ``("Journal Article", "Review")``. [PT]"""

    # Titles

    title: str = ""
    """The title, without the full stop that NLM adds: ``Malaria in 2002``. [TI; of a book BTI]"""
    original_title: str = ""
    """The title in its own language, transliterated: ``Le paludisme``. [TT]"""
    translated: bool = False
    """Whether ``title`` is NLM's translation, which is printed in brackets. [TI]"""
    container_title: str = ""
    """The journal, or the book of a chapter: ``BMC medicine``. [JT, BTI]"""
    container_title_short: str = ""
    """NLM's abbreviation of the journal: ``BMC Med``. [TA]"""
    collection_title: str = ""
    """The series that a book is in: ``Methods in molecular biology``. [CTI]"""
    volume_title: str = ""
    """The title of one volume of a book: ``Injury``. [VTI]"""
    title_short: str = ""
    """A short form of the title: ``Malaria``. BibLaTeX's ``shorttitle``, CSL's ``title-short``."""
    event_title: str = ""
    """The conference that a paper was given at: ``MEDINFO 2023``. BibLaTeX's ``eventtitle``."""

    # People, in byline order, groups included

    author: tuple[Name, ...] = ()
    """The authors: ``(Name("Fu", "Haixia"), Name(literal="A Group"))``. [FAU, AU, CN, AD, AUID]"""
    editor: tuple[Name, ...] = ()
    """The editors of the book: ``(Name("Adam", "Margaret P"),)``. [FED, ED]"""
    container_author: tuple[Name, ...] = ()
    """Authors of the book it is in: ``(Name("Doe", "Jane"),)``. BibLaTeX's ``bookauthor``."""
    translator: tuple[Name, ...] = ()
    """The translators: ``(Name("Roe", "Richard"),)``. BibLaTeX's and CSL's ``translator``."""
    collection_editor: tuple[Name, ...] = ()
    """The editors of the series: ``(Name("Walker", "John M"),)``. CSL's ``collection-editor``."""
    investigator: tuple[Name, ...] = ()
    """Members of a group that is an author: ``(Name("Doe", "Jane"),)``. [FIR, IR, IRAD]"""
    subject: tuple[Name, ...] = ()
    """Persons whom the article is about: ``(Name("Koch", "Robert"),)``. [FPS, PS]"""
    et_al: bool = False
    """Whether the record itself says that the byline goes on. [AU ``et al.``]"""
    editor_et_al: bool = False
    """Whether it says that there are more editors. [ED ``et al.``]"""

    # Where in the publication

    volume: str = ""
    """The volume, with its supplement or part: ``22``, ``10 Suppl 2``. [VI]"""
    issue: str = ""
    """The issue: ``1``, ``Pt 3``. [IP]"""
    page: Pages | None = None
    """The pages; ``str(record.page)`` is ``737-748``. [PG]"""
    number: str = ""
    """The article number; the number of a report or patent: ``e12345``. [LID, PG]"""
    collection_number: str = ""
    """The number in the series: ``1234``. BibTeX's ``number`` of a book."""
    chapter_number: str = ""
    """The number of a chapter: ``3``. BibTeX's ``chapter``."""
    section: str = ""
    """The section of a newspaper, a law or a book: ``Sports``. CSL's ``section``, RIS's ``SE``."""
    number_of_pages: str = ""
    """How many pages a book has: ``412``. BibLaTeX's ``pagetotal``."""
    number_of_volumes: str = ""
    """How many volumes a book has: ``2``. BibLaTeX's ``volumes``."""
    edition: str = ""
    """The edition, without the word: ``2nd``. [EN, ED]"""
    version: str = ""
    """The version of software or a data set: ``1.2.0``. CSL's and BibLaTeX's ``version``."""
    publisher: str = ""
    """The publisher; of a thesis the university: ``Humana Press``. [PB]"""
    publisher_place: str = ""
    """The publisher's place; a journal's country: ``England``. [PL]"""
    original_publisher: str = ""
    """The publisher of the first edition: ``Teubner``. BibLaTeX's ``origpublisher``."""
    original_publisher_place: str = ""
    """That publisher's place: ``Leipzig``. BibLaTeX's ``origlocation``."""
    event_place: str = ""
    """Where the conference was: ``Sydney``. BibLaTeX's ``venue``."""
    scale: str = ""
    """The scale of a map: ``1:25000``. CSL's ``scale``, RIS's ``C1``."""
    call_number: str = ""
    """The number by which a library finds it: ``QA 12``. BibLaTeX's ``library``, RIS's ``CN``."""
    archive: str = ""
    """The archive of a manuscript or preprint: ``arXiv``. CSL's ``archive``."""
    archive_location: str = ""
    """The number in that archive: ``2401.00001``. BibLaTeX's ``eprint``."""

    # When

    issued: Date | None = None
    """The date of the issue, which is cited: ``2024 Feb 27``. [DP]"""
    available_date: Date | None = None
    """The date of electronic publication: ``2024 Feb 20``. [DEP]"""
    status: str = ""
    """How it is published: ``ppublish``, ``epublish``, ``aheadofprint``. [PST]"""
    issue_label: str = ""
    """What NLM calls the issue's date, if anything: ``eCollection``, ``Print``. [SO, PUBM]"""
    submitted: Date | None = None
    """When the article was received: ``2023 Sep 1``. [PHST ``[received]``]"""
    accessed: Date | None = None
    """When a web page was looked at: ``2024 May 2``. BibLaTeX's ``urldate``, RIS's ``Y2``."""
    event_date: Date | None = None
    """When the conference was: ``2024 May 2-2024 May 4``. BibLaTeX's ``eventdate``."""
    original_date: Date | None = None
    """When the work first appeared: ``1888``. BibLaTeX's ``origdate``, RIS's ``OP``."""
    history: tuple[Event, ...] = ()
    """The stages of the publication: ``(Event("received", Date(...)),)``. [PHST]"""

    # Identifiers, without their labels

    doi: str = ""
    """The DOI, without a resolver: ``10.1186/s12916-024-03275-5``. [LID, AID]"""
    pmid: str = ""
    """PubMed's number: ``38413930``. [PMID]"""
    pmcid: str = ""
    """PubMed Central's number, with its prefix: ``PMC10900595``. [PMC, OID]"""
    pii: str = ""
    """The publisher's item identifier: ``S0140-6736(97)11096-0``. [LID, AID]"""
    nihmsid: str = ""
    """The manuscript's number at NIH or Europe PMC: ``NIHMS656821``. [MID]"""
    nbk: str = ""
    """The number in NCBI's Bookshelf: ``NBK1116``. [AID ``[bookaccession]``]"""
    isbn: tuple[str, ...] = ()
    """A book's ISBNs, without their labels: ``("9783031456787",)``. [ISBN]"""
    issn: tuple[Issn, ...] = ()
    """The journal's ISSNs: ``(Issn("1741-7015", "electronic"),)``. [IS]"""
    nlmid: str = ""
    """The journal's number in NLM's catalogue: ``101190723``. [JID]"""
    url: str = ""
    """An address: ``https://eric.ed.gov/?id=EJ1``. [URL; of a book in Bookshelf its page]"""
    identifiers: tuple[Identifier, ...] = ()
    """All as they stand: ``(Identifier("doi", "10.1/x", "LID"),)``. [LID, AID, OID, MID]"""

    # What it says and what it is about

    abstract: str = ""
    """The abstract: ``BACKGROUND: Malaria is...``. [AB]"""
    other_abstracts: tuple[Abstract, ...] = ()
    """Abstracts in other languages or kinds: ``(Abstract("Le...", "fre"),)``. [OAB, OABL]"""
    language: tuple[str, ...] = ()
    """The languages, by ISO 639-2/B in lower case: ``("eng",)``. [LA]"""
    mesh: tuple[Heading, ...] = ()
    """MeSH headings: ``(Heading("Mice", True, (Qualifier("blood"),)),)``. [MH]"""
    keywords: tuple[Keyword, ...] = ()
    """Keywords of authors or indexers: ``(Keyword("malaria"),)``. [OT]"""
    keyword_owner: str = ""
    """Who gave the keywords: ``NOTNLM``. [OTO]"""
    substances: tuple[Substance, ...] = ()
    """Chemicals: ``(Substance("9927MT646M", "Basiliximab"),)``. [RN, NM]"""
    genes: tuple[str, ...] = ()
    """Symbols of genes, which NLM gave from 1991 to 1996: ``("pyrB",)``. [GS]"""
    databanks: tuple[Databank, ...] = ()
    """Entries in registries: ``(Databank("ClinicalTrials.gov", "NCT04738981"),)``. [SI]"""
    grants: tuple[Grant, ...] = ()
    """Who paid: ``(Grant("R01 AI1", "AI", "NIAID NIH HHS", "United States"),)``. [GR]"""
    relations: tuple[Relation, ...] = ()
    """Links to articles: ``(Relation("erratum-in", "Nat Med. 2023..."),)``. [RIN, EIN, CIN...]"""
    copyright: str = ""
    """The copyright notice of the abstract: ``© 2024. The Author(s).``. [CI]"""
    conflict: str = ""
    """The statement on conflicts of interest: ``None declared.``. [COIS]"""
    notes: tuple[str, ...] = ()
    """Notes: ``("Erratum in preparation",)``. [GN; RIS's N1, BibTeX's ``note``]"""
    references: str = ""
    """How many references a review has: ``81``. [RF]"""

    # Housekeeping

    source_line: str = ""
    """NLM's own citation, a check on the rest: ``BMC Med. 2024 Feb 27;22(1):85.``. [SO]"""
    affiliations: tuple[str, ...] = ()
    """Affiliations before any name, of no one author: ``("University of X",)``. [AD]"""
    admin: tuple[Field, ...] = ()
    """What is about the record, not the article: ``(Field("OWN", "NLM"),)``. [OWN, STAT, LR...]"""
    kept: tuple[Field, ...] = ()
    """Fields of the input that no attribute takes, verbatim: ``(Field("ZZ", "x", 12),)``."""
    origin: Origin | None = None
    """Where it was read, and every field of it: ``Origin("medline", "refs.nbib", 1, (...))``."""

    def _check(self, values: tuple[object, ...], named: dict[str, object]) -> None:
        """Refuse values of another type than their attribute has; readers make lazy records."""
        _check_types({**dict(zip(self.names, values, strict=False)), **named} if values else named)

    def __repr__(self) -> str:
        """Return it in one line: ``<Record 38413930 Fu et al. 2024 'Mesenchymal stromal...'>``."""
        number = self.pmid or self.doi or self.pmcid or self.key
        year = str(self.year) if self.year else ""
        title = repr(_shortened(self.title)) if self.title else ""
        parts = ("Record", number, _byline(self), year, title)
        return f"<{' '.join(filter(None, parts))}>"

    def _repr_html_(self) -> str | None:
        """Return it as a formatted reference, which Jupyter shows in the place of the repr."""
        return reference_html(self) if reference_html else None

    @property
    def year(self) -> int | None:
        """The year of publication; ``None`` if no date tells it."""
        dates = (self.issued, self.available_date)
        return next((date.start.year for date in dates if date and date.start), None)

    @property
    def retracted(self) -> bool:
        """Whether the record, its title included, says that the article was retracted."""
        return is_retracted(self, {relation.kind for relation in self.relations})

    def relation(self, kind: str) -> tuple[Relation, ...]:
        """Return the relations of one kind, in the record's order."""
        return tuple(relation for relation in self.relations if relation.kind == kind)

    def replace(self, **changes: object) -> Record:
        """Return a record like this one with some attributes changed."""
        values = dict(zip(self.names, self._values(), strict=True))
        return Record(**values | changes)

    def to_dict(self) -> dict[str, Any]:
        """Return every attribute by name, empty ones too, as JSON's plain values."""
        from .serialize import plain  # noqa: PLC0415  # few ask for it

        return {name: plain(value) for name, value in zip(self.names, self._values(), strict=True)}


def is_retracted(record: Record, relation_kinds: Container[str]) -> bool:
    """Whether a record with such relations says that its article was retracted."""
    return (
        "Retracted Publication" in record.publication_types
        or "retraction-in" in relation_kinds
        or (
            says_retracted(record.title)
            and "Retraction of Publication" not in record.publication_types
        )
    )


def check_records(records: Iterable[Record]) -> Iterator[Record]:
    """Return ``records`` with a type check. Raises ArgumentError, at once if possible."""
    if isinstance(records, str | bytes | PathLike):
        raise ArgumentError(f"expected records, not {records!r}: medcite.read() gives a file's")
    if isinstance(records, Record) or not isinstance(records, Iterable):
        raise ArgumentError(f"expected an iterable of records, not {records!r}")
    return map(_check_record, records)


def _check_record(value: object) -> Record:
    if not isinstance(value, Record):
        raise ArgumentError(f"expected a medcite.Record, not {value!r}")
    return value


def _byline(record: Record) -> str:
    """Return the authors in few words: ``Fu et al.``."""
    names = [name.family or name.literal for name in record.author]
    if len(names) > 2 or (names and record.et_al):
        return f"{names[0]} et al."
    return " and ".join(names)


def _shortened(title: str) -> str:
    """Return a title on one line, cut at a blank if it is long."""
    title = " ".join(title.split())
    if len(title) <= TITLE_LENGTH:
        return title
    head = title[: TITLE_LENGTH - 3]
    return f"{head.rpartition(' ')[0] or head}..."


# Of lists of names, the attributes that say whether they go on.
TRUNCATED = {"author": "et_al", "editor": "editor_et_al"}

# What only other formats tell of: books, theses, web pages. No record of PubMed's has them.
NOT_IN_PUBMED = frozenset((
    "title_short", "event_title", "event_place", "event_date", "translator", "collection_editor",
    "container_author", "collection_number", "chapter_number", "section", "number_of_pages",
    "number_of_volumes", "version", "original_publisher", "original_publisher_place",
    "original_date", "scale", "call_number", "archive", "archive_location", "accessed",
))  # fmt: skip
_check_types = type_checker(Record.__annotations__)
