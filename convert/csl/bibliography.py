"""The bibliography: entries in order, repeated authors replaced, the second field aligned."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ..base.frozen import Frozen
from ..model.rich_text import BLOCKS, Span, Text, plain
from .attributes import format_kinds
from .environment import Env
from .evaluate import entry_outs
from .punctuation.resolve import settle
from .registry import Registry
from .rich_text.tree import Out, Run
from .subsequent_author import Substitute

NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


class Entry(Frozen):
    """One entry: the items in it, its text, and its number."""

    ids: tuple[str, ...]
    text: Text
    number: int = 0

    def __init__(self, ids: tuple[str, ...], text: Text, number: int = 0) -> None:
        # As for a span: there are many.
        said = self.__dict__
        said["ids"], said["text"], said["number"] = ids, text, number


class Bibliography(Frozen):
    """All entries, and what the style asks of their layout (CSL 1.0.2, "Whitespace")."""

    entries: tuple[Entry, ...]
    second_field_align: str = ""
    hanging_indent: bool = False
    line_spacing: int = 1
    entry_spacing: int = 1
    max_offset: int = 0
    language: str = ""  # of the style's own words (BCP 47)


def make_bibliography(registry: Registry, ids: Iterable[str] | None = None) -> Bibliography:
    """Return the entries of the registered items, or of those among ``ids``."""
    env = registry.bibliography
    wanted = registry.order if ids is None else _chosen(registry.order, ids)
    substitute = Substitute(env)
    entries = []
    offset = 0
    dress = _Layout(env)
    for id_ in wanted:
        outs = entry_outs(registry, id_)
        if substitute.text is not None:
            outs = substitute.apply(outs, partial(entry_outs, registry, id_, "names"))
        number = registry.numbers.get(id_, 0)
        if not outs and not registry.numbered:
            continue  # the style leaves such items out
        text = trimmed(settle(dress.whole(outs), env.marks)) if outs else (f"{number}. {NO_FORM}",)
        entries.append(Entry((id_,), text, number))
        offset = max(offset, len(plain(text[:1])) if dress.align else 0)
    options = env.options
    return Bibliography(
        tuple(entries),
        second_field_align=options.get("second-field-align", ""),
        hanging_indent=options.get("hanging-indent") == "true",
        line_spacing=int(options.get("line-spacing", "1")),
        entry_spacing=int(options.get("entry-spacing", "1")),
        max_offset=offset,
        language=registry.locale.lang,
    )


def trimmed(text: Text) -> Text:
    """Return ``text`` without blanks at its end."""
    if not text:
        return text
    last = text[-1]
    if isinstance(last, str):
        cut = last.rstrip(" ")
        return text if cut == last else trimmed((*text[:-1], cut) if cut else text[:-1])
    inner = trimmed(last.children)
    if inner is last.children:
        return text
    return (*text[:-1], Span(last.kind, inner, last.href))


def _chosen(order: list[str], ids: Iterable[str]) -> list[str]:
    wanted = {str(id_) for id_ in ids}
    return [id_ for id_ in order if id_ in wanted]


class _Layout:
    """The affixes and formatting of the layout, put around an entry."""

    def __init__(self, env: Env) -> None:
        root = env.style.bibliography
        layout = root.child("layout") if root else None
        attrs = layout.attrs if layout else {}
        self.prefix, self.suffix = attrs.get("prefix", ""), attrs.get("suffix", "")
        self.kinds = format_kinds(attrs)
        self.align = bool(env.options.get("second-field-align"))

    def whole(self, outs: list[Out]) -> Out:
        """Return an entry of its pieces."""
        if self.align and len(outs) == 1:
            return self._formatted([Run([self.prefix, outs[0], self.suffix], ("left-margin",))])
        if self.align:
            first = Run([self.prefix, outs[0]], ("left-margin",))
            rest = Run([*outs[1:], self.suffix], ("right-inline",))
            return self._formatted([first, rest])
        if self.prefix:
            outs = [_inside(outs[0], self.prefix, ""), *outs[1:]]
        if self.suffix:
            outs = [*outs[:-1], _inside(outs[-1], "", self.suffix)]
        return self._formatted(outs)

    def _formatted(self, outs: list[Out]) -> Out:
        return Run(outs, self.kinds)


def _inside(out: Out, prefix: str, suffix: str) -> Out:
    """Put the layout's affixes beside a piece, or into the block that it is."""
    if isinstance(out, Run) and not BLOCKS.isdisjoint(out.kinds):
        return Run([prefix, *out.children, suffix], out.kinds, out.role)
    return Run([prefix, out, suffix])
