"""By what the records of a search are counted: journal, type, language, country, MeSH."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..model import peek
from ..model.record import Record
from ..tables.languages import ROWS

_LANGUAGES = {row.code: row.name for row in ROWS}
_TYPES = {"article-journal": "Journal Article"}  # CSL's word and NLM's
_FUNDING = "Research Support"  # begins what NLM counts among the types, and is none


class Facet(NamedTuple):
    """What is counted: its name, a sentence about it, and the values of a record."""

    title: str
    about: str
    values: Callable[[Record], Iterable[str]]


def journals(record: Record) -> tuple[str, ...]:
    """Return the journal as NLM abbreviates it, else its title or that of the book."""
    title = record.container_title_short or record.container_title
    return (title,) if title else ()


def types(record: Record) -> tuple[str, ...]:
    """Return NLM's publication types, else what the work is, in NLM's words; no support."""
    known = [name for name in record.publication_types if not name.startswith(_FUNDING)]
    other = record.genre or _TYPES.get(record.type) or record.type.replace("-", " ")
    return tuple(dict.fromkeys(known)) or ((other[:1].upper() + other[1:],) if other else ())


def languages(record: Record) -> tuple[str, ...]:
    """Return the names of the languages; what the table does not have stays as it is."""
    return tuple(dict.fromkeys(_LANGUAGES.get(code, code) for code in record.language))


def countries(record: Record) -> tuple[str, ...]:
    """Return the journal's country; in other formats than PubMed's the place may be a town."""
    place = record.publisher_place
    is_country = (
        place not in ("", "Not Available")
        and peek.is_from_pubmed(record)
        and record.type == "article-journal"
    )
    return (place,) if is_country else ()


def mesh(record: Record) -> tuple[str, ...]:
    """Return the descriptors of the MeSH headings."""
    return tuple(dict.fromkeys(peek.mesh_descriptors(record)))


def major_topics(record: Record) -> tuple[str, ...]:
    """Return the descriptors that are major topics, by themselves or by a qualifier."""
    headings = [
        heading.descriptor
        for heading in record.mesh
        if heading.major or any(qualifier.major for qualifier in heading.qualifiers)
    ]
    return tuple(dict.fromkeys(headings))


FACETS = (
    Facet("Journals", "", journals),
    Facet("Publication types", "A record may have several.", types),
    Facet("Languages", "A record may have several.", languages),
    Facet("Countries", "Where the journal is published, as PubMed has it.", countries),
    Facet("MeSH headings", "A record has several.", mesh),
    Facet("MeSH major topics", "A record may have several.", major_topics),
)
