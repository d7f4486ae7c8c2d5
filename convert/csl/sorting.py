"""cs:sort: keys from variables and macros, in rising or falling order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..base.frozen import Frozen
from ..tables.csl_variables import NUMBERS
from . import collation
from .context import Cite, Context, Item
from .dates.date_parts import read_date, sort_text
from .environment import Env
from .names.name_format import name_format
from .names.name_list import Joiner, render_people
from .names.person import People
from .rich_text.parse import unmarked
from .rich_text.tree import text_of
from .variables import value_of
from .xml import Element

Value = Callable[[Context], str]
_NAMES = {"name-as-sort-order": "all", "form": "long", "and": ""}


class SortKey(Frozen):
    """One cs:key: what it reads, and its direction."""

    value: Value
    falling: bool
    attrs: Mapping[str, str]


def sort_keys(env: Env) -> list[SortKey]:
    """Return the keys of an area's ``cs:sort``; none where it has no such element."""
    root = env.style.bibliography if env.area == "bibliography" else env.style.citation
    holder = root.child("sort") if root else None
    if holder is None:
        return []
    return [_key(node, env) for node in holder.children if node.tag == "key"]


def _key(node: Element, env: Env) -> SortKey:
    macro = node.get("macro")
    if macro:
        render = env.macro(macro)
        value: Value = lambda ctx: _numeral(text_of(render(ctx)))  # noqa: E731
    else:
        value = _variable(node.get("variable"), env)
    return SortKey(value, node.get("sort") == "descending", node.attrs)


def _numeral(text: str) -> str:
    return unmarked(text)


def _variable(name: str, env: Env) -> Value:
    form = name_format(None, env, _NAMES).replace(mark=None, level=2)
    joiner = Joiner(form.replace(and_=""), None, env)

    def value(ctx: Context) -> str:
        raw = value_of(ctx, name)
        if raw is None or raw == "":
            return ""
        if isinstance(raw, list):
            people = People(raw, ctx.lang)
            return text_of(render_people(people, form, joiner, ctx, 99)) if raw else ""
        if isinstance(raw, Mapping):
            date = read_date(raw)
            return sort_text(date) if date else ""
        return _numbered(raw) if name in NUMBERS or name == "page" else unmarked(str(raw))

    return value


def _numbered(raw: Any) -> str:
    return str(raw)


def sorted_by(
    keys: Sequence[SortKey],
    entries: Sequence[tuple[Item, Cite, int]],
    prepare: Callable[[Context], None],
    lang: str,
) -> list[int]:
    """Return the order of ``entries``: indexes, empty keys last, ties as they came.

    ``prepare`` sets up each context (disambiguation and the like); ``lang`` is the language
    in whose order letters are.
    """
    order = list(range(len(entries)))
    for sort_key in reversed(keys):
        texts = []
        for item, cite, number in entries:
            ctx = Context(item, cite, number)
            prepare(ctx)
            ctx.sorting = sort_key.attrs
            texts.append(sort_key.value(ctx))
        made = collation.keys(texts, lang)
        full = [at for at in order if texts[at]]
        empty = [at for at in order if not texts[at]]
        full.sort(key=made.__getitem__, reverse=sort_key.falling)
        order = full + empty
    return order
