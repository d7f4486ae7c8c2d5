"""The names of an entry: ``Family, Suffix, Given``, separated by ``and``."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from typing import TypeAlias
from unicodedata import normalize

from ...base.lazy_regex import regex
from ...markup import latex_spelling
from ...model.record import Record
from ...model.values import Name
from ...tables.latex import LIKE_LATIN
from .encoder import EncodingContext

Speller: TypeAlias = Callable[[str], str]

# What splits a name (biber takes ``=`` for a name given by its parts).
_SEPARATOR = regex(r"[,=]|(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_LETTERS = regex(r"[A-Za-z,.' -]+").fullmatch
# BibTeX takes ``al`` in ``al-Ahmad`` for a particle, and prints ``al Ahmad``.
_HYPHENATED_PARTICLE = regex(r"(?:^|[ -])[a-z][^ -]*-").search
_PLAIN_PARTICLE = regex(r"(?:^|[ -])[a-z]+-").search
# An "and" that separates nothing.
_LONE_AND = regex(r"(?:^|, | and )and\b").search
_EMPTY_PARTS = ("  ", " ,", "--", "''")
# Names of nothing but capitalized words, as most are; this takes a fraction of the time of the
# searches above.
_WORD = r"(?!A[nN][dD]\b)[A-Z][A-Za-z]*+"
_CAPITALIZED = regex(rf"{_WORD}(?:(?:, |[ '-]| and ){_WORD})*+")
_NON_ASCII = regex(r"[^\x00-\x7f][\u0300-\u036f]*")
_BEFORE_INITIAL = " \u00a0.-'’("
# No real name has these, but the commands for them stop biber or LaTeX.
_REPLACEMENTS = str.maketrans("\\{}<>|~^", "/()()/-'")
_UNSAFE_FOR_BIBER = frozenset("\\{}<>|~^")
# Marks that print nothing, of which LaTeX and biber would make initials. Joiners are part of a word
# in Arabic, Indian and similar scripts.
_INVISIBLE = regex(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]|(?<![\u0590-\u1cff\ua800-\uabff])[\u200c\u200d]"
)
_LABEL_BYTES = 3  # of a family name, of which the style alpha makes a label


def are_editors_noted(record: Record, source: Container[str]) -> bool:
    """Whether BibTeX's note names the editors: its styles warn of a book with authors, too.

    ``source`` are the fields of the .bib file that the record is from; what it had is left so.
    """
    both = record.type in ("book", "classic") and record.author and record.editor
    return bool(both) and "editor" not in source


def encode_names(people: Iterable[Name], context: EncodingContext, more: bool = False) -> str:
    """Return a field's list of names in their order; ``more`` says that there are others.

    For BibTeX, initials are spelt in ASCII, since it would take the first byte of a letter for
    the initial; so is a letter that the end of the style alpha's label would cut in two. For
    biber, a name has no commands if one of its initials would need one.
    """
    encoded = [_encode_name(_without_marks(name), context) for name in people]
    encoded = [name for name in encoded if name]
    if more and encoded:
        encoded.append("others")
    return " and ".join(encoded)


def encode_inverted(names: Sequence[str], context: EncodingContext) -> str:
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
        encoded.append(name if plain else encode_names([Name(family, given)], context))
    return " and ".join(encoded)


def _is_plain(text: str, count: int) -> bool:
    """Whether ``count`` names, joined by ``and``, can be written as they are."""
    if _CAPITALIZED.fullmatch(text):
        return text.count(" and ") == count - 1
    lower = text.lower()
    return (
        _LETTERS(text) is not None
        and lower.count(" and ") == count - 1
        and not _has_empty_part(text)
        and not ("and" in lower and _LONE_AND(lower))
        and not ("-" in text and _PLAIN_PARTICLE(text))
    )


def _has_empty_part(text: str) -> bool:
    """Whether a name has an empty part, or what TeX would make a ligature of."""
    return text.startswith(",") or text.endswith(" ") or any(mark in text for mark in _EMPTY_PARTS)


def _without_marks(name: Name) -> Name:
    """Return a name without the marks in it that print nothing."""
    family, given, suffix, literal = name.family, name.given, name.suffix, name.literal
    if f"{family}{given}{suffix}{literal}".isascii():
        return name
    texts = [_INVISIBLE.sub("", text) for text in (family, given, suffix, literal)]
    return name._replace(family=texts[0], given=texts[1], suffix=texts[2], literal=texts[3])


def _encode_name(name: Name, context: EncodingContext) -> str:
    """Return one name; a group, or a person with one name only, in one piece."""
    bytewise = context.bytewise_names
    if not bytewise:
        name = _safe_for_biber(name)
    if name.literal:
        return _encode_group(context.spell(name.literal.strip()), bytewise)
    family, given, suffix = _spell_parts(name, context)
    if not given or not family:
        return _only_name(" ".join(part for part in (family, given, suffix) if part))
    whole = bytewise and _HYPHENATED_PARTICLE(name.family) is not None
    encoded = _braced_name(family) if whole else _encode_part(family)
    return ", ".join([encoded, *map(_encode_part, filter(None, (suffix, given)))])


def _spell_parts(name: Name, context: EncodingContext) -> tuple[str, str, str]:
    """Return family name, given names and suffix as the dialect's program takes them."""
    family, given, spell = name.family, name.given, context.spell
    if not (family.isascii() and given.isascii()):
        if context.bytewise_names:
            return (
                _spell_initials(family, _LABEL_BYTES, spell),
                _spell_initials(given, 0, spell),
                spell(name.suffix),
            )
        if _has_unknown_initial(name) and not context.options.ascii:
            spell = context.spell_in_unicode
    return spell(family), spell(given), spell(name.suffix)


def _has_unknown_initial(name: Name) -> bool:
    """Whether an initial of a person is a letter that pdfLaTeX does not know."""
    text = f" {name.family} {name.given}"
    return any(
        text[match.start() - 1] in _BEFORE_INITIAL
        and normalize("NFD", match[0])[0] not in LIKE_LATIN
        for match in latex_spelling.UNKNOWN.finditer(text)
    )


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
    """Spell a part of a name, with its initials in ASCII where they have a command.

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
            letter = latex_spelling.with_commands(match[0])
            pieces += [spell(text[end:start]), spell(match[0]) if letter.unspelled else letter.text]
            size += 1
        else:
            pieces.append(spell(text[end : match.end()]))
            size += character_bytes
        end = match.end()
    return "".join([*pieces, spell(text[end:])])
