"""The placeholders that authors write for citations: where they stand, and what they cite.

    [PMID: 12345678]   [PMIDs: 1, 2]   [pmid 1; PMC2]   (PMID: 1)   [PMID: 1, p. 4]
    [doi:10.1000/x]   [https://pubmed.ncbi.nlm.nih.gov/1/]   [https://doi.org/10.1000/x]
    [@pmid:1]   [see @pmid:1, p. 4; -@doi:10.1000/x]   [@pmid:1 @PMC2]   [@smith2020]

In parentheses only PMIDs and PMCIDs count: a DOI or an address in parentheses is a part of many a
sentence ("deposited at Zenodo (doi:10.5281/...)"). Without brackets nothing counts: reference
lists print PMIDs, too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..bibliography.citations import KNOWN_LABELS
from ..csl.numbers.locator import split_label
from ..library import article_names


class PlacedCite(NamedTuple):
    """One article that a placeholder cites, by the key that its author wrote."""

    key: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False


class Placeholder(NamedTuple):
    """A placeholder in a text, from ``start`` to ``end``."""

    start: int
    end: int
    cites: tuple[PlacedCite, ...]


IDENTIFIED = ("pmid", "pmcid", "doi")  # the schemes of names that are no keys
_BRACKETS = regex(r"\[([^\[\]\ufffc]+)\]|\(([^()\[\]\ufffc]+)\)")
_PMID = regex(r"(?:PMIDs?|PubMed(?:\s*IDs?)?)\s*[:：#]?\s*(?P<number>[0-9]{1,8})(?![\w.])", re.I)
_PMCID = regex(r"(?:PMCIDs?\s*[:：]?\s*)?(?P<number>PMC\s?[0-9]{2,9}(?:\.[0-9]+)?)(?!\w)", re.I)
_NUMBER = regex(r"(?P<number>[0-9]{1,8})(?![\w.])")
# Of a DOI or an address: what may stand in it, but not the punctuation behind it.
_WORD = r"(?:[^\s,;]|[,;](?![\s@]|$|doi|pmid|pmc|https?:))+"
_LINK = regex(rf"(?:doi\s*[:：]?\s*(?=10\.)|(?=10\.[0-9])|(?=https?://|www\.)){_WORD}", re.I)
_SEPARATOR = regex(r"\s*(?:[;,&]|\band\b)?\s*", re.I)
_LOCATED = regex(r"\s*,\s*(?=(?:pp?|ch|chap|sec|figs?|tab|vol)\b|page|chapter|section)", re.I)
# A key behind @, as pandoc reads it, and an identifier, which may have brackets and semicolons.
_AT = regex(
    r"(?<![^\s;(\[-])(?P<minus>-?)@(?:\{(?P<braced>[^{}]+)\}"
    rf"|(?P<link>(?:doi:|https?://){_WORD})"
    r"|(?P<key>\w(?:\w|[:.#$%&+?<>~/-](?=\w))*))",
    re.I,
)
_NUMERAL = r"[a-z]?[0-9][0-9a-z]*"
_LOCATOR = regex(
    rf",?\s*(?P<locator>(?:(?P<word>[a-z]+)\.?\s+(?:{_NUMERAL}|[ivxlc]+)|(?:pp?\.?)?{_NUMERAL})"
    rf"(?:\s?[-–—,&]\s?{_NUMERAL}|[-–—][ivxlc]+)*)(?!\w)(?P<rest>.*)",
    re.I | re.S,
)
_BARE = regex(r"\bPMIDs?\s*[:：]?\s*[0-9]{4,8}\b", re.I)


def find(text: str) -> Iterator[Placeholder]:
    """Yield the placeholders of a paragraph; U+FFFC stands in it for what is no text."""
    place = 0
    while match := _BRACKETS.search(text, place):
        square = match[1]
        cites = _read_square(square) if square else _read_identifiers(match[2], in_square=False)
        if cites:
            yield Placeholder(match.start(), match.end(), tuple(cites))
        place = match.end() if cites else match.start() + 1  # there may be other brackets in these


def find_bare(text: str) -> list[str]:
    """Return what looks like a PMID that its author meant to be a citation, without brackets."""
    placeholders = list(find(text))
    return [
        match[0]
        for match in _BARE.finditer(text)
        if not any(found.start <= match.start() < found.end for found in placeholders)
    ]


def _read_square(inner: str) -> list[PlacedCite]:
    return _read_at_signs(inner) if "@" in inner else _read_identifiers(inner, in_square=True)


def _read_identifiers(inner: str, *, in_square: bool) -> list[PlacedCite]:
    """Return the identifiers of a list; nothing if there is anything else in the brackets."""
    cites: list[PlacedCite] = []
    inner, place, after_pmid = inner.strip(), 0, False
    while place < len(inner):
        found = _identifier(inner, place, in_square=in_square, after_pmid=after_pmid)
        if found is None:
            return []
        key, place = found
        after_pmid = key.startswith("pmid:")
        cite = PlacedCite(key)
        if _LOCATED.match(inner, place):
            end = inner.find(";", place)
            end = len(inner) if end < 0 else end
            cite, place = _with_suffix(cite, inner[place:end]), end
        cites.append(cite)
        place = _end_of_separator(inner, place)
    return cites


def _end_of_separator(text: str, place: int) -> int:
    match = _SEPARATOR.match(text, place)
    return match.end() if match else place


def _identifier(
    text: str, place: int, *, in_square: bool, after_pmid: bool
) -> tuple[str, int] | None:
    """Return the identifier at a place as a key, and its end; a number goes on a list of PMIDs."""
    if match := _PMID.match(text, place) or (_NUMBER.match(text, place) if after_pmid else None):
        return f"pmid:{match['number']}", match.end()
    if match := _PMCID.match(text, place):
        return re.sub(r"\s", "", match["number"]).upper(), match.end()
    match = _LINK.match(text, place) if in_square else None
    if match is None:
        return None
    name = article_names.of_key(re.sub(r"\s", "", match[0]).rstrip(".,;"))[0]
    is_known = name.partition(":")[0] in IDENTIFIED
    return (article_names.to_key(name), match.end()) if is_known else None


def _read_at_signs(inner: str) -> list[PlacedCite]:
    """Return the cites of pandoc's notation, and identifiers among them; nothing without a key."""
    matches = list(_AT.finditer(inner))
    cites, prefix = _read_between(inner[: matches[0].start()] if matches else "")
    for number, match in enumerate(matches):
        end = matches[number + 1].start() if number + 1 < len(matches) else len(inner)
        suffix, _, between = inner[match.end() : end].partition(";")
        key = (match["braced"] or match["link"] or match["key"]).strip().rstrip(".")
        cite = PlacedCite(key, prefix=_before(prefix), suppress_author=bool(match["minus"]))
        others, prefix = _read_between(between)
        if match is matches[-1] and prefix.strip():
            others, suffix = [], f"{suffix};{between}"
        cites += [_with_suffix(cite, suffix), *others]
    return cites


