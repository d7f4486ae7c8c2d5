"""The canonical citation: what every reader makes and every writer takes.

The names are CSL's variables with ``-`` written ``_`` (``container_title``), and
beyond CSL those of PubMed. Everything is frozen; lists are tuples; an absent text
is ``""``, an absent value ``None``, so that a writer asks ``if record.volume``. A record
holds hundreds of small values: they are named tuples, which take a third of the time of
frozen classes to make. Values keep the text that they were read from, so nothing
that a rule did not understand is lost.
"""

from __future__ import annotations

from typing import NamedTuple


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


class PartialDate(NamedTuple):
    """A point in time, as precise as it is known; 0 stands for unknown.

    ``season``: 1 spring, 2 summer, 3 autumn, 4 winter.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0


class Date(NamedTuple):
    """A date or a range of dates; ``raw`` is the text it was read from.

    ``start`` is ``None`` where no rule understood ``raw``; a year found in such a
    text is still given as ``start``. ``rest`` is the part that no rule understood
    (``2nd Quarter``).
    """

    start: PartialDate | None
    end: PartialDate | None = None
    raw: str = ""
    rest: str = ""


class Pages(NamedTuple):
    """Page numbers: as printed (``raw``) and with every range's end written out (``full``).

    ``first`` and ``last`` bound the first range; ``last`` is ``""`` for a single page and
    for a text that no rule divides (``e12; quiz e13``: ``full`` equals ``raw``).
    """

    raw: str
    full: str
    first: str
    last: str = ""


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
    """Where a record came from: its format, file, first line and every field as read."""

    format: str
    file: str = ""
    line: int = 0
    fields: tuple[Field, ...] = ()

    def line_of(self, tag: str) -> int:
        """Give the line where ``tag`` first stands, or the record's own."""
        return next((field.line for field in self.fields if field.tag == tag), self.line)
