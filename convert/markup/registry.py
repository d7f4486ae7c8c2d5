"""The markups that a reference list can be written in. Each is a module with a ``MARKUP``.

A module's name is its markup's, with ``_`` for ``-``, so that a markup asked for by name costs
one import. The modules of this package without a ``MARKUP`` help the others.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from .. import markup as package
from ..base.frozen import Frozen
from ..base.plugins import LazyNames, plugin, plugin_names
from ..base.suggestions import UnknownError

if TYPE_CHECKING:
    from ..model.rich_text import Text
    from .file_mark import Mark
    from .reference_list import ReferenceList


class Markup(Frozen):
    """How a markup writes a reference list, and the citations of a text.

    ``document`` returns a whole list. ``inline`` returns one citation; a markup whose citations
    only make sense inside its document has none, and its ``document`` takes the citations as a
    second argument. If a list is only its entries in a frame, it can be written in chunks:
    ``entries`` returns those of a chunk, ``framed`` puts the frame around those of all chunks.
    ``suffixes`` are those of the files that get this markup. By ``mark`` medcite recognizes a
    file of its own. ``keyed`` says that citation keys are part of the document, ``binary`` that
    it is not text, ``plain`` that it has no superscripts but Unicode's.
    """

    name: str
    document: Callable[..., str | bytes]
    suffixes: tuple[str, ...] = ()
    inline: Callable[[Text], str] | None = None
    entries: Callable[[ReferenceList], str] | None = None
    framed: Callable[[str], str] | None = None
    mark: Mark | None = None
    keyed: bool = False
    binary: bool = False
    plain: bool = False


def find(name: str) -> Markup:
    """Return a markup by its name.

    Raises:
        UnknownError: There is no such markup; the message gives the nearest.

    """
    if markup := _import(name):
        return markup
    raise UnknownError("markup", name, names())


def find_inline(name: str) -> Callable[[Text], str]:
    """Return the function that writes a citation in a markup.

    Raises:
        UnknownError: There is no such markup, or it spells citations only with their list.

    """
    markup = _import(name)
    if markup and markup.inline:
        return markup.inline
    able = [other.name for other in markups() if other.inline]
    raise UnknownError("markup for citations", name, able)


@cache
def markups() -> tuple[Markup, ...]:
    """Return every markup, by name."""
    return tuple(markup for name in plugin_names(package) if (markup := _import(name)))


def names() -> tuple[str, ...]:
    """Return the names of all markups."""
    return tuple(markup.name for markup in markups())


@cache
def suffixes() -> dict[str, str]:
    """Return the suffixes of files, each with its markup's name."""
    return {suffix: markup.name for markup in markups() for suffix in markup.suffixes}


def for_suffix(suffix: str) -> Markup:
    """Return the markup of files with a suffix such as ``.html``.

    Raises:
        UnknownError: No markup has that suffix.

    """
    known = suffixes()
    if suffix not in known:
        raise UnknownError("suffix", suffix, known, "or say --as MARKUP")
    return find(known[suffix])


def _import(name: str) -> Markup | None:
    """Import the module of a markup and return it, or ``None`` if there is no such markup."""
    module = plugin(package, name)
    markup: Markup | None = getattr(module, "MARKUP", None)
    return markup if markup and markup.name == name else None


NAMES = LazyNames(lambda name: _import(name) is not None, names)
