"""Identifiers: DOI, PII, PMCID, manuscript numbers, ISSN, ISBN, and what NLM wraps them in."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lazy_regex import regex
from ..model.values import Identifier, Issn
from ..tables.identifiers import DOI, DOI_RESOLVER, LABELS

DOI_SHAPE = "10.number/name"  # for messages
_TYPED = regex(r"(.*?)\s*\[([A-Za-z][\w -]*)\]", re.DOTALL)
_DOI = regex(DOI)
_DOI_LABEL = regex(rf"(?:{DOI_RESOLVER}|doi:\s*|DOI:?\s+)", re.IGNORECASE)
_PMCID = regex(r"(?:PMC)?(\d+)", re.IGNORECASE)
_IN_PMCID = regex(r"\bPMC\d+")
_OTHER = regex(r"([A-Z][\w.-]*):\s*(.+)")
_ERIC = regex(r"E[JD]\d+")
# As arXiv numbers its preprints, since 2007 and before, and where and how texts give the number.
_ARXIV = regex(
    r"(?:https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/|arxiv:?\s*)?"
    r"((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)"
    r"(?:\.pdf)?(?:\s*\[([a-z-]+(?:\.[a-z-]+)?)\])?",
    re.IGNORECASE,
)
_ISSN = regex(r"(?:E?ISSN[-: ]*)?(\S+?)(?:\s*\((\w+)\))?", re.IGNORECASE)
_ISBN = regex(r"(?:ISBN)?(?:-1[03])?[-: ]*([\dXx][\dXx -]{8,16})(?:\s*\(.*\))?", re.IGNORECASE)


@lru_cache(maxsize=64)  # a record has the same one in several places
def doi(text: str) -> str:
    """Return the DOI in ``text``, without its label or resolver; ``""`` if it is none.

    Everything after the prefix belongs to it: SICI DOIs have ``<``, ``>``, ``;`` and
    brackets. Source: DOI Handbook, 2.2 ("no limit on the suffix").
    """
    text = text.strip()
    if not text.startswith("10.") and "doi" in text.lower():
        is_address = text.lower().startswith("http")
        text = _DOI_LABEL.sub("", text, count=1).strip()
        if is_address and "%" in text:  # (DOI Handbook, 2.5.2.4: to be encoded in addresses)
            text = _unquoted(text)
    return text if _DOI.fullmatch(text) else ""


def _unquoted(text: str) -> str:
    """Return a part of an address without percent-encoding."""
    from urllib.parse import unquote  # noqa: PLC0415  # few DOIs need it

    return unquote(text)


def doi_problem(text: str) -> str:
    """Return what is wrong with a text that should be a DOI, or ``""``."""
    return "" if doi(text) else f"{text!r} is no DOI: expected {DOI_SHAPE}"


def labelled(text: str, labels: tuple[str, ...] = LABELS) -> tuple[str, str] | None:
    """Return label and value of ``PMID: 38413930`` and the like; the label names the attribute.

    A full stop, comma or semicolon behind the value is not its own.
    """
    match = _labelled(labels).fullmatch(text)
    return (match[1].lower(), match[2]) if match else None


@lru_cache
def _labelled(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s*({'|'.join(labels)})\s*:\s*(\S+?)[.;,]?\s*", re.IGNORECASE)


@lru_cache(maxsize=256)
def _scheme(name: str) -> str:
    return name.strip().lower()


def identifier(text: str, tag: str = "") -> Identifier:
    """Read ``value [scheme]``; the *last* bracket is the scheme, and a bare value has none."""
    if text.endswith("]") and (match := _TYPED.fullmatch(text)):
        return Identifier(_scheme(match[2]), match[1], tag)
    return Identifier("", text, tag)


def other(text: str) -> Identifier:
    """Read OID: ``NLM: PMC1164788``; ERIC's have no body's name (``EJ1234567``)."""
    if _ERIC.fullmatch(text):
        return Identifier("eric", text, "OID")
    match = _OTHER.fullmatch(text)
    return Identifier(match[1].lower(), match[2], "OID") if match else Identifier("", text, "OID")


def manuscript(text: str) -> Identifier:
    """Read MID: ``NIHMS656821``, ``EMS63076``."""
    return Identifier("mid", text, "MID")


def encode(value: Identifier) -> str:
    """Write an identifier as LID, AID, OID or MID does."""
    if value.tag == "MID" or value.scheme == "eric":
        return value.value
    if value.tag == "OID":
        return encode_name_id(value)
    return f"{value.value} [{value.scheme}]" if value.scheme else value.value


def encode_name_id(value: Identifier) -> str:
    """Write an identifier as AUID does, and OID."""
    return f"{value.scheme.upper()}: {value.value}" if value.scheme else value.value


def pmcid(text: str) -> str:
    """Return a PMCID with its prefix; a text that is none stays."""
    if text.startswith("PMC") and text[3:].isdecimal():
        return text
    match = _PMCID.fullmatch(text.strip())
    return f"PMC{match[1]}" if match else text.strip()


def pmcid_in(text: str) -> str:
    """Find a PMCID inside a text such as OID's; ``""`` if there is none."""
    match = _IN_PMCID.search(text) if "PMC" in text else None
    return match[0] if match else ""


def arxiv(text: str) -> tuple[str, str]:
    """Return the number of a preprint at arXiv and its class, ``""`` each if there is none.

    ``arXiv:2101.00001 [cs.LG]`` is ``2101.00001`` in ``cs.LG``. Source: arXiv, "Understanding the
    arXiv identifier".
    """
    match = _ARXIV.fullmatch(text.strip())
    return (match[1], match[2] or "") if match else ("", "")


@lru_cache(maxsize=4096)
def issn(text: str) -> Issn:
    """Read ``1741-7015 (Electronic)``; ERIC writes ``ISSN-1741-7015``."""
    value, _, medium = text.partition(" (")
    digits = value[:4] + value[5:8]
    usual = len(value) == 9 and value[4] == "-" and digits.isdecimal() and value[8].isalnum()
    if usual and medium[:-1].isalpha() and medium[-1] == ")":
        return Issn(value, medium[:-1].lower())
    match = _ISSN.fullmatch(text.strip())
    if not match:
        return Issn(text)
    medium = (match[2] or "").lower()
    if not medium and text.upper().startswith("EISSN"):
        medium = "electronic"
    return Issn(match[1], medium)


def encode_issn(value: Issn) -> str:
    """Write an ISSN as IS does."""
    return f"{value.value} ({value.medium.capitalize()})" if value.medium else value.value


def isbn(text: str) -> str:
    """Return an ISBN without its label (``ISBN-13: 978...``); any other text stays."""
    match = _ISBN.fullmatch(text.strip())
    return match[1].strip() if match else text.strip()
