"""Identifiers in RIS: with labels, in addresses, and in the tags that some program has for them."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...codecs import addresses as article_addresses
from ...codecs import identifiers
from ...model.values import Field, Issn
from ...tables.row import Row
from .record_builder import RisRecordBuilder

_PMID = regex(r"(?:(PUBMED|MEDLINE|PMID)\W*)?(\d{1,8})\s*(\[(?:pmid|pubmed)\])?", re.IGNORECASE)
_ADDRESS = regex(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_BETWEEN_ADDRESSES = regex(
    r"(?:[;,]\s*|(?:\s+(?:and|or))?\s+)(?=(?:https?|ftp)://)"
    r"|(?:[;,]?\s+|;)(?=www\.|PM:|doi:|10\.\d)",
    re.IGNORECASE,
)
_BETWEEN_LABELLED = regex(r"[;,]\s+(?=[A-Z]{3})", re.IGNORECASE)
_DOI_TAGS = ("DO", "DI", "DOI")
_LINK = regex(r"""<a\s[^>]*href=["']([^"']+)["']""", re.IGNORECASE)
_AROUND = regex(r"^<|>$|(?<=[\w/])[.,;]$")
_PMCID = regex(r"PMC\d+(?:\.\d+)?", re.IGNORECASE)
_NIHMSID = regex(r"[A-Z]{2,6}\d+")
_BLANKS = regex(r"\s")
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
    """Set the identifiers in ``PMID: 38413930`` and the like; return whether there is no more."""
    texts = _BETWEEN_LABELLED.split(field.value)
    values = [identifiers.labelled(text) for text in texts]
    if number := labelled_number(field.value):
        values = [("pmid", number)]
    if not all(values):
        return False
    for value in filter(None, values):
        builder.set_once(*value, field)
    return True


def doi(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode a DOI; anything else is kept with a warning."""
    if value := identifiers.doi(field.value):
        builder.set_once("doi", value, field)
    else:
        problem = identifiers.doi_problem(field.value)
        builder.keep_with_warning(field, "bad-doi", f"{problem}; kept")


def pmid(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode PM and C5: a PMID, perhaps with its name (``PUBMED 32000001`` in Cochrane's)."""
    if match := _PMID.fullmatch(field.value):
        builder.set_once("pmid", match[2], field)
    else:
        builder.keep(field)


def labelled_number(text: str) -> str:
    """Return a PMID that has its name with it (``35957633 [PMID]``), ``""`` for anything else."""
    match = _PMID.fullmatch(text)
    return match[2] if match and (match[1] or match[3]) else ""


def labelled_pmid(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode U1 and C3: a PMID where it has its name (``35957633 [PMID]``), else anything."""
    if number := labelled_number(field.value):
        builder.set_once("pmid", number, field)
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


def article_number(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode C7: the article number, or a PMCID."""
    if _PMCID.fullmatch(field.value):
        pmcid(builder, field, row)
    else:
        builder.set_once(row.to, field.value, field)


def nihmsid(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode C6 if it is a manuscript's number."""
    if _NIHMSID.fullmatch(field.value):
        builder.set_once("nihmsid", field.value, field)
    else:
        builder.keep(field)


def addresses(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode addresses; those of PubMed, PMC and a DOI's resolver are identifiers."""
    match = _LINK.match(field.value)
    for address in _BETWEEN_ADDRESSES.split(match[1] if match else field.value):
        if pmid := article_addresses.pmid(address):
            builder.set_once("pmid", pmid, field)
        elif pmid := article_addresses.ovid_pmid(address):
            builder.set_once("pmid", pmid, field)
            builder.keep(field._replace(value=address))  # a link for subscribers
        elif pmcid := article_addresses.pmcid(address):
            builder.set_once("pmcid", pmcid, field)
        elif doi := identifiers.doi(address):
            _set_doi_of_address(builder, doi, field)
        else:
            _url(builder, address, field)


def _set_doi_of_address(builder: RisRecordBuilder, doi: str, field: Field) -> None:
    """Set a DOI that stands in an address, unless DO has another."""
    others = (other.value for other in builder.reference.fields if other.tag in _DOI_TAGS)
    own = next(filter(None, map(identifiers.doi, others)), doi)
    if own == doi:
        builder.values.setdefault("doi", doi)
    else:
        builder.keep(field)


def _url(builder: RisRecordBuilder, address: str, field: Field) -> None:
    """Set the record's own address; keep files on somebody's disk and further addresses."""
    address = _AROUND.sub("", address)
    url = builder.values.get("url")
    is_address = _ADDRESS.match(address) is not None
    if is_address:
        address = _BLANKS.sub("%20", address)
    if is_address and address == url:
        return
    if url or not is_address:
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
            issn = f"{bare[:4]}-{bare[4:]}".upper()
            builder.append("issn", Issn(issn, _MEDIA.get(medium.lower(), "")))
        else:
            builder.append("isbn", number)
