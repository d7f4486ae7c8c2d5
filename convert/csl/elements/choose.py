"""cs:choose: conditions compiled to predicates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..context import (
    FIRST,
    IBID,
    IBID_WITH_LOCATOR,
    SUBSEQUENT,
    Context,
    Env,
    Render,
    nothing,
    sequence,
)
from ..dates.date_parts import is_uncertain
from ..rich_text.tree import Out
from ..specialize import has, lacks
from ..xml import Element
from .number import is_numeric, unlabelled
from .text import DERIVED, has_value, value_of

Test: TypeAlias = Callable[[Context], bool]
Verdict: TypeAlias = Test | bool  # a test, or what it is known to say


def compile_choose(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:choose``: the first branch whose condition holds."""
    branches: list[tuple[Test, Render]] = []
    for child in node.children:
        holds = True if child.tag == "else" else _condition(child, env)
        if holds is False:
            continue
        # CSL 1.0.2, "Choose": the nearest delimiter is applied within the output of cs:choose.
        parts = sequence(env.compile_all(child.children), env.delimiter)
        if holds is True:
            return _chosen(branches, parts, env)
        branches.append((holds, parts))
    return _chosen(branches, nothing, env)


def _chosen(branches: list[tuple[Test, Render]], otherwise: Render, env: Env) -> Render:
    """Return the closure that tries ``branches``, those known not to hold left out."""
    while branches and branches[-1][1] is otherwise is nothing:
        branches.pop()  # it prints as little as what would come next
    if not branches:
        return otherwise

    def render(ctx: Context) -> Out:
        for holds, parts in branches:
            if holds(ctx):
                return parts(ctx)
        return otherwise(ctx)

    closed = env.closed.issuperset([otherwise, *(parts for _, parts in branches)])
    return env.close(render) if closed else render


def _condition(node: Element, env: Env) -> Verdict:
    match = node.get("match", "all")
    verdicts = [
        make(value, env) for name, make in _TESTS.items() for value in node.get(name).split()
    ]
    types = frozenset(node.get("type").split())
    if types:  # an item has one type: several of them are a choice, whatever ``match`` says
        verdicts.insert(0, _types(types, env))
    tests = [verdict for verdict in verdicts if not isinstance(verdict, bool)]
    if match == "all":
        return False if False in verdicts else _all(tests) if tests else True
    found: Verdict = True if True in verdicts else _any(tests) if tests else False
    if match == "any":
        return found
    return not found if isinstance(found, bool) else _none(found)


def _types(types: frozenset[str], env: Env) -> Verdict:
    if env.shape is not None:
        return env.shape.type in types
    return lambda ctx: ctx.item.get("type") in types


def _any(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110  # a loop is twice as fast as any()
            if test(ctx):
                return True
        return False

    return holds


def _none(holds: Test) -> Test:
    return lambda ctx: not holds(ctx)


def _all(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110  # a loop is twice as fast as all()
            if not test(ctx):
                return False
        return True

    return holds


def _variable(value: str, env: Env) -> Verdict:
    if lacks(env, value) or has(env, value):
        return has(env, value)
    if value in DERIVED:
        return lambda ctx: has_value(ctx, value)

    def holds(ctx: Context) -> bool:
        found = ctx.item.get(value)
        if type(found) is dict:
            return has_value(ctx, value)
        return bool(found) or found == 0

    return holds


def _numeric(value: str, env: Env) -> Verdict:
    if lacks(env, value):
        return False

    def holds(ctx: Context) -> bool:
        found = value_of(ctx, value)
        return found is not None and is_numeric(unlabelled(value, found))

    return holds


def _uncertain(value: str, env: Env) -> Verdict:
    return False if lacks(env, value) else lambda ctx: is_uncertain(ctx.item.get(value))


def _locator(value: str, env: Env) -> Verdict:
    if lacks(env, "locator"):
        return False
    wanted = {"sub-verbo": "sub verbo"}.get(value, value)
    return lambda ctx: (
        bool(ctx.cite.locator)
        and ((ctx.cite.label or "page").replace("sub-verbo", "sub verbo") == wanted)
    )


_POSITIONS = {
    "first": (FIRST,),
    "subsequent": (SUBSEQUENT, IBID, IBID_WITH_LOCATOR),
    "ibid": (IBID, IBID_WITH_LOCATOR),
    "ibid-with-locator": (IBID_WITH_LOCATOR,),
}


def _position(value: str, env: Env) -> Verdict:
    if env.area == "bibliography":
        return False
    if value == "near-note":
        return lambda ctx: ctx.cite.near_note
    accepted = _POSITIONS.get(value, ())
    return lambda ctx: ctx.cite.position in accepted


def _disambiguate(value: str, _env: Env) -> Verdict:
    wanted = value == "true"

    def holds(ctx: Context) -> bool:
        # Conditions come true one after the other, as far as it takes to tell cites apart.
        ctx.conditions += 1
        return (ctx.dis is not None and ctx.conditions <= ctx.dis.flag) == wanted

    return holds


_TESTS: dict[str, Callable[[str, Env], Verdict]] = {
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
