"""What an entry has from the one that its crossref names.

Source: the biblatex manual, appendix B; BibTeX itself gives every missing field by its own name.
"""

from __future__ import annotations

_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_VOLUMES = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_JOURNAL = {
    "title": "journaltitle",
    "subtitle": "journalsubtitle",
    "titleaddon": "journaltitleaddon",
}

# By the type of the parent: what its fields are called in the child.
NAMES_IN_CHILD = {
    **dict.fromkeys(("book", "collection", "proceedings", "reference"), _BOOK),
    **dict.fromkeys(("mvbook", "mvcollection", "mvproceedings", "mvreference"), _VOLUMES),
    "periodical": _JOURNAL,
}
OTHER_PARENTS = _BOOK
NOT_INHERITED = frozenset((
    "crossref", "entryset", "entrysubtype", "execute", "ids", "indexsorttitle", "indextitle",
    "key", "label", "options", "presort", "related", "relatedoptions", "relatedstring",
    "relatedtype", "shorthand", "shorthandintro", "shorttitle", "sortkey", "sorttitle", "xdata", "xref",
))  # fmt: skip
