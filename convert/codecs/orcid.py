"""Authors' identifiers, which are nearly always ORCIDs: sixteen digits, the last a check digit."""

from __future__ import annotations

from functools import lru_cache

from ..base.lazy_regex import regex
from ..model.values import Identifier

_ORCID = regex(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])")


@lru_cache(maxsize=4096)
def author_id(text: str) -> Identifier:
    """Read AUID: ``ORCID: 0000-0002-1825-0097``, also as an address or without hyphens.

    An ORCID of the wrong length or check digit keeps its text.
    """
    scheme, colon, value = text.partition(":")
    if not colon or scheme.lower() in ("http", "https"):
        scheme, value = ("ORCID" if "orcid" in text.lower() else ""), text
    value = value.strip()
    if scheme.strip().lower() != "orcid":
        return Identifier(scheme.strip().lower(), value, "AUID")
    match = _ORCID.search(value)
    if not match or not _has_check_digit("".join(match.groups()).upper()):
        return Identifier("orcid", value, "AUID")
    return Identifier("orcid", "-".join(match.groups()).upper(), "AUID")


def _has_check_digit(digits: str) -> bool:
    """Whether the last character is ISO 7064 MOD 11-2's check digit for the others."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == digits[-1]


def orcid_problem(value: Identifier) -> str:
    """Return what is wrong with an author's ORCID, or ``""``; other identifiers are not checked."""
    if value.scheme != "orcid":
        return ""
    match = _ORCID.fullmatch(value.value) if len(value.value) == 19 else None
    if match and _has_check_digit("".join(match.groups())):
        return ""
    return f"{value.value!r} is no ORCID: expected sixteen digits, the last a check digit"
