"""The parts of a name (family, given, particles, suffix), read from CSL-JSON."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, cast

from ...base.lazy_regex import regex
from ...tables.csl_variables import MORE_NAMES
from .particles import split_family, split_given, split_suffix

CslName: TypeAlias = Mapping[str, Any]  # a name in CSL-JSON
# Scripts whose names are written family first and without a space (CJK, Hangul, kana).
# A class this wide takes longer to compile than a short list takes to format, so it is only
# compiled for a text with a letter from `_FIRST_EASTERN` on.
_FIRST_EASTERN = "\u1100"
_EASTERN = "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]"
# Scripts whose names may be inverted ("Doe, John").
_INVERTIBLE = regex(
    "[A-Za-z\u00aa-\u024f\u0250-\u052f\u1e00-\u1fff\u0370-\u03ff\u0400-\u052f"
    "\u0590-\u05ff\u0600-\u06ff]"
)
# Languages whose names keep their order, family first, also in Latin letters (citeproc-js).
_FAMILY_FIRST = frozenset({"zh", "zho", "ja", "vi", "hu"})


class NameParts(NamedTuple):
    """A name, split into CSL's name parts."""

    family: str
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    comma_suffix: bool = False  # a comma stands before the suffix
    literal: bool = False  # ``family`` holds an organization, or a name that is not split
    unspaced: bool = False  # family first, no space
    static: bool = False  # family first, with a space
    simple: bool = False  # family and given name only, in a script that puts the family last
    initials: str = ""  # as they are printed without full stops, where they are known

    @property
    def identity(self) -> tuple[str, ...]:
        """All parts in full: two equal ones are taken for the same person."""
        return self[:5]


class ParsedNames:
    """The names of one variable, each parsed once, when it is first asked for.

    A list that goes on (see ``MORE_NAMES``) is ``truncated``: ``total`` counts one name more.
    """

    __slots__ = ("parsed", "raw", "static", "total", "truncated")

    def __init__(self, raw: Sequence[CslName], language: str) -> None:
        if type(raw) is not list or {*map(type, raw)} != {dict}:
            raw = _as_csl_names(raw)
        if not all(map(_says_something, raw)):
            raw = list(filter(_says_something, raw))
        self.total = len(raw)
        self.truncated = self.total > 0 and raw[-1] == MORE_NAMES
        self.raw = raw[:-1] if self.truncated else raw
        self.static = language.partition("-")[0].lower() in _FAMILY_FIRST
        self.parsed: list[NameParts | None] = [None] * len(self.raw)

    def __len__(self) -> int:
        return len(self.raw)

    def __getitem__(self, index: int) -> NameParts:
        return self.parsed[index] or self._parse(index)

    def at(self, indexes: Iterable[int]) -> list[NameParts]:
        """Return the names at some indexes."""
        parsed = self.parsed
        return [parsed[index] or self._parse(index) for index in indexes]

    def _parse(self, index: int) -> NameParts:
        name = parse_name(self.raw[index])
        if self.static:
            name = name._replace(static=True, simple=False)
        self.parsed[index] = name
        return name


def _says_something(name: CslName) -> bool:
    """Whether a name has any part, which programs leave empty where they know none."""
    text = name.get("family") or name.get("literal") or name.get("given") or name.get("suffix")
    return bool(text) and not str(text).isspace()


def _as_csl_names(raw: object) -> list[CslName]:
    """Return names of another shape in that of CSL-JSON: a text becomes a literal name."""
    is_one = isinstance(raw, str | Mapping) or not isinstance(raw, Iterable)
    names: Iterable[object] = [raw] if is_one else cast("Iterable[object]", raw)
    return [name if isinstance(name, Mapping) else {"literal": str(name)} for name in names if name]


def parse_name(name: CslName) -> NameParts:
    """Return the parts of a CSL-JSON name, with particles and suffix split off."""
    family = name.get("family") or ""
    given = name.get("given") or ""
    initials = name.get("initials") or ""
    if len(name) == (3 if initials else 2) and family and given and _is_simple(family, given):
        return NameParts(family, given, "", "", "", False, False, False, False, True, initials)
    return _parse_any(name, family, given, initials)


def _parse_any(name: CslName, family: str, given: str, initials: str) -> NameParts:
    """Return the parts of a name that may be an organization's, or have particles and suffix."""
    literal = name.get("literal")
    if (literal and not family) or name.get("isInstitution"):
        return NameParts(str(literal or family), literal=True)
    parts = _in_script_order(_split(name, family, given), bool(name.get("static-ordering")))
    return parts._replace(initials=initials) if initials else parts


def _split(name: CslName, family: str, given: str) -> NameParts:
    """Return the parts that a name states, else those found in its family and given name."""
    suffix, comma_suffix = name.get("suffix") or "", bool(name.get("comma-suffix"))
    if not suffix and "," in given:
        given, suffix, comma_suffix = split_suffix(given)
    dropping = name.get("dropping-particle") or ""
    non_dropping = name.get("non-dropping-particle") or ""
    if family[:1] == family[-1:] == '"' and len(family) > 2:
        family = family[1:-1]  # quoted: to be taken as it is
    elif given and name.get("parse-names") not in (0, False):  # "du Pont" alone stays whole
        if not non_dropping:
            non_dropping, family = split_family(family)
        if not dropping:
            given, dropping = split_given(given)
    return NameParts(family, given, dropping, non_dropping, suffix, comma_suffix)


def _in_script_order(name: NameParts, static: bool) -> NameParts:
    """Return a name that notes which order its scripts ask for.

    A family name in an eastern script comes first; a space follows only before a given name
    in another script.
    """
    family_first = _is_eastern(name.family) and not _INVERTIBLE.search(name.family)
    unspaced = family_first and not _INVERTIBLE.search(name.given)
    return name._replace(unspaced=unspaced, static=static or family_first != unspaced)


def _is_eastern(text: str) -> bool:
    return max(text, default="") >= _FIRST_EASTERN and re.search(_EASTERN, text) is not None


def _is_simple(family: str, given: str) -> bool:
    """Whether a name can have neither particles nor suffix, nor a script of its own order."""
    return family[0].isupper() and family[0] < "\u0600" and _is_simple_given(given)


@lru_cache(maxsize=1 << 14)  # a list has few different given names, most of them initials
def _is_simple_given(given: str) -> bool:
    return (
        "," not in given
        and given[0] < _FIRST_EASTERN
        and (given.isalpha() or given.replace(" ", "").replace(".", "").isalpha())
        and (" " not in given or given.rpartition(" ")[2][:1].isupper())
    )
