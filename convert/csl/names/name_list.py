"""A list of names: how many are shown, and what stands between and after them."""

from __future__ import annotations

from typing import NamedTuple

from ..attributes import OWN_WORDS, decorator
from ..context import SUBSEQUENT, Context
from ..environment import Env
from ..punctuation.join import concatenate, join
from ..rich_text.parse import rich
from ..rich_text.tree import Named, Out, Run, text_of
from ..xml import Element
from .name_format import NameFormat
from .name_parts import NameParts, ParsedNames
from .write_name import sort_name, write_name


class WrittenName(NamedTuple):
    """A name of a list, and what the delimiters beside it depend on."""

    out: Out
    inverted: bool
    literal: bool


def shown_count(total: int, form: NameFormat, ctx: Context) -> int:
    """Return how many of ``total`` names CSL's et-al attributes leave."""
    et_al = form.et_al
    minimum, use_first = et_al.minimum, et_al.use_first
    if ctx.sorting:
        minimum = int(ctx.sorting.get("names-min") or minimum)
        use_first = int(ctx.sorting.get("names-use-first") or use_first)
    elif ctx.cite.position >= SUBSEQUENT:
        minimum, use_first = et_al.subsequent_minimum, et_al.subsequent_use_first
    if minimum and use_first >= 0 and total >= minimum and use_first < total:
        return use_first
    return total


class NameJoiner:
    """Joins the names of a cs:names by delimiters, "and" and "et al."."""

    def __init__(self, form: NameFormat, et_al: Element | None, env: Env) -> None:
        self.form = form
        self.and_ = _and_term(form, env)
        self.et_al = _et_al_term(et_al, env)

    def join(self, names: list[WrittenName], total: int, shown: int) -> Out:
        """Return the list of the ``shown`` names, and of the last one if it follows an ellipsis.

        ``total`` is the number of names before the list was shortened.
        """
        if shown >= total:
            return self._join_all(names)
        if not shown:
            return ""
        if len(names) > shown:
            return self._join_with_last(names)
        return self._join_with_et_al(names)

    def _join_all(self, names: list[WrittenName]) -> Out:
        """Return names of which none is left out, the last after "and"."""
        if not self.and_ or len(names) < 2:
            return self._list(self._delimited(names))
        space = _space_beside(self.and_[0])
        # A word without spaces around it needs no comma (citeproc-js).
        several = len(names) > 2 and bool(space)
        precedes = _precedes(self.form.delimiter_precedes_last, several, names[-2])
        before = self.form.delimiter if precedes else space
        and_ = f"{before}{self.and_}{_space_beside(self.and_[-1])}"
        return self._list([*self._delimited(names[:-1]), and_, names[-1].out])

    def _join_with_last(self, names: list[WrittenName]) -> Out:
        """Return the first names, an ellipsis, and the last name (``et-al-use-last``)."""
        *first, last = names
        before = self.form.delimiter if len(first) > 1 else " "
        return self._list([*self._delimited(first), before, "… ", last.out])

    def _join_with_et_al(self, names: list[WrittenName]) -> Out:
        """Return the first names and "et al."."""
        body = self._delimited(names)
        if self.et_al:
            rule = self.form.et_al.delimiter_precedes
            precedes = _precedes(rule, len(names) > 1, names[-1])
            space = _space_beside(text_of(self.et_al)[:1])
            body += [self.form.delimiter if precedes else space, self.et_al]
        return self._list(body)

    def _delimited(self, names: list[WrittenName]) -> list[Out]:
        """Return names with delimiters between them; an organization may have one of its own."""
        form = self.form
        if not form.keep_names and not any(name.literal for name in names):
            return [join([name.out for name in names], form.delimiter)]
        body: list[Out] = []
        before: WrittenName | None = None
        for name in names:
            if before:
                groups = before.literal or name.literal
                body.append(form.group_delimiter if groups else form.delimiter)
            body.append(name.out)
            before = name
        return body

    def _list(self, body: list[Out]) -> Out:
        return Run(body, (), "list") if self.form.keep_names else concatenate(body)


