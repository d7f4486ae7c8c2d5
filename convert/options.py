"""What a user can choose about an output: the same options for every writer that knows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypedDict, get_args

from .base.errors import ArgumentError
from .base.frozen import Frozen
from .base.suggestions import UnknownError, hint

Journal = Literal["full", "clean", "abbrev"]  # clean is without place and subtitle
Mesh = Literal["full", "descriptors", "major", "none"]
DateChoice = Literal["issue", "epub", "earliest"]
Sort = Literal["none", "key", "author", "year", "title", "pmid"]
RisProfile = Literal["generic", "zotero", "endnote", "jabref"]
Engine = Literal["medcite", "citeproc-py"]

# What an option may be, if that is one of a few words.
VALUES: dict[str, tuple[str, ...]] = {
    "journal": get_args(Journal),
    "mesh": get_args(Mesh),
    "date": get_args(DateChoice),
    "sort": get_args(Sort),
    "ris_profile": get_args(RisProfile),
    "engine": get_args(Engine),
}
LISTS = ("fields", "omit")  # given as texts with commas, too


class Options(Frozen):
    """How to write. The defaults are what most users of each target expect."""

    key: str = "default"  # a citation-key pattern (see citekeys/pattern.py) or the name of one
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


class WriteOptions(TypedDict, total=False):
    """The same options as keywords of ``medcite.write``, for type checkers and completion.

    They are spelled twice since a type checker reads no class of ours; a test compares the two.
    """

    key: str
    journal: Journal
    abstract: bool
    keywords: bool
    mesh: Mesh
    date: DateChoice
    sort: Sort
    fields: str | Iterable[str]
    omit: str | Iterable[str]
    protect: bool
    ascii: bool
    ris_profile: RisProfile
    style: str
    locale: str
    markup: str
    engine: Engine


def parse_options(values: Mapping[str, Any]) -> Options:
    """Return options of keywords; ``fields`` and ``omit`` may be texts with commas.

    Raises:
        ArgumentError: There is no option of such a name, or its value has the wrong type.
        UnknownError: An option cannot have such a value; the message gives the nearest.

    """
    for name in values:
        if name not in Options.names:
            raise ArgumentError(f"there is no option {name!r}{hint(name, Options.names)}")
    return Options(**{name: _checked(name, value) for name, value in values.items()})


def _checked(name: str, value: object) -> Any:
    """Return an option's value if it can have it; raises as ``parse_options``."""
    if name in LISTS:
        return _words(name, value)
    expected = bool if isinstance(Options.defaults[name], bool) else str
    if not isinstance(value, expected):
        wanted = "True or False" if expected is bool else "a str"
        raise ArgumentError(f"{name} takes {wanted}, not {value!r}")
    if name in VALUES and value not in VALUES[name]:
        raise UnknownError(f"value of {name}", str(value), VALUES[name])
    return value


def _words(name: str, value: object) -> tuple[str, ...]:
    """Return names of fields, given as one text with commas or as several texts."""
    words = value.split(",") if isinstance(value, str) else value
    if not isinstance(words, Iterable) or not all(isinstance(word, str) for word in words):
        raise ArgumentError(f"{name} takes names of fields, such as 'title,doi', not {value!r}")
    return tuple(word.strip() for word in words if word.strip())
