"""Split particles and suffixes off family and given names; put name parts beside each other."""

from __future__ import annotations

from ...base.lazy_regex import regex

_FAMILY_PARTICLE = regex(r"(?:[a-zà-öø-ÿ'’ʿ‘][\w.]*[-'’\u2010](?=\w)|[a-zà-öø-ÿ'’][\w.'’]*\s+)")
_GIVEN_PARTICLE = regex(r"[a-zà-öø-ÿ][\w.]*['’-]?")
_BLANKS = regex(r"(\s+)")
_SUFFIX = regex(r",(!?)\s*(\S.*)$")
_ELIDED = ("'", "’", "ʼ", "-")  # no space follows a dropping particle that ends so
_NOT_ELIDED = frozenset({"de'", "de’", "deʼ"})  # as in "Lorenzo de’ Medici"
_NO_SPACE_AFTER = ("'", "’", "-", "‐", "\u00a0", " ")


def split_suffix(given: str) -> tuple[str, str, bool]:
    """Return a given name, the suffix after its comma, and whether the comma is printed.

    "John,! III" asks for the comma, "John, III" for none (as citeproc-js).
    """
    match = _SUFFIX.search(given)
    if match is None:
        return given, "", False
    before = given[: match.start()]
    return before.rstrip(), match.group(2), bool(match.group(1))


def split_family(family: str) -> tuple[str, str]:
    """Return the non-dropping particle (the lowercase words in front) and the family name."""
    if family[:1].isupper():
        return "", family
    end = 0
    while True:
        match = _FAMILY_PARTICLE.match(family, end)
        if match is None or match.end() >= len(family):
            break
        end = match.end()
    particle = family[:end]
    # "de' Medici" keeps its space, which nobody would guess after an apostrophe.
    return particle if particle.endswith("' ") else particle.rstrip(" "), family[end:]


def split_given(given: str) -> tuple[str, str]:
    """Return a given name and the dropping particle: the lowercase words at its end."""
    # From the end: a pattern for all the words would look at each of them again from each.
    text = given.removesuffix("\n")
    words_and_blanks, start = _BLANKS.split(text), len(text)
    for index in range(len(words_and_blanks) - 1, 0, -2):
        if not _GIVEN_PARTICLE.fullmatch(words_and_blanks[index]):
            break
        start -= len(words_and_blanks[index]) + len(words_and_blanks[index - 1])
    if start in (0, len(text)):
        return given, ""
    return given[:start], text[start:].strip()


def is_elided(dropping_particle: str) -> bool:
    """Whether no space follows a dropping particle, as in "Jean d’Alembert"."""
    return dropping_particle.endswith(_ELIDED) and dropping_particle not in _NOT_ELIDED


def join_name_parts(*parts: str) -> str:
    """Return the parts with a space between them, but none after an apostrophe or hyphen."""
    text = ""
    for part in parts:
        if not part:
            continue
        if text and not text.endswith(_NO_SPACE_AFTER):
            text += " "
        text += part
    return text
