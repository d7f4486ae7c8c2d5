"""cs:date: a date variable, in a form of its own or in the locale's."""

from __future__ import annotations

from ..attributes import ELEMENTS, decorator
from ..context import Context, Render
from ..dates.date_form import date_form
from ..dates.date_parts import read_date
from ..dates.write_date import date_writer
from ..environment import Env, empty_variable
from ..rich_text.tree import Out, Run, find
from ..variables import may_use, note_printed
from ..xml import Element


def compile_date(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:date``."""
    name = node.get("variable")
    if env.lacks(name):
        return empty_variable
    form = date_form(node, env)
    write = date_writer(form)
    decorate = decorator(form.attrs, env, ELEMENTS)
    compared = name != "accessed"  # readers do not tell cites apart by it
    collapsed = env.area == "citation" and "collapse" in env.options

    def render(ctx: Context) -> Out:
        value = ctx.item.get(name) if compared or not ctx.probe else None
        if not may_use(ctx, name, value):
            return ""
        date = read_date(value)
        out = write(date, ctx) if date else ""
        if not out:
            return ""
        note_printed(ctx, name)
        if ctx.sorting is not None:
            return out
        if collapsed:
            out = _collapsible(out, ctx)
        return decorate(out, ctx.lang) if decorate and out else out

    return env.hides_itself(render)


def _collapsible(out: Out, ctx: Context) -> Out:
    """Mark a date so that collapsing finds it, or leave only its suffix if the date is hidden."""
    if "date" in ctx.hide:
        return find(out, "suffix") or ""
    return Run([out], (), "date")
