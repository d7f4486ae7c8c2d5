"""cs:label: the term of a variable or of a locator's kind, singular or plural by its content."""

from __future__ import annotations

from functools import cache

from ..attributes import OWN_WORDS, decorated
from ..context import Context, Render
from ..environment import Env, nothing
from ..numbers.locator import locator_term, without_label
from ..numbers.numeric import is_plural
from ..rich_text.parse import rich
from ..rich_text.tree import Out
from ..variables import value_of
from ..xml import Element

_COUNTS = frozenset({"number-of-pages", "number-of-volumes"})


def compile_label(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:label`` of a number, page or locator."""
    name, form = node.get("variable"), node.get("form", "long")
    plural, and_ = node.get("plural", "contextual"), env.locale.term("and")
    is_locator = name == "locator"
    if env.lacks(name):
        return nothing

    @cache
    def term(kind: str, many: bool) -> Out:
        if is_locator:
            return label_text(locator_term(kind, form, many, env.locale))
        return label_text(env.locale.term(kind, form, many))

    def render(ctx: Context) -> Out:
        value = value_of(ctx, name)
        if value is None or value == "":
            return ""
        kind = (ctx.cite.label or "page") if is_locator else name
        many = plural == "always"
        if plural == "contextual":
            many = _is_plural(name, value, kind, and_)
        return term(kind, many)

    return decorated(render, node.attrs, env, OWN_WORDS)


def label_text(term: str) -> Out:
    """Return a label's term, its apostrophes typographic."""
    return rich(term) if "'" in term else term


def _is_plural(name: str, value: object, kind: str, and_: str) -> bool:
    """Whether a variable's value calls for the plural (CSL 1.0.2, "Label").

    ``kind`` is the variable's name, or a locator's kind; ``and_`` the locale's word.
    """
    text = without_label(name, value)
    if name in _COUNTS:
        return (text.isdigit() and int(text) > 1) or is_plural(text, "", and_)
    return is_plural(text, kind, and_)
