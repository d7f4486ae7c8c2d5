"""How one name is written: the attributes of cs:name and cs:name-part, applied."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from convert.csl.case import recase
from convert.csl.context import Env, finisher
from convert.csl.initials import initials, normalized
from convert.csl.person import Person, spaced
from convert.csl.tree import Out, Run
from convert.csl.xml import Element

# Our own styles only. NLM: a semicolon divides persons from groups ("Fu H; WHO Group").
_GROUP = "urn:medcite:csl group-delimiter"
_TAGGED = re.compile(r"(<[^<>]*>)")


class Part(NamedTuple):
    """One cs:name-part: its case, formatting and affixes."""

    case: str
    finish: Callable[[Out], Out] | None
    affixed: bool


class Format(NamedTuple):
    """The attributes of a cs:name, inherited ones included, in the processor's terms."""

    form: str
    level: int  # of given names that this format writes by itself: see ``write``
    and_: str
    delimiter: str
    group: str  # stands before and after a group's name
    mark: str | None  # initialize-with
    initialize: bool
    hyphen: bool
    order: str  # name-as-sort-order
    separator: str
    precedes_last: str
    precedes_et_al: str
    minimum: int
    first: int
    last: bool
    later_minimum: int
    later_first: int
    demote: str
    family: Part | None
    given: Part | None
    finish: Callable[[Out], Out] | None
    lang: str
    rich: Callable[[str], Out]


_NO_ELEMENT = Element("name", {}, (), "", 0)


def name_format(node: Element | None, env: Env, extra: Mapping[str, str]) -> Format:
    """Return the format of a cs:name (or of none), with what style and area hand down."""
    node = node or _NO_ELEMENT
    own, handed = node.attrs, env.options
    attrs = {**handed, **extra, **own}
    delimiter = own.get("delimiter", handed.get("name-delimiter", ", "))
    minimum = _number(attrs.get("et-al-min"))
    first = _number(attrs.get("et-al-use-first"), -1)
    parts = {part.get("name"): _part(part) for part in node.all("name-part")}
    length = own.get("form") or extra.get("form") or handed.get("name-form") or "long"
    return Format(
        form=length,
        level=0 if length == "short" else 1 if "initialize-with" in attrs else 2,
        and_=attrs.get("and", ""),
        delimiter=delimiter,
        group=own.get(_GROUP, delimiter),
        mark=_single(attrs.get("initialize-with")),
        initialize=attrs.get("initialize") != "false",
        hyphen=attrs.get("initialize-with-hyphen") != "false",
        order=attrs.get("name-as-sort-order", ""),
        separator=_single(attrs.get("sort-separator", ", ")) or "",
        precedes_last=attrs.get("delimiter-precedes-last", "contextual"),
        precedes_et_al=attrs.get("delimiter-precedes-et-al", "contextual"),
        minimum=minimum,
        first=first,
        last=attrs.get("et-al-use-last") == "true",
        later_minimum=_number(attrs.get("et-al-subsequent-min"), minimum),
        later_first=_number(attrs.get("et-al-subsequent-use-first"), first),
        demote=env.style.root.get("demote-non-dropping-particle", "display-and-sort"),
        family=parts.get("family"),
        given=parts.get("given"),
        finish=finisher({key: own[key] for key in own if key not in ("delimiter", _GROUP)}),
        lang=env.locale.lang,
        rich=env.rich,
    )


def _single(text: str | None) -> str | None:
    """Return an attribute with single blanks, for names are joined before blanks are mended."""
    return text.replace("  ", " ") if text else text


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isdigit() else default


def _part(node: Element) -> Part:
    affixed = bool(node.get("prefix") or node.get("suffix"))
    return Part(node.get("text-case"), finisher(node.attrs), affixed)


def write(person: Person, form: Format, inverted: bool, level: int) -> Out:
    """Return one name. ``level``: 0 family only, 1 with initials, 2 with given names."""
    if person.literal:
        return _dressed(form.rich(person.family), form.family, form)
    given = person.given if level else ""
    if given and level == 1 and form.mark is not None and person.family and not person.eastern:
        given = shorten(given, form)
        if person.suffix and "." not in form.mark:
            person = person._replace(suffix=person.suffix.replace(".", form.mark).rstrip())
    if form.family is None and form.given is None:
        return form.rich(_plain(person, form, inverted, level, given))
    return _parted(person, form, inverted, level, given)


def sort_name(person: Person, form: Format, level: int) -> str:
    """Return a name as it sorts (CSL 1.0.2, "Name Sort Order"): its parts, spaced apart."""
    given = person.given if level else ""
    if given and level == 1 and form.mark is not None:
        given = shorten(given, form)
    particle = person.non_dropping
    lead, tail = (particle, "") if form.demote == "never" else ("", particle)
    parts = [lead, person.family]
    if level:
        parts += [given, person.dropping, tail, person.suffix]
    return " ".join([part for part in parts if part])


