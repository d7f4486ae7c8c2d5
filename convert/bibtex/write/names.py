"""The names of an entry: ``Family, Suffix, Given``, separated by ``and``."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from typing import TypeAlias

from ...base.lazy_regex import regex
from ...markup import latex
from ...model.record import Record
from ...model.values import Name

Speller: TypeAlias = Callable[[str], str]

# What splits a name (biber takes ``=`` for a name given by its parts).
_SEPARATOR = regex(r"[,=]|(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_LETTERS = regex(r"[A-Za-z,.' -]+").fullmatch
# BibTeX takes ``al`` in ``al-Ahmad`` for a particle, and prints ``al Ahmad``.
_HYPHENATED_PARTICLE = regex(r"(?:^|[ -])[a-z][^ -]*-").search
# Among plain letters: an empty part, an "and" that separates nothing, a ligature, such a particle.
_SPECIAL = regex(
    r"^(?:,|and\b)|  | ,| $|(?:,| and) and\b|--|''|(?-i:(?:^|[ -])[a-z]+-)", re.IGNORECASE
).search
_NON_ASCII = regex(r"[^\x00-\x7f][\u0300-\u036f]*")
_BEFORE_INITIAL = " \u00a0.-'’("
# No real name has these, but the commands for them stop biber or LaTeX.
_REPLACEMENTS = str.maketrans("\\{}<>|~^", "/()()/-'")
_UNSAFE_FOR_BIBER = frozenset("\\{}<>|~^")
_LABEL_BYTES = 3  # of a family name, of which the style alpha makes a label


def are_editors_noted(record: Record, source: Container[str]) -> bool:
    """Whether BibTeX's note names the editors: its styles warn of a book with authors, too.

    ``source`` are the fields of the .bib file that the record is from; what it had is left so.
    """
    both = record.type in ("book", "classic") and record.author and record.editor
    return bool(both) and "editor" not in source


def encode_names(people: Iterable[Name], spell: Speller, bytewise: bool, more: bool = False) -> str:
    """Return a field's list of names in their order; ``more`` says that there are others.

    ``bytewise``: initials are spelt in ASCII, since BibTeX would take the first byte of a
    letter for it; so is a letter that the end of the style alpha's label would cut in two.
    """
    encoded = [
        _encode_name(name if bytewise else _safe_for_biber(name), spell, bytewise)
        for name in people
    ]
    encoded = [name for name in encoded if name]
    if more and encoded:
        encoded.append("others")
    return " and ".join(encoded)


def encode_inverted(names: Sequence[str], spell: Speller, bytewise: bool) -> str:
    """Return a list of names like ``encode_names``; each is ``Family, Given`` with one comma.

    Most bylines have only such names, and most of these can be written as they are.
    """
    text = " and ".join(names)
    if _is_plain(text, len(names)):
        return text
    encoded = []
    for name in names:
        family, given = name.split(", ")
        plain = _is_plain(name, 1)
        encoded.append(name if plain else encode_names([Name(family, given)], spell, bytewise))
    return " and ".join(encoded)


def _is_plain(text: str, count: int) -> bool:
    """Return whether ``count`` names, joined by ``and``, can be written as they are."""
    letters = _LETTERS(text) and text.lower().count(" and ") == count - 1
    return bool(letters) and not _SPECIAL(text)


def _encode_name(name: Name, spell: Speller, bytewise: bool) -> str:
    """Return one name; a group, or a person with one name only, in one piece."""
    if name.literal:
        return _encode_group(spell(name.literal.strip()), bytewise)
    if bytewise and not (name.family.isascii() and name.given.isascii()):
        family = _spell_initials(name.family, _LABEL_BYTES, spell)
        given = _spell_initials(name.given, 0, spell)
    else:
        family, given = spell(name.family), spell(name.given)
    suffix = spell(name.suffix)
    if not given or not family:
        return _only_name(" ".join(part for part in (family, given, suffix) if part))
    whole = bytewise and _HYPHENATED_PARTICLE(name.family) is not None
    encoded = _braced_name(family) if whole else _encode_part(family)
    return ", ".join([encoded, *map(_encode_part, filter(None, (suffix, given)))])


def _only_name(name: str) -> str:
    """Return the only name of a person, in braces where BibTeX would split or misread it."""
    return _braced_name(name) if not name.isalpha() or name.lower() == "others" else name


def _safe_for_biber(name: Name) -> Name:
    """Return ``name`` without the characters of which biber makes broken initials."""
    if not _UNSAFE_FOR_BIBER.intersection(name.family + name.given + name.suffix):
        return name
    family, given, suffix = (
        text.translate(_REPLACEMENTS) for text in (name.family, name.given, name.suffix)
    )
    return name._replace(family=family, given=given, suffix=suffix)


def _encode_group(text: str, bytewise: bool) -> str:
    """Return a group's name in braces.

    Biber takes its first character for an initial, even half a command. A space in front,
    which TeX does not print there, keeps the command whole.
    """
    if not bytewise and text[:1] in ("{", "\\"):
        return f"{{ {text}}}"
    return _braced_name(text)


def _encode_part(text: str) -> str:
    """Return a part of a name, in braces if BibTeX would split it."""
    return _braced_name(text) if _SEPARATOR.search(text) else text


def _braced_name(text: str) -> str:
    """Return a name in braces; in two pairs where one would look like that of an accent."""
    if not text:
        return ""
    return f"{{{{{text}}}}}" if text.startswith("\\") else f"{{{text}}}"


def _spell_initials(text: str, label_bytes: int, spell: Speller) -> str:
    """Spell a part of a name, with its initials in ASCII.

    A character that lies across the end of the first ``label_bytes`` is in ASCII, too.
    """
    pieces = []
    end = size = 0
    for match in _NON_ASCII.finditer(text):
        start = match.start()
        size += start - end
        character_bytes = len(match[0].encode("utf-8", "surrogatepass"))
        is_initial = start == 0 or text[start - 1] in _BEFORE_INITIAL
        if is_initial or size < label_bytes < size + character_bytes:
            pieces += [spell(text[end:start]), latex.ascii_only(match[0]).text]
            size += 1
        else:
            pieces.append(spell(text[end : match.end()]))
            size += character_bytes
        end = match.end()
    return "".join([*pieces, spell(text[end:])])
