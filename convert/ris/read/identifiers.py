"""Identifiers in RIS: with labels, in addresses, and in the tags that some program has for them."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...codecs import addresses as article_addresses
from ...codecs import identifiers
from ...model.values import Field, Issn
from ...tables.row import Row
from .record_builder import RisRecordBuilder

_PMID = regex(r"(?:PUBMED\s*)?(\d{1,8})(?:\[pmid\])?", re.IGNORECASE)
_PMCID = regex(r"PMC\d+(?:\.\d+)?", re.IGNORECASE)
_NIHMSID = regex(r"[A-Z]{2,6}\d+")
_LOCAL_ADDRESS = regex(r"(?:file|internal-pdf):", re.IGNORECASE)
# An ISSN or ISBN, perhaps with its medium in brackets behind it.
_SERIAL_NUMBER = regex(
    r"(\b\d{4}-?\d{3}[\dXx](?![\dXx-])|(?:97[89][-\s]?)?[\dXx][\dXx\s-]{6,15}[\dXx])"
    r"(?:\s*\((\w+)\))?"
)
_HYPHENS = regex(r"[\s-]")
# What stands in the brackets; Scopus writes ``(ISSN)``, which says nothing.
_MEDIA = {
    "print": "print", "p": "print", "electronic": "electronic", "online": "electronic",
    "e": "electronic", "eissn": "electronic", "linking": "linking",
}  # fmt: skip


def set_labelled(builder: RisRecordBuilder, field: Field) -> bool:
    """Set the identifier in ``PMID: 38413930`` and the like; return whether the field is one."""
    labelled = identifiers.labelled(field.value)
    if labelled:
        builder.set_once(*labelled, field)
    return bool(labelled)


def labelled(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode M2, where Zotero's Extra has identifiers with labels."""
    if not set_labelled(builder, field):
        builder.keep(field)


def doi(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode a DOI; anything else is kept with a warning."""
    if value := identifiers.doi(field.value):
        builder.set_once("doi", value, field)
    else:
        problem = identifiers.doi_problem(field.value)
        builder.keep_with_warning(field, "bad-doi", f"{problem}; kept")


def pmid(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode PM: ``PUBMED 32000001`` in Cochrane's exports."""
    if match := _PMID.fullmatch(field.value):
        builder.set_once("pmid", match[1], field)
    else:
        builder.keep(field)


def pmcid(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode C2: a PMCID, or the PMID in Scopus's and JabRef's files."""
    scopus = any(other[:2] == ("DB", "Scopus") for other in builder.reference.fields)
    if _PMCID.fullmatch(field.value):
        builder.set_once("pmcid", field.value.upper(), field)
    elif field.value.isdecimal() and scopus:
        builder.set_once("pmid", field.value, field)
    elif field.value != builder.values.get("pmid"):
        builder.keep(field)


def nihmsid(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode C6 if it is a manuscript's number."""
    if _NIHMSID.fullmatch(field.value):
        builder.set_once("nihmsid", field.value, field)
    else:
        builder.keep(field)


def addresses(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode addresses; those of PubMed, PMC and a DOI's resolver are identifiers."""
    for address in field.value.split():
        if pmid := article_addresses.pmid(address):
            builder.set_once("pmid", pmid, field)
        elif pmcid := article_addresses.pmcid(address):
            builder.set_once("pmcid", pmcid, field)
        elif doi := identifiers.doi(address):
            builder.values.setdefault("doi", doi)
        else:
            _url(builder, address, field)


def _url(builder: RisRecordBuilder, address: str, field: Field) -> None:
    """Set the record's own address; keep files on somebody's disk and further addresses."""
    url = builder.values.get("url")
    if address == url:
        return
    if url or _LOCAL_ADDRESS.match(address):
        builder.keep(Field(field.tag, address, field.line))
        return
    builder.values["url"] = address
    if number := article_addresses.bookshelf_number(address):
        builder.values["nbk"] = number


def serial_numbers(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode ISSNs (eight characters) and ISBNs, each perhaps with its medium."""
    matches = _SERIAL_NUMBER.findall(field.value)
    if not matches:
        builder.keep(field)
    for number, medium in matches:
        bare = _HYPHENS.sub("", number)
        if len(bare) == 8:
            issn = Issn(f"{bare[:4]}-{bare[4:]}".upper(), _MEDIA.get(medium.lower(), ""))
            builder.append("issn", issn)
        else:
            builder.append("isbn", number)