def shorten(given: str, form: Format) -> str:
    """Return a given name as initials, or with its initials evenly marked."""
    mark = form.mark or ""
    if "<" in given:
        pieces = _TAGGED.split(given)
        return "".join(
            piece if piece[:1] == "<" else _marked(piece, mark, form) for piece in pieces if piece
        ).rstrip()
    return _marked(given, mark, form)


def _marked(given: str, mark: str, form: Format) -> str:
    lead = " " if given[:1] == " " else ""
    if given[:1] in "-‐" and form.initialize:
        return ("-" if form.hyphen else "") + initials(given[1:], mark, form.hyphen)
    if form.initialize:
        return lead + initials(given, mark, form.hyphen)
    return lead + normalized(given, mark)


def _plain(person: Person, form: Format, inverted: bool, level: int, given: str) -> str:
    family, particle, dropping = person.family, person.non_dropping, person.dropping
    if not level:
        return spaced(particle, family) or person.given
    if person.eastern:
        return family + given
    if person.static:
        name = spaced(particle, family, given)
        return f"{name}, {person.suffix}" if person.suffix else name
    if inverted:
        if form.demote == "display-and-sort":
            first, second = family, spaced(given, dropping, particle)
        else:
            first, second = spaced(particle, family), spaced(given, dropping)
        return form.separator.join([part for part in (first, second, person.suffix) if part])
    name = spaced(given, dropping, particle, family)
    if person.suffix:
        name += (", " if person.comma else " ") + person.suffix
    return name


def _parted(person: Person, form: Format, inverted: bool, level: int, given: str) -> Out:
    """Write a name whose parts have formatting of their own."""
    particle, dropping = person.non_dropping, person.dropping
    family = _dressed(form.rich(person.family), form.family, form)
    if not level:
        lead = _dressed(form.rich(particle), form.family, form, affixes=False)
        return _beside(lead, family, particle)
    if person.static and not person.eastern:
        name = _beside(_with_particle(particle, family, form), _dressed(
            form.rich(given), form.given, form), "")
        return Run([name, f", {person.suffix}"]) if person.suffix else name
    demoted = inverted and form.demote == "display-and-sort"
    tail = spaced(dropping, particle) if demoted else dropping
    if inverted:
        first = family if demoted else _with_particle(particle, family, form)
        second = _dressed(form.rich(spaced(given, tail)), form.given, form)
        if form.given and form.given.finish and tail and given and not form.given.affixed:
            lead = _dressed(form.rich(given), form.given, form)
            second = _beside(lead, _dressed(form.rich(tail), form.given, form), given)
        parts = [part for part in (first, second, person.suffix) if part]
        return _joined(parts, form.separator)
    if person.eastern:
        return Run([family, _dressed(form.rich(given), form.given, form)])
    if form.family is not None and form.family.affixed:
        return _bracketed(person, form, given)
    written = _dressed(form.rich(spaced(given, dropping)), form.given, form)
    parts = [part for part in (written, _with_particle(particle, family, form)) if part]
    mark = "" if dropping.endswith(("'", "’", "-")) else " "
    name = _joined(parts, mark)
    if person.suffix:
        name = Run([name, (", " if person.comma else " ") + person.suffix])
    return name


def _bracketed(person: Person, form: Format, given: str) -> Out:
    """Write a name whose family part has affixes: they go round all that is not given."""
    rest = spaced(person.dropping, person.non_dropping, person.family, person.suffix)
    first = _dressed(form.rich(given), form.given, form)
    second = _dressed(form.rich(rest), form.family, form)
    return _joined([part for part in (first, second) if part], " ")


def _with_particle(particle: str, family: Out, form: Format) -> Out:
    if not particle:
        return family
    lead = _dressed(form.rich(particle), form.family, form, affixes=False)
    return _beside(lead, family, particle)


def _beside(left: Out, right: Out, text: str) -> Out:
    if not left:
        return right
    return Run([left, "" if text.endswith(("'", "’", "-")) else " ", right])


def _joined(parts: list[Out], mark: str) -> Out:
    children: list[Out] = []
    for at, part in enumerate(parts):
        if at:
            children.append(mark)
        children.append(part)
    return Run(children) if len(children) > 1 else (children[0] if children else "")


def _dressed(out: Out, part: Part | None, form: Format, affixes: bool = True) -> Out:
    if part is None or not out:
        return out
    if part.case:
        out = recase(out, part.case, form.lang)
    return part.finish(out) if part.finish else out
