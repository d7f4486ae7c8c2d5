"""The choices a user has about output, the same for every writer that knows them."""

from __future__ import annotations

from convert.frozen import Frozen


class Options(Frozen):
    """How to write. The defaults are what most users of each target expect."""

    key: str = "default"  # citation-key pattern (see convert/keys.py) or the name of one
    journal: str = "full"  # full | clean (without place and subtitle) | abbrev
    abstract: bool = True
    keywords: bool = True
    mesh: str = "descriptors"  # full | descriptors | major | none
    date: str = "issue"  # issue | epub | earliest
    sort: str = "none"  # none | key | author | year | title | pmid
    fields: tuple[str, ...] = ()  # only these fields; empty: all
    omit: tuple[str, ...] = ()  # not these fields
    protect: bool = True  # braces around words whose case matters
    ascii: bool = False  # LaTeX commands in the place of non-ASCII letters
    ris_profile: str = "generic"  # generic | zotero | endnote | jabref
    style: str = "vancouver"
    locale: str = ""
    markup: str = "text"
    engine: str = "medcite"  # medcite | citeproc-py
