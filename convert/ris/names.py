"""Names in RIS: ``Family, Given, Suffix``, and what else programs write."""

from __future__ import annotations

import re

from ..codecs import names
from ..model.values import Name
from ..tables.groups import is_group

DOTTED = re.compile(r"(?:-?[^\W\d_a-z][a-z]?\.){1,5}")
# Suffixes behind given and family name, which no initials are.
LAST = names.SUFFIXES - names.ROMAN | {"III", "Jr.", "Sr."}


def name(text: str) -> Name:
    """Read a name: a comma at the end marks a group, as do braces and a group's vocabulary.

    A name without a comma is ``Fu HX`` (family first, since initials are last), one word,
    or given names before the family name.
    """
    if text.endswith(",") or (text[:1] == "{" and text[-1:] == "}"):
        return Name(literal=text.strip("{}").rstrip(", "))
    if "," in text:
        return _parted(*(part.strip() for part in text.split(",")))
    words = text.split()
    if len(words) > 2 and words[-1] in LAST and words[-2][1:].islower():
        return _whole(text, words[:-1])._replace(suffix=words[-1])
    return _whole(text, words)


def _whole(text: str, words: list[str]) -> Name:
    """Read a name that has no comma, whose ``words`` are without its suffix."""
    before = " ".join(words[:-1])
    if before and DOTTED.fullmatch(words[-1]) and not is_group(before):  # Ovid: Roe A.B.
        return Name(before, words[-1])
    if is_group(text):
        return Name(literal=text)
    family, given, suffix = names.split_short(" ".join(words))
    if given or len(words) == 1 or words[0][:1].islower():
        return Name(family, given, suffix)
    return Name(" ".join(words[1:]) if words[1][:1].islower() else words[-1], _before(words))


def _before(words: list[str]) -> str:
    return words[0] if words[1][:1].islower() else " ".join(words[:-1])


def _parted(family: str, *rest: str) -> Name:
    """Make a person of parts; the last is the suffix, or the second (``Smith, Jr, John``)."""
    given = [part for part in rest if part]
    if len(given) > 1 and names.is_suffix(given[-1]):
        return Name(family, ", ".join(given[:-1]), given[-1])
    if len(given) > 1 and names.is_suffix(given[0]):
        return Name(family, ", ".join(given[1:]), given[0])
    if len(given) == 1:
        family, first, suffix = names.split(f"{family}, {given[0]}")
        return Name(family, first, suffix)
    return Name(family, ", ".join(given))
