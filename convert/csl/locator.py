"""Locators that name their own kind: ``vol. 2`` is a volume, whatever label is printed."""

from __future__ import annotations

import re

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
_LABELLED = re.compile(r"(s\.v|[a-z]+)\.\s*(?=\S)")


def split_label(locator: str, label: str) -> tuple[str, str]:
    """Return a locator's kind and text: the kind it names itself, else ``label``."""
    locator = locator.strip()
    match = _LABELLED.match(locator)
    if match is not None and match.group(1) in _KINDS:
        return _KINDS[match.group(1)], locator[match.end() :]
    return label, locator
