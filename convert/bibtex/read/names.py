"""Names in a .bib file: BibTeX's three forms, groups in braces, biblatex's names by parts."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ...codecs.name_lists import split_at_commas, split_names
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
from ...tables.groups import (
    COMPANY_FORMS,
    TOPICS,
    WORDS,
    has_group_word,
    has_topic,
    is_group,
)
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
_PUBMED_NAME = re.compile(r"[^\W\d][^,;.{}]*[^\W\dA-Z][^,;.{}]* [A-Z]{1,3}")
_VOWELS = frozenset("AEIOU")
_DEGREES = frozenset(("PhD", "DPhil", "MSc", "BSc", "DSc", "PharmD", "MPhil"))
_SUFFIX_BEHIND = re.compile(r"([^\s,]+\s[^,]+),\s*([^\s,]+)")  # Martin Luther King, Jr.
_AND = re.compile(r"\s+(?:and\s+)+", re.IGNORECASE)
_LEADING_AND = re.compile(r"^(?:and\s+)+", re.IGNORECASE)
_AMPERSAND = re.compile(r"(?:^|,?\s)\\?&\s")
_GROUP_OR_COMMAND = re.compile(
    r"(\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\})"
    r"|\\[A-Za-z]+\*?(?:\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*"
)
# A group whose name says what it is for, perhaps several things: Department of Health
_OPEN_GROUP = re.compile(
    rf"[^,{{}}]*\b(?:{'|'.join(sorted(WORDS - TOPICS))})\b[^,{{}}]*\s(?:of|for|on|de|für|pour)\s",
    re.IGNORECASE,
)
_ORCID = re.compile(r"(\d+)\s*=\s*\"?([\dXx-]{16,19})\"?")


class NameList(NamedTuple):
    """The names of a field, whether the list goes on, and what was guessed about it."""

    names: tuple[Name, ...]
    has_others: bool = False
    guesses: tuple[str, ...] = ()


def parse_names(latex: str) -> NameList:
    """Return the names of a list; ``and others`` or ``et al.`` at its end says that it goes on."""
    texts = _split_at_and(_braced_commands(latex_to_text.with_letters(latex)))
    if texts and (last := without_et_al(texts[-1])) != texts[-1]:
        texts[-1:] = [last, "others"]
    listed = [text for text in texts if not is_et_al(latex_to_text.plain_text(text))]
    joined = _join_groups(listed)
    guesses = [f"{text[1:-1]!r} read as one group" for text in joined if text not in listed]
    guesses += _undecided(joined)
    people = _split_people(joined)
    if people != joined:
        guesses = [f"names several people; read as {'; '.join(people)}"]
    if len(listed) < len(texts) and texts[-1] in listed:
        guesses.append("goes on before its last name; read as if at its end")
    names = tuple(name for name in map(parse_name, people) if any(name[:4]))
    return NameList(names, len(listed) < len(texts), tuple(guesses))


def _braced_commands(latex: str) -> str:
    """Put braces around commands outside of them, which the parser of names would cut up."""
    if "\\" not in latex:
        return latex
    return _GROUP_OR_COMMAND.sub(lambda match: match[1] or f"{{{match[0]}}}", latex)


def _split_people(texts: list[str]) -> list[str]:
    """Split lists as people paste them: at semicolons, at commas, or at ``&``."""
    if len(texts) > 1 and all(map(_PUBMED_NAME.fullmatch, texts)):
        initials = [text.rpartition(" ")[2] for text in texts]
        if any(_VOWELS.isdisjoint(letters) for letters in initials):
            return list(map(_inverted, texts))
    return [name for text in texts for name in _split_pasted(text)]


def _split_pasted(text: str) -> list[str]:
    """Split what should be one name, where it is a list."""
    if "{" in text or "=" in text:
        return [text]
    if _PUBMED_NAMES.fullmatch(text):
        return [_inverted(name) for name in text.rstrip(".").split(", ")]
    if ";" in text:
        parts = [part.strip() for part in text.split(";")]
        return [part if "," in part else _inverted(part) for part in parts if part]
    if _AMPERSAND.search(text):
        return split_names(_AMPERSAND.sub(" & ", text).lstrip("& "))
    return split_at_commas(text)


def _inverted(short: str) -> str:
    """Return ``Fu HX`` as ``Fu, H X``; a name without initials at its end stays."""
    family, given, suffix = split_short(short)
    return ", ".join(filter(None, (family, given, suffix)))


def _join_groups(texts: list[str]) -> list[str]:
    """Join what ``and`` has parted of a group's name, and put braces around it.

    Such a name has a word as ``Centers`` or ``Society``. What belongs to it is one word, which is
    no person, or says what a group is for: ``Centers for Disease Control and Prevention``,
    ``Department of Health and Human Services``.
    """
    joined: list[str] = []
    for text in texts:
        if joined and _belong_together(joined[-1], text):
            comma = "," if _OPEN_GROUP.match(joined[-1]) and "," in joined[-1] else ""
            joined[-1] = f"{joined[-1]}{comma} and {text}"
        else:
            joined.append(text)
    return [text if text in texts else f"{{{text}}}" for text in joined]


def _belong_together(before: str, text: str) -> bool:
    """Whether ``and`` stands inside of a group's name."""
    if "{" in before + text or "," in text or is_et_al(text):
        return False
    if _OPEN_GROUP.match(before) and has_topic(text):
        return True
    if "," in before or not has_group_word(f"{before} {text}"):
        return False
    return " " not in text or (" " not in before and has_group_word(text))


