"""Pandoc's Markdown, which CommonMark and GitHub read alike but for superscripts and subscripts.

These are pandoc's (``10^6^``, ``CO~2~``): it drops HTML's on the way to LaTeX and Word, and 10
to the sixth would be printed as 106, while elsewhere the signs say what is meant. Small capitals
and underlines, which only look different, are HTML. Straight quotes stay straight in the source.
"""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from ..base.lazy_regex import regex
from ..model.rich_text import Text
from ..tables.characters import CONTROLS, SEPARATORS
from .file_mark import TextMark
from .links import link
from .paragraphs import Paragraph, TextRun, TextStyle, blocks, paragraphs
from .reference_list import ReferenceList, items
from .registry import Markup

BREAKS = regex(f"[{CONTROLS}{SEPARATORS}]")
# Inline: CommonMark's own, and of pandoc's extensions ^ ~ $ @ (scripts, mathematics,
# citations) and the dashes and dots that its `smart` joins.
SPECIAL = regex(r"[\\`*_\[\]<>~^$@|]|&(?=#?\w+;)|(?<=-)-|\.(?=\.\.)")
# At a paragraph's beginning: headings, quotes, rules, tables, definitions, titles ...
BEGINS = regex(r"[#+=:%-]")
# ... and list markers, pandoc's "fancy" ones included.
MARKER = regex(r"(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{2,9}|#))([.)])(?=\s|$)")
MARK = TextMark("\n<!-- medcite ", " -->\n")
SCRIPTS = {"sup": "^", "sub": "~"}
ADDRESS = "%/?#[]@!$&'()*+,;=:~-._"


def escape(text: str) -> str:
    """Return ``text`` escaped; it does not begin a paragraph."""
    return SPECIAL.sub(r"\\\g<0>", BREAKS.sub(" ", text))


def opening(text: str) -> str:
    """Escape what is markup only at a paragraph's beginning; ``text`` is escaped otherwise."""
    if BEGINS.match(text):
        return f"\\{text}"
    return MARKER.sub(r"\1\\\2", text, count=1) if MARKER.match(text) else text


def render(text: Text) -> str:
    """Return a reference; its number, text and annotation may be paragraphs of their own."""
    return "\n\n".join(_lines(paragraphs(text)))


def inline(text: Text) -> str:
    """Return a citation, with the blanks at its ends."""
    return _runs([run for block in blocks(text) for run in block.runs])


def _lines(laid_out: list[Paragraph]) -> list[str]:
    """Return paragraphs, each as a line."""
    lines = []
    for _, label, body in laid_out:
        parts = [_runs(part) for part in (label, body) if part]
        lines.append(opening(" ".join(parts)))
    return lines


def _runs(runs: list[TextRun]) -> str:
    """Return text runs; how each is marked depends on the characters beside it."""
    runs = [run._replace(text=BREAKS.sub(" ", run.text)) for run in runs]
    text = [" ", *(run.text for run in runs), " "]
    spelt: list[str] = []
    for index, run in enumerate(runs):
        # Two runs that are both marked must not share a row of asterisks.
        beside = not run.style.rise and any(
            0 <= near < len(runs) and _stars(runs[near].style) and not runs[near].style.rise
            for near in (index - 1, index + 1)
        )
        spelt.append(_run(run, text[index][-1], text[index + 2][0], beside))
    return "".join(spelt)


def _stars(style: TextStyle) -> str:
    """Return the asterisks that mark a text style."""
    return "*" * ((style.italic or style.oblique) + 2 * style.bold)


def _run(run: TextRun, before: str, after: str, beside: bool) -> str:
    """Return a run between the characters ``before`` and ``after``."""
    style = run.style
    core = run.text.strip()
    if not core:
        return escape(run.text)
    lead, _, trail = run.text.partition(core)
    before, after = lead[-1:] or before, trail[:1] or after
    sign = SCRIPTS.get(style.rise, "")
    body = escape(core)
    if sign:
        body = body.replace(" ", r"\ ")  # which would end it
        before = after = sign
    body = _letters(body, style)
    if stars := _stars(style):
        first, last = ("<", ">") if body[0] == "<" else (core[0], core[-1])
        clear = _flanks(before, first) and _flanks(after, last)
        body = f"{stars}{body}{stars}" if clear and not beside else _html(body, style)
    return f"{escape(lead)}{sign}{_anchor(body, style.href, core)}{sign}{escape(trail)}"


def _flanks(outer: str, inner: str) -> bool:
    """Return whether asterisks between two characters mark emphasis (CommonMark 6.2, flanking).

    Programs differ on what is punctuation: beside a letter or a digit all agree.
    """
    kind = unicodedata.category(outer)[0]
    return unicodedata.category(inner)[0] in "LN" or outer.isspace() or kind == "P"


def _html(body: str, style: TextStyle) -> str:
    """Return emphasis as HTML, for places where asterisks would not mark it."""
    body = f"<em>{body}</em>" if style.italic or style.oblique else body
    return f"<strong>{body}</strong>" if style.bold else body


def _letters(body: str, style: TextStyle) -> str:
    """Return as HTML what Markdown has no sign for."""
    if style.caps:
        body = f'<span style="font-variant:small-caps;">{body}</span>'
    return f"<u>{body}</u>" if style.underline else body


def _anchor(body: str, href: str, shown: str) -> str:
    """Return a link; an address that is its own text needs no second copy."""
    if not href:
        return body
    target = quote(href, safe=ADDRESS)
    if shown == target and "&" not in target and body == escape(shown):
        return f"<{target}>"
    return f"[{body}](<{target.replace('&', '&amp;')}>)"


def document(bibliography: ReferenceList) -> str:
    """Return the references: a list if the style writes ``1.``, else paragraphs."""
    numbers, listed = items(bibliography)
    if numbers and (numbers.before, numbers.after) == ("", "."):
        lines = (_item(numbers.start + n, item.text) for n, item in enumerate(listed))
        return "".join(f"{line}\n" for line in lines)
    entries = (render(link(entry.text)) for entry in bibliography.entries)
    return "".join(f"{entry}\n\n" for entry in entries)[:-1]


def _item(number: int, text: Text) -> str:
    """Return a list item; its further paragraphs are indented to belong to it."""
    mark = f"{number}. "
    return mark + f"\n\n{' ' * len(mark)}".join(_lines(paragraphs(link(text))))


MARKUP = Markup("markdown", document, suffixes=(".md",), inline=inline, mark=MARK)
