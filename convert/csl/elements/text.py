"""Variables of an item, and cs:text in its four manners: variable, macro, term, value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...base.lazy_regex import regex
from ..citation_label import citation_label
from ..context import Context, Env, Render, absent, finisher, nothing
from ..numbers.page_range import page_text
from ..rich_text.italics import slanted
from ..rich_text.parse import rich
from ..rich_text.text_case import cased, recase
from ..rich_text.tree import Out, Run
from ..specialize import lacks
from ..xml import Element
from .number import NUMBERS, number_text, range_mark, spelled, unlabelled

_SHORT = {
    "title": ("title-short", "shortTitle"),
    "container-title": ("container-title-short", "journalAbbreviation"),
    "title-short": ("title-short", "shortTitle"),
    "container-title-short": ("container-title-short", "journalAbbreviation"),
}
_FULL_STOP = regex(r"\.(?![a-z])")
DERIVED = frozenset(
    {
        "title-short",
        "container-title-short",
        "citation-number",
        "citation-label",
        "locator",
        "first-reference-note-number",
        "page-first",
        "year-suffix",
    }
)


def value_of(ctx: Context, name: str) -> Any:
    """Return an item's variable, or what the cite or the processor knows under that name."""
    if name not in DERIVED:
        return ctx.item.get(name)
    return _derived(ctx, name)


_FROM_CONTEXT: dict[str, Callable[[Context], Any]] = {
    "locator": lambda ctx: ctx.cite.locator,
    "citation-number": lambda ctx: ctx.number or None,
    "first-reference-note-number": lambda ctx: ctx.cite.first_note or None,
    "page-first": lambda ctx: ctx.item.get("page-first") or _first_page(ctx.item.get("page")),
    "year-suffix": lambda ctx: ctx.dis.suffix if ctx.dis else None,
    "citation-label": citation_label,
}


def _derived(ctx: Context, name: str) -> Any:
    known = _FROM_CONTEXT.get(name)
    if known is not None:
        return known(ctx)
    return next((value for key in _SHORT[name] if (value := ctx.item.get(key))), None)


def _first_page(pages: Any) -> str | None:
    if not pages:
        return None
    text = str(pages).replace("–", "-").split("-")[0]
    return text.split(",")[0].split("&")[0].strip()


def has_value(ctx: Context, name: str) -> bool:
    """Whether a variable has something to print (cs:choose, ``variable``)."""
    value = value_of(ctx, name)
    if isinstance(value, dict):
        return any(value.get(key) for key in ("date-parts", "literal", "raw", "season", "year"))
    return bool(value) or value == 0


