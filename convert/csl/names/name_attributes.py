"""The attributes of cs:name and cs:name-part, inherited ones included."""

from __future__ import annotations

from collections.abc import Mapping

from ..attributes import ELEMENTS, ITEM_TEXT, decorator, without_affixes
from ..environment import Env
from ..xml import Element
from .initials import InitialsFormat
from .name_format import FULL_GIVEN_NAME, INITIALS, NO_GIVEN_NAME, EtAl, NameFormat, NamePartFormat

# Languages in which a line does not break between a particle and its name (citeproc-js).
_NO_BREAK_AFTER_PARTICLE = ("cs", "fr", "ru")
_NO_NAME_ELEMENT = Element("name", {}, (), "", 0)


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
        group_delimiter=env.own.group_delimiter or delimiter,
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
    return int(text) if text else default


def _name_part(node: Element, env: Env) -> NamePartFormat:
    decorate = decorator(without_affixes(node.attrs), env, ITEM_TEXT)
    return NamePartFormat(decorate, node.get("prefix"), node.get("suffix"))
