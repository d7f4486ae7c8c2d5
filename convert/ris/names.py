"""Names in RIS: ``Family, Given, Suffix``, what other programs write, and BibTeX's for JabRef."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..codecs import names
from ..model.values import Name
from ..tables.groups import is_group

# Chinese, Japanese and Korean names, whose family name comes first.
_EAST_ASIAN = regex(
    r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,3})\s+([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,4})"
)
_DOTTED_INITIALS = regex(r"(?:-?[^\W\d_a-z][a-z]?\.){1,5}")
_JOINERS = frozenset(("&", "and", "und", "et"))  # of companies: Johnson and Johnson
# Suffixes behind given and family name, which cannot be initials.
_LAST_SUFFIXES = names.SUFFIXES - names.ROMAN | {"III", "Jr.", "Sr."}


def parse_name(text: str) -> Name:
    """Return a name; a comma at its end, braces and words such as "Society" mark a group.

    A name without a comma is ``Fu HX`` (family first, since initials are last), one word,
    or given names before the family name.
    """
    if ",," in text.rstrip(","):  # EndNote's group with a comma in its name
        return Name(literal=text.replace(",,", ",").rstrip(", "))
    if text.endswith(",") or (text[:1] == "{" and text[-1:] == "}"):
        return Name(literal=text.strip("{}").rstrip(", "))
    if "," in text:
        return _with_commas(*(part.strip() for part in text.split(",")))
    if match := _EAST_ASIAN.fullmatch(text):
        return Name(match[1], match[2])
    words = text.split()
    if len(words) > 2 and words[-1] in _LAST_SUFFIXES and words[-2][1:].islower():
        return _without_comma(text, words[:-1])._replace(suffix=words[-1])
    return _without_comma(text, words)


def _without_comma(text: str, words: list[str]) -> Name:
    """Return the name in ``text``, whose ``words`` are given without its suffix."""
    before = " ".join(words[:-1])
    if before and _DOTTED_INITIALS.fullmatch(words[-1]) and not is_group(before):
        return Name(before, words[-1])  # Ovid: Roe A.B.
    if is_group(text) or not _JOINERS.isdisjoint(words):
        return Name(literal=text)
    family, given, suffix = names.split_short(" ".join(words))
    if given and (suffix or words[-1].isupper()):
        return Name(family, given, suffix)
    return _given_first(words)


def _given_first(words: list[str]) -> Name:
    """Return the name of a person whose given names stand before the family name."""
    if len(words) == 1 or words[0][:1].islower():
        return Name(" ".join(words))
    if words[1][:1].islower():  # Ludwig van Beethoven
        return Name(" ".join(words[1:]), words[0])
    before = " ".join(words[:-1])
    return Name(words[-1], names.spaced_initials(before, words[-1]))


def _with_commas(family: str, *others: str) -> Name:
    """Return a person; the suffix is the last part, or the second (``Smith, Jr, John``)."""
    given = [part for part in others if part]
    if len(given) > 1 and names.is_suffix(given[-1]):
        return Name(family, names.spaced_initials(", ".join(given[:-1]), family), given[-1])
    if len(given) > 1 and names.is_suffix(given[0]):
        return Name(family, names.spaced_initials(", ".join(given[1:]), family), given[0])
    if len(given) == 1 and given[0] in _LAST_SUFFIXES:  # Smith AB, Jr
        return parse_name(family)._replace(suffix=given[0])
    if len(given) == 1:
        family, first, suffix = names.split(f"{family}, {given[0]}")
        return Name(family, names.spaced_initials(first, family), suffix)
    return Name(family, ", ".join(given))


def format_name(name: Name, group_comma: str = "") -> str:
    """Return ``Family, Given, Suffix`` (RIS's own form); a comma keeps a group in one piece.

    Programs take what stands before the first comma for a family name: ``group_comma`` stands for
    the commas of a group. To EndNote the first one is two commas, and none stands at the end.
    """
    if name.literal:
        first, comma, rest = name.literal.partition(",")
        if not (comma and group_comma):
            return f"{name.literal},"
        if ",," in group_comma:
            return f"{first}{group_comma}{rest.strip()}"
        return f"{group_comma.join(part.strip() for part in name.literal.split(','))},"
    if name.suffix:
        return f"{name.family}, {name.given}, {name.suffix}"
    return f"{name.family}, {name.given}" if name.given else name.family


def format_bibtex_name(name: Name) -> str:
    """Return a name as BibTeX has it: JabRef reads the names of RIS by BibTeX's rules."""
    if name.literal:
        return f"{{{name.literal}}}"
    parts = (name.family, name.suffix, name.given)
    return ", ".join(part for part in parts if part)
