"""What a record is about and who paid: MeSH, keywords, substances, grants, data banks."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lazy_regex import regex
from ..model.values import Databank, Grant, Heading, Keyword, Qualifier, Relation, Substance
from ..tables.identifiers import DOI

_SUBSTANCE = regex(r"(\S+(?: [\d.-]+)?) \((.*)\)")
_ACRONYM = regex(r"[A-Z]{2}|[A-Z]+_")
_PMID = regex(r"\bPMID:?\s*(\d{1,8})")
# The punctuation of the sentence is not the DOI's.
_DOI = regex(rf"\bdoi:?\s*({DOI}(?<![.,;]))", re.IGNORECASE)


@lru_cache(maxsize=32768)
def heading(text: str) -> Heading:
    """Read ``*Descriptor/qualifier/*qualifier``; a star marks a major topic."""
    descriptor, *texts = text.split("/")
    qualifiers = tuple(map(_qualifier, texts)) if texts else ()
    if descriptor.startswith("*"):
        return Heading(descriptor[1:], True, qualifiers)
    return Heading(descriptor, False, qualifiers)


@lru_cache(maxsize=256)
def _qualifier(text: str) -> Qualifier:
    return Qualifier(text.removeprefix("*"), text.startswith("*"))


def encode_heading(value: Heading) -> str:
    """Write a heading as MH does."""
    parts = [(value.major, value.descriptor)]
    parts += [(qualifier.major, qualifier.name) for qualifier in value.qualifiers]
    return "/".join("*" * major + name for major, name in parts)


@lru_cache(maxsize=4096)
def keyword(text: str) -> Keyword:
    """Read OT, where a star marks a main keyword."""
    return Keyword(text.removeprefix("*"), text.startswith("*"))


def encode_keyword(value: Keyword) -> str:
    """Write a keyword as OT does."""
    return "*" * value.major + value.text


@lru_cache(maxsize=4096)
def substance(text: str) -> Substance:
    """Read ``9927MT646M (Basiliximab)``; what has no such form is a name without a number."""
    match = _SUBSTANCE.fullmatch(text)
    return Substance(match[1], match[2]) if match else Substance("", text)


def encode_substance(value: Substance) -> str:
    """Write a substance as RN does."""
    return f"{value.registry} ({value.name})" if value.registry else value.name


@lru_cache(maxsize=2048)
def grant(text: str) -> Grant:
    """Read ``number/acronym/agency/country`` from its end, since numbers have slashes.

    Three parts have no acronym; two are agency and country.
    """
    parts = text.split("/")
    if len(parts) < 2:
        return Grant(number=text, raw=text)
    agency, country = parts[-2], parts[-1]
    number = parts[:-2]
    acronym = number.pop() if len(number) > 1 and _ACRONYM.fullmatch(number[-1]) else ""
    return Grant("/".join(number).strip("/"), acronym, agency, country, text)


def encode_grant(value: Grant) -> str:
    """Write a grant as GR does."""
    if value.raw:
        return value.raw
    parts = [value.number, value.acronym, value.agency]
    return "/".join([part for part in parts if part] + [value.country])


def databank(text: str) -> Databank:
    """Read ``ClinicalTrials.gov/NCT04738981``."""
    name, _, accession = text.partition("/")
    return Databank(name, accession)


def encode_databank(value: Databank) -> str:
    """Write a data bank entry as SI does."""
    return f"{value.name}/{value.accession}" if value.accession else value.name


def relation(text: str, kind: str) -> Relation:
    """Read a link to another article: NLM's citation of it, with its PMID and DOI."""
    pmid = _PMID.search(text, max(text.rfind("PMID"), 0))
    doi = _DOI.search(text) if "doi" in text else None
    return Relation(kind, text, pmid[1] if pmid else "", doi[1] if doi else "")


def encode_relation(value: Relation) -> str:
    """Write a relation as RIN and its like do, with what its citation does not say."""
    numbers = (("PMID: ", value.pmid), ("doi: ", value.doi))
    added = [label + number for label, number in numbers if number not in value.citation]
    return " ".join([value.citation, *added]) if added else value.citation
