"""Variables: which value they have, and what follows from an element's use of them.

Two rules of CSL 1.0.2 depend on the variables that elements use. cs:group and macros hide if
all variables used in them are empty ("Group"), and what cs:substitute has printed is not printed
again ("Substitute"). Elements therefore report each variable through this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..tables.csl_variables import STAND_INS
from .citation_label import citation_label
from .context import FOUND, USED, Context, Item, Render
from .environment import Env, sequence
from .numbers.locator import without_label
from .punctuation.join import joiner
from .rich_text.tree import Out, Run


def _first_page(ctx: Context) -> object:
    """Return the first page: of several numbers and ranges, that of the first one."""
    first, pages = ctx.item.get("page-first"), ctx.item.get("page")
    if first or not pages:
        return first or None
    text = without_label("page", pages).replace("–", "-").split("-")[0]
    return text.split(",")[0].split("&")[0].strip()


def _year_suffix(ctx: Context) -> str | None:
    return ctx.disambiguation.suffix if ctx.disambiguation else None


# Variables whose value is not simply the item's.
_DERIVED: dict[str, Callable[[Context], object]] = {
    "locator": lambda ctx: ctx.cite.locator,
    "citation-number": lambda ctx: ctx.number or None,
    "first-reference-note-number": lambda ctx: ctx.cite.first_note or None,
    "page-first": _first_page,
    "year-suffix": _year_suffix,
    "citation-label": citation_label,
}
DERIVED = frozenset({*_DERIVED, *STAND_INS})


def value_of(ctx: Context, name: str) -> object:
    """Return the value of a variable of the item, the cite or the processor; None if empty."""
    if name not in DERIVED:
        return ctx.item.get(name)
    derive = _DERIVED.get(name)
    if derive is not None:
        return derive(ctx)
    return first_value(ctx.item, STAND_INS[name])


def first_value(item: Item, names: Iterable[str]) -> object:
    """Return the value of the first of several variables that is not empty, or None."""
    for name in names:  # a loop is faster than next() of a generator
        value = item.get(name)
        if value:
            return value
    return None


def number_of(value: object) -> str:
    """Return a number variable's value as text; 0 is a value."""
    return "" if value is None else str(value)


def has_value(ctx: Context, name: str) -> bool:
    """Whether a variable has something to print (cs:choose, ``variable``)."""
    value = value_of(ctx, name)
    if isinstance(value, dict):
        return any(value.get(key) for key in ("date-parts", "literal", "raw", "season", "year"))
    return bool(value) or value == 0


def use(ctx: Context, name: str, value: object) -> bool:
    """Note that an element prints a variable of the item; return whether there is anything to do.

    There is not if ``value`` is empty, or if cs:substitute has printed the variable already.
    """
    # As may_use and note_printed, whose calls would take as long again: this runs most often.
    if not value or (ctx.suppressed_variables and name in ctx.suppressed_variables):
        ctx.variables |= USED
        return False
    ctx.variables |= FOUND
    if ctx.printed_variables is not None:
        ctx.printed_variables.add(name)
    return True


def may_use(ctx: Context, name: str, value: object) -> bool:
    """Note that a variable is used; return whether it can be printed. See ``use``.

    Where a value may turn out to print nothing, ``note_printed`` follows once it does not.
    """
    ctx.variables |= USED
    return bool(value) and not (ctx.suppressed_variables and name in ctx.suppressed_variables)


def use_all(ctx: Context, names: Iterable[str]) -> list[tuple[str, Any]]:
    """Note that variables are used, which may all be empty; return those to print, with values."""
    ctx.variables |= USED
    item = ctx.item
    if item.keys().isdisjoint(names):
        return []
    return [(name, item[name]) for name in names if name in item and use(ctx, name, item[name])]


def note_printed(ctx: Context, name: str) -> None:
    """Note that a variable of the item has a value and is printed."""
    ctx.variables |= FOUND
    if ctx.printed_variables is not None:
        ctx.printed_variables.add(name)


def use_derived(ctx: Context, value: object) -> bool:
    """Note that a variable of the cite or processor is used; return whether it has a value.

    cs:substitute does not suppress such variables.
    """
    ctx.variables |= FOUND if value else USED
    return bool(value)


def year_suffix(ctx: Context) -> Out:
    """Return the cite's year suffix."""
    suffix = ctx.disambiguation.suffix if ctx.disambiguation else ""
    return Run([suffix], (), "suffix") if suffix else ""


def take_year_suffix(ctx: Context) -> Out:
    """Return the cite's year suffix the first time that it is asked for, and nothing later."""
    suffix = "" if ctx.suffix_done else year_suffix(ctx)
    ctx.suffix_done = ctx.suffix_done or bool(suffix)
    return suffix


def hide_if_empty(
    parts: list[Render], env: Env, delimiter: str = "", *, uses_empty: bool = False
) -> Render:
    """Return a closure that renders ``parts``, or nothing if all variables used there are empty.

    What it renders counts as a variable with a value for the group around it. ``uses_empty``:
    a variable known to be empty is used besides.
    """
    if len(parts) < 2 and env.self_hiding.issuperset(parts):
        render = sequence(parts)
        return env.hides_itself(_with_empty_variable(render)) if uses_empty else render
    join = joiner(delimiter)
    unused = USED if uses_empty else 0

    def hiding(ctx: Context) -> Out:
        outer = ctx.variables
        ctx.variables = unused
        outs = []
        for part in parts:  # a comprehension would be one more call
            if out := part(ctx):
                outs.append(out)
        inner = ctx.variables
        if inner == USED or not outs:
            ctx.variables = outer | inner
            return ""
        ctx.variables = outer | inner | FOUND
        return join(outs)

    return env.hides_itself(hiding)


def _with_empty_variable(render: Render) -> Render:
    def using(ctx: Context) -> Out:
        ctx.variables |= USED
        return render(ctx)

    return using


def substitute(ctx: Context, render: Render) -> Out:
    """Render what stands in for names; variables printed in it are suppressed from then on."""
    outer, before = ctx.printed_variables, ctx.suppressed_variables
    printed = ctx.printed_variables = ctx.suppressed_variables = set(before or ())
    out = render(ctx)
    ctx.printed_variables = outer
    if outer is not None and out:
        outer |= printed
        printed = outer
    ctx.suppressed_variables = printed if out else before
    return out
