"""A name's parts, and how particles and suffixes are told from them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ...base.lazy_regex import regex

# Letters whose names are written family first and without a space (CJK, Hangul, kana).
# A class so wide takes longer to compile than a short list to format: it waits for a letter.
_EAST = "\u1100"
_EASTERN = "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]"
# Letters of the scripts whose names may be turned round ("Doe, John").
_TURNED = regex(
    "[A-Za-z\u00aa-\u024f\u0250-\u052f\u1e00-\u1fff\u0370-\u03ff\u0400-\u052f"
    "\u0590-\u05ff\u0600-\u06ff]"
)
_PARTICLE = regex(r"(?:[a-zà-öø-ÿ'’ʿ‘][\w.]*[-'’\u2010](?=\w)|[a-zà-öø-ÿ'’][\w.'’]*\s+)")
_TRAILING = regex(r"(?:\s+[a-zà-öø-ÿ][\w.]*['’]?)+$")
_SUFFIX = regex(r",(!?)\s*(\S.*)$")
_JOINED = ("'", "’", "-", "‐", "\u00a0", " ")


class Person(NamedTuple):
    """One name, its parts as CSL names them."""

    family: str
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma: bool = False  # a comma before the suffix
    literal: bool = False
    eastern: bool = False  # family first, no space
    static: bool = False  # family first, with a space
    usual: bool = False  # nothing but a family name and a given name


def person(name: Mapping[str, Any]) -> Person:
    """Return the parts of a CSL-JSON name, particles and suffix taken from family and given."""
    family = name.get("family") or ""
    given = name.get("given") or ""
    if len(name) == 2 and family and given and _western(family, given):
        return Person(family, given, "", "", "", False, False, False, False, True)
    literal = name.get("literal")
    if (literal and not family) or name.get("isInstitution"):
        return Person(str(literal or family), literal=True)
    dropping = name.get("dropping-particle") or ""
    non_dropping = name.get("non-dropping-particle") or ""
    suffix = name.get("suffix") or ""
    comma = bool(name.get("comma-suffix"))
    if not suffix and "," in given:
        given, suffix, comma = _split_suffix(given)
    if family[:1] == family[-1:] == '"' and len(family) > 2:
        family = family[1:-1]
    elif name.get("parse-names") not in (0, False):
        if not non_dropping:
            non_dropping, family = _split_family(family)
        if not dropping:
            given, dropping = _split_given(given)
    ordered = _is_eastern(family) and not _TURNED.search(family)
    eastern = ordered and not _TURNED.search(given)
    static = bool(name.get("static-ordering")) or ordered != eastern
    return Person(family, given, dropping, non_dropping, suffix, comma, False, eastern, static)


def _is_eastern(text: str) -> bool:
    return max(text, default="") >= _EAST and re.search(_EASTERN, text) is not None


# Languages whose names keep their order, family first, also in Latin letters (citeproc-js).
_FAMILY_FIRST = frozenset({"zh", "zho", "ja", "vi", "hu"})


class People:
    """The names of one variable, each read when it is first asked for, and once."""

    __slots__ = ("raw", "read", "static")

    def __init__(self, raw: Sequence[Mapping[str, Any]], language: str) -> None:
        if type(raw) is not list or not all(type(one) is dict for one in raw):
            raw = _listed(raw)
        self.raw = raw
        self.static = language.partition("-")[0].lower() in _FAMILY_FIRST
        self.read: list[Person | None] = [None] * len(self.raw)

    def __len__(self) -> int:
        return len(self.raw)

    def __getitem__(self, at: int) -> Person:
        one = self.read[at]
        if one is None:
            one = person(self.raw[at])
            if self.static:
                one = one._replace(static=True, usual=False)
            self.read[at] = one
        return one


def _listed(raw: Any) -> list[Mapping[str, Any]]:
    """Return names of another shape than CSL-JSON's as its own: a text is a name as it stands."""
    some = [raw] if isinstance(raw, str | Mapping) else raw
    return [one if isinstance(one, Mapping) else {"literal": str(one)} for one in some if one]


def _western(family: str, given: str) -> bool:
    """Whether a name is so plain that it needs no look at particles or scripts."""
    return family[0].isupper() and family[0] < "\u0600" and _western_given(given)


@lru_cache(maxsize=1 << 14)  # a list's given names are few, and initials most of them
def _western_given(given: str) -> bool:
    return (
        "," not in given
        and given[0] < "\u1100"
        and (given.isalpha() or given.replace(" ", "").replace(".", "").isalpha())
        and (" " not in given or given.rpartition(" ")[2][:1].isupper())
    )


def _split_suffix(given: str) -> tuple[str, str, bool]:
    match = _SUFFIX.search(given)
    if match is None:
        return given, "", False
    before = given[: match.start()]
    return before.rstrip(), match.group(2), bool(match.group(1))


def _split_family(family: str) -> tuple[str, str]:
    """Take lowercase words from the front of a family name: its non-dropping particle."""
    if family[:1].isupper():
        return "", family
    end = 0
    while True:
        match = _PARTICLE.match(family, end)
        if match is None or match.end() >= len(family):
            break
        end = match.end()
    particle = family[:end]
    # "de' Medici" keeps its space, which none would guess after an apostrophe.
    return particle if particle.endswith("' ") else particle.rstrip(" "), family[end:]


def _split_given(given: str) -> tuple[str, str]:
    """Take lowercase words from the end of a given name: its dropping particle."""
    match = _TRAILING.search(given) if len(given.split()) > 1 else None
    if match is None or match.start() == 0:
        return given, ""
    return given[: match.start()], match.group().strip()


def spaced(*parts: str) -> str:
    """Join parts by a space, or by nothing after an apostrophe or hyphen."""
    text = ""
    for part in parts:
        if not part:
            continue
        if text and not text.endswith(_JOINED):
            text += " "
        text += part
    return text
