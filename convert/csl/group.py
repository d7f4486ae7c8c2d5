"""cs:group, which vanishes with its terms when all variables it calls are empty."""

from __future__ import annotations

from convert.csl.context import Context, Env, Render, absent, finisher, nothing
from convert.csl.tree import Out, join
from convert.csl.xml import Element


def compile_group(node: Element, env: Env) -> Render:
    """Return the closure of a ``cs:group``."""
    delimiter = node.get("delimiter")
    parts = env.compile_within(node.children, delimiter)
    if parts in ([], [absent]):
        return parts[0] if parts else nothing
    finish = finisher(node.attrs)

    def render(ctx: Context) -> Out:
        called, got = ctx.called, ctx.got
        ctx.called = ctx.got = False
        outs = [out for part in parts if (out := part(ctx))]
        if ctx.called and not ctx.got:
            outs = []
        ctx.called = called or ctx.called
        ctx.got = got or ctx.got
        if not outs:
            return ""
        ctx.got = True  # a group with something in it counts as a variable with a value
        out = join(outs, delimiter)
        return finish(out) if finish else out

    return render
