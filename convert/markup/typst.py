"""Typst markup: a numbered list if the style numbers its references, else paragraphs.

See "Syntax" in Typst's reference: a backslash in front of a sign makes it text, and a semicolon
ends a function call, so that no bracket behind it is taken for another argument.
"""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.rich_text import BLOCKS, Span, Text, fold
from ..tables.characters import CONTROLS, SEPARATORS
from .file_mark import TextMark
from .links import link
from .reference_list import ReferenceList, items
from .registry import Markup

BREAKS = regex(f"[{CONTROLS}{SEPARATORS}]+")
# Signs of the markup, and those that Typst joins or turns: dashes, quotes, dots, addresses.
SPECIAL = regex(r"[\\*_`$#<>@\[\]=\-+/~\"']|(?<=\.)\.")
NUMBER = regex(r"^(\d*)\.")  # begins an item where a line begins
NUMBERING = regex(r"[\[\](). ]*")  # what may stand around the number in a pattern
QUOTED = str.maketrans({"\\": r"\\", '"': r"\""})
MARK = TextMark("// medcite ", "\n")
CALLS = {
    "italic": "#emph", "oblique": "#emph", "bold": "#strong", "small-caps": "#smallcaps",
    "underline": "#underline", "sup": "#super", "sub": "#sub",
    "upright": '#text(style: "normal")', "medium": '#text(weight: "regular")',
}  # fmt: skip


def escape(text: str) -> str:
    """Return ``text`` spelled so that Typst reads all its characters as text."""
    return NUMBER.sub(r"\1\.", SPECIAL.sub(r"\\\g<0>", BREAKS.sub(" ", text)))


def render(text: Text) -> str:
    """Return rich text in Typst's markup."""
    return fold(text, escape, _wrap)


def _wrap(span: Span, body: str) -> str:
    """Return a span around ``body``."""
    if span.kind == "link":
        return f"#link({_string(span.href)})[{body}];"
    if span.kind in BLOCKS:
        return f"#parbreak();{body}#parbreak();" if span.kind in {"block", "indent"} else f"{body} "
    call = CALLS.get(span.kind)
    return f"{call}[{body}];" if call else body


def _string(text: str) -> str:
    """Return a string of Typst's code."""
    return f'"{BREAKS.sub(" ", text).translate(QUOTED)}"'


def document(bibliography: ReferenceList) -> str:
    """Return the references, each on a line of its own."""
    numbers, listed = items(bibliography)
    if numbers and NUMBERING.fullmatch(numbers.before + numbers.after):
        pattern = _string(f"{numbers.before}1{numbers.after}")
        entries = (f"  [{render(link(item.text)).strip()}],\n" for item in listed)
        return f"#enum(numbering: {pattern}, start: {numbers.start},\n{''.join(entries)})\n"
    indent = "hanging-indent: 2em" if bibliography.hanging_indent else ""
    entries = (
        f"#par({indent})[{render(link(entry.text)).strip()}]\n" for entry in bibliography.entries
    )
    return "".join(entries)


MARKUP = Markup("typst", document, suffixes=(".typ",), inline=render, mark=MARK)
