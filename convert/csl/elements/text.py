"""cs:text: a variable, macro, term or value."""

from __future__ import annotations

from ..attributes import ELEMENTS, IDENTIFIER, ITEM_TEXT, OWN_WORDS, decorated
from ..context import Render
from ..environment import Env
from ..rich_text.parse import rich
from ..rich_text.tree import Run
from ..variables import hide_if_empty
from ..xml import Element
from .text_variable import compile_variable

_IDENTIFIERS = frozenset({"DOI", "URL", "locator"})


def compile_text(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:text``."""
    if "macro" in node.attrs:
        render = hide_if_empty(env.macro(node.get("macro")), env)
        return decorated(render, node.attrs, env, ELEMENTS)
    if "term" in node.attrs:
        return decorated(_term(node, env), node.attrs, env, OWN_WORDS)
    if "value" in node.attrs:
        return decorated(env.constant(rich(node.get("value"))), node.attrs, env, OWN_WORDS)
    content = IDENTIFIER if node.get("variable") in _IDENTIFIERS else ITEM_TEXT
    return decorated(compile_variable(node, env), node.attrs, env, content)


def _term(node: Element, env: Env) -> Render:
    many = node.get("plural") == "true"
    out = rich(env.locale.term(node.get("term"), node.get("form", "long"), many))
    starts_sentence = env.area == "bibliography" or env.style.klass == "note"
    if out and starts_sentence and "text-case" not in node.attrs:
        out = Run([out], (), "term")  # a capital if it comes first
    return env.constant(out)
