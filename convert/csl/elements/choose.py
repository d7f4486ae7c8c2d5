"""cs:choose: the first branch whose conditions hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context, Render
from ..dates.date_parts import is_uncertain
from ..environment import Env, nothing, sequence
from ..numbers.locator import without_label
from ..numbers.numeric import is_numeric
from ..rich_text.tree import Out
from ..variables import DERIVED, has_value, value_of
from ..xml import Element

Test: TypeAlias = Callable[[Context], bool]
Condition: TypeAlias = Test | bool  # a bool where the answer is known for all items


def compile_choose(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:choose``."""
    branches: list[tuple[Test, Render]] = []
    for child in node.children:
        holds = True if child.tag == "else" else _condition(child, env)
        if holds is False:
            continue
        # CSL 1.0.2, "Choose": the nearest delimiter is applied within the output of cs:choose.
        body = sequence(env.compile_all(child.children), env.delimiter)
        if holds is True:
            return _first_branch(branches, body, env)
        branches.append((holds, body))
    return _first_branch(branches, nothing, env)


def _first_branch(branches: list[tuple[Test, Render]], otherwise: Render, env: Env) -> Render:
    """Return the closure that renders the first of ``branches`` that holds, or ``otherwise``."""
    while branches and branches[-1][1] is otherwise is nothing:
        branches.pop()
    if not branches:
        return otherwise

    def render(ctx: Context) -> Out:
        for holds, body in branches:
            if holds(ctx):
                return body(ctx)
        return otherwise(ctx)

    bodies = [otherwise, *(body for _, body in branches)]
    return env.hides_itself(render) if env.self_hiding.issuperset(bodies) else render


def _condition(node: Element, env: Env) -> Condition:
    """Return the condition of a ``cs:if`` or ``cs:else-if``."""
    conditions = _conditions(node, env)
    match = node.get("match", "all")
    if match == "all":
        return _all(conditions)
    return _any(conditions) if match == "any" else _not(_any(conditions))


def _conditions(node: Element, env: Env) -> list[Condition]:
    """Return one condition for each value that an element tests."""
    conditions = [
        make(value, env) for name, make in _CONDITIONS.items() for value in node.get(name).split()
    ]
    types = frozenset(node.get("type").split())
    # An item has one type: several of them are alternatives, whatever ``match`` says.
    return [_type(types, env), *conditions] if types else conditions


def _all(conditions: list[Condition]) -> Condition:
    if False in conditions:
        return False
    tests = [test for test in conditions if not isinstance(test, bool)]
    if len(tests) < 2:
        return tests[0] if tests else True

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110  # a loop is twice as fast as all()
            if not test(ctx):
                return False
        return True

    return holds


def _any(conditions: list[Condition]) -> Condition:
    if True in conditions:
        return True
    tests = [test for test in conditions if not isinstance(test, bool)]
    if len(tests) < 2:
        return tests[0] if tests else False

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110  # a loop is twice as fast as any()
            if test(ctx):
                return True
        return False

    return holds


def _not(condition: Condition) -> Condition:
    if isinstance(condition, bool):
        return not condition
    return lambda ctx: not condition(ctx)


def _type(types: frozenset[str], env: Env) -> Condition:
    if env.shape is not None:
        return env.shape.type in types
    return lambda ctx: ctx.item.get("type") in types


def _variable(name: str, env: Env) -> Condition:
    if env.has(name) or env.lacks(name):
        return env.has(name)
    # Any item can have a label made for it: a condition asks for one of its own.
    if name in DERIVED and name != "citation-label":
        return lambda ctx: has_value(ctx, name)

    def holds(ctx: Context) -> bool:
        value = ctx.item.get(name)
        if type(value) is dict:
            return has_value(ctx, name)
        return bool(value) or value == 0

    return holds


def _numeric(name: str, env: Env) -> Condition:
    if env.lacks(name):
        return False

    def holds(ctx: Context) -> bool:
        value = value_of(ctx, name)
        return value is not None and is_numeric(without_label(name, value))

    return holds


def _uncertain_date(name: str, env: Env) -> Condition:
    return False if env.lacks(name) else lambda ctx: is_uncertain(ctx.item.get(name))


def _locator(kind: str, env: Env) -> Condition:
    if env.lacks("locator"):
        return False
    kind = _unhyphened(kind)
    return lambda ctx: bool(ctx.cite.locator) and _unhyphened(ctx.cite.label or "page") == kind


def _unhyphened(kind: str) -> str:
    """Return a locator's kind in the one spelling of ``sub verbo``."""
    return "sub verbo" if kind == "sub-verbo" else kind


_POSITIONS = {
    "first": (FIRST,),
    "subsequent": (SUBSEQUENT, IBID, IBID_WITH_LOCATOR),
    "ibid": (IBID, IBID_WITH_LOCATOR),
    "ibid-with-locator": (IBID_WITH_LOCATOR,),
}


def _position(position: str, env: Env) -> Condition:
    if env.area == "bibliography":
        return False
    if position == "near-note":
        return lambda ctx: ctx.cite.near_note
    accepted = _POSITIONS.get(position, ())
    return lambda ctx: ctx.cite.position in accepted


def _disambiguate(value: str, _env: Env) -> Condition:
    expected = value == "true"

    def holds(ctx: Context) -> bool:
        # Conditions come true one after the other, as many as it takes to tell cites apart.
        ctx.conditions += 1
        disambiguation = ctx.disambiguation
        flag = disambiguation.flag if disambiguation else 0
        return (ctx.conditions <= flag) == expected

    return holds


_CONDITIONS: dict[str, Callable[[str, Env], Condition]] = {
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain_date,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
