"""What a form of live citations has to say, and which forms there are."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, cast

from ..base.plugins import plugin, plugin_names
from ..csl import Bibliography
from ..csl.locale import normalize_tag
from ..csl.style_repository import StyleSource
from ..markup.wordprocessing import LinkId
from ..ooxml.names import Element
from ..options import Options
from . import live as package
from .articles import CitedArticle, ResolvedCite
from .document import Manuscript
from .reference_list import ListPlace

DEFAULT = "zotero"


class WrittenCitation(NamedTuple):
    """A citation that is written: its id and cites, and how a style formats it.

    ``runs`` show ``text``; ``base`` are the properties of the runs around it; ``note`` is the
    number of its note, 0 in the text. ``numbers`` are the articles' places in the order cited, by
    id, from 1 on. ``link_id`` makes a relationship of the citation's part.
    """

    id: str
    cites: Sequence[ResolvedCite]
    text: str
    runs: list[Element]
    base: Element | None
    note: int
    numbers: Mapping[str, int]
    link_id: LinkId


class CitedWhole(NamedTuple):
    """A document whose citations are written: its articles in the order cited, its style."""

    manuscript: Manuscript
    articles: Sequence[CitedArticle]
    style: StyleSource
    options: Options
    in_notes: bool

    @property
    def numbers(self) -> dict[str, int]:
        """Return the articles' places in the order cited, by id, from 1 on."""
        return {article.id: number for number, article in enumerate(self.articles, start=1)}

    @property
    def language(self) -> str:
        """Return the language: the one asked for, else the style's, else the document's."""
        asked = normalize_tag(self.options.locale)
        return asked or self.style.locale or self.manuscript.styles.language


class LiveForm(NamedTuple):
    """How citations are written.

    ``citation`` returns the runs of one; ``bibliography`` writes the list to its place;
    ``finish`` changes what else the document needs. ``library`` is the format of a file with the
    records beside the document, ``""`` for none. ``advice`` says what to do with the document,
    with ``{document}`` and ``{library}`` for the files' names.
    """

    title: str
    citation: Callable[[WrittenCitation], list[Element]]
    bibliography: Callable[[Manuscript, ListPlace, Bibliography], None]
    finish: Callable[[CitedWhole], None] = lambda whole: None
    library: str = ""
    advice: str = ""


def names() -> tuple[str, ...]:
    """Return the names of all forms, the default first."""
    return DEFAULT, *(name for name in plugin_names(package) if name != DEFAULT)


def form(name: str) -> LiveForm:
    """Return the form with one of the ``names``."""
    module = plugin(package, name)
    assert module is not None  # the command line takes no other names
    return cast("LiveForm", module.FORM)
