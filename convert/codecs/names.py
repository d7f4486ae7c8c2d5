"""Names as NLM writes them: FAU (``O'Brien, Mary-Anne Jr``) with AU (``O'Brien MA Jr``)."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from ..model.values import Name

# What may stand behind a name, without a full stop: Jr, III, 3rd. Roman numbers of one or two
# letters may be initials.
ROMAN = frozenset(["II", "III", "IV", "V", "VI", "VII", "VIII"])
ORDINALS = frozenset(["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th"])
SUFFIXES = ROMAN | ORDINALS | {"Jr", "Sr"}
# Capitals, hyphens, and the second letter that Cyrillic initials may have (Savchenko IuN).
_INITIALS = regex(r"(?:-?[^\W\d_a-z][a-z]?){1,5}\.?")
_ONE_INITIAL = regex(r"(?<=\w)(?=[^\W\d_a-z])(?<!-)")
# Initials that other programs write without blanks: Hill, BG.
_JOINED_INITIALS_LENGTH = range(2, 5)
_VOWELS = frozenset("AEIOUY")
# How a list of names says that it goes on: as NLM did when it kept ten authors, and others do.
_OTHERS = r"et\.?\s*al(?:ii|iae|ia)?\b\.?|others|\.{3}|…"
# Programs that part names into given and family write "al., et".
_ET_AL = regex(rf"(?:(?:and|&)\s+)?(?:{_OTHERS}|al\.?, et)[\s.,]*", re.IGNORECASE)
_ET_AL_BEHIND = regex(rf"(?:,| and|,? &)?\s+(?:{_OTHERS})[\s.,]*$", re.IGNORECASE)


def is_et_al(text: str) -> bool:
    """Whether a text in the place of a name says that the list goes on."""
    return _ET_AL.fullmatch(text.strip()) is not None


def without_et_al(text: str) -> str:
    """Return a text without the ``et al.`` behind its last name."""
    return _ET_AL_BEHIND.sub("", text)


def is_suffix(word: str) -> bool:
    """Whether a word may stand behind a name: ``Jr``, ``III``, ``3rd``, with a stop or without."""
    return word.rstrip(".") in SUFFIXES


def split(full: str, short: str = "") -> tuple[str, str, str]:
    """Return family, given and suffix of a full name, with AU to tell the suffix by.

    A suffix stands at the very end and counts only where AU has it too: ``V`` may be an
    initial. Particles stay in the family name, as NLM prints and sorts them.
    """
    family, _, given = full.partition(",")
    family, given = family.strip(), given.strip()
    if "," in given:
        inner, _, last = given.rpartition(",")
        if is_suffix(last.strip()):
            return family, inner.strip(), last.strip().rstrip(".")
    inner, _, last = given.rpartition(" ")
    last = last.rstrip(".")
    if last in SUFFIXES and inner and _agrees(last, short, family):
        return family, inner, last
    return family, given, ""


def _agrees(suffix: str, short: str, family: str) -> bool:
    """Whether AU ends in this suffix, apart from the initials.

    Without AU, only what cannot be initials is taken for a suffix.
    """
    if not short:
        return suffix not in ROMAN
    words = short.removeprefix(family).split()
    return len(words) > 1 and words[-1].rstrip(".") == suffix


def split_short(short: str) -> tuple[str, str, str]:
    """Return family, initials and suffix of a name that has only AU (before 2002).

    The last word is the initials if it looks like that; otherwise it is part of an
    undivided name, which is all family. Initials get blanks, as FAU writes them.
    """
    if "," in short:
        return split(short, "")
    words, suffix = short.split(), ""
    if len(words) > 2 and is_suffix(words[-1]) and _INITIALS.fullmatch(words[-2]):
        suffix = words.pop().rstrip(".")
    if len(words) < 2 or not _INITIALS.fullmatch(words[-1]):
        return " ".join(words), "", suffix
    return " ".join(words[:-1]), _ONE_INITIAL.sub(" ", words[-1]), suffix


def spaced_initials(given: str, family: str) -> str:
    """Return initials without blanks as FAU writes them (``BG`` is ``B G``), any other name as is.

    Where the family name is in capitals too (``LEE, ANN``), three or more letters with a vowel
    among them are a name.
    """
    if not (given.isupper() and given.isalpha() and len(given) in _JOINED_INITIALS_LENGTH):
        return given
    if given in SUFFIXES:
        return given
    looks_spoken = len(given) > 2 and not _VOWELS.isdisjoint(given)
    if looks_spoken and (family.isupper() or len(given) > 3):
        return given
    return " ".join(given)


def agree(full: str, short: str) -> bool:
    """Whether a full name and a short one are the same person's."""
    family, _, given = full.partition(",")
    initials = short.removeprefix(family.strip())
    return initials != short and initials.strip()[:1].upper() == given.strip()[:1].upper()


def person(full: str, short: str) -> Name:
    """Make a person of FAU and AU, either of which may be ``""``."""
    family, given, suffix = split(full, short) if full else split_short(short)
    return Name(family, given, suffix, "", short)


def encode(name: Name) -> str:
    """Write a person as FAU does."""
    if name.literal:
        return name.literal
    given = " ".join(part for part in (name.given, name.suffix) if part)
    return f"{name.family}, {given}" if given else name.family


def encode_short(name: Name) -> str:
    """Write a person as AU does; one that was read stays as it was written."""
    if name.short or name.literal:
        return name.short
    initials = "".join(_initial(word) for word in name.given.split())
    return " ".join(part for part in (name.family, initials, name.suffix) if part)


def _initial(word: str) -> str:
    """Return a given name's initials: ``Mary-Anne`` has two, ``JE`` is initials already."""
    if "." in word:  # J.E. of other programs
        return "".join(map(_initial, word.split(".")))
    if word.isupper() and len(word) <= 3:
        return word
    return "".join(part[:1].upper() for part in word.split("-"))
