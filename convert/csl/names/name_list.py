"""A list of names: how many are shown, what stands between them, et al."""

from __future__ import annotations

from ..attributes import OWN_WORDS, decorator
from ..context import SUBSEQUENT, Context
from ..environment import Env
from ..punctuation.join import fused, join
from ..rich_text.parse import rich
from ..rich_text.tree import Named, Out, Run, text_of
from ..xml import Element
from .name_format import Format, sort_name, write
from .person import People, Person


def shown_count(total: int, form: Format, ctx: Context) -> int:
    """Return how many of ``total`` names CSL's et-al attributes leave."""
    minimum, first = form.minimum, form.first
    if ctx.sorting:
        minimum = int(ctx.sorting.get("names-min") or minimum)
        first = int(ctx.sorting.get("names-use-first") or first)
    elif ctx.cite.position >= SUBSEQUENT:
        minimum, first = form.later_minimum, form.later_first
    if minimum and first >= 0 and total >= minimum and first < total:
        return first
    return total


def _gap(letter: str) -> str:
    """Return the space beside a word that starts or ends so: none in scripts without it."""
    if letter == "\u05d5" or "\u2e80" <= letter <= "\uffef":
        return ""
    return " " if letter.isalnum() or letter in "&+.…" else ""


class Joiner:
    """What stands between names and after them, made once for a cs:names."""

    def __init__(self, form: Format, et_al: Element | None, env: Env) -> None:
        self.form = form
        if form.and_ == "symbol":
            self.and_ = env.locale.term("and", "symbol") or "&"
            self.and_ = "&" if self.and_ == env.locale.term("and") else self.and_
        else:
            self.and_ = env.locale.term("and") if form.and_ == "text" else ""
        term = et_al.get("term") if et_al else ""
        text = rich(env.locale.term(term or "et-al"))
        decorate = decorator(et_al.attrs, env, OWN_WORDS) if et_al else None
        self.et_al: Out = decorate(text, "") if decorate and text else text

    def join(
        self, names: list[Out], total: int, shown: int, inverted: list[bool], groups: list[bool]
    ) -> Out:
        """Return the list; ``names`` are those shown, and the last one after an ellipsis."""
        form = self.form
        if shown >= total:
            return self._full(names, inverted, groups)
        if not shown:
            return ""
        if len(names) > shown:
            body = self._commas(names[:-1], groups)
            body.extend((form.delimiter if shown > 1 else " ", "… ", names[-1]))
            return self._list(body)
        body = self._commas(names[:shown], groups)
        if self.et_al:
            close = self._precedes(form.precedes_et_al, shown > 1, inverted[shown - 1])
            body.append(form.delimiter if close else _gap(text_of(self.et_al)[:1]))
            body.append(self.et_al)
        return self._list(body)

    def _list(self, body: list[Out]) -> Out:
        return Run(body, (), "list") if self.form.kept else fused(body)

    def _commas(self, names: list[Out], groups: list[bool]) -> list[Out]:
        form = self.form
        if not form.kept and True not in groups:
            return [join(names, form.delimiter)]
        body: list[Out] = [names[0]]
        for at in range(1, len(names)):
            body.append(form.group if groups[at - 1] or groups[at] else form.delimiter)
            body.append(names[at])
        return body

    def _full(self, names: list[Out], inverted: list[bool], groups: list[bool]) -> Out:
        count = len(names)
        if not self.and_ or count < 2:
            return self._list(self._commas(names, groups))
        body = self._commas(names[:-1], groups)
        mark = _gap(self.and_[0])
        several = count > 2 and bool(mark)  # a word without blanks needs no comma (citeproc-js)
        if self._precedes(self.form.precedes_last, several, inverted[count - 2]):
            mark = self.form.delimiter
        body.append(f"{mark}{self.and_}{_gap(self.and_[-1])}")
        body.append(names[-1])
        return self._list(body)

    @staticmethod
    def _precedes(rule: str, contextual: bool, inverted: bool) -> bool:
        if rule == "always":
            return True
        if rule == "after-inverted-name":
            return inverted
        return rule == "contextual" and contextual


def render_people(people: People, form: Format, joiner: Joiner, ctx: Context, index: int) -> Out:
    """Return the names of one variable; ``index`` is its number among the cite's names."""
    total = len(people)
    if not total:
        return ""
    shown = shown_count(total, form, ctx)
    if ctx.disambiguation is not None and index in ctx.disambiguation.names:
        shown = min(total, max(shown, ctx.disambiguation.names[index]))
    which = list(range(shown))
    if 0 < shown < total - 1 and _with_last(form, ctx):
        which.append(total - 1)
    if ctx.sorting is not None:  # names alone: neither "and" nor "et al." is part of a key
        return ", ".join(
            [sort_name(people[at], form, _level(ctx, people[at], index, at, form)) for at in which]
        )
    order = form.order
    told = ctx.levels is not None or (
        ctx.disambiguation is not None and bool(ctx.disambiguation.givens)
    )
    names: list[Out] = []
    inverted: list[bool] = []
    groups: list[bool] = []
    for at in which:
        one = people[at]
        level = _level(ctx, one, index, at, form) if told else form.level
        turned = order == "all" or (order == "first" and at == 0)
        name = write(one, form, turned and level > 0, level)
        if form.decorate:
            name = form.decorate(name, form.lang)
        names.append(Named(name, one[:5]) if form.kept else name)
        inverted.append(turned and not one.literal)
        groups.append(one.literal)
    return joiner.join(names, total, shown, inverted, groups)


def _with_last(form: Format, ctx: Context) -> bool:
    """Whether the last name follows an ellipsis (``et-al-use-last``)."""
    if ctx.sorting is not None and "names-use-last" in ctx.sorting:
        return ctx.sorting["names-use-last"] == "true"
    return form.last


def _level(ctx: Context, person: Person, index: int, at: int, form: Format) -> int:
    level = form.level
    if ctx.levels is not None:
        level = max(level, ctx.levels(person, at, form.mark is not None))
    if ctx.disambiguation is not None and ctx.disambiguation.givens:
        level = max(level, ctx.disambiguation.givens.get((index, at), 0))
    return level
