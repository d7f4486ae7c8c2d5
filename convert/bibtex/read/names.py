"""Names in a .bib file: BibTeX's three forms, groups in braces, biblatex's names by parts."""

import re
from typing import NamedTuple

from ...codecs.name_lists import split_at_commas
from ...codecs.names import (
    ROMAN,
    SUFFIXES,
    is_et_al,
    is_suffix,
    spaced_initials,
    split_short,
    without_et_al,
)
from ...markup import latex_to_text
from ...model.values import Identifier, Name
from ...tables.groups import WORDS, has_group_word, is_group
from ..braces import is_braced

# biblatex also gives a name options (useprefix), and its parts initials (given-i).
_NAME_PART = re.compile(
    r"(?:^|,)\s*((?:family|given|prefix|suffix)(?:-i)?|use\w+)\s*=\s*", re.IGNORECASE
)
# Words of a group that people are called by, too.
_AMBIGUOUS = frozenset(
    ("center", "division", "force", "service", "staff", "task", "trial", "union")
)
# Fu H, Sun X, van der Roe AB: no name has initials before its comma and behind.
_PUBMED_NAMES = re.compile(r"(?:[^\W\d][^,;.]* [A-Z]{1,3}, )+[^\W\d][^,;.]* [A-Z]{1,3}\.?")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_ORCID = re.compile(r"(\d+)\s*=\s*\"?([\dXx-]{16,19})\"?")


class NameList(NamedTuple):
    """The names of a field, whether the list goes on, and what was guessed about it."""

    names: tuple[Name, ...]
    has_others: bool = False
    guesses: tuple[str, ...] = ()


def parse_names(latex: str) -> NameList:
    """Return the names of a list; ``and others`` or ``et al.`` at its end says that it goes on."""
    texts = [text for text in _split_at_and(latex_to_text.with_letters(latex)) if text]
    joined = _join_groups(texts)
    guesses = [f"{text[1:-1]!r} read as one group" for text in joined if text not in texts]
    if len(joined) == 1 and len(pasted := _split_pasted(joined[0])) > 1:
        guesses = [f"names several people; read as {'; '.join(pasted)}"]
        joined = pasted
    if joined and (last := without_et_al(joined[-1])) != joined[-1]:
        joined[-1:] = [last, "others"]
    has_others = bool(joined) and is_et_al(joined[-1])
    names = tuple(map(parse_name, joined[:-1] if has_others else joined))
    return NameList(names, has_others, tuple(guesses))


def _split_pasted(text: str) -> list[str]:
    """Split a list as people paste it: at semicolons, or at commas."""
    if "{" in text or "=" in text:
        return [text]
    if _PUBMED_NAMES.fullmatch(text):
        return [_inverted(name) for name in text.rstrip(".").split(", ")]
    if ";" in text:
        return [part if "," in part else _inverted(part.strip()) for part in text.split(";")]
    return split_at_commas(text)


def _inverted(short: str) -> str:
    """Return ``Fu HX`` as ``Fu, H X``; a name without initials at its end stays."""
    family, given, suffix = split_short(short)
    return ", ".join(filter(None, (family, given, suffix)))


def _join_groups(texts: list[str]) -> list[str]:
    """Join what ``and`` has parted of a group's name, and put braces around it.

    Such a name has a word as ``Centers`` or ``Society``, and no comma. A part that is one word is
    no person: ``Centers for Disease Control and Prevention``.
    """
    joined: list[str] = []
    for text in texts:
        if joined and _belong_together(joined[-1], text):
            joined[-1] = f"{joined[-1]} and {text}"
        else:
            joined.append(text)
    return [text if text in texts else f"{{{text}}}" for text in joined]


def _belong_together(before: str, text: str) -> bool:
    """Whether ``and`` stands inside of a group's name."""
    both = before + text
    if "," in both or "{" in both or is_et_al(text) or not has_group_word(f"{before} {text}"):
        return False
    is_joined = " and " in before
    return is_joined or " " not in text or (" " not in before and has_group_word(text))


