"""What a format says of itself: its name, its suffixes, how its text is recognised."""

from __future__ import annotations

from collections.abc import Callable

from .base.frozen import Frozen


class Format(Frozen):
    """A format's name, title and file suffixes, and how its text is recognised.

    ``sniff`` gets the first few thousand characters and returns whether they are in this format.
    A suffix of two formats belongs to the one that lists it earlier. ``ignores`` names the options
    (of :class:`medcite.options.Options`) that have no effect on its writer. ``library`` says
    whether the records of its PMIDs are taken from a library of exports if there is one
    (``PREFERRED``), or can only be had from there (``REQUIRED``). ``binary`` says that what is
    read or written is no text; ``sniff`` then gets the names of the files in an archive
    (see ``medcite.files.source.Source``).
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    sniff: Callable[[str], bool] | None = None
    ignores: tuple[str, ...] = ()
    library: str = ""
    binary: bool = False


PREFERRED, REQUIRED = "preferred", "required"
# The options that select and format data; a format that keeps everything ignores them.
SELECTION = (
    "key", "journal", "abstract", "keywords", "mesh", "date", "fields", "omit", "protect",
    "ascii", "article_number", "receiver",
)  # fmt: skip
