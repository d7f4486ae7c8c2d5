"""cs:choose: conditions compiled to predicates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from convert.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context, Env, Render
from convert.csl.date import is_uncertain
from convert.csl.number import is_numeric
from convert.csl.tree import Out
from convert.csl.variable import has_value, value_of
from convert.csl.xml import Element

Test: TypeAlias = Callable[[Context], bool]


def compile_choose(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:choose``: the first branch whose condition holds."""
    branches = [_branch(child, env) for child in node.children]

    def render(ctx: Context) -> Out:
        for holds, parts in branches:
            if holds is None or holds(ctx):
                return parts(ctx)
        return ""

    return render


def _branch(node: Element, env: Env) -> tuple[Test | None, Render]:
    from convert.csl.context import sequence

    # CSL 1.0.2, "Choose": the nearest delimiter is applied within the output of cs:choose.
    parts = sequence(env.compile_all(node.children), env.delimiter)
    if node.tag == "else":
        return None, parts
    return _condition(node, env), parts


def _condition(node: Element, env: Env) -> Test:
    tests = [
        make(value, env)
        for name, make in _TESTS.items()
        for value in node.get(name).split()
    ]
    match = node.get("match", "all")
    if len(tests) == 1 and match != "none":
        return tests[0]
    if match == "any":
        return lambda ctx: any(test(ctx) for test in tests)
    if match == "none":
        return lambda ctx: not any(test(ctx) for test in tests)
    return lambda ctx: all(test(ctx) for test in tests)


def _type(value: str, _env: Env) -> Test:
    return lambda ctx: ctx.item.get("type") == value


def _variable(value: str, _env: Env) -> Test:
    return lambda ctx: has_value(ctx, value)


def _numeric(value: str, _env: Env) -> Test:
    return lambda ctx: is_numeric(value_of(ctx, value))


def _uncertain(value: str, _env: Env) -> Test:
    return lambda ctx: is_uncertain(ctx.item.get(value))


def _locator(value: str, _env: Env) -> Test:
    wanted = {"sub-verbo": "sub verbo"}.get(value, value)
    return lambda ctx: bool(ctx.cite.locator) and (
        (ctx.cite.label or "page").replace("sub-verbo", "sub verbo") == wanted
    )


_POSITIONS = {
    "first": (FIRST,),
    "subsequent": (SUBSEQUENT, IBID, IBID_WITH_LOCATOR),
    "ibid": (IBID, IBID_WITH_LOCATOR),
    "ibid-with-locator": (IBID_WITH_LOCATOR,),
}


def _position(value: str, env: Env) -> Test:
    if env.area == "bibliography":
        return lambda _ctx: False
    if value == "near-note":
        return lambda ctx: ctx.cite.near_note
    accepted = _POSITIONS.get(value, ())
    return lambda ctx: ctx.cite.position in accepted


def _disambiguate(value: str, _env: Env) -> Test:
    wanted = value == "true"

    def holds(ctx: Context) -> bool:
        # Conditions come true one after the other, as far as it takes to tell cites apart.
        ctx.conditions += 1
        return (ctx.dis is not None and ctx.conditions <= ctx.dis.flag) == wanted

    return holds


_TESTS: dict[str, Callable[[str, Env], Test]] = {
    "type": _type,
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}
