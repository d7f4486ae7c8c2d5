r"""LaTeX documents: reference lists and citations; ``latex_spelling`` escapes their text."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.rich_text import Text, fold, plain
from .file_mark import TextMark
from .latex_spelling import UNKNOWN, escape, pdflatex, wrap
from .links import link
from .reference_list import Item, Numbers, ReferenceList, items
from .registry import Markup


def render(text: Text) -> str:
    r"""Return rich text for pdfLaTeX; a link becomes hyperref's ``\href``."""
    return fold(text, lambda string: pdflatex(string).text, wrap)


def unspelled(bibliography: ReferenceList) -> frozenset[str]:
    """Return the characters that pdfLaTeX needs a further package for (Chinese, Cyrillic)."""
    text = "".join(plain(entry.text) for entry in bibliography.entries)
    return pdflatex("".join(UNKNOWN.findall(text))).unspelled


MARK = TextMark("% medcite ", "\n")
KEY = regex(r"[^A-Za-z0-9:./+*_-]")
LABEL = r"\expandafter\def\csname @biblabel\endcsname#1{%s}"
# Without hyperref a link is its text; in babel's German and Dutch, " begins commands.
PREAMBLE = r"\providecommand{\href}[2]{#2}\catcode34=12"


def document(bibliography: ReferenceList) -> str:
    r"""Return a ``thebibliography``: a ``\bibitem`` for each reference, with the style's labels.

    A key is the item's identifier; what TeX does not allow in a key becomes ``-``.
    """
    numbers, listed = items(bibliography)
    widest = max((item.label for item in listed), key=lambda label: len(plain(label)), default=())
    width = render(widest).strip() or r"\hspace{1em}"
    lines = [
        f"\\begin{{thebibliography}}{{{width}}}",
        PREAMBLE,
        LABEL % (numbered(numbers) if numbers else "#1"),
    ]
    if not widest:
        lines.append(r"\setlength{\itemindent}{-\leftmargin}")
    lines += [_bibitem(item, numbers) for item in listed]
    return "\n".join([*lines, r"\end{thebibliography}", ""])


def numbered(numbers: Numbers) -> str:
    """Return the label of a numbered entry around LaTeX's own number."""
    label = f"{escape(numbers.before)}#1{escape(numbers.after)}"
    return f"\\textsuperscript{{{label}}}" if numbers.style.rise == "sup" else label


def _bibitem(item: Item, numbers: Numbers | None) -> str:
    """Return an entry; LaTeX counts the numbers if they start from 1."""
    label = f"[{{{render(item.label).strip()}}}]"
    if numbers and numbers.start == 1:
        label = ""
    elif numbers:
        label = f"[{plain(item.label).strip()[len(numbers.before) :].removesuffix(numbers.after)}]"
    return f"\\bibitem{label}{{{KEY.sub('-', item.name)}}}\n{body(item.text)}"


def body(text: Text) -> str:
    """Return an entry's text; a bracket at its beginning would be an option of the item."""
    body = render(link(text)).strip()
    return f"{{}}{body}" if body.startswith("[") else body


MARKUP = Markup("latex", document, suffixes=(".tex",), inline=render, mark=MARK, keyed=True)
