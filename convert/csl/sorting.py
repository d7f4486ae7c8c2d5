"""cs:sort: sort keys from variables and macros, ascending or descending."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import compress, groupby
from operator import not_

from ..base.frozen import Frozen
from ..tables.csl_variables import NUMBERS
from . import collation
from .context import Cite, Context, Item
from .dates.date_parts import read_date, sort_text
from .environment import Env, sequence
from .names.name_attributes import name_format
from .names.name_format import FULL_GIVEN_NAME
from .names.name_list import sort_names
from .names.name_parts import ParsedNames
from .rich_text.parse import unmarked
from .rich_text.tree import text_of
from .variables import value_of
from .xml import Element

KeyText = Callable[[Context], str]
_NAME_ATTRIBUTES = {"name-as-sort-order": "all", "form": "long", "and": ""}
_NO_NAMES_ELEMENT = 99  # a variable's names are none of those that disambiguation counts


class SortKey(Frozen):
    """One cs:key: the function that returns an item's text, and the direction."""

    text: KeyText
    descending: bool
    attrs: Mapping[str, str]


def sort_keys(env: Env) -> list[SortKey]:
    """Return the keys of an area's ``cs:sort``, or an empty list if it has none."""
    area = env.style.bibliography if env.area == "bibliography" else env.style.citation
    sort = area.child("sort") if area else None
    return [_sort_key(node, env) for node in sort.all("key")] if sort else []


def _sort_key(node: Element, env: Env) -> SortKey:
    macro = node.get("macro")
    text = _macro_text(macro, env) if macro else _variable_text(node.get("variable"), env)
    return SortKey(text, node.get("sort") == "descending", node.attrs)


def _macro_text(macro: str, env: Env) -> KeyText:
    render = sequence(env.macro(macro))
    return lambda ctx: unmarked(text_of(render(ctx)))


def _variable_text(variable: str, env: Env) -> KeyText:
    """Return the function that returns a variable as a sort key (CSL 1.0.2, "Sorting")."""
    form = name_format(None, env, _NAME_ATTRIBUTES)
    form = form.replace(initials=None, given_name_level=FULL_GIVEN_NAME)
    is_number = variable in NUMBERS or variable == "page"

    def text(ctx: Context) -> str:
        value = value_of(ctx, variable)
        if value is None or value == "":
            return ""
        if isinstance(value, list):
            return sort_names(ParsedNames(value, ctx.lang), form, ctx, _NO_NAMES_ELEMENT)
        if isinstance(value, Mapping):
            date = read_date(value)
            return sort_text(date) if date else ""
        return str(value) if is_number else unmarked(str(value))

    return text


def sorted_by(
    keys: Sequence[SortKey],
    entries: Sequence[tuple[Item, Cite, int]],
    prepare: Callable[[Context], None],
    lang: str,
) -> list[int]:
    """Return the indexes of ``entries`` in order: empty keys last, ties as they were.

    An entry is an item, its cite and its number. ``prepare`` sets up each context; ``lang`` is
    the language whose order of letters applies.
    """

    def text(key: SortKey, index: int) -> str:
        ctx = Context(*entries[index])
        prepare(ctx)
        ctx.sorting = key.attrs
        return key.text(ctx)

    return _sorted(list(range(len(entries))), keys, text, lang)


def _sorted(
    indexes: list[int], keys: Sequence[SortKey], text: Callable[[SortKey, int], str], lang: str
) -> list[int]:
    """Return ``indexes`` in the order of the first key, and those that tie in that of the others.

    Few entries tie, so most texts of the other keys are never made.
    """
    if len(indexes) < 2 or not keys:
        return indexes
    first, *others = keys
    texts = [text(first, index) for index in indexes]
    weights = dict(zip(indexes, collation.keys(texts, lang), strict=True))
    filled = list(compress(indexes, texts))
    filled.sort(key=weights.__getitem__, reverse=first.descending)
    empty = list(compress(indexes, map(not_, texts)))
    ties = [list(group) for _, group in groupby(filled, weights.__getitem__)]
    return [index for tie in (*ties, empty) for index in _sorted(tie, others, text, lang)]