def _undecided(names: list[str]) -> Iterator[str]:
    """Yield what may be one group's name or those of a group and a person."""
    for before, text in pairwise(names):
        is_person = not {",", "{"} & set(text) and not has_group_word(text) and not is_et_al(text)
        if is_person and _OPEN_GROUP.match(before):
            yield f"'{before} and {text}' read as a group and a person"


def _split_at_and(latex: str) -> list[str]:
    """Split a list at ``and`` outside of braces."""
    if "{" not in latex:
        texts = _AND.split(f" {latex} ".replace("\n", " "))
        return [name for text in texts if (name := text.strip(" ,;"))]
    from bibtexparser.middlewares.names import split_multiple_persons_names  # noqa: PLC0415  # most lists of names need no parser; it is slow to load

    people = (str(text).strip(" ,;") for text in split_multiple_persons_names(latex))
    return [name for text in people if (name := _LEADING_AND.sub("", text))]


def parse_name(latex: str) -> Name:
    """Return one name; in braces it is a group's, as a whole."""
    if is_braced(latex) or ("," not in latex and _is_plain_group(latex.split())):
        return Name(literal=latex_to_text.plain_text(latex))
    if _NAME_PART.match(latex):
        return _parse_biblatex_name(latex)
    from bibtexparser.middlewares.names import parse_single_name_into_parts  # noqa: PLC0415  # most lists of names need no parser; it is slow to load

    match = _SUFFIX_BEHIND.fullmatch(latex)
    if match and _is_behind_name(match[2]):
        return parse_name(match[1])._replace(suffix=match[2])
    parts = parse_single_name_into_parts(latex, strict=False)
    family = _joined([*parts.von, *parts.last])
    given, suffix = _joined(parts.first), _joined(parts.jr)
    is_alone = not given and not suffix
    if is_alone and (is_group(family) or (len(parts.last) == 1 and is_braced(parts.last[0]))):
        return Name(literal=family)
    return _with_suffix(family, spaced_initials(given, family), suffix)


def _is_plain_group(words: list[str]) -> bool:
    """Whether a name without braces is a group's.

    One of its words is a group's, and not a name that people have, too: ``European Research
    Council``. Or a company's form is at its end: ``Acme Inc.``
    """
    if len(words) < 2:
        return False
    last = words[-1].rstrip(".")
    if last.lower() in COMPANY_FORMS:
        return True
    group_words = WORDS - _AMBIGUOUS
    if len(words) == 2:
        return last in group_words  # in small letters: CMS collaboration
    return not group_words.isdisjoint(word.lower() for word in words)


def _is_behind_name(word: str) -> bool:
    """Whether a word is a suffix or a degree: ``Jr``, ``PhD``."""
    return is_suffix(word) or word.replace(".", "") in _DEGREES


def _with_suffix(family: str, given: str, suffix: str) -> Name:
    """Return a name whose suffix is taken from where programs leave it.

    ``O'Brien, Mary, Jr`` (Zotero), ``O'Brien Jr, Mary`` (pandoc), ``O'Brien, Mary Jr``
    (programs that have it from NLM) and ``Mary O'Brien Jr.`` (people).
    """
    if suffix:
        is_swapped = _is_behind_name(given) and not is_suffix(suffix)
        return Name(family, suffix, given) if is_swapped else Name(family, given, suffix)
    if family.rstrip(".") in SUFFIXES - {"V"} and " " in given:
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
