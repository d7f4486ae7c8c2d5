"""Identifiers: DOI, PII, PMCID, manuscript numbers, ISSN, ISBN, and what NLM wraps them in."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lazy_regex import regex
from ..model.values import Identifier, Issn

_TYPED = regex(r"(.*?)\s*\[([A-Za-z][\w -]*)\]", re.DOTALL)
_DOI = regex(r"10\.\d{3,9}(?:\.\d+)*/\S+")
_DOI_LABEL = regex(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*|DOI:?\s+)", re.IGNORECASE)
_PMCID = regex(r"(?:PMC)?(\d+)", re.IGNORECASE)
_IN_PMCID = regex(r"\bPMC\d+")
_OTHER = regex(r"([A-Z][\w.-]*):\s*(.+)")
_ERIC = regex(r"E[JD]\d+")
_ISSN = regex(r"(?:E?ISSN[-: ]*)?(\S+?)(?:\s*\((\w+)\))?", re.IGNORECASE)
_ISBN = regex(r"(?:ISBN)?(?:-1[03])?[-: ]*([\dXx][\dXx -]{8,16})(?:\s*\(.*\))?", re.IGNORECASE)


@lru_cache(maxsize=64)  # a record has the same one in several places
def doi(text: str) -> str:
    """Give the DOI in ``text``, without its label or resolver; ``""`` if it is none.

    Everything after the prefix belongs to it: SICI DOIs have ``<``, ``>``, ``;`` and
    brackets. Source: DOI Handbook, 2.2 ("no limit on the suffix").
    """
    text = text.strip()
    if not text.startswith("10.") and "doi" in text.lower():
        text = _DOI_LABEL.sub("", text, count=1).strip()
    return text if _DOI.fullmatch(text) else ""


@lru_cache(maxsize=256)
def _scheme(name: str) -> str:
    return name.strip().lower()


def identifier(text: str, tag: str = "") -> Identifier:
    """Read ``value [type]``; the *last* bracket is the type, and a bare value has none."""
    if text.endswith("]") and (found := _TYPED.fullmatch(text)):
        return Identifier(_scheme(found[2]), found[1], tag)
    return Identifier("", text, tag)


def other(text: str) -> Identifier:
    """Read OID: ``NLM: PMC1164788``; ERIC's have no body's name (``EJ1234567``)."""
    if _ERIC.fullmatch(text):
        return Identifier("eric", text, "OID")
    found = _OTHER.fullmatch(text)
    return Identifier(found[1].lower(), found[2], "OID") if found else Identifier("", text, "OID")


def manuscript(text: str) -> Identifier:
    """Read MID: ``NIHMS656821``, ``EMS63076``."""
    return Identifier("mid", text, "MID")


def encode(value: Identifier) -> str:
    """Write an identifier as LID, AID, OID or MID does."""
    if value.tag == "MID" or value.scheme == "eric":
        return value.value
    if value.tag == "OID":
        return f"{value.scheme.upper()}: {value.value}" if value.scheme else value.value
    return f"{value.value} [{value.scheme}]" if value.scheme else value.value


def encode_name_id(value: Identifier) -> str:
    """Write an identifier as AUID does."""
    return f"{value.scheme.upper()}: {value.value}" if value.scheme else value.value


def pmcid(text: str) -> str:
    """Give a PMCID with its prefix; a text that is none stays."""
    if text.startswith("PMC") and text[3:].isdecimal():
        return text
    found = _PMCID.fullmatch(text.strip())
    return f"PMC{found[1]}" if found else text.strip()


def pmcid_in(text: str) -> str:
    """Find a PMCID inside a text such as OID's, or give ``""``."""
    found = _IN_PMCID.search(text) if "PMC" in text else None
    return found[0] if found else ""


@lru_cache(maxsize=4096)
def issn(text: str) -> Issn:
    """Read ``1741-7015 (Electronic)``; ERIC writes ``ISSN-1741-7015``."""
    value, _, medium = text.partition(" (")
    digits = value[:4] + value[5:8]
    usual = len(value) == 9 and value[4] == "-" and digits.isdecimal() and value[8].isalnum()
    if usual and medium[:-1].isalpha() and medium[-1] == ")":
        return Issn(value, medium[:-1].lower())
    found = _ISSN.fullmatch(text.strip())
    if not found:
        return Issn(text)
    medium = (found[2] or "").lower()
    if not medium and text.upper().startswith("EISSN"):
        medium = "electronic"
    return Issn(found[1], medium)


def encode_issn(value: Issn) -> str:
    """Write an ISSN as IS does."""
    return f"{value.value} ({value.medium.capitalize()})" if value.medium else value.value


def isbn(text: str) -> str:
    """Give an ISBN without its label (``ISBN-13: 978...``); any other text stays."""
    found = _ISBN.fullmatch(text.strip())
    return found[1].strip() if found else text.strip()
