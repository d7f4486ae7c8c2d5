"""How one name is written: the attributes of cs:name and cs:name-part, applied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from ...base.frozen import Frozen
from ..attributes import ELEMENTS, ITEM_TEXT, Decorator, decorator, without_affixes
from ..environment import Env
from ..rich_text.tree import Out, Run
from ..xml import Element
from .initials import shortened
from .person import Person, spaced

# Our own styles only. NLM: a semicolon divides persons from groups ("Fu H; WHO Group").
_GROUP = "urn:medcite:csl group-delimiter"


class Part(Frozen):
    """One cs:name-part: its case, formatting and affixes."""

    decorate: Decorator | None
    prefix: str
    suffix: str


class Format(Frozen):
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
    decorate: Decorator | None
    lang: str
    blank: str  # between a particle and what it belongs to
    rich: Callable[[str], Out]
    kept: bool  # each name must be found again
    bare: bool  # no part of a name has formatting of its own
    calm: bool  # nor have the marks around the parts any markup


# Languages in which a particle is not parted from its name at a line's end (citeproc-js).
_UNBROKEN = ("cs", "fr", "ru")
_NO_ELEMENT = Element("name", {}, (), "", 0)


def name_format(node: Element | None, env: Env, extra: Mapping[str, str]) -> Format:
    """Return the format of a cs:name (or of none), with what style and area hand down."""
    node = node or _NO_ELEMENT
    own, handed = node.attrs, env.options
    attrs = {**handed, **extra, **own}
    delimiter = own.get("delimiter", handed.get("name-delimiter", ", "))
    minimum = _number(attrs.get("et-al-min"))
    first = _number(attrs.get("et-al-use-first"), -1)
    parts = {part.get("name"): _part(part, env) for part in node.all("name-part")}
    # These rules write initials also where the style has no other.
    rule = handed.get("givenname-disambiguation-rule", "")
    initials = "" if rule.endswith("-with-initials") else None
    mark = _single(attrs.get("initialize-with", initials))
    separator = _single(attrs.get("sort-separator", ", ")) or ""
    length = own.get("form") or extra.get("form") or handed.get("name-form") or "long"
    return Format(
        form=length,
        level=0 if length == "short" else 1 if "initialize-with" in attrs else 2,
        and_=attrs.get("and", ""),
        delimiter=delimiter,
        group=own.get(_GROUP, delimiter),
        mark=mark,
        initialize=attrs.get("initialize") != "false",
        hyphen=attrs.get("initialize-with-hyphen") != "false",
        order=attrs.get("name-as-sort-order", ""),
        separator=separator,
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
        decorate=decorator(own, env, ELEMENTS),
        lang=env.locale.lang,
        blank="\u00a0" if env.locale.lang[:2] in _UNBROKEN else " ",
        rich=env.rich,
        kept=env.keeps_names,
        bare=not parts.get("family") and not parts.get("given"),
        calm=isinstance(env.rich(f"x{separator}x{mark or ''}"), str),
    )


def _single(text: str | None) -> str | None:
    """Return an attribute with single blanks, for names are joined before blanks are mended."""
    return text.replace("  ", " ") if text else text


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isdigit() else default


def _part(node: Element, env: Env) -> Part:
    decorate = decorator(without_affixes(node.attrs), env, ITEM_TEXT)
    return Part(decorate, node.get("prefix"), node.get("suffix"))


# Many names of a list have the same initials, or given names.
_short = lru_cache(maxsize=1 << 14)(shortened)


def write(person: Person, form: Format, inverted: bool, level: int) -> Out:
    """Return one name. ``level``: 0 family only, 1 with initials, 2 with given names."""
    if person.usual and form.bare:
        if not level:
            return form.rich(person.family)
        given = person.given
        if level == 1 and form.mark is not None:
            given = _short(given, form.mark, form.initialize, form.hyphen)
        if inverted:
            name = f"{person.family}{form.separator}{given}"
        else:
            name = spaced(given, person.family)
        return name if form.calm and person.family.isalpha() else form.rich(name)
    if person.literal:
        return _dressed(person.family, form.family, form)
    given = person.given if level else ""
    if given and level == 1 and form.mark is not None and person.family and not person.eastern:
        given = shorten(given, form)
        if person.suffix and "." not in form.mark:
            person = person._replace(suffix=person.suffix.replace(".", form.mark).rstrip())
    glued = form.blank != " " and (person.non_dropping or person.dropping)
    if form.family is None and form.given is None and not glued:
        return form.rich(_plain(person, form, inverted, level, given))
    return _parted(person, form, inverted, level, given)


def sort_name(person: Person, form: Format, level: int) -> str:
    """Return a name as it sorts (CSL 1.0.2, "Name Sort Order"): its parts, spaced apart."""
    given = person.given if level else ""
    if given and level == 1 and form.mark is not None:
        given = shorten(given, form)
    if form.demote == "never" or not person.given:
        parts = [person.non_dropping, person.family]
        rest = [person.dropping, given]
    else:
        parts = [person.family]
        rest = [given, person.dropping, person.non_dropping]
    if level:
        parts += [*rest, person.suffix]
    return " ".join([part for part in parts if part])


def shorten(given: str, form: Format) -> str:
    """Return a given name as initials, or with its initials evenly marked."""
    return _short(given, form.mark or "", form.initialize, form.hyphen)


def _plain(person: Person, form: Format, inverted: bool, level: int, given: str) -> str:
    family, particle, dropping = person.family, person.non_dropping, person.dropping
    if not level:
        return spaced(particle, family) or person.given
    if person.eastern:
        return family + given
    if person.static:
        name = _apart(spaced(particle, family), given)
        return f"{name}, {person.suffix}" if person.suffix else name
    if inverted:
        if form.demote == "display-and-sort":
            first, second = family, _apart(given, spaced(dropping, particle))
        else:
            first, second = spaced(particle, family), _apart(given, dropping)
        return form.separator.join([part for part in (first, second, person.suffix) if part])
    name = _apart(given, spaced(dropping, particle, family))
    if person.suffix:
        name += (", " if person.comma else " ") + person.suffix
    return name


def _apart(left: str, right: str) -> str:
    return f"{left} {right}" if left and right else left or right


def _parted(person: Person, form: Format, inverted: bool, level: int, given: str) -> Out:
    """Write a name whose parts have formatting of their own.

    The family's goes to the non-dropping particle, the given name's to the dropping one;
    affixes go round what stands together: all that is not given, except after a separator.
    """
    family = _dressed(person.family, form.family, form)
    particle = _dressed(person.non_dropping, form.family, form)
    first = _dressed(given, form.given, form)
    dropping = _dressed(person.dropping, form.given, form) if level else ""
    if person.eastern:
        return Run([particle, family, first])
    if person.static:
        name = _joined([_beside(particle, family, person.non_dropping, form), first], " ")
        return Run([name, f", {person.suffix}"]) if person.suffix and level else name
    if not inverted:
        return _straight(person, form, level, (first, dropping, particle, family))
    second = _joined([first, dropping], " ")
    if form.demote == "display-and-sort":
        second = _joined([second, particle], " ")
    else:
        family = _beside(particle, family, person.non_dropping, form)
    parts = [_affixed(family, form.family), _affixed(second, form.given), person.suffix]
    return _joined(parts, form.separator)


def _straight(person: Person, form: Format, level: int, parts: tuple[Out, Out, Out, Out]) -> Out:
    """Write a name in its natural order."""
    first, dropping, particle, family = parts
    second = _beside(particle, family, person.non_dropping, form)
    if dropping:
        joins = not particle and person.dropping.endswith(("'", "’", "ʼ", "-"))
        second = Run([dropping, "" if joins else form.blank, second])
    if person.suffix and level:
        second = Run([second, ", " if person.comma else " ", person.suffix])
    return _joined([_affixed(first, form.given), _affixed(second, form.family)], " ")


def _beside(left: Out, right: Out, text: str, form: Format) -> Out:
    if not left:
        return right
    return Run([left, "" if text.endswith(("'", "’", "-", " ")) else form.blank, right])


def _joined(parts: list[Out], mark: str) -> Out:
    children: list[Out] = []
    for part in parts:
        if part:
            children.extend((mark, part) if children else (part,))
    return Run(children) if len(children) > 1 else (children[0] if children else "")


def _affixed(out: Out, part: Part | None) -> Out:
    if part is None or not out or not (part.prefix or part.suffix):
        return out
    return Run([part.prefix, out, part.suffix])


def _dressed(text: str, part: Part | None, form: Format) -> Out:
    out = form.rich(text) if text else ""
    if part is None or not out or not part.decorate:
        return out
    return part.decorate(out, form.lang)
