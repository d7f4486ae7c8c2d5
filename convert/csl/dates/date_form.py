"""How a cs:date is written: its parts and their attributes, its own or those of the locale."""

from __future__ import annotations

from collections.abc import Mapping

from ...base.frozen import Frozen
from ..attributes import OWN_WORDS, decorator, without_affixes
from ..environment import Env
from ..rich_text.tree import Decorator
from ..xml import Element
from .part_text import PartText, part_text

_RANKS = {"year": 3, "month": 2, "day": 1}
_PRINTED = {
    "year": ("year",),
    "year-month": ("year", "month"),
    "year-month-day": ("year", "month", "day"),
}


class DatePartForm(Frozen):
    """A cs:date-part."""

    name: str
    rank: int  # a larger unit has a higher one
    text: PartText
    decorate: Decorator | None  # without affixes, which depend on where in a range a part stands
    prefix: str
    suffix: str
    range_delimiter: str


class DateForm(Frozen):
    """A cs:date."""

    parts: list[DatePartForm]
    delimiter: str
    attrs: Mapping[str, str]
    year_suffix: bool  # the year suffix stands behind the year


def date_form(node: Element, env: Env) -> DateForm:
    """Return the form of a cs:date; with ``form``, that of the locale (CSL 1.0.2, "Date")."""
    form, year_suffix = node.get("form"), not env.prints_year_suffix
    if not form:
        parts = [_part(child.attrs, env) for child in node.all("date-part")]
        return DateForm(parts, node.get("delimiter"), node.attrs, year_suffix)
    local = env.locale.dates.get(form)
    if local is None:
        return DateForm([], "", node.attrs, year_suffix)
    parts = _localized_parts(local, node, env)
    return DateForm(parts, local.get("delimiter"), {**local.attrs, **node.attrs}, year_suffix)


def _localized_parts(local: Element, node: Element, env: Env) -> list[DatePartForm]:
    """Return the locale's date parts that are printed, with attributes that the style changes."""
    printed = _PRINTED.get(node.get("date-parts"), _PRINTED["year-month-day"])
    own = {child.get("name"): child.attrs for child in node.children}
    return [
        _part({**child.attrs, **own.get(child.get("name"), {})}, env)
        for child in local.children
        if child.get("name") in printed
    ]


def _part(attrs: Mapping[str, str], env: Env) -> DatePartForm:
    name = attrs.get("name", "")
    return DatePartForm(
        name=name,
        rank=_RANKS.get(name, 0),
        text=part_text(name, attrs.get("form", ""), env.locale),
        decorate=decorator(without_affixes(attrs), env, OWN_WORDS),
        prefix=attrs.get("prefix", ""),
        suffix=attrs.get("suffix", ""),
        range_delimiter=attrs.get("range-delimiter") or "–",
    )
