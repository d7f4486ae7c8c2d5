"""A citation: its cites sorted, grouped, collapsed, joined, and put in the layout's affixes."""

from __future__ import annotations

from ...model.rich_text import Text
from ..attributes import format_kinds
from ..bibliography import NO_FORM
from ..context import Cite
from ..evaluate import cite_out
from ..numbers.locator import split_label
from ..punctuation.resolve import settle
from ..registry import Registry
from ..rich_text.capitalize import capitalized
from ..rich_text.parse import rich
from ..rich_text.tree import Out, Run, find, text_of
from .collapse import Collapse, Made, affixed, names_of
from .position import Cluster

_ENDS = tuple(".:;!?")


class Citations:
    """Formats the clusters of one document."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        env = registry.citation
        root = env.style.citation
        layout = root.child("layout") if root else None
        self.attrs = layout.attrs if layout else {}
        self.kinds = format_kinds(self.attrs)
        self.suffix = self.attrs.get("suffix", "")
        if self.suffix[:1] in _ENDS:
            self.suffix = self.suffix[:1]  # no blank after a citation's full stop
        self.collapse = Collapse(env, self.attrs.get("delimiter", ""))
        self.note = env.style.klass == "note"
        # A document's cites of the same names are brought together where the style sorts them.
        self.together = bool(registry.citation_keys)

    def format(self, cluster: Cluster) -> Text:
        """Return the settled text of a citation whose positions are known."""
        marks = self.registry.citation.marks
        if cluster.mode == "composite":
            return settle(self._composite(cluster), marks)
        return settle(self._whole(cluster), marks)

    def _composite(self, cluster: Cluster) -> Out:
        """Put the author in the sentence, then the rest as a citation."""
        if not cluster.cites:
            return ""
        first = cluster.cites[0].replace(author_only=True, prefix="", suffix="", locator="")
        author = self._author(first)
        rest = cluster.cites[0].replace(suppress_author=True)
        whole = cluster.replace(cites=(rest, *cluster.cites[1:]), mode="")
        if not author:
            return self._whole(whole)
        if len(whole.cites) == 1 and not cite_out(self.registry, rest, "names"):
            return author  # there is nothing else to say
        body = self._whole(whole)
        gap = cluster.infix if cluster.infix else " "
        gap = gap if gap[:1].isspace() or gap[:1] in ",;:.'’" else f" {gap}"
        gap = gap if gap[-1:].isspace() else f"{gap} "
        return Run([author, rich(gap), body])

    def _author(self, cite: Cite) -> Out:
        """Return a cite's names, or what a macro has in their place."""
        out = cite_out(self.registry, cite)
        names = find(out, "names") or find(out, "instead")
        return names if names is not None else ""

    def _whole(self, cluster: Cluster) -> Out:
        cites = self.arranged(_moded(cluster))
        alone = next((cite for cite in cites if cite.author_only), None)
        if alone is not None:
            author = self._author(alone)
            return affixed(Made(alone, author, "")) if author else NO_FORM
        body = self.collapse.join(self._made(cites), self._again)
        return self._dressed(body or NO_FORM)

    def arranged(self, cites: list[Cite]) -> list[Cite]:
        """Return the cites of one citation in the order that the style asks for."""
        registry = self.registry
        keys = registry.citation_keys
        if len(cites) < 2 or not keys:
            return cites
        entries = [
            (registry.items[cite.id], cite, registry.numbers.get(cite.id, 0)) for cite in cites
        ]
        return [cites[at] for at in registry.arrange(keys, entries)]

    def _made(self, cites: list[Cite]) -> list[Made]:
        made = []
        for at, cite in enumerate(cites):
            if cite.locator:
                label, locator = split_label(cite.locator, cite.label)
                cite = cite.replace(label=label, locator=locator)  # noqa: PLW2901  # as read
            out = cite_out(self.registry, cite, "names" if cite.suppress_author else "")
            if not out and not at and not cite.prefix:
                out = NO_FORM  # the reader looks in vain for what the citation starts with
            starts = self.note and (not at or cite.prefix) and _opens(cite.prefix)
            made.append(Made(cite, capitalized(out) if starts else out, self._names(cite, out)))
        return self.collapse.grouped(made) if self.together else made

    def _names(self, cite: Cite, out: Out) -> str:
        """Return a cite's names, also where they are suppressed: they tell its group."""
        if cite.suppress_author:
            out = cite_out(self.registry, cite.replace(suppress_author=False))
        return names_of(out)

    def _again(self, made: Made, hide: str) -> Out:
        """Return a cite without its names, for those that follow in a collapsed group."""
        return cite_out(self.registry, made.cite, hide)

    def _dressed(self, body: Out) -> Out:
        return Run([self.attrs.get("prefix", ""), body, self.suffix], self.kinds)


def _moded(cluster: Cluster) -> list[Cite]:
    """Apply the mode to the first cite: the sentence names its authors, or they stand in it."""
    if not cluster.cites:
        return []
    first, *others = cluster.cites
    if cluster.mode == "author-only":
        first = first.replace(author_only=True)
    elif cluster.mode == "suppress-author":
        first = first.replace(suppress_author=True)
    return [first, *others]


def _opens(prefix: str) -> bool:
    """Whether what follows a cite's prefix starts a sentence."""
    text = prefix.strip()
    return not text or (" " in text and text.rstrip("\"'”’»)")[-1:] in (".", "!", "?"))


__all__ = ["Citations", "Cluster", "text_of"]
