"""cs:names: lists of names with their labels, and what cs:substitute puts in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, zip_longest
from typing import TypeAlias

from ..attributes import ELEMENTS, OWN_WORDS, decorator
from ..context import Context, Render
from ..environment import Env, empty_variable, nothing
from ..names.name_attributes import name_format
from ..names.name_format import NameFormat
from ..names.name_list import NameJoiner, render_names, shown_count
from ..names.name_parts import CslName, ParsedNames
from ..punctuation.join import concatenate, join
from ..rich_text.tree import Out, Run
from ..variables import substitute, use_all
from ..xml import Element
from .label import label_text

_EDITOR_AND_TRANSLATOR = "editortranslator"
_HOLDERS = frozenset({"choose", "if", "else-if", "else", "group"})
Label: TypeAlias = Callable[[str, int], Out]  # for a variable with so many names
NameList: TypeAlias = tuple[str, list[CslName]]  # a variable and its value


class _Names:
    """A cs:names with its cs:name, cs:et-al and cs:label."""

    def __init__(self, node: Element, env: Env) -> None:
        variables = node.get("variable").split()
        self.env = env
        self.variables = [name for name in variables if not env.lacks(name)]
        self.is_pair = len(variables) == 2
        self.form: NameFormat = name_format(node.child("name"), env, {})
        self.joiner = NameJoiner(self.form, node.child("et-al"), env)
        self.delimiter = node.get("delimiter") or env.options.get("names-delimiter", "")
        label = node.child("label")
        self.label = _label(label, env) if label else None
        self.label_form = label.get("form", "long") if label else "long"
        tags = [child.tag for child in node.children if child.tag in ("name", "label")]
        self.label_first = tags[:1] == ["label"] and "name" in tags
        # "et al." may stand for all names; nothing stands in for them then.
        self.shows_none = self.form.et_al.use_first == 0

    def render(self, ctx: Context) -> Out:
        """Return the names of all variables, or "" if there are none."""
        lists = use_all(ctx, self.variables)
        if not lists:
            return ""
        if self.is_pair and len(lists) > 1:
            lists = self._combined(lists)
        parsed = [(variable, _parsed_names(value, ctx)) for variable, value in lists]
        if self.form.form == "count":
            return str(sum(shown_count(names.total, self.form, ctx) for _, names in parsed))
        outs = [self._render_list(variable, names, ctx) for variable, names in parsed]
        return join([out for out in outs if out], self.delimiter)

    def has_value(self, ctx: Context) -> bool:
        """Whether a variable has names, printed or not."""
        return any(ctx.item.get(name) for name in self.variables)

    def _combined(self, lists: list[NameList]) -> list[NameList]:
        """Merge editors and translators who are the same people (CSL 1.0.2, "Names")."""
        values = dict(lists)
        if values.get("editor") is None or values.get("editor") != values.get("translator"):
            return lists
        if not self.env.locale.term(_EDITOR_AND_TRANSLATOR, self.label_form):
            return lists
        return [(_EDITOR_AND_TRANSLATOR, values["editor"])]

    def _render_list(self, variable: str, names: ParsedNames, ctx: Context) -> Out:
        """Return the names of one variable with their label."""
        index = ctx.names_at
        ctx.names_at += 1
        if ctx.names_seen is not None:
            ctx.names_seen.append((index, names, self.form))
        out = render_names(names, self.form, self.joiner, ctx, index)
        if self.label is None or not out or ctx.sorting is not None:
            return out
        label = self.label(variable, names.total)
        if not label:
            return out
        return concatenate([label, out] if self.label_first else [out, label])


def compile_names(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:names`` with its ``cs:substitute``."""
    names = _Names(node, env)
    decorate = decorator(node.attrs, env, ELEMENTS)
    substitutes = _substitutes(node, env)
    if not names.variables and not substitutes:
        return empty_variable

    def render(ctx: Context) -> Out:
        if ctx.hide and "names" in ctx.hide and not ctx.sorting:
            return _hide_once(render, ctx)
        out = names.render(ctx)
        if out:
            out = Run([out], (), "names") if env.keeps_names else out
            return decorate(out, ctx.lang) if decorate else out
        if names.shows_none and names.has_value(ctx):
            return ""
        out, role = _first(substitutes, ctx)
        return Run([out], (), role) if out and role and env.keeps_names else out

    return render if substitutes else env.hides_itself(render)


def _hide_once(render: Render, ctx: Context) -> Out:
    """Leave out the first names, which are those of the cite before."""
    before = ctx.hide
    ctx.hide = before.removeprefix("names")
    if not render(ctx):
        ctx.hide = before  # there were none
    return ""


def _substitutes(node: Element, env: Env) -> list[tuple[str, Render]]:
    """Return the closures of what may stand in for names, each with its role.

    The role says whether it is names; a macro's names, if it has any, have that role already.
    """
    holder = node.child("substitute")
    substitutes: list[tuple[str, Render]] = []
    for child in holder.children if holder else ():
        if child.tag == "text" and "term" in child.attrs and not env.locale.term(child.get("term")):
            break  # an empty term stands in for the names, too
        for element in _alternatives(child):
            if element.tag in env.compilers:
                render = env.compile(_expanded(element, node))
                role = "names" if "variable" in child.attrs else "instead"
                substitutes.append((role, render))
    return [pair for pair in substitutes if pair[1] not in (nothing, empty_variable)]


def _alternatives(child: Element) -> Iterator[Element]:
    """Yield what may stand in for names one after the other, of a choice, too.

    That is a choice of the first elements of its branches, one of the second ones and so on.
    """
    if child.tag != "choose":
        yield child
        return
    branches = [
        list(chain.from_iterable(map(_alternatives, branch.children))) for branch in child.children
    ]
    for elements in zip_longest(*branches):
        parts = zip(child.children, elements, strict=True)
        yield child._replace(
            children=tuple(
                branch._replace(children=(element,) if element else ()) for branch, element in parts
            )
        )


def _expanded(child: Element, names: Element) -> Element:
    """Return a substitute with the short form of cs:names, also inside choices, written out.

    It means all attributes and children of the names that it stands in for, but for the
    variable.
    """
    if child.tag == "names" and not child.children:
        kept = tuple(part for part in names.children if part.tag != "substitute")
        return child._replace(children=kept, attrs={**names.attrs, **child.attrs})
    if child.tag in _HOLDERS:
        return child._replace(children=tuple(_expanded(part, names) for part in child.children))
    return child


def _first(substitutes: list[tuple[str, Render]], ctx: Context) -> tuple[Out, str]:
    """Return the first substitute that renders something, and its role."""
    for role, render in substitutes:
        out = substitute(ctx, render)
        if out:
            return out, role
    return "", ""


def _parsed_names(names: list[CslName], ctx: Context) -> ParsedNames:
    """Return the parsed names of a variable; a document's contexts share them."""
    parsed = ctx.parsed_names.get(id(names))
    if parsed is None:
        parsed = ctx.parsed_names[id(names)] = ParsedNames(names, ctx.lang)
    return parsed


def _label(node: Element, env: Env) -> Label:
    """Return the function that returns the label of a variable with so many names."""
    form, plural = node.get("form", "long"), node.get("plural", "contextual")
    decorate = decorator(node.attrs, env, OWN_WORDS)

    @cache
    def term(variable: str, many: bool) -> Out:
        out = label_text(env.locale.term(variable, form, many))
        return decorate(out, "") if decorate and out else out

    def label(variable: str, count: int) -> Out:
        return term(variable, plural == "always" or (plural == "contextual" and count > 1))

    return label
