"""cs:group, which vanishes with its terms when all variables it calls are empty."""

from __future__ import annotations

from collections.abc import Callable

from ..context import Context, Env, Render, absent, finisher, nothing
from ..punctuation.join import joiner
from ..rich_text.tree import Out
from ..xml import Element


def compile_group(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:group``."""
    delimiter = node.get("delimiter")
    parts = env.compile_within(node.children, delimiter)
    calls = absent in parts
    parts = [part for part in parts if part is not absent]
    if not parts:
        return absent if calls else nothing
    if calls and env.constants.keys() >= set(parts):
        return absent  # terms alone, and a variable without a value
    finish, join = finisher(node.attrs), joiner(delimiter)
    if len(parts) == 1 and parts[0] in env.closed:
        return env.close(_lone(parts[0], finish, calls))

    def render(ctx: Context) -> Out:
        called, got = ctx.called, ctx.got
        ctx.called, ctx.got = calls, False
        outs = [out for part in parts if (out := part(ctx))]
        if ctx.called and not ctx.got:
            outs = []
        ctx.called = called or ctx.called
        ctx.got = got or ctx.got
        if not outs:
            return ""
        ctx.got = True  # a group with something in it counts as a variable with a value
        out = join(outs)
        return finish(out) if finish else out

    return env.close(render)


def _lone(part: Render, finish: Callable[[Out], Out] | None, calls: bool) -> Render:
    """Return the closure of a group of one part that keeps the group's rule itself."""
    if finish is None and not calls:
        return part

    def render(ctx: Context) -> Out:
        if calls:
            ctx.called = True
        out = part(ctx)
        return finish(out) if finish and out else out

    return render
