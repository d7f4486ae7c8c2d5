"""The attributes of cs:name, cs:name-part and cs:et-al, inherited ones included."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...base.frozen import Frozen
from ..attributes import ELEMENTS, ITEM_TEXT, Decorator, decorator, without_affixes
from ..environment import Env
from ..rich_text.tree import Out
from ..xml import Element
from .initials import InitialsFormat

# How much of a given name is written.
NO_GIVEN_NAME, INITIALS, FULL_GIVEN_NAME = range(3)
# Our own styles only. NLM: a semicolon separates persons from groups ("Fu H; WHO Group").
_GROUP_DELIMITER = "urn:medcite:csl group-delimiter"
# Languages in which a line does not break between a particle and its name (citeproc-js).
_NO_BREAK_AFTER_PARTICLE = ("cs", "fr", "ru")
_NO_NAME_ELEMENT = Element("name", {}, (), "", 0)


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
    inverts_first: bool  # whether the first name of a list has its family name first
    inverts_others: bool
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


def name_format(node: Element | None, env: Env, extra: Mapping[str, str]) -> NameFormat:
    """Return the format of a cs:name, or of none, with what it inherits.

    Attributes of the element win over those in ``extra``, these over the area's and style's.
    """
    node = node or _NO_NAME_ELEMENT
    own, inherited = node.attrs, env.options
    attrs = {**inherited, **extra, **own}
    form = own.get("form") or extra.get("form") or inherited.get("name-form") or "long"
    delimiter = own.get("delimiter", inherited.get("name-delimiter", ", "))
    parts = {part.get("name"): _name_part(part, env) for part in node.all("name-part")}
    initials = _initials(attrs)
    separator = _single_spaced(attrs.get("sort-separator", ", "))
    return NameFormat(
        form=form,
        given_name_level=_given_name_level(form, attrs),
        and_=attrs.get("and", ""),
        delimiter=delimiter,
        group_delimiter=own.get(_GROUP_DELIMITER, delimiter),
        initials=initials,
        inverts_first=attrs.get("name-as-sort-order") in ("first", "all"),
        inverts_others=attrs.get("name-as-sort-order") == "all",
        sort_separator=separator,
        delimiter_precedes_last=attrs.get("delimiter-precedes-last", "contextual"),
        et_al=_et_al(attrs),
        demote_non_dropping_particle=env.style.root.get(
            "demote-non-dropping-particle", "display-and-sort"
        ),
        family=parts.get("family"),
        given=parts.get("given"),
        decorate=decorator(own, env, ELEMENTS),
        lang=env.locale.lang,
        particle_space="\u00a0" if env.locale.lang[:2] in _NO_BREAK_AFTER_PARTICLE else " ",
        rich=env.rich,
        keep_names=env.keeps_names,
        plain_parts=not parts.get("family") and not parts.get("given"),
        plain_marks=_is_plain(separator, initials, env),
    )


def _given_name_level(form: str, attrs: Mapping[str, str]) -> int:
    if form == "short":
        return NO_GIVEN_NAME
    return INITIALS if "initialize-with" in attrs else FULL_GIVEN_NAME


def _initials(attrs: Mapping[str, str]) -> InitialsFormat | None:
    """Return how initials are written; none where a style never writes any."""
    # These rules write initials even if the style does not ask for them elsewhere.
    rule = attrs.get("givenname-disambiguation-rule", "")
    mark = attrs.get("initialize-with", "" if rule.endswith("-with-initials") else None)
    if mark is None:
        return None
    return InitialsFormat(
        _single_spaced(mark),
        initialize=attrs.get("initialize") != "false",
        hyphen=attrs.get("initialize-with-hyphen") != "false",
    )


def _et_al(attrs: Mapping[str, str]) -> EtAl:
    minimum = _number(attrs.get("et-al-min"))
    use_first = _number(attrs.get("et-al-use-first"), -1)
    return EtAl(
        minimum=minimum,
        use_first=use_first,
        use_last=attrs.get("et-al-use-last") == "true",
        subsequent_minimum=_number(attrs.get("et-al-subsequent-min"), minimum),
        subsequent_use_first=_number(attrs.get("et-al-subsequent-use-first"), use_first),
        delimiter_precedes=attrs.get("delimiter-precedes-et-al", "contextual"),
    )


def _is_plain(separator: str, initials: InitialsFormat | None, env: Env) -> bool:
    """Whether reading the separator and the initials' mark as rich text gives plain text."""
    return isinstance(env.rich(f"x{separator}x{initials.mark if initials else ''}"), str)


def _single_spaced(text: str) -> str:
    """Return an attribute with single spaces; names are joined before spaces are collapsed."""
    return text.replace("  ", " ")


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isdigit() else default


def _name_part(node: Element, env: Env) -> NamePartFormat:
    decorate = decorator(without_affixes(node.attrs), env, ITEM_TEXT)
    return NamePartFormat(decorate, node.get("prefix"), node.get("suffix"))
