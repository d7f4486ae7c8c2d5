"""cs:choose: conditions compiled to predicates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from convert.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context, Env, Render
from convert.csl.date import is_uncertain
from convert.csl.number import is_numeric
from convert.csl.tree import Out
from convert.csl.variable import DERIVED, has_value, value_of
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
    match = node.get("match", "all")
    tests = [
        make(value, env)
        for name, make in _TESTS.items()
        for value in node.get(name).split()
        if not (name == "type" and match != "all")
    ]
    types = frozenset(node.get("type").split())
    if types and match != "all":
        tests.insert(0, lambda ctx: ctx.item.get("type") in types)
    if match == "any":
        return tests[0] if len(tests) == 1 else _any(tests)
    if match == "none":
        return _none(tests)
    return tests[0] if len(tests) == 1 else _all(tests)


def _any(tests: list[Test]) -> Test:
    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110  # a loop is twice as fast as any()
            if test(ctx):
                return True
        return False

    return holds


def _none(tests: list[Test]) -> Test:
    holds = tests[0] if len(tests) == 1 else _any(tests)
    return lambda ctx: not holds(ctx)


def _all(tests: list[Test]) -> Test:
    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110  # a loop is twice as fast as all()
            if not test(ctx):
                return False
        return True

    return holds


def _type(value: str, _env: Env) -> Test:
    return lambda ctx: ctx.item.get("type") == value


def _variable(value: str, _env: Env) -> Test:
    if value in DERIVED:
        return lambda ctx: has_value(ctx, value)

    def holds(ctx: Context) -> bool:
        found = ctx.item.get(value)
        if type(found) is dict:
            return has_value(ctx, value)
        return bool(found) or found == 0

    return holds


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
