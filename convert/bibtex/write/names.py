"""Names, as BibTeX and biber part them: ``Family, Suffix, Given`` with ``and`` between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ...base.lazy_regex import regex
from ...markup import latex
from ...model.values import Name

Spell = Callable[[str], str]

# What a name would be parted at (biber takes ``=`` for a name given by its parts).
PARTING = regex(r"[,=]|(?:^|\s)and(?:\s|$)", re.IGNORECASE)
LETTERS = regex(r"[A-Za-z,.' -]+").fullmatch
# Among plain letters: a part that is missing or may be an "and" of its own, a ligature.
ODD = regex(r"^(?:,|and\b)|  | ,| $|(?:,| and) and\b|--|''", re.IGNORECASE).search
OUTSIDE = regex(r"[^\x00-\x7f][\u0300-\u036f]*")
BEFORE = " \u00a0.-'’("  # what may stand before an initial
# No real name has these, but what LaTeX spells them with must not end biber's run or LaTeX's.
TAMED = str.maketrans("\\{}<>|~^", "/()()/-'")
WILD = frozenset("\\{}<>|~^")
LABEL = 3  # bytes of a family name that the style alpha makes a label of


def names(people: Iterable[Name], spell: Spell, bytewise: bool, more: bool = False) -> str:
    """Return a field's list of names in their order; ``more``: the list goes on.

    ``bytewise``: initials are spelt in ASCII, since BibTeX would take the first byte of a
    letter for it; so is a letter that the end of the style alpha's label would cut in two.
    """
    made = [_name(each if bytewise else _tame(each), spell, bytewise) for each in people]
    made = [name for name in made if name]
    if more and made:
        made.append("others")
    return " and ".join(made)


def inverted(found: Sequence[str], spell: Spell, bytewise: bool) -> str:
    """Return a list of names that are ``Family, Given``, each with one comma, as ``names`` does.

    Most need no more care, and most bylines have no other.
    """
    text = " and ".join(found)
    if _usual(text, len(found)):
        return text
    made = []
    for each in found:
        family, given = each.split(", ")
        usual = _usual(each, 1)
        made.append(each if usual else names([Name(family, given)], spell, bytewise))
    return " and ".join(made)


def _usual(text: str, count: int) -> bool:
    """Return whether ``count`` names, joined by ``and``, can be written as they are."""
    letters = LETTERS(text) and text.lower().count(" and ") == count - 1
    return bool(letters) and not ODD(text)


def _name(name: Name, spell: Spell, bytewise: bool) -> str:
    """Return one name; a group, or a person with one name only, in one piece."""
    if name.literal:
        return _group(spell(name.literal.strip()), bytewise)
    if bytewise and not (name.family.isascii() and name.given.isascii()):
        family, given = _cut(name.family, LABEL, spell), _cut(name.given, 0, spell)
    else:
        family, given = spell(name.family), spell(name.given)
    suffix = spell(name.suffix)
    if not given or not family:
        return _only_name(" ".join(part for part in (family, given, suffix) if part))
    parts = (family, suffix, given) if suffix else (family, given)
    return ", ".join([_part(part) for part in parts])


def _only_name(name: str) -> str:
    """Return the only name of a person, in braces where BibTeX would part or misread it."""
    return _whole(name) if not name.isalpha() or name.lower() == "others" else name


def _tame(name: Name) -> Name:
    """Return ``name`` with plain signs for those that biber makes broken initials of."""
    said = name.family + name.given + name.suffix
    if not WILD.intersection(said):
        return name
    family, given, suffix = (
        text.translate(TAMED) for text in (name.family, name.given, name.suffix)
    )
    return name._replace(family=family, given=given, suffix=suffix)


def _group(text: str, bytewise: bool) -> str:
    """Put a group's name into braces.

    Biber takes its first character for an initial, be it half a command: a blank, which
    TeX does not print there, is a better one.
    """
    if not bytewise and text[:1] in ("{", "\\"):
        return f"{{ {text}}}"
    return _whole(text)


def _part(text: str) -> str:
    """Put a part of a name into braces if BibTeX would part it."""
    return _whole(text) if PARTING.search(text) else text


def _whole(text: str) -> str:
    """Put a name into braces; twice where one pair would look like an accent's."""
    if not text:
        return ""
    return f"{{{{{text}}}}}" if text.startswith("\\") else f"{{{text}}}"


def _cut(text: str, first: int, spell: Spell) -> str:
    """Spell a part of a name; in ASCII its initials, and what ends beyond its ``first`` bytes."""
    pieces = []
    end = size = 0
    for match in OUTSIDE.finditer(text):
        at = match.start()
        size += at - end
        if at == 0 or text[at - 1] in BEFORE or size < first < size + len(match[0].encode()):
            pieces += [spell(text[end:at]), latex.ascii(match[0]).text]
            size += 1
        else:
            pieces += [spell(text[end : match.end()])]
            size += len(match[0].encode())
        end = match.end()
    return "".join([*pieces, spell(text[end:])])
