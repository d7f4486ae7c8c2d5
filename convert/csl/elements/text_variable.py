"""cs:text with a variable: text, numbers, pages, and what only the cite or processor knows."""

from __future__ import annotations

from collections.abc import Callable

from ...tables.csl_variables import NUMBERS, STAND_INS
from ..citation_label import citation_label
from ..context import Context, Render
from ..environment import Env, empty_variable
from ..numbers.labelled import write_numbers
from ..numbers.locator import without_label
from ..numbers.number_range import number_text, range_delimiter
from ..numbers.page_range import page_writer
from ..rich_text.parse import rich
from ..rich_text.tree import Out, Run
from ..variables import (
    first_value,
    number_of,
    take_year_suffix,
    use,
    use_derived,
    value_of,
    year_suffix,
)
from ..xml import Element


def compile_variable(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:text`` with a variable, without the element's attributes."""
    name, short = node.get("variable"), node.get("form") == "short"
    if env.lacks(name) and (not short or env.lacks(f"{name}-short")):
        return empty_variable
    if name == "year-suffix":
        return _year_suffix
    compile_special = _SPECIAL.get(name)
    if compile_special is not None:
        return env.hides_itself(compile_special(name, env))
    return env.hides_itself(_number(name, env) if name in NUMBERS else _text(name, short, env))


def _text(name: str, short: bool, env: Env) -> Render:
    keys = STAND_INS.get(name, (name,))
    if short and name not in STAND_INS:
        short_name = f"{name}-short"
        keys = (*STAND_INS.get(short_name, (short_name,)), name)
    first, *others = [key for key in keys if not env.lacks(key)] or keys
    parse = env.rich

    def render(ctx: Context) -> Out:
        value = ctx.item.get(first)
        if others and not value:
            value = first_value(ctx.item, others)
        if not use(ctx, name, value):
            return ""
        return parse(value if type(value) is str else str(value))

    return render


def _number(name: str, env: Env) -> Render:
    write, parse = _number_writer(name, env), env.rich

    def render(ctx: Context) -> Out:
        text = number_of(ctx.item.get(name))
        if not use(ctx, name, text):
            return ""
        if text.isdigit():
            return text
        if env.own.verbatim:
            return parse(text)
        return parse(write_numbers(without_label(name, text), name, env.locale, write))

    return render


def _number_writer(name: str, env: Env) -> Callable[[str], str]:
    """Return the function that writes the ranges and lists of a number variable."""
    delimiter = range_delimiter(name, env.locale)
    return lambda text: number_text(text, delimiter)


def _page(name: str, env: Env) -> Render:
    write = page_writer(env.page_format, env.locale)

    def render(ctx: Context) -> Out:
        value = ctx.item.get(name)
        if not use(ctx, name, value):
            return ""
        return write_numbers(without_label(name, value), name, env.locale, write)

    return render


def _locator(name: str, env: Env) -> Render:
    write, write_pages = _number_writer(name, env), page_writer(env.page_format, env.locale)

    def render(ctx: Context) -> Out:
        locator = ctx.cite.locator
        if not use_derived(ctx, locator):
            return ""
        kind = ctx.cite.label or "page"
        if kind == "page":
            return write_numbers(locator, kind, env.locale, write_pages)
        return rich(write_numbers(locator, kind, env.locale, write))

    return render


def _year_suffix(ctx: Context) -> Out:
    use_derived(ctx, True)  # "no date" beside it stays where an item needs no suffix
    return year_suffix(ctx)


def _citation_number(_name: str, _env: Env) -> Render:
    def render(ctx: Context) -> Out:
        return Run([str(ctx.number)], (), "number") if use_derived(ctx, ctx.number) else ""

    return render


def _derived(name: str, _env: Env) -> Render:
    def render(ctx: Context) -> Out:
        value = value_of(ctx, name)
        return str(value) if use_derived(ctx, value) else ""

    return render


def _citation_label(_name: str, env: Env) -> Render:
    def render(ctx: Context) -> Out:
        label = citation_label(ctx)
        use_derived(ctx, label)
        suffix = "" if env.prints_year_suffix else take_year_suffix(ctx)
        return Run([label, suffix]) if suffix else label

    return render


_SPECIAL: dict[str, Callable[[str, Env], Render]] = {
    "page": _page,
    "page-first": _derived,
    "locator": _locator,
    "citation-number": _citation_number,
    "citation-label": _citation_label,
    "first-reference-note-number": _derived,
}