def _and_term(form: NameFormat, env: Env) -> str:
    """Return what stands before the last name."""
    word = env.locale.term("and")
    if form.and_ == "symbol":
        symbol = env.locale.term("and", "symbol") or "&"
        return "&" if symbol == word else symbol  # the word stands in for a missing symbol
    return word if form.and_ == "text" else ""


def _et_al_term(et_al: Element | None, env: Env) -> Out:
    """Return what stands for the names left out, as cs:et-al formats it."""
    term = et_al.get("term") if et_al else ""
    text = rich(env.locale.term(term or "et-al"))
    decorate = decorator(et_al.attrs, env, OWN_WORDS) if et_al else None
    return decorate(text, "") if decorate and text else text


def _space_beside(letter: str) -> str:
    """Return the space beside a word with this letter at its edge: none in some scripts."""
    if letter == "\u05d5" or "\u2e80" <= letter <= "\uffef":
        return ""
    return " " if letter.isalnum() or letter in "&+.…" else ""


def _precedes(rule: str, contextual: bool, name: WrittenName) -> bool:
    """Whether a delimiter stands between a name and the "and" or "et al." after it."""
    if rule == "after-inverted-name":
        return name.inverted
    return rule == "always" or (rule == "contextual" and contextual)


def render_names(
    names: ParsedNames, form: NameFormat, joiner: NameJoiner, ctx: Context, index: int
) -> Out:
    """Return the names of one variable; ``index`` is its number among the cite's names."""
    if ctx.sorting is not None:
        return sort_names(names, form, ctx, index)
    total = len(names)
    if not total:
        return ""
    shown = _shown_in_cite(total, form, ctx, index)
    positions = _positions(shown, total, form, ctx)
    written = [_write(names[at], form, at, _level(names, at, form, ctx, index)) for at in positions]
    return joiner.join(written, total, shown)


def sort_names(names: ParsedNames, form: NameFormat, ctx: Context, index: int) -> str:
    """Return the names of one variable as a sort key, without "and" and "et al."."""
    total = len(names)
    positions = _positions(_shown_in_cite(total, form, ctx, index), total, form, ctx)
    keys = [sort_name(names[at], form, _level(names, at, form, ctx, index)) for at in positions]
    return ", ".join(keys)


def _positions(shown: int, total: int, form: NameFormat, ctx: Context) -> list[int]:
    """Return which names are written: the first ones, and perhaps the last."""
    positions = list(range(shown))
    if 0 < shown < total - 1 and _use_last(form, ctx):
        positions.append(total - 1)
    return positions


def _shown_in_cite(total: int, form: NameFormat, ctx: Context, index: int) -> int:
    """Return how many names are shown: more than usual if that tells cites apart."""
    shown = shown_count(total, form, ctx)
    if ctx.disambiguation is not None and index in ctx.disambiguation.names:
        return min(total, max(shown, ctx.disambiguation.names[index]))
    return shown


def _use_last(form: NameFormat, ctx: Context) -> bool:
    """Whether the last name follows an ellipsis (``et-al-use-last``)."""
    if ctx.sorting is not None and "names-use-last" in ctx.sorting:
        return ctx.sorting["names-use-last"] == "true"
    return form.et_al.use_last


def _write(name: NameParts, form: NameFormat, at: int, level: int) -> WrittenName:
    """Return a name as its place in the list asks for it."""
    order = form.name_as_sort_order
    inverted = order == "all" or (order == "first" and at == 0)
    out = write_name(name, form, inverted and level > 0, level)
    if form.decorate:
        out = form.decorate(out, form.lang)
    if form.keep_names:
        out = Named(out, name.identity)
    return WrittenName(out, inverted and not name.literal, name.literal)


def _level(names: ParsedNames, at: int, form: NameFormat, ctx: Context, index: int) -> int:
    """Return how much of a given name is written: more than usual if that tells names apart."""
    level = form.given_name_level
    if ctx.given_name_level is not None:
        level = max(level, ctx.given_name_level(names[at], at, form.initials is not None))
    if ctx.disambiguation is not None and ctx.disambiguation.givens:
        level = max(level, ctx.disambiguation.givens.get((index, at), 0))
    return level
