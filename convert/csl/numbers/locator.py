"""Locators that name their own kind: ``vol. 2`` is a volume, whatever label is printed."""

from __future__ import annotations

from typing import NamedTuple

from ...base.lazy_regex import regex

# As citeproc-js reads them; the terms are CSL's locator types.
_KINDS = {
    "art": "article",
    "bk": "book",
    "ch": "chapter",
    "chap": "chapter",
    "col": "column",
    "cols": "column",
    "fig": "figure",
    "figs": "figure",
    "fol": "folio",
    "fols": "folio",
    "l": "line",
    "ll": "line",
    "n": "note",
    "nn": "note",
    "no": "issue",
    "nos": "issue",
    "op": "opus",
    "p": "page",
    "pp": "page",
    "para": "paragraph",
    "paras": "paragraph",
    "pt": "part",
    "pts": "part",
    "r": "rule",
    "rr": "rule",
    "sec": "section",
    "secs": "section",
    "sv": "sub verbo",
    "s.v": "sub verbo",
    "tit": "title",
    "v": "verse",
    "vv": "verse",
    "vol": "volume",
    "vols": "volume",
}
_LABELLED = regex(r"(s\.v|[a-z]+)\.\s*(?=\S)")


def split_label(locator: str, label: str) -> tuple[str, str]:
    """Return a locator's kind and text: the kind it names itself, else ``label``."""
    locator = locator.strip()
    match = _LABELLED.match(locator)
    if match is not None and match.group(1) in _KINDS:
        return _KINDS[match.group(1)], locator[match.end() :]
    return label, locator


# What comes between a number and another that names its kind: "12, bk. 3 & ch. 4".
_NEXT = regex(r"(,\s+|;\s+|\s*&\s*|\s+and\s+)(?=(?:s\.v|[a-z]+)\.\s)")


class Part(NamedTuple):
    """One number of several: what comes before it, the kind it names, its text."""

    joint: str
    kind: str
    text: str


def parts(text: str) -> list[Part]:
    """Part a number from those after it that name their own kind; only the first need not."""
    if "." not in text:
        return [Part("", "", text)]
    head, *more = _NEXT.split(text)
    found = [Part("", "", head)]
    for joint, piece in zip(more[::2], more[1::2], strict=True):
        kind, number = split_label(piece, "")
        if kind:
            found.append(Part(joint, kind, number))
        else:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}{joint}{piece}")
    return found
