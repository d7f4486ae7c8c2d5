"""Names in a .bib file: BibTeX's three forms, groups in braces, biblatex's names by parts."""

from __future__ import annotations

import re
from typing import Any

from ...codecs.names import ROMAN, SUFFIXES, is_suffix, split_short
from ...markup import latex_to_text
from ...model.values import Identifier, Name
from ...tables.groups import WORDS, is_group
from .field_value import whole

# biblatex also gives a name options (useprefix), and its parts initials (given-i).
PART = re.compile(r"(?:^|,)\s*((?:family|given|prefix|suffix)(?:-i)?|use\w+)\s*=\s*", re.IGNORECASE)
# Words of a group that people are called by, too.
AMBIGUOUS = frozenset(("center", "division", "force", "service", "staff", "task", "trial", "union"))
# Fu H, Sun X, van der Roe AB: no name has initials before its comma and behind.
SHORT = re.compile(r"(?:[^\W\d][^,;.]* [A-Z]{1,3}, )+[^\W\d][^,;.]* [A-Z]{1,3}\.?")
AND = re.compile(r"\s+and\s+", re.IGNORECASE)
ORCID = re.compile(r"(\d+)\s*=\s*\"?([\dXx-]{16,19})\"?")


def names(latex: str) -> tuple[tuple[Name, ...], bool]:
    """Return the names of a list, and whether it goes on (``and others``)."""
    texts = [text for text in _apart(latex) if text]
    if len(texts) == 1 and (found := _listed(texts[0])):
        texts = found
    others = bool(texts) and texts[-1].lower() == "others"
    return tuple(name(text) for text in (texts[:-1] if others else texts)), others


def _listed(text: str) -> list[str]:
    """Part a list as people paste it: at semicolons, or PubMed's names at commas."""
    if "{" in text or "=" in text:
        return []
    if SHORT.fullmatch(text):
        short = (split_short(each) for each in text.rstrip(".").split(", "))
        return [", ".join(filter(None, each)) for each in short]
    return [part.strip() for part in text.split(";")] if ";" in text else []


def _apart(latex: str) -> list[str]:
    """Part a list at ``and`` outside of braces."""
    if "{" not in latex:
        return [text.strip() for text in AND.split(f" {latex} ".replace("\n", " "))]
    from bibtexparser.middlewares.names import split_multiple_persons_names  # noqa: PLC0415  # most lists of names need no parser; it is slow to load

    return [str(text).strip() for text in split_multiple_persons_names(latex)]


def name(latex: str) -> Name:
    """Read one name; in braces it is a group's, as a whole."""
    if whole(latex):
        return Name(literal=latex_to_text.plain_text(latex))
    if PART.match(latex):
        return _by_parts(latex)
    from bibtexparser.middlewares.names import parse_single_name_into_parts  # noqa: PLC0415  # most lists of names need no parser; it is slow to load

    words = latex.split()
    if "," not in latex and len(words) > 2 and words[-1].lower() in WORDS - AMBIGUOUS:
        # European Research Council without its braces.
        return Name(literal=latex_to_text.plain_text(latex))
    parts: Any = parse_single_name_into_parts(latex, strict=False)
    family = _words([*parts.von, *parts.last])
    given, suffix = _words(parts.first), _words(parts.jr)
    alone = not given and not suffix
    if alone and (is_group(family) or (len(parts.last) == 1 and whole(parts.last[0]))):
        return Name(literal=family)
    return _suffixed(family, given, suffix)


def _suffixed(family: str, given: str, suffix: str) -> Name:
    """Take a suffix from where programs leave it.

    ``O'Brien, Mary, Jr`` (Zotero), ``O'Brien Jr, Mary`` (pandoc), ``O'Brien, Mary Jr`` (what
    has it from NLM) and ``Mary O'Brien Jr.`` (people).
    """
    if suffix:
        turned = is_suffix(given) and not is_suffix(suffix)
        return Name(family, suffix, given) if turned else Name(family, given, suffix)
    if family.rstrip(".") in SUFFIXES - ROMAN and " " in given:
        given, _, last = given.rpartition(" ")
        return Name(last, given, family.rstrip("."))
    for part, known in ((family, SUFFIXES), (given, SUFFIXES - ROMAN)):
        before, _, last = part.rpartition(" ")
        suffix, before = last.rstrip("."), before.rstrip(",")
        if before and given and suffix in known and suffix != "V":  # which may be an initial
            return Name(*((before, given) if part is family else (family, before)), suffix)
    return Name(family, given)


def _words(words: list[str]) -> str:
    return latex_to_text.plain_text(" ".join(words))


def _by_parts(latex: str) -> Name:
    """Read ``family={van der Berg}, given={Jan}, prefix=van``."""
    found = list(PART.finditer(latex))
    ends = [*(match.start() for match in found[1:]), len(latex)]
    part = {
        match[1].lower(): latex_to_text.plain_text(latex[match.end() : end].strip(" ,").strip('"'))
        for match, end in zip(found, ends, strict=True)
    }
    family = " ".join(filter(None, (part.get("prefix"), part.get("family"))))
    return Name(family, part.get("given", ""), part.get("suffix", ""))


def with_orcids(people: tuple[Name, ...], annotation: str) -> tuple[Name, ...]:
    """Add ORCIDs to the names from biblatex's annotation ``1="0000-..."; 3="..."``."""
    found = {int(place): orcid for place, orcid in ORCID.findall(annotation)}
    return tuple(
        Name(each.family, each.given, each.suffix, each.literal,
             ids=(Identifier("orcid", found[place], "AUID"),))
        if place in found else each
        for place, each in enumerate(people, start=1)
    )  # fmt: skip
