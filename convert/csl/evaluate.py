"""Render one cite or one bibliography entry by the closures of its layout."""

from __future__ import annotations

from .context import NO_CITE, Cite, Context, Render
from .registry import Registry
from .rich_text.capitalize import capitalized
from .rich_text.tree import Out, Run, find


def evaluate(parts: list[Render], ctx: Context) -> list[Out]:
    """Return what the parts of a layout render, empty output left out."""
    return [out for part in parts if (out := part(ctx))]


def cite_out(registry: Registry, cite: Cite, hide: str = "") -> Out:
    """Return a cite without its own affixes; ``hide`` is as in ``Context``."""
    ctx = _context(registry, cite.id, cite, hide)
    outs = evaluate(registry.citation_layouts.parts(ctx.item), ctx)
    if len(outs) < 2:
        return outs[0] if outs else ""
    return Run(outs)


def entry_outs(registry: Registry, id_: str, hide: str = "") -> list[Out]:
    """Return a bibliography entry: the output of each element of the layout."""
    ctx = _context(registry, id_, NO_CITE, hide)
    outs = evaluate(registry.bibliography_layouts.parts(ctx.item), ctx)
    # A term at the start of an entry, after its number, gets a capital.
    start = 1 if registry.numbered and outs and find(outs[0], "number") is not None else 0
    if start < len(outs):
        outs[start] = capitalized(outs[start])
    return outs


def _context(registry: Registry, id_: str, cite: Cite, hide: str) -> Context:
    ctx = Context(registry.items[id_], cite, registry.numbers.get(id_, 0))
    registry.prepare(ctx)
    ctx.disambiguation = registry.disambiguations.get(id_)
    ctx.hide = hide
    return ctx