def _split_at_and(latex: str) -> list[str]:
    """Split a list at ``and`` outside of braces."""
    if "{" not in latex:
        return [text.strip(" ,") for text in _AND.split(f" {latex} ".replace("\n", " "))]
    from bibtexparser.middlewares.names import split_multiple_persons_names  # noqa: PLC0415  # most lists of names need no parser; it is slow to load

    return [str(text).strip(" ,") for text in split_multiple_persons_names(latex)]


def parse_name(latex: str) -> Name:
    """Return one name; in braces it is a group's, as a whole."""
    if is_braced(latex):
        return Name(literal=latex_to_text.plain_text(latex))
    if _NAME_PART.match(latex):
        return _parse_biblatex_name(latex)
    from bibtexparser.middlewares.names import parse_single_name_into_parts  # noqa: PLC0415  # most lists of names need no parser; it is slow to load

    words = latex.split()
    if "," not in latex and len(words) > 2 and _has_plain_group_word(words):
        # European Research Council without its braces.
        return Name(literal=latex_to_text.plain_text(latex))
    parts = parse_single_name_into_parts(latex, strict=False)
    family = _joined([*parts.von, *parts.last])
    given, suffix = _joined(parts.first), _joined(parts.jr)
    is_alone = not given and not suffix
    if is_alone and (is_group(family) or (len(parts.last) == 1 and is_braced(parts.last[0]))):
        return Name(literal=family)
    return _with_suffix(family, spaced_initials(given, family), suffix)


def _has_plain_group_word(words: list[str]) -> bool:
    """Whether one of the words is a group's, and not a name that people have, too."""
    return not (WORDS - _AMBIGUOUS).isdisjoint(word.lower() for word in words)


def _with_suffix(family: str, given: str, suffix: str) -> Name:
    """Return a name whose suffix is taken from where programs leave it.

    ``O'Brien, Mary, Jr`` (Zotero), ``O'Brien Jr, Mary`` (pandoc), ``O'Brien, Mary Jr``
    (programs that have it from NLM) and ``Mary O'Brien Jr.`` (people).
    """
    if suffix:
        is_swapped = is_suffix(given) and not is_suffix(suffix)
        return Name(family, suffix, given) if is_swapped else Name(family, given, suffix)
    if family.rstrip(".") in SUFFIXES - ROMAN and " " in given:
        given, _, last = given.rpartition(" ")
        return Name(last, given, family.rstrip("."))
    for part, known in ((family, SUFFIXES), (given, SUFFIXES - ROMAN)):
        before, _, last = part.rpartition(" ")
        suffix, before = last.rstrip("."), before.rstrip(",")
        if before and given and suffix in known and suffix != "V":  # which may be an initial
            return Name(*((before, given) if part is family else (family, before)), suffix)
    return Name(family, given)


def _joined(words: list[str]) -> str:
    """Return the text of a part of a name."""
    return latex_to_text.plain_text(" ".join(words))


def _parse_biblatex_name(latex: str) -> Name:
    """Parse ``family={van der Berg}, given={Jan}, prefix=van``."""
    matches = list(_NAME_PART.finditer(latex))
    ends = [*(match.start() for match in matches[1:]), len(latex)]
    part = {
        match[1].lower(): latex_to_text.plain_text(latex[match.end() : end].strip(" ,").strip('"'))
        for match, end in zip(matches, ends, strict=True)
    }
    family = " ".join(filter(None, (part.get("prefix"), part.get("family"))))
    return Name(family, part.get("given", ""), part.get("suffix", ""))


def add_orcids(people: tuple[Name, ...], annotation: str) -> tuple[Name, ...]:
    """Add ORCIDs to the names from biblatex's annotation ``1="0000-..."; 3="..."``."""
    orcids = {int(place): orcid for place, orcid in _ORCID.findall(annotation)}
    return tuple(
        Name(name.family, name.given, name.suffix, name.literal,
             ids=(Identifier("orcid", orcids[place], "AUID"),))
        if place in orcids else name
        for place, name in enumerate(people, start=1)
    )  # fmt: skip
