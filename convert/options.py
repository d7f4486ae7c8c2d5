"""The choices a user has about output, the same for every writer that knows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .base.frozen import Frozen

# What an option may be, if that is a list.
VALUES = {
    "journal": ("full", "clean", "abbrev"),  # clean is without place and subtitle
    "mesh": ("full", "descriptors", "major", "none"),
    "date": ("issue", "epub", "earliest"),
    "sort": ("none", "key", "author", "year", "title", "pmid"),
    "ris_profile": ("generic", "zotero", "endnote", "jabref"),
    "engine": ("medcite", "citeproc-py"),
}


class Options(Frozen):
    """How to write. The defaults are what most users of each target expect.

    What those of a few words may be is in ``VALUES``.
    """

    key: str = "default"  # citation-key pattern (see citekeys/pattern.py) or the name of one
    journal: str = "full"
    abstract: bool = True
    keywords: bool = True
    mesh: str = "descriptors"
    date: str = "issue"
    sort: str = "none"
    fields: tuple[str, ...] = ()  # only these fields; empty: all
    omit: tuple[str, ...] = ()  # not these fields
    protect: bool = True  # braces around words whose case matters
    ascii: bool = False  # LaTeX commands in the place of non-ASCII letters
    ris_profile: str = "generic"
    style: str = "vancouver"
    locale: str = ""
    markup: str = "text"
    engine: str = "medcite"


def chosen(given: Mapping[str, Any]) -> Options:
    """Make options of what a user gives; ``fields`` and ``omit`` may be texts with commas.

    Raises:
        TypeError: There is no option of such a name.
        UnknownError: An option cannot have such a value; the message gives the nearest.

    """
    made = dict(given)
    for name, value in given.items():
        if name in VALUES and value not in VALUES[name]:
            from .base.suggestions import UnknownError

            raise UnknownError(f"value of {name}", str(value), VALUES[name])
        if name in ("fields", "omit"):
            texts = value.split(",") if isinstance(value, str) else value
            made[name] = tuple(text.strip() for text in texts if text.strip())
    return Options(**made)
