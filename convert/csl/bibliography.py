"""The bibliography: entries in order, repeated authors replaced, the second field aligned."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ..base.frozen import Frozen
from ..model.rich_text import BLOCKS, Span, Text, plain
from .attributes import format_kinds
from .environment import Env
from .evaluate import entry_outs
from .punctuation.resolve import resolve_text
from .registry import Registry
from .rich_text.tree import Out, Run
from .subsequent_author import SubsequentAuthorSubstitute

NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


class BibliographyEntry(Frozen):
    """One entry: the ids of its items, its text, and its number."""

    ids: tuple[str, ...]
    text: Text
    number: int = 0

    def __init__(self, ids: tuple[str, ...], text: Text, number: int = 0) -> None:
        # There are many entries: setting the attributes directly is quicker than Frozen's way.
        attributes = self.__dict__
        attributes["ids"], attributes["text"], attributes["number"] = ids, text, number


class Bibliography(Frozen):
    """All entries, and the layout that the style asks for (CSL 1.0.2, "Whitespace")."""

    entries: tuple[BibliographyEntry, ...]
    second_field_align: str = ""
    hanging_indent: bool = False
    line_spacing: int = 1
    entry_spacing: int = 1
    max_offset: int = 0
    language: str = ""  # of the style's own words (BCP 47)


def make_bibliography(registry: Registry, ids: Iterable[str] | None = None) -> Bibliography:
    """Return the entries of the registered items, or of those among ``ids``."""
    env = registry.bibliography
    entries = tuple(_entries(registry, registry.order if ids is None else _among(registry, ids)))
    options = env.options
    align = options.get("second-field-align", "")
    return Bibliography(
        entries,
        second_field_align=align,
        hanging_indent=options.get("hanging-indent") == "true",
        line_spacing=int(options.get("line-spacing", "1")),
        entry_spacing=int(options.get("entry-spacing", "1")),
        max_offset=max((len(plain(entry.text[:1])) for entry in entries), default=0)
        if align
        else 0,
        language=registry.locale.lang,
    )


def _among(registry: Registry, ids: Iterable[str]) -> list[str]:
    """Return those of ``ids`` that are registered, in the bibliography's order."""
    wanted = {str(id_) for id_ in ids}
    return [id_ for id_ in registry.order if id_ in wanted]


def _entries(registry: Registry, ids: list[str]) -> Iterable[BibliographyEntry]:
    """Yield the entries of ``ids``, without those for which the style prints nothing."""
    env = registry.bibliography
    substitute = SubsequentAuthorSubstitute(env)
    layout = _Layout(env)
    for id_ in ids:
        outs = entry_outs(registry, id_)
        if substitute.text is not None:
            outs = substitute.apply(outs, partial(entry_outs, registry, id_, "names"))
        number = registry.numbers.get(id_, 0)
        if outs:
            text = strip_end(resolve_text(layout.apply(outs), env.marks))
        elif registry.numbered:
            text = (f"{number}. {NO_FORM}",)
        else:
            continue
        yield BibliographyEntry((id_,), text, number)


def strip_end(text: Text) -> Text:
    """Return ``text`` without spaces at its end."""
    if not text:
        return text
    last = text[-1]
    if isinstance(last, str):
        stripped = last.rstrip(" ")
        if stripped == last:
            return text
        return strip_end((*text[:-1], stripped) if stripped else text[:-1])
    children = strip_end(last.children)
    if children is last.children:
        return text
    return (*text[:-1], Span(last.kind, children, last.href))


class _Layout:
    """The affixes and formatting of the bibliography's cs:layout."""

    def __init__(self, env: Env) -> None:
        area = env.style.bibliography
        layout = area.child("layout") if area else None
        attrs = layout.attrs if layout else {}
        self.prefix, self.suffix = attrs.get("prefix", ""), attrs.get("suffix", "")
        self.kinds = format_kinds(attrs)
        self.align_second_field = bool(env.options.get("second-field-align"))

    def apply(self, outs: list[Out]) -> Out:
        """Return an entry made of the pieces that the layout's elements returned."""
        if self.align_second_field:
            return Run(self._align(outs), self.kinds)
        if self.prefix:
            outs = [_add_affixes_inside(outs[0], self.prefix, ""), *outs[1:]]
        if self.suffix:
            outs = [*outs[:-1], _add_affixes_inside(outs[-1], "", self.suffix)]
        return Run(outs, self.kinds)

    def _align(self, outs: list[Out]) -> list[Out]:
        """Return the first field in the margin, and the others beside it, with the suffix."""
        first, *others = outs
        margin = Run([self.prefix, first], ("left-margin",))
        return [margin, Run([*others, self.suffix], ("right-inline",))] if others else [margin]


def _add_affixes_inside(out: Out, prefix: str, suffix: str) -> Out:
    """Put the layout's affixes around a piece; if it is a block, inside it."""
    if isinstance(out, Run) and not BLOCKS.isdisjoint(out.kinds):
        return Run([prefix, *out.children, suffix], out.kinds, out.role)
    return Run([prefix, out, suffix])
