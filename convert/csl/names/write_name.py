"""Write one name: its parts in the order, form and formatting that a cs:name asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from ...base.lazy_regex import regex
from ..collation import AFTER_LETTERS
from ..rich_text.tree import Out, Run
from .initials import InitialsFormat, abbreviate
from .name_format import INITIALS, NO_GIVEN_NAME, NameFormat, NamePartFormat
from .name_parts import NameParts
from .particles import is_elided, join_name_parts

WriteName: TypeAlias = Callable[[NameParts], Out]

_ARTICLE = regex(r"^(?:a|an|the)\s+", re.IGNORECASE)
_NO_BREAK = "\u00a0"
_DISPLAY_AND_SORT = "display-and-sort"
_ATTACHING = ("'", "’", "-", " ")  # no space follows a non-dropping particle that ends so


def name_writer(form: NameFormat, inverted: bool, level: int) -> WriteName:
    """Return the function that writes a name in one form: ``write_name``, and a short way.

    That is for names of a family and a given name only, as nearly all are.
    """
    rich, separator = form.rich, form.sort_separator
    initials = form.initials if level == INITIALS else None
    behind = _fixed_space_behind(initials, inverted)
    is_known = initials is not None and initials.initialize and not initials.mark

    def write(name: NameParts) -> Out:
        if not name.simple:
            return write_name(name, form, inverted, level)
        family, given = name.family, name.given
        if initials is not None:
            given = (is_known and name.initials) or abbreviate(given, initials) + behind
        text = f"{family}{separator}{given}" if inverted else join_name_parts(given, family)
        return text if form.plain_marks and family.isalpha() else rich(text)

    if not form.plain_parts or level == NO_GIVEN_NAME:
        return lambda name: write_name(name, form, inverted, level)
    return write


def write_name(name: NameParts, form: NameFormat, inverted: bool, level: int) -> Out:
    """Return one name, the given name written as far as ``level`` says."""
    if name.literal:
        return _format_part(name.family, form.family, form)
    if level == INITIALS and form.initials and name.family and not name.unspaced:
        name = _abbreviate_name(name, form.initials)
        behind = _fixed_space_behind(form.initials, inverted)
        name = name._replace(given=name.given + behind) if behind and name.given else name
    if form.plain_parts and not _has_fixed_space(name, form):
        return form.rich(_join_plain(name, form, inverted, level))
    return _join_formatted(name, form, inverted, level)


def sort_name(name: NameParts, form: NameFormat, level: int) -> str:
    """Return a name as a sort key: its parts with spaces (CSL 1.0.2, "Name-part Order").

    Particles that are no part of the family name come second; English articles at the start of
    what is no person's name do not count.
    """
    if name.literal and form.lang.startswith("en"):
        return _ARTICLE.sub("", name.family)
    given = name.given if level else ""
    if given and level == INITIALS and form.initials:
        given = abbreviate(given, form.initials)
    family, particles = _parts_to_sort(name, form)
    parts = [*family, particles, given, name.suffix] if level else family
    return " ".join([part for part in parts if part])


def _parts_to_sort(name: NameParts, form: NameFormat) -> tuple[list[str], str]:
    """Return the parts of the family name, and the particles that sort behind it."""
    if form.demote_non_dropping_particle == "never" or not name.given:
        family, particles = [name.non_dropping_particle, name.family], name.dropping_particle
    else:
        family = [name.family]
        particles = f"{name.dropping_particle} {name.non_dropping_particle}".strip()
    # A name without any comes first.
    return family, AFTER_LETTERS + particles if particles else ""


def _abbreviate_name(name: NameParts, initials: InitialsFormat) -> NameParts:
    """Return a name with its given name as initials, and its suffix written like them."""
    suffix = name.suffix
    if suffix and "." not in initials.mark:
        suffix = suffix.replace(".", initials.mark).rstrip()
    if not name.given:
        return name._replace(suffix=suffix)
    given = _abbreviate(name, initials)
    particle = "" if _has_known(name, initials) else name.dropping_particle
    return name._replace(given=given, dropping_particle=particle, suffix=suffix)


def _abbreviate(name: NameParts, initials: InitialsFormat) -> str:
    """Return the given name as initials."""
    return name.initials if _has_known(name, initials) else abbreviate(name.given, initials)


def _has_known(name: NameParts, initials: InitialsFormat) -> bool:
    """Whether a name's initials are known as this format prints them, without full stops."""
    return name.initials != "" and initials.initialize and not initials.mark


def _fixed_space_behind(initials: InitialsFormat | None, inverted: bool) -> str:
    """Return the space that ties initials to the family name behind them, or ""."""
    return _NO_BREAK if initials and not inverted and _NO_BREAK in initials.mark else ""


def _has_fixed_space(name: NameParts, form: NameFormat) -> bool:
    """Whether a space after a particle is not to be broken, which rules out plain joining."""
    has_particle = bool(name.non_dropping_particle or name.dropping_particle)
    return form.particle_space != " " and has_particle


