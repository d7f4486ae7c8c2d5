"""The options of writers, the same for every writer that uses them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, TypedDict, get_args

from .base.errors import ArgumentError
from .base.frozen import Frozen
from .base.suggestions import UnknownError, hint

Journal = Literal["clean", "full", "abbrev", "dotted"]  # see output/value_choice.py
Mesh = Literal["full", "descriptors", "major", "none"]
DateChoice = Literal["issue", "epub", "earliest"]
ReceiverName = Literal[
    "generic", "zotero", "endnote", "jabref", "mendeley", "pandoc", "typst", "overleaf",
    "covidence", "rayyan", "asreview", "excel",
]  # fmt: skip
ArticleNumber = Literal["auto", "eid", "pages"]  # auto is as the receiver reads it

# The values of options that take one of a few words. Styles, markups and engines are found by their
# modules or files, and checked where they are looked up.
VALUES: dict[str, tuple[str, ...]] = {
    "journal": get_args(Journal),
    "mesh": get_args(Mesh),
    "date": get_args(DateChoice),
    "receiver": get_args(ReceiverName),
    "article_number": get_args(ArticleNumber),
}
# Other names of options: a former one, and what tables call their fields.
ALIASES = {"ris_profile": "receiver", "columns": "fields"}
LISTS = ("fields", "omit")  # may be given as one text with commas, too


class Options(Frozen):
    """How to write. The defaults are what most users of each format expect."""

    key: str = "default"  # a citation-key pattern (see citekeys/pattern.py) or the name of one
    journal: str = "clean"
    abstract: bool = True
    keywords: bool = True
    mesh: str = "descriptors"
    date: str = "issue"
    sort: str = "none"  # fields, such as "year" or "-year,author" (see output/sorting.py)
    fields: tuple[str, ...] = ()  # only these fields; empty: all
    omit: tuple[str, ...] = ()  # not these fields
    protect: bool = True  # braces around words whose case matters
    ascii: bool = False  # LaTeX commands instead of non-ASCII letters
    receiver: str = "generic"  # the program that will read the output
    article_number: str = "auto"  # the field of .bib files for numbers in the place of pages
    style: str = "vancouver"
    locale: str = ""
    markup: str = "text"
    engine: str = "medcite"
    mark_retracted: bool = False  # "[Retracted]" behind the titles of reference lists


class WriteOptions(TypedDict, total=False):
    """The same options as keyword arguments of ``medcite.write``, for type checkers and editors.

    They are repeated because type checkers cannot derive them from ``Options``; a test compares
    the two.
    """

    key: str
    journal: Journal
    abstract: bool
    keywords: bool
    mesh: Mesh
    date: DateChoice
    sort: str
    fields: str | Iterable[str]
    omit: str | Iterable[str]
    protect: bool
    ascii: bool
    receiver: ReceiverName
    article_number: ArticleNumber
    columns: str | Iterable[str]  # another name of fields, for tables
    ris_profile: ReceiverName  # another name of receiver, as it was called for RIS only
    style: str
    locale: str
    markup: str
    engine: str
    mark_retracted: bool


class SelectOptions(TypedDict, total=False):
    """The keyword arguments of ``medcite.select``."""

    ids: Iterable[str]  # PMIDs, PMCIDs, DOIs or citation keys
    unique: bool  # only the first record with a PMID, PMCID or DOI
    sample: int  # how many to take at random
    seed: int  # for the same seed, the sample is the same
    sort: str  # "year", "-year,author": any field of a condition
    limit: int  # how many to take at most, the first in that order


def parse_options(values: Mapping[str, object]) -> Options:
    """Return keyword arguments as options; ``fields`` and ``omit`` may be texts with commas.

    Raises:
        ArgumentError: There is no such option, or its value has the wrong type.
        UnknownError: An option has no such value; the message suggests the nearest.

    """
    values = join_aliases(values)
    for name in values:
        if name not in Options.names:
            raise ArgumentError(f"there is no option {name!r}{hint(name, Options.names)}")
    checked = {name: _check_value(name, value) for name, value in values.items()}
    return Options().replace(**checked)


def join_aliases(
    values: Mapping[str, object], names: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Any]:
    """Return options by their present names; ``names`` says what the user calls each.

    Raises:
        ArgumentError: An option is given by both its names, with different values.

    """
    joined = dict(values)
    for alias, option in ALIASES.items():
        if alias not in joined:
            continue
        value = joined.pop(alias)
        if joined.setdefault(option, value) != value:
            both = f"{names.get(option, option)} and {names.get(alias, alias)}"
            raise ArgumentError(
                f"{both} are the same option, but differ: {joined[option]}, {value}"
            )
    return joined


def _check_value(name: str, value: object) -> object:
    """Return the value of an option if it is valid; raise as ``parse_options`` does."""
    if name in LISTS:
        return _split_names(name, value)
    expected = bool if isinstance(Options.defaults[name], bool) else str
    if not isinstance(value, expected):
        wanted = "True or False" if expected is bool else "a str"
        raise ArgumentError(f"{name} takes {wanted}, not {value!r}")
    if name in VALUES and value not in VALUES[name]:
        raise UnknownError(f"value of {name}", str(value), VALUES[name])
    return value


def _split_names(option: str, value: object) -> tuple[str, ...]:
    """Return names of fields, given as one text with commas or as several texts."""
    names = value.split(",") if isinstance(value, str) else value
    if not isinstance(names, Iterable) or not all(isinstance(name, str) for name in names):
        raise ArgumentError(f"{option} takes names of fields, such as 'title,doi', not {value!r}")
    return tuple(name.strip() for name in names if name.strip())
