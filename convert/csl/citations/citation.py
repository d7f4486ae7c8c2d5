"""Format a citation: its cites sorted, grouped, collapsed, joined, with the layout's affixes."""

from __future__ import annotations

from ...model.rich_text import Text
from ..attributes import format_kinds
from ..bibliography import NO_FORM
from ..context import Cite
from ..evaluate import cite_out
from ..numbers.locator import split_label
from ..punctuation.resolve import resolve_text
from ..registry import Registry, is_sorted_by_number
from ..rich_text.capitalize import capitalized
from ..rich_text.parse import rich
from ..rich_text.tree import Out, Run, find
from .collapse import CiteJoiner
from .position import Cluster
from .rendered_cite import RenderedCite, names_of

_SENTENCE_ENDS = (".", "!", "?")
_CLOSING_MARKS = "\"'”’»)"
_SUFFIX_ALONE = tuple(".:;!?")
_NO_SPACE_BEFORE = ",;:.'’"  # an infix that starts so follows the author directly


class CitationFormatter:
    """Formats the citations of one document."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        env = registry.citation
        area = env.style.citation
        layout = area.child("layout") if area else None
        attrs = layout.attrs if layout else {}
        self.prefix, self.suffix = attrs.get("prefix", ""), attrs.get("suffix", "")
        if self.suffix[:1] in _SUFFIX_ALONE:
            self.suffix = self.suffix[:1]  # no space after a citation's full stop
        self.kinds = format_kinds(attrs)
        self.joiner = CiteJoiner(env, attrs.get("delimiter", ""))
        self.is_note_style = env.style.klass == "note"

    def format(self, cluster: Cluster) -> Text:
        """Return the rich text of a citation whose positions are known."""
        composite = cluster.mode == "composite"
        out = self._composite(cluster) if composite else self._citation(cluster)
        return resolve_text(out, self.registry.citation.marks)

    def sort(self, cites: list[Cite]) -> list[Cite]:
        """Return the cites of one citation in the order that the style asks for."""
        registry = self.registry
        keys = registry.citation_keys
        if len(cites) < 2 or not keys:
            return cites
        if is_sorted_by_number(keys) and not registry.numbers:
            return cites  # their order gives them their numbers
        entries = [
            (registry.items[cite.id], cite, registry.numbers.get(cite.id, 0)) for cite in cites
        ]
        return [cites[index] for index in registry.sorted_indexes(keys, entries)]

    def _composite(self, cluster: Cluster) -> Out:
        """Return the authors for the sentence, then the rest as a citation."""
        if not cluster.cites:
            return ""
        first, *others = cluster.cites
        authors = self._authors(first.replace(author_only=True, prefix="", suffix="", locator=""))
        first = first.replace(suppress_author=True)
        citation = cluster.replace(cites=(first, *others), mode="")
        if not authors:
            return self._citation(citation)
        if not others and not cite_out(self.registry, first, "names"):
            return authors  # there is nothing else to print
        return Run([authors, rich(_infix(cluster)), self._citation(citation)])

    def _authors(self, cite: Cite) -> Out:
        """Return a cite's names, or what a macro prints instead of them."""
        out = cite_out(self.registry, cite)
        return find(out, "names") or find(out, "instead") or ""

    def _citation(self, cluster: Cluster) -> Out:
        cites = self.sort(_apply_mode(cluster))
        author_only = next((cite for cite in cites if cite.author_only), None)
        if author_only is not None:
            authors = self._authors(author_only)
            return RenderedCite(author_only, authors, "").with_affixes() if authors else NO_FORM
        body = self.joiner.join(self._render_all(cites), self._rerender)
        return Run([self.prefix, body or NO_FORM, self.suffix], self.kinds)

    def _render_all(self, cites: list[Cite]) -> list[RenderedCite]:
        rendered = [self._render(cite, is_first=not at) for at, cite in enumerate(cites)]
        # Cites of the same authors are brought together where the style sorts cites.
        return self.joiner.group(rendered) if self.registry.citation_keys else rendered

    def _render(self, cite: Cite, *, is_first: bool) -> RenderedCite:
        if cite.locator:
            label, locator = split_label(cite.locator, cite.label)
            cite = cite.replace(label=label, locator=locator)
        out = cite_out(self.registry, cite, "names" if cite.suppress_author else "")
        if is_first and not out and not cite.prefix:
            out = NO_FORM  # a reader would look in vain for what the citation starts with
        names = self._names(cite, out)
        if self.is_note_style and (is_first or cite.prefix) and _starts_sentence(cite.prefix):
            out = capitalized(out)
        return RenderedCite(cite, out, names)

    def _names(self, cite: Cite, out: Out) -> str:
        """Return a cite's names, also if they are suppressed: they decide on its group."""
        if cite.suppress_author:
            out = cite_out(self.registry, cite.replace(suppress_author=False))
        return names_of(out)

    def _rerender(self, rendered: RenderedCite, hide: str) -> Out:
        """Return a cite without the parts in ``hide``, as collapsing needs it."""
        return cite_out(self.registry, rendered.cite, hide)


def _infix(cluster: Cluster) -> str:
    """Return what stands between the halves of a composite citation, with spaces."""
    infix = cluster.infix or " "
    if not infix[:1].isspace() and infix[:1] not in _NO_SPACE_BEFORE:
        infix = f" {infix}"
    return infix if infix[-1:].isspace() else f"{infix} "


def _apply_mode(cluster: Cluster) -> list[Cite]:
    """Return the cites, the first with authors only or without them if the mode says so."""
    if not cluster.cites:
        return []
    first, *others = cluster.cites
    if cluster.mode == "author-only":
        first = first.replace(author_only=True)
    elif cluster.mode == "suppress-author":
        first = first.replace(suppress_author=True)
    return [first, *others]


def _starts_sentence(prefix: str) -> bool:
    """Whether a cite after this prefix starts a sentence."""
    text = prefix.strip()
    return not text or (" " in text and text.rstrip(_CLOSING_MARKS)[-1:] in _SENTENCE_ENDS)