# Plain names are joined as strings, and only then read as rich text: that is quicker than to
# join formatted parts, and their spaces follow from the text at both sides.


def _join_plain(name: NameParts, form: NameFormat, inverted: bool, level: int) -> str:
    """Return a name none of whose parts has formatting of its own."""
    family = join_name_parts(name.non_dropping_particle, name.family)
    if level == NO_GIVEN_NAME:
        return family or name.given
    if name.unspaced:
        return name.family + name.given
    if name.static:
        text = _spaced(family, name.given)
        return f"{text}, {name.suffix}" if name.suffix else text
    if inverted:
        return _invert_plain(name, form, family)
    dropping = name.dropping_particle
    family = f"{dropping}{family}" if is_elided(dropping) else _spaced(dropping, family)
    text = _spaced(name.given, family)
    return text + _suffix_mark(name) + name.suffix if name.suffix else text


def _invert_plain(name: NameParts, form: NameFormat, family: str) -> str:
    """Return a name with its family name first; ``family`` has the non-dropping particle."""
    if form.demote_non_dropping_particle == _DISPLAY_AND_SORT:
        particles = join_name_parts(name.dropping_particle, name.non_dropping_particle)
        parts = (name.family, _spaced(name.given, particles), name.suffix)
    else:
        parts = (family, _spaced(name.given, name.dropping_particle), name.suffix)
    return form.sort_separator.join([part for part in parts if part])


def _spaced(left: str, right: str) -> str:
    return f"{left} {right}" if left and right else left or right


def _suffix_mark(name: NameParts) -> str:
    return ", " if name.comma_suffix else " "


def _join_formatted(name: NameParts, form: NameFormat, inverted: bool, level: int) -> Out:
    """Return a name whose parts have formatting of their own.

    The family name's formatting goes to the non-dropping particle as well, the given name's
    to the dropping one. Affixes go around what stands together.
    """
    if level == NO_GIVEN_NAME:
        name = name._replace(given="", dropping_particle="", suffix="")
    family = _format_part(name.family, form.family, form)
    particle = _format_part(name.non_dropping_particle, form.family, form)
    given = _format_part(name.given, form.given, form)
    if name.unspaced:
        return Run([particle, family, given])
    if name.static:
        text = _join_parts([_attach(particle, family, name, form), given], " ")
        return Run([text, f", {name.suffix}"]) if name.suffix else text
    dropping = _format_part(name.dropping_particle, form.given, form)
    if inverted:
        return _invert_formatted(name, form, (given, dropping, particle, family))
    return _order_formatted(name, form, (given, dropping, particle, family))


def _invert_formatted(name: NameParts, form: NameFormat, parts: tuple[Out, Out, Out, Out]) -> Out:
    """Return a name with its family name first."""
    given, dropping, particle, family = parts
    after = _join_parts([given, dropping], " ")
    if form.demote_non_dropping_particle == _DISPLAY_AND_SORT:
        after = _join_parts([after, particle], " ")
    else:
        family = _attach(particle, family, name, form)
    affixed = [_add_affixes(family, form.family), _add_affixes(after, form.given)]
    return _join_parts([*affixed, name.suffix], form.sort_separator)


def _order_formatted(name: NameParts, form: NameFormat, parts: tuple[Out, Out, Out, Out]) -> Out:
    """Return a name in its natural order."""
    given, dropping, particle, family = parts
    family = _attach(particle, family, name, form)
    if dropping:
        elided = not particle and is_elided(name.dropping_particle)
        family = Run([dropping, "" if elided else form.particle_space, family])
    if name.suffix:
        family = Run([family, _suffix_mark(name), name.suffix])
    return _join_parts([_add_affixes(given, form.given), _add_affixes(family, form.family)], " ")


def _attach(particle: Out, family: Out, name: NameParts, form: NameFormat) -> Out:
    """Put the non-dropping particle before the family name."""
    if not particle:
        return family
    attached = name.non_dropping_particle.endswith(_ATTACHING)
    return Run([particle, "" if attached else form.particle_space, family])


def _join_parts(parts: list[Out], mark: str) -> Out:
    children: list[Out] = []
    for part in parts:
        if part:
            children.extend((mark, part) if children else (part,))
    return Run(children) if len(children) > 1 else (children[0] if children else "")


def _add_affixes(out: Out, part: NamePartFormat | None) -> Out:
    if part is None or not out or not (part.prefix or part.suffix):
        return out
    return Run([part.prefix, out, part.suffix])


def _format_part(text: str, part: NamePartFormat | None, form: NameFormat) -> Out:
    """Return a name part with the text case and formatting of its cs:name-part."""
    out = form.rich(text) if text else ""
    if part is None or not out or not part.decorate:
        return out
    return part.decorate(out, form.lang)
