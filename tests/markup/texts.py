"""Rich text and bibliographies for the tests of the markups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from medcite.model.rich_text import Node, Span, Text

# Whatever a file may hold: marks, bidi controls, emoji, private use; no lone surrogates.
CHARACTERS = st.characters(exclude_categories=["Cs"])
# What any of the markups reads as its own, and some neighbours.
HOSTILE = st.sampled_from(list("\\{}$&%#_~^<>|\"'`*[]()!+-.:=@,;?0aA é\u0301α–“’\n\t"))
STRINGS = st.text(st.one_of(HOSTILE, CHARACTERS))
INLINE = [
    "italic", "upright", "oblique", "bold", "medium", "light", "small-caps", "normal-caps",
    "underline", "no-underline", "sup", "sub", "baseline",
]  # fmt: skip


def _spans(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Span]:
    return st.builds(Span, st.sampled_from(INLINE), st.lists(children, max_size=3).map(tuple))


RICH: st.SearchStrategy[Text] = st.lists(
    st.recursive(STRINGS, _spans, max_leaves=6), max_size=4
).map(tuple)


@dataclass(frozen=True)
class Entry:
    ids: Sequence[str]
    text: Text


@dataclass(frozen=True)
class Listed:
    entries: Sequence[Entry]
    second_field_align: str = ""
    hanging_indent: bool = False
    line_spacing: int = 1
    entry_spacing: int = 1
    max_offset: int = 0
    language: str = ""


FIRST: Text = (
    "Wójcik A, Fu Y. Effects of α-tocopherol (≥5\u2009µm) & CO",
    Span("sub", ("2",)),
    " in ",
    Span("italic", ("E. coli ", Span("upright", ("in vitro",)))),
    ": 5_% {x}. J Foo. 2024;",
    Span("bold", ("22",)),
    "(1):85–9. doi: 10.1186/s12967-024-04983-1. PMID: 38413930; PMCID: PMC10900595.",
)
SECOND: Text = ("[Smith J.] ", Span("small-caps", ("Title",)), ". <i>No</i> \\input{x}.")


def labelled(pattern: str, *texts: Text) -> Listed:
    """Entries with numbers in the margin, as a style with ``second-field-align`` has them."""
    return Listed(
        [
            Entry(
                (f"key{n}",),
                (Span("left-margin", (pattern % n,)), Span("right-inline", text)),
            )
            for n, text in enumerate(texts, 1)
        ],
        second_field_align="flush",
        max_offset=len(pattern) - 1,
    )


def bare(*texts: Text) -> Listed:
    """Entries without numbers, with a hanging indent."""
    return Listed([Entry((f"key{n}",), text) for n, text in enumerate(texts, 1)], "", True)
