"""cs:group: elements with a delimiter between them, hidden if all their variables are empty."""

from __future__ import annotations

from ..attributes import ELEMENTS, decorated
from ..context import Render
from ..environment import Env, empty_variable, nothing
from ..variables import hide_if_empty
from ..xml import Element


def compile_group(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:group``."""
    delimiter = node.get("delimiter")
    parts = env.compile_within(node.children, delimiter)
    uses_empty = empty_variable in parts
    parts = [part for part in parts if part is not empty_variable]
    if not parts:
        return empty_variable if uses_empty else nothing
    if uses_empty and env.constants.keys() >= set(parts):
        return empty_variable  # only terms and an empty variable
    body = hide_if_empty(parts, env, delimiter, uses_empty=uses_empty)
    return decorated(body, node.attrs, env, ELEMENTS)
