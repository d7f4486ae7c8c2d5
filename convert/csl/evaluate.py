"""One cite or one entry: run the layout's closures over an item."""

from __future__ import annotations

from .context import NO_CITE, Cite, Context, Render
from .registry import Registry
from .rich_text.capitalize import capitalized
from .rich_text.tree import Out, Run, find


def evaluate(parts: list[Render], ctx: Context) -> list[Out]:
    """Return what each part gives, the empty ones left out."""
    return [out for part in parts if (out := part(ctx))]


def cite_context(registry: Registry, cite: Cite) -> Context:
    """Return the context of a cite in the citation area."""
    item = registry.items[cite.id]
    ctx = Context(item, cite, registry.numbers.get(cite.id, 0))
    registry.prepare(ctx)
    ctx.dis = registry.disambiguations.get(cite.id)
    return ctx


def cite_out(registry: Registry, cite: Cite, hide: str = "") -> Out:
    """Return a cite's output without its own affixes."""
    ctx = cite_context(registry, cite)
    ctx.hide = hide
    outs = evaluate(registry.citation_layouts.parts(ctx.item), ctx)
    return _whole(outs)


def entry_outs(registry: Registry, id_: str, hide: str = "") -> list[Out]:
    """Return the pieces of a bibliography entry, one for each element of the layout."""
    ctx = Context(registry.items[id_], NO_CITE, registry.numbers.get(id_, 0))
    registry.prepare(ctx)
    ctx.dis = registry.disambiguations.get(id_)
    ctx.hide = hide
    outs = evaluate(registry.bibliography_layouts.parts(ctx.item), ctx)
    # A term that starts the entry, its number aside, gets a capital.
    at = 1 if registry.numbered and outs and find(outs[0], "number") is not None else 0
    if at < len(outs):
        outs[at] = capitalized(outs[at])
    return outs


def _whole(outs: list[Out]) -> Out:
    if not outs:
        return ""
    return outs[0] if len(outs) == 1 else Run(outs)
