"""The state of one evaluation: the cite, its item, and what has been rendered so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from ..base.frozen import Frozen
from .names.name_format import NameFormat
from .names.name_parts import NameParts, ParsedNames
from .rich_text.tree import Out

Item: TypeAlias = Mapping[str, Any]
# A list of names in a cite: the index of its names element, the names, their format.
NamesSeen: TypeAlias = tuple[int, ParsedNames, NameFormat]
# How much of a given name is written: by the name, its place in a list, and whether its format
# has initials.
GivenNameLevel: TypeAlias = Callable[[NameParts, int, bool], int]

# Bits: a variable was used; one was used that is not empty.
USED, FOUND = 0b01, 0b11
FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)


class Cite(Frozen):
    """One reference in a citation: what its author wrote, and what follows from its place."""

    id: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: int = FIRST
    near_note: bool = False
    first_note: int = 0  # number of the note that cites the item first
    note: int = 0  # number of the note that this cite is in; 0: in the text


NO_CITE = Cite("")


class Disambiguation:
    """What a cite shows to differ from others: names, given names, a condition, a year suffix."""

    __slots__ = ("flag", "givens", "names", "suffix")

    def __init__(self) -> None:
        self.names: dict[int, int] = {}  # index of a names element -> names shown
        self.givens: dict[tuple[int, int], int] = {}  # (names element, name) -> level 0, 1 or 2
        self.flag = 0  # how many of the style's disambiguate conditions hold
        self.suffix = ""

    def copy(self) -> Disambiguation:
        """Return an independent copy."""
        other = Disambiguation()
        other.names = dict(self.names)
        other.givens = dict(self.givens)
        other.flag = self.flag
        other.suffix = self.suffix
        return other


class Context:
    """The state while one cite or bibliography entry is rendered.

    The three attributes about variables are read and written in ``variables.py``.
    """

    __slots__ = (
        "cite",
        "conditions",
        "disambiguation",
        "given_name_level",
        "hide",
        "item",
        "lang",
        "names_at",
        "names_seen",
        "number",
        "parsed_names",
        "printed_variables",
        "probe",
        "sorting",
        "suffix_done",
        "suppressed_variables",
        "variables",
    )

    def __init__(self, item: Item, cite: Cite = NO_CITE, number: int = 0) -> None:
        self.item = item
        self.cite = cite
        self.number = number
        self.lang: str = item.get("language") or ""
        self.variables = 0  # USED and FOUND, in the group that is being rendered
        self.suppressed_variables: set[str] | None = None  # cs:substitute has printed them
        self.printed_variables: set[str] | None = None  # recorded inside cs:substitute
        self.disambiguation: Disambiguation | None = None
        self.given_name_level: GivenNameLevel | None = None  # by a global given-name rule
        self.conditions = 0  # disambiguate conditions tested so far
        self.names_at = 0  # index of the next names element
        self.names_seen: list[NamesSeen] | None = None  # filled while cites are compared
        self.suffix_done = False  # the year suffix has been printed
        self.parsed_names: dict[int, ParsedNames] = {}  # shared by a document's contexts
        self.probe = False  # rendered only to compare cites
        self.hide = ""  # what collapsing leaves out: "names", "names date" or nothing
        self.sorting: Mapping[str, str] | None = None  # attributes of the cs:key, if any


Render: TypeAlias = Callable[[Context], Out]