def compile_text(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:text``."""
    attrs = node.attrs
    if "macro" in attrs:
        plain = _macro(env.macro(attrs["macro"]), env)
    elif "term" in attrs:
        plain = _term(node, env)
    elif "value" in attrs:
        plain = env.constant(rich(attrs["value"]))
    else:
        plain = absent if _lacking(node, env) else _variable(node, env)
        if node.get("variable") != "year-suffix":
            env.close(plain)
    return _finished(plain, node, env)


def _lacking(node: Element, env: Env) -> bool:
    name = node.get("variable")
    return lacks(env, name) and (node.get("form") != "short" or lacks(env, f"{name}-short"))


def _macro(body: Render, env: Env) -> Render:
    """Return a macro's closure: as a group, gone if all its variables are empty."""
    if body in env.closed:
        return body

    def render(ctx: Context) -> Out:
        called, got = ctx.called, ctx.got
        ctx.called = ctx.got = False
        out = body(ctx)
        if ctx.called and not ctx.got:
            out = ""
        ctx.got = got or ctx.got or bool(out)
        ctx.called = called or ctx.called
        return out

    return env.close(render)


def _finished(plain: Render, node: Element, env: Env) -> Render:
    """Add text-case, strip-periods, formatting and affixes to a closure, in this order."""
    if plain is nothing or plain is absent:
        return plain
    strip = node.get("strip-periods") == "true"
    bare = _without_stops if "variable" in node.attrs else without_periods
    case = node.get("text-case")
    finish = finisher(node.attrs) if "macro" in node.attrs else slanted(node.attrs)
    own = env.own_language if "term" in node.attrs or "value" in node.attrs else ""
    if not (strip or case or finish):
        return plain

    def render(ctx: Context) -> Out:
        out = plain(ctx)
        if not out:
            return ""
        if case:
            out = cased(out, case, own) if own else recase(out, case, env.language(ctx))
        if strip:
            out = bare(out)
        return finish(out) if finish else out

    if plain in env.constants:
        return env.constant(render(Context({})))  # no item is looked at
    return env.close(render) if plain in env.closed else render


def without_periods(out: Out) -> Out:
    """Return the style's own words with their full stops taken away (``strip-periods``)."""
    if isinstance(out, str):
        return out.replace(".", "")
    children = [without_periods(child) for child in out.children]
    return Run(children, out.kinds, out.role, out.href)


def _without_stops(out: Out) -> Out:
    """Return a value without its full stops but those in a word ("example.com")."""
    if isinstance(out, str):
        return _FULL_STOP.sub("", out) if "." in out else out
    children = [_without_stops(child) for child in out.children]
    return Run(children, out.kinds, out.role, out.href)


def _term(node: Element, env: Env) -> Render:
    name, form = node.get("term"), node.get("form", "long")
    text = env.locale.term(name, form, node.get("plural") == "true")
    out = rich(text)
    starts = env.area == "bibliography" or env.style.klass == "note"
    if out and starts and "text-case" not in node.attrs:
        out = Run([out], (), "term")
    return env.constant(out)


def _variable(node: Element, env: Env) -> Render:
    name, form = node.get("variable"), node.get("form", "long")
    special = _SPECIAL.get(name)
    if special is not None:
        return special(env)
    if name in NUMBERS:
        return _numeric(name, env)
    names: tuple[str, ...] = (name,)
    if name in ("title-short", "container-title-short"):
        names = _SHORT[name]
    elif form == "short":
        names = (*_SHORT.get(name, (f"{name}-short",)), name)
    rich = env.rich

    def render(ctx: Context) -> Out:
        ctx.called = True
        if ctx.suppressed and name in ctx.suppressed:
            return ""
        item = ctx.item
        for key in names:
            value = item.get(key)
            if value:
                ctx.got = True
                if ctx.record is not None:
                    ctx.record.add(name)
                return rich(value if type(value) is str else str(value))
        return ""

    return render


def _numeric(name: str, env: Env) -> Render:
    rich = env.rich
    mark = range_mark(name, env.locale)
    verbatim = env.verbatim

    def write(text: str) -> str:
        return number_text(text, mark)

    def render(ctx: Context) -> Out:
        ctx.called = True
        value = ctx.item.get(name)
        if value is None or value == "" or (ctx.suppressed and name in ctx.suppressed):
            return ""
        ctx.got = True
        if ctx.record is not None:
            ctx.record.add(name)
        text = str(value)
        if text.isdigit():
            return text
        if verbatim:
            return rich(text)
        return rich(spelled(unlabelled(name, text), name, env.locale, write))

    return render


def _page(name: str, env: Env) -> Render:
    def write(text: str) -> str:
        return page_text(text, env.page_format, env.locale)

    def render(ctx: Context) -> Out:
        ctx.called = True
        value = value_of(ctx, name)
        if not value or (ctx.suppressed and name in ctx.suppressed):
            return ""
        ctx.got = True
        if ctx.record is not None:
            ctx.record.add(name)
        text = str(value)
        if "." not in text:  # nor is there any label
            return page_text(text, env.page_format, env.locale)
        return spelled(unlabelled(name, text), "page", env.locale, write)

    return render


def _locator(env: Env) -> Render:
    mark = range_mark("locator", env.locale)

    def write(text: str) -> str:
        return number_text(text, mark)

    def write_pages(text: str) -> str:
        return page_text(text, env.page_format, env.locale)

    def render(ctx: Context) -> Out:
        ctx.called = True
        value = ctx.cite.locator
        if not value:
            return ""
        ctx.got = True
        kind = ctx.cite.label or "page"
        if kind == "page":
            return spelled(value, kind, env.locale, write_pages)
        return rich(spelled(value, kind, env.locale, write))

    return render


def _year_suffix(_env: Env) -> Render:
    def render(ctx: Context) -> Out:
        # An item without a suffix does not make its group vanish: this is no call.
        if not ctx.dis or not ctx.dis.suffix or ctx.suffix_done:
            return ""
        ctx.called = ctx.got = True
        ctx.suffix_done = True
        return Run([ctx.dis.suffix], (), "suffix")

    return render


def _citation_number(_env: Env) -> Render:
    def render(ctx: Context) -> Out:
        ctx.called = True
        if not ctx.number:
            return ""
        ctx.got = True
        return Run([str(ctx.number)], (), "number")

    return render


def _simple(name: str) -> Callable[[Env], Render]:
    def make(_env: Env) -> Render:
        def render(ctx: Context) -> Out:
            ctx.called = True
            value = _derived(ctx, name)
            if not value:
                return ""
            ctx.got = True
            return str(value)

        return render

    return make


def _label_variable(env: Env) -> Render:
    def render(ctx: Context) -> Out:
        ctx.called = ctx.got = True
        label = citation_label(ctx)
        if not ctx.dis or not ctx.dis.suffix or env.suffix_named or ctx.suffix_done:
            return label
        ctx.suffix_done = True
        return Run([label, Run([ctx.dis.suffix], (), "suffix")])

    return render


_SPECIAL: dict[str, Callable[[Env], Render]] = {
    "page": lambda env: _page("page", env),
    "page-first": _simple("page-first"),
    "locator": _locator,
    "year-suffix": _year_suffix,
    "citation-number": _citation_number,
    "citation-label": _label_variable,
    "first-reference-note-number": _simple("first-reference-note-number"),
}
