"""How names are written: the attributes of cs:name, cs:name-part and cs:et-al as values."""

from __future__ import annotations

from collections.abc import Callable

from ...base.frozen import Frozen
from ..rich_text.tree import Decorator, Out
from .initials import InitialsFormat

# How much of a given name is written.
NO_GIVEN_NAME, INITIALS, FULL_GIVEN_NAME = range(3)


class NamePartFormat(Frozen):
    """The attributes of a cs:name-part."""

    decorate: Decorator | None
    prefix: str
    suffix: str


class EtAl(Frozen):
    """When a list of names is shortened, and how (CSL 1.0.2, "Et-al Abbreviation")."""

    minimum: int  # et-al-min
    use_first: int
    use_last: bool
    subsequent_minimum: int  # for a cite of an item that was cited before
    subsequent_use_first: int
    delimiter_precedes: str  # delimiter-precedes-et-al


class NameFormat(Frozen):
    """How names are written: the attributes of a cs:name, in CSL's terms where it has one."""

    form: str
    given_name_level: int  # without disambiguation
    and_: str
    delimiter: str
    group_delimiter: str  # before and after an organization
    initials: InitialsFormat | None  # none: given names stay as they are
    name_as_sort_order: str
    sort_separator: str
    delimiter_precedes_last: str
    et_al: EtAl
    demote_non_dropping_particle: str
    family: NamePartFormat | None
    given: NamePartFormat | None
    decorate: Decorator | None
    lang: str
    particle_space: str  # between a particle and the name that it belongs to
    rich: Callable[[str], Out]
    keep_names: bool  # later steps must find each name again
    plain_parts: bool  # no name part has formatting of its own
    plain_marks: bool  # separator and initials' mark have no markup
