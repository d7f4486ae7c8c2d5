"""The small values that a record is made of: names, dates, pages, identifiers, headings.

A record holds hundreds of them. They are named tuples, which take a third of the time of frozen
classes to make. Each keeps the text that it was read from where it may hold more than a rule
understood, so that nothing is lost.
"""

from typing import NamedTuple

from ..tables.calendar import MONTHS, SEASONS


class Field(NamedTuple):
    """One tagged value of an input file, unwrapped, and the line it begins at (from 1)."""

    tag: str
    value: str
    line: int = 0


class Identifier(NamedTuple):
    """An identifier in a scheme: ``orcid``, ``isni``, ``doi``, ``pii``, ``bookaccession``...

    ``tag`` is the input's tag (``LID``, ``AID``, ``OID``), since the two differ in meaning:
    LID is printed as the location, AID only identifies. ``scheme`` is ``""`` for a bare LID.
    """

    scheme: str
    value: str
    tag: str = ""


class Name(NamedTuple):
    """A person or a group, in byline order.

    A person has ``family`` (one-name authors have nothing else). A group has only
    ``literal``. ``short`` is the name as NLM prints it (AU: ``O'Brien MA Jr``).
    Particles stay in ``family``: NLM sorts and prints under them.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    short: str = ""
    affiliations: tuple[str, ...] = ()
    ids: tuple[Identifier, ...] = ()

    @property
    def initials(self) -> str:
        """The initials as NLM prints them (AU: ``MA``), which not even a rule can know.

        NLM takes two of ``Pamela A F``, and ``TAL`` of ``Tomás de A L``. ``""`` if no AU tells.
        """
        return initials_of(self.short, self.family, self.suffix)


def initials_of(short: str, family: str, suffix: str = "") -> str:
    """Return the initials in a name as AU has it; ``""`` if it has another family name."""
    if not short.startswith(f"{family} "):
        return ""
    initials = short[len(family) + 1 :]
    return initials.removesuffix(suffix).rstrip() if suffix else initials


class PartialDate(NamedTuple):
    """A point in time, as precise as it is known; 0 stands for unknown.

    ``season``: 1 spring, 2 summer, 3 autumn, 4 winter.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0

    def __str__(self) -> str:
        """Return it as NLM writes it: ``2024 Feb 27``, ``1999 Summer``."""
        return " ".join(filter(None, (str(self.year), self._within_year())))

    def _within_year(self) -> str:
        """Return what follows the year: ``Feb 27``, ``Summer``."""
        words = [*MONTHS[self.month - 1 : self.month]] if self.month > 0 else []
        if not self.month and self.season > 0:
            words = [*SEASONS[self.season - 1 : self.season]]
        return " ".join([*words, str(self.day)] if self.day else words)

    def range_to(self, end: "PartialDate") -> str:
        """Return the range that ends at ``end``, without what the end repeats of the start."""
        if self.year != end.year:
            return f"{self}-{end}"
        if self.day and end.month and not end.day:  # 2022 Jul-Aug 01: the day is July's
            return f"{self._replace(day=0)}-{end._within_year()} {self.day}"
        if end.day and (self.month, self.season) == (end.month, end.season):
            return f"{self}-{end.day}"
        return f"{self}-{end._within_year() or end.year}"


class Date(NamedTuple):
    """A date or a range of dates; ``raw`` is the text it was read from.

    ``start`` is ``None`` where no rule understood ``raw``; a year found in such a
    text is still given as ``start``. ``rest`` is the part that no rule understood
    (``2nd Quarter``). ``circa`` marks a date that is approximate or uncertain.
    """

    start: PartialDate | None
    end: PartialDate | None = None
    raw: str = ""
    rest: str = ""
    circa: bool = False

    def __str__(self) -> str:
        """Return it as NLM writes it (``2024 Feb 27``); what no rule understood as it was."""
        if self.start is None:
            return self.raw or self.rest
        circa = "ca. " if self.circa else ""
        if self.end is None or self.end == self.start:
            return f"{circa}{self.start} {self.rest}".rstrip()
        return f"{circa}{self.start.range_to(self.end)} {self.rest}".rstrip()


class Pages(NamedTuple):
    """Page numbers: as printed (``raw``) and with every range's end written out (``full``).

    ``first`` and ``last`` bound the first range; ``last`` is ``""`` for a single page and
    for a text that no rule divides (``e12; quiz e13``: ``full`` equals ``raw``).
    """

    raw: str
    full: str
    first: str
    last: str = ""

    def __str__(self) -> str:
        """Return the pages in full: ``737-748``."""
        return self.full or self.raw


class Issn(NamedTuple):
    """An ISSN and its medium: ``print``, ``electronic``, ``linking`` or ``""``."""

    value: str
    medium: str = ""


class Qualifier(NamedTuple):
    """A MeSH qualifier (subheading) and whether it is a major topic."""

    name: str
    major: bool = False


class Heading(NamedTuple):
    """A MeSH heading: descriptor, whether it is a major topic, and its qualifiers."""

    descriptor: str
    major: bool = False
    qualifiers: tuple[Qualifier, ...] = ()


class Keyword(NamedTuple):
    """An author's or indexer's keyword; ``major`` where the record stars it."""

    text: str
    major: bool = False


class Substance(NamedTuple):
    """A chemical: registry number (``0`` where it has none) and name."""

    registry: str
    name: str


class Grant(NamedTuple):
    """A grant; ``raw`` is the record's text, since its slashes are not always separators."""

    number: str = ""
    acronym: str = ""
    agency: str = ""
    country: str = ""
    raw: str = ""


class Databank(NamedTuple):
    """An entry in a data bank or registry, such as ``ClinicalTrials.gov`` ``NCT04738981``."""

    name: str
    accession: str = ""


class Relation(NamedTuple):
    """A link to another article.

    ``kind`` is the MEDLINE tag in words (``retraction-in``, ``erratum-for``; see the
    MEDLINE table), ``citation`` the record's text without its identifiers' labels removed.
    """

    kind: str
    citation: str
    pmid: str = ""
    doi: str = ""


class Event(NamedTuple):
    """A stage of the publication's history: ``kind`` (``received``, ``pubmed``) and when."""

    kind: str
    date: Date


class Abstract(NamedTuple):
    """An abstract besides the main one, with its language or kind as the record labels it."""

    text: str
    language: str = ""


class Origin(NamedTuple):
    """Where a record came from: its format, file, first line and every field as read.

    ``type`` is what the format calls the type of the record, such as BibTeX's ``manual``.
    """

    format: str
    file: str = ""
    line: int = 0
    fields: tuple[Field, ...] = ()
    type: str = ""

    def line_of(self, tag: str) -> int:
        """Return the line of the first field with ``tag``, or the record's own."""
        return next((field.line for field in self.fields if field.tag == tag), self.line)
