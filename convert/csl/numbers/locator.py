"""Numbers that name what they count: "vol. 2" is a volume, whatever the label says."""

from typing import NamedTuple

from ...base.lazy_regex import regex
from ..locale import Locale

# Abbreviations that citeproc-js reads, and CSL's locator types.
_KINDS = {
    abbreviation: kind
    for kind, abbreviations in {
        "article": "art",
        "book": "bk",
        "chapter": "ch chap",
        "column": "col cols",
        "figure": "fig figs",
        "folio": "fol fols",
        "issue": "no nos",
        "line": "l ll",
        "note": "n nn",
        "opus": "op",
        "page": "p pp",
        "paragraph": "para paras",
        "part": "pt pts",
        "rule": "r rr",
        "section": "sec secs",
        "sub verbo": "sv s.v",
        "title": "tit",
        "verse": "v vv",
        "volume": "vol vols",
    }.items()
    for abbreviation in abbreviations.split()
}
_LABEL = regex(r"(s\.v|[a-z]+)\.\s*(?=\S)")
# What comes between a number and another that names its kind: "12, bk. 3 & ch. 4 n. 5".
_SEPARATOR = regex(r"(,\s+|;\s+|\s*&\s*|\s+and\s+|\s+)(?=(?:s\.v|[a-z]+)\.\s)")
# The kinds that a variable's own label may name ("vol. 3" as a volume).
_OWN_KINDS = {"issue": "issue", "number": "issue", "page": "page", "volume": "volume"}


def split_label(locator: str, label: str) -> tuple[str, str]:
    """Return a locator's kind and the text behind its label; without one, ``label`` and all."""
    locator = locator.strip()
    match = _LABEL.match(locator)
    if match is not None and match.group(1) in _KINDS:
        return _KINDS[match.group(1)], locator[match.end() :]
    return label, locator


def locator_term(kind: str, form: str, many: bool, locale: Locale) -> str:
    """Return the term of a locator's kind; in locales some are called ``title-locator``, say.

    ``sub verbo`` has two spellings.
    """
    names = (f"{kind}-locator", kind, kind.replace("-", " "), kind.replace(" ", "-"))
    return next(filter(None, (locale.term(name, form, many) for name in names)), "")


def without_label(name: str, value: object) -> str:
    """Return a number without the label of its own variable: "3" for the volume "vol. 3"."""
    text = str(value)
    if "." not in text or name not in _OWN_KINDS:
        return text
    kind, number = split_label(text, "")
    return number if kind == _OWN_KINDS[name] else text


class LabelledNumber(NamedTuple):
    """One of several numbers: the separator before it, the kind that it names, its text."""

    separator: str
    kind: str
    text: str


def split_numbers(text: str) -> list[LabelledNumber]:
    """Return a number, which need not name its kind, and those behind it that do."""
    if "." not in text:
        return [LabelledNumber("", "", text)]
    first, *more = _SEPARATOR.split(text)
    numbers = [LabelledNumber("", "", first)]
    for separator, piece in zip(more[::2], more[1::2], strict=True):
        kind, number = split_label(piece, "")
        if kind:
            numbers.append(LabelledNumber(separator, kind, number))
        else:
            last = numbers.pop()
            numbers.append(last._replace(text=f"{last.text}{separator}{piece}"))
    return numbers
