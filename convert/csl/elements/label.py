"""cs:label: a variable's term, singular or plural as its content is."""

from __future__ import annotations

from typing import Any

from ..context import Context, Env, Render, finisher, nothing
from ..rich_text.parse import rich
from ..rich_text.text_case import cased
from ..rich_text.tree import Out
from ..specialize import lacks
from ..xml import Element
from .number import is_numeric, is_plural, unlabelled
from .text import value_of, without_periods

_COUNTS = frozenset({"number-of-pages", "number-of-volumes"})


def plural_of(name: str, value: Any, kind: str) -> bool:
    """Whether a variable's content calls for its term's plural (CSL 1.0.2, "Label").

    ``kind`` is the variable's name, or a locator's kind.
    """
    text = unlabelled(name, value)
    if name in _COUNTS:
        return (text.isdigit() and int(text) > 1) or is_plural(text)
    return is_plural(text, kind)


def compile_label(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:label`` for a number, page or locator."""
    name, form = node.get("variable"), node.get("form", "long")
    if lacks(env, name):
        return nothing
    plural, case = node.get("plural", "contextual"), node.get("text-case")
    strip = node.get("strip-periods") == "true"
    finish = finisher(node.attrs)

    def render(ctx: Context) -> Out:
        value = value_of(ctx, name)
        if value is None or value == "":
            return ""
        term = (ctx.cite.label or "page") if name == "locator" else name
        many = plural == "always" or (plural == "contextual" and plural_of(name, value, term))
        text = locator_term(env, term, form, many)
        out: Out = rich(text) if "'" in text else text
        if not out:
            return ""
        if strip:
            out = without_periods(out)
        if case:
            out = cased(out, case, env.own_language)
        return finish(out) if finish else out

    return render


def locator_term(env: Env, term: str, form: str, many: bool) -> str:
    """Return the term of a locator's kind; ``sub verbo`` is spelled both ways."""
    text = env.locale.term(term, form, many)
    if not text and "-" in term:
        text = env.locale.term(term.replace("-", " "), form, many)
    elif not text and " " in term:
        text = env.locale.term(term.replace(" ", "-"), form, many)
    return text


__all__ = ["compile_label", "is_numeric", "plural_of"]