def _read_between(text: str) -> tuple[list[PlacedCite], str]:
    """Return the identifiers that stand between keys, and what is the next key's prefix."""
    for head, prefix in ((text, ""), text.rpartition(";")[::2]):
        if cites := _read_identifiers(head, in_square=True):
            return cites, prefix
    return [], text


def _before(prefix: str) -> str:
    """Return a prefix with the blank that stands between it and the citation."""
    return f"{prefix.strip()} " if prefix.strip() else ""


def _with_suffix(cite: PlacedCite, suffix: str) -> PlacedCite:
    """Return a cite with the locator that its suffix begins with, and the rest as its suffix."""
    match = _LOCATOR.match(suffix.strip())
    label, locator = _labelled(match) if match else ("", "")
    rest = match["rest"] if match and locator else suffix
    rest = rest.rstrip()
    if rest and rest[0] not in ",.;: ":
        rest = f" {rest}"
    return cite._replace(locator=locator, label=label, suffix=rest if rest.strip(" ,") else "")


def _labelled(match: re.Match[str]) -> tuple[str, str]:
    """Return the label and the text of a locator; nothing if its word is no label of CSL's."""
    word, text = (match["word"] or "").lower(), match["locator"]
    if not word:
        return "page", text.lstrip("p.")
    number = text[len(word) :].lstrip(". \u00a0")
    label = next((name for name in (word, word.removesuffix("s")) if name in KNOWN_LABELS), "")
    label = label or split_label(f"{word}. {number}", "")[0]
    return (label, number) if label else ("", "")
