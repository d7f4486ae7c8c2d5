r"""Read a .bcf file: what biblatex asks of biber.

It is XML with one element per line, and a TeX run that breaks off leaves it unfinished. So the
two elements that matter are picked out of the text. Keys are listed in order for each section
(``refsection``); ``*`` stands for ``\nocite{*}``; a set names its members in an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from .citations import CitationEvent, read_text, split_keys

KEY = r"<bcf:citekey\b(?P<set>[^>]*)>(?P<key>[^<]*)</bcf:citekey>"
SOURCE = r"<bcf:datasource\b(?P<attributes>[^>]*)>(?P<source>[^<]*)</bcf:datasource>"
ELEMENT = re.compile(f"{KEY}|{SOURCE}")
MEMBERS = re.compile(r'\bmembers="([^"]*)"')


def read_events(path: Path) -> Iterator[CitationEvent]:
    """Yield what ``path`` says. Raises OSError."""
    text = read_text(path)
    yield CitationEvent("package", "biblatex", str(path), 1)
    for match in ELEMENT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        for kind, value in _parse_element(match):
            yield CitationEvent(kind, value, str(path), line)


def _parse_element(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield what an element names: a key, the members of a set, or a local database."""
    if match["key"] is not None:
        members = MEMBERS.search(match["set"])
        keys = split_keys(unescape(members[1])) if members else [unescape(match["key"]).strip()]
        yield from (("cite", key) for key in keys)
    elif 'location="remote"' not in match["attributes"] and "://" not in match["source"]:
        yield "bibliographies", unescape(match["source"]).strip()
