"""cs:names: lists of names with their labels, and what stands in where there are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..context import Context, Env, Render, absent, finisher, nothing
from ..names.name_format import NameFormat, name_format
from ..names.name_list import NameJoiner, render_names, shown_count
from ..names.name_parts import ParsedNames
from ..punctuation.join import concatenate, join
from ..rich_text.parse import rich
from ..rich_text.text_case import cased
from ..rich_text.tree import Out, Run
from ..specialize import lacks
from ..xml import Element
from .text import without_periods

_LABEL = "editortranslator"
_HOLDERS = frozenset({"choose", "if", "else-if", "else", "group"})
Labeller = Callable[[str, int], Out]


class _Names:
    """A cs:names made ready: its format, joiner, label and delimiter."""

    def __init__(self, node: Element, env: Env) -> None:
        variables = node.get("variable").split()
        self.variables = [name for name in variables if not lacks(env, name)]
        self.pair = len(variables) == 2
        name = node.child("name")
        self.env = env
        self.form: NameFormat = name_format(name, env, {})
        self.joiner = NameJoiner(self.form, node.child("et-al"), env)
        self.delimiter = node.get("delimiter") or env.options.get("names-delimiter", "")
        self.label: Labeller | None = None
        self.label_first = False
        tags = [child.tag for child in node.children]
        label = node.child("label")
        self.label_form = label.get("form", "long") if label else "long"
        if label is not None:
            self.label = _labeller(label, env)
            self.label_first = "name" in tags and tags.index("label") < tags.index("name")


def compile_names(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:names`` with its ``cs:substitute``."""
    names = _Names(node, env)
    finish = finisher(node.attrs)
    substitutes = _substitutes(node, env)
    if not names.variables and not substitutes:
        return absent

    def render(ctx: Context) -> Out:
        ctx.called = True
        if ctx.hide and "names" in ctx.hide and not ctx.sorting:
            return _hidden(render, ctx)
        out = _render(names, ctx)
        if out:
            out = Run([out], (), "names") if env.keeps_names else out
            return finish(out) if finish else out
        out, role = _first(substitutes, ctx)
        return Run([out], (), role) if out and role and env.keeps_names else out

    return render if substitutes else env.close(render)


def _hidden(render: Render, ctx: Context) -> Out:
    """Leave the names out, this once: they are the same as the cite's before."""
    before = ctx.hide
    ctx.hide = before.removeprefix("names")
    if not render(ctx):
        ctx.hide = before  # there were none
    return ""


def _substitutes(node: Element, env: Env) -> list[tuple[str, Render]]:
    """Return what may stand in, each with its role: a macro has names of its own, or none."""
    holder = node.child("substitute")
    if holder is None:
        return []
    found = []
    for child in holder.children:
        child = _spelled(child, node)  # noqa: PLW2901
        if child.tag == "text" and "term" in child.attrs and not env.locale.term(child.get("term")):
            break  # a term that prints nothing stands in all the same
        if child.tag in env.table:
            role = "names" if "variable" in child.attrs else "instead"
            substitute = env.compile(child)
            if substitute is not nothing and substitute is not absent:
                found.append((role, substitute))
    return found


def _spelled(child: Element, node: Element) -> Element:
    """Return a substitute with the shorthand for names, also in a choice, spelled out in full.

    It has all that the whole has, but for the variable.
    """
    if child.tag == "names" and not child.children:
        kept = tuple(part for part in node.children if part.tag != "substitute")
        return child._replace(children=kept, attrs={**node.attrs, **child.attrs})
    if child.tag in _HOLDERS:
        return child._replace(children=tuple(_spelled(part, node) for part in child.children))
    return child


def _first(substitutes: list[tuple[str, Render]], ctx: Context) -> tuple[Out, str]:
    """Return the first substitute that prints something, and its role."""
    for role, substitute in substitutes:
        out = _substitute(substitute, ctx)
        if out:
            return out, role
    return "", ""


def _substitute(render: Render, ctx: Context) -> Out:
    """Render what stands in; the variables it prints are not printed again, nor twice in it."""
    outer, before = ctx.record, ctx.suppressed
    printed = ctx.record = ctx.suppressed = set(before or ())
    out = render(ctx)
    ctx.record = outer
    if outer is not None and out:
        outer |= printed
        printed = outer
    ctx.suppressed = printed if out else before
    return out


def _render(names: _Names, ctx: Context) -> Out:
    item, suppressed = ctx.item, ctx.suppressed
    lists: list[tuple[str, list[Any]]] = []
    for variable in names.variables:
        value = item.get(variable)
        if value and not (suppressed and variable in suppressed):
            lists.append((variable, value))
    if not lists:
        return ""
    ctx.got = True
    if ctx.record is not None:
        ctx.record.update(variable for variable, _ in lists)
    if names.pair and len(lists) > 1:
        lists = _combined(lists, names)
    people = [(variable, _people(value, ctx)) for variable, value in lists]
    if names.form.form == "count":
        return _count(people, names, ctx)
    outs = [out for variable, some in people if (out := _one(variable, some, names, ctx))]
    return join(outs, names.delimiter)


def _people(names: list[Any], ctx: Context) -> ParsedNames:
    people = ctx.people.get(id(names))
    if people is None:
        people = ctx.people[id(names)] = ParsedNames(names, ctx.lang)
    return people


def _combined(lists: list[tuple[str, list[Any]]], names: _Names) -> list[tuple[str, list[Any]]]:
    """Make one of editors and translators who are the same people (CSL 1.0.2, "Names")."""
    values = dict(lists)
    if values.get("editor") is None or values.get("editor") != values.get("translator"):
        return lists
    if not names.env.locale.term(_LABEL, names.label_form):
        return lists
    return [
        (_LABEL if variable == "editor" else variable, value)
        for variable, value in lists
        if variable != "translator"
    ]


def _count(people: list[tuple[str, ParsedNames]], names: _Names, ctx: Context) -> Out:
    return str(sum(shown_count(len(some), names.form, ctx) for _, some in people))


def _one(variable: str, people: ParsedNames, names: _Names, ctx: Context) -> Out:
    index = ctx.names_at
    ctx.names_at += 1
    if ctx.names_seen is not None:
        ctx.names_seen.append((index, people, names.form))
    out = render_names(people, names.form, names.joiner, ctx, index)
    if names.label is None or not out or ctx.sorting is not None:
        return out
    label = names.label(variable, len(people))
    if not label:
        return out
    return concatenate([label, out] if names.label_first else [out, label])


def _labeller(node: Element, env: Env) -> Labeller:
    form, plural = node.get("form", "long"), node.get("plural", "contextual")
    case, strip = node.get("text-case"), node.get("strip-periods") == "true"
    finish = finisher(node.attrs)
    locale = env.locale

    def label(variable: str, count: int) -> Out:
        many = plural == "always" or (plural == "contextual" and count > 1)
        term = locale.term(variable, form, many)
        out: Out = rich(term) if "'" in term else term
        if not out:
            return ""
        if strip:
            out = without_periods(out)
        if case:
            out = cased(out, case, env.own_language)
        return finish(out) if finish else out

    return label
