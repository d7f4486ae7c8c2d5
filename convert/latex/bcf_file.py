r"""The .bcf file: what biblatex asks of biber.

It is XML, one element a line, and a TeX run that breaks off leaves it unfinished; so the
two elements that matter are picked out of the text. Keys are listed for each section
(``refsection``), in order; ``*`` is ``\nocite{*}``; a set has its members beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from .citations import CitationEvent, read_text, split

KEY = r"<bcf:citekey\b(?P<set>[^>]*)>(?P<key>[^<]*)</bcf:citekey>"
SOURCE = r"<bcf:datasource\b(?P<how>[^>]*)>(?P<source>[^<]*)</bcf:datasource>"
ELEMENT = re.compile(f"{KEY}|{SOURCE}")
MEMBERS = re.compile(r'\bmembers="([^"]*)"')


def events(path: Path) -> Iterator[CitationEvent]:
    """Yield what ``path`` says. Raises OSError."""
    text = read_text(path)
    yield CitationEvent("package", "biblatex", str(path), 1)
    for found in ELEMENT.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        for what, value in _says(found):
            yield CitationEvent(what, value, str(path), line)


def _says(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield what one element says: a key, the members of a set, or a database on this machine."""
    if found["key"] is not None:
        members = MEMBERS.search(found["set"])
        keys = split(unescape(members[1])) if members else [unescape(found["key"]).strip()]
        yield from (("cite", key) for key in keys)
    elif 'location="remote"' not in found["how"] and "://" not in found["source"]:
        yield "bibliographies", unescape(found["source"]).strip()
