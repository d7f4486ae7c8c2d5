"""The values of a record as a condition compares them: texts, numbers, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import combining, normalize

from ..base.lazy_regex import regex
from ..model.values import (
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

_WORD = regex(r"\w+")
_INLINE_TAG = regex(r"</?[a-z][^<>]*>")


def folded_words(text: str) -> str:
    """Return the words of a text without case, accents and markup, with a blank around each."""
    if "<" in text:
        text = _INLINE_TAG.sub("", text)
    text = text.lower() if text.isascii() else _without_accents(text)
    return f" {' '.join(_WORD.findall(text))} "


def _without_accents(text: str) -> str:
    return "".join(c for c in normalize("NFKD", text).casefold() if not combining(c))


def texts(value: object) -> Iterator[str]:
    """Yield the texts that an attribute's value stands for: of a list, those of its members."""
    if type(value) is tuple:
        for member in value:
            yield from texts(member)
    elif isinstance(value, str):
        yield value
    elif spell := _SPELLINGS.get(type(value)):
        yield from filter(None, spell(value))
    elif isinstance(value, bool):
        yield from ("yes",) if value else ()


def _name(name: Name) -> tuple[str, ...]:
    """Return the ways to write a name: ``Haixia Fu``, ``Fu Haixia``, ``Fu H``."""
    if name.literal:
        return (name.literal,)
    full = (f"{name.family} {name.given}".strip(), f"{name.given} {name.family}".strip())
    return tuple(dict.fromkeys((*full, name.short)))


def _heading(heading: Heading) -> tuple[str, ...]:
    """Return a descriptor, and it with each of its qualifiers: ``Mice``, ``Mice/blood``."""
    qualified = [f"{heading.descriptor}/{qualifier.name}" for qualifier in heading.qualifiers]
    return (heading.descriptor, *qualified)


# How the small values of a record are written.
_SPELLINGS: dict[type, Callable[..., tuple[str, ...]]] = {
    Abstract: lambda abstract: (abstract.text,),
    Databank: lambda databank: (databank.name, databank.accession),
    Date: lambda date: (str(date),),
    Event: lambda event: (f"{event.kind} {event.date}",),
    Field: lambda field: (f"{field.tag} {field.value}",),
    Grant: lambda grant: (grant.number, grant.agency, grant.country, grant.raw),
    Heading: _heading,
    Identifier: lambda identifier: (identifier.value,),
    Issn: lambda issn: (issn.value,),
    Keyword: lambda keyword: (keyword.text,),
    Name: _name,
    Origin: lambda origin: (origin.file,),
    Pages: lambda pages: (pages.raw, pages.full),
    Relation: lambda relation: (f"{relation.kind} {relation.citation}", relation.pmid),
    Substance: lambda substance: (substance.name, substance.registry),
}
