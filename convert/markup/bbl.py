"""A .bbl file: the bibliography that LaTeX reads instead of BibTeX's.

The keys are the document's own. LaTeX counts the items; the style decides how their numbers
look. If the style cites by author and date, or the document loads natbib, every item has natbib's
label (``Fu et al.(2024)``), from which its commands take what they print.
"""

from collections.abc import Mapping
from typing import NamedTuple

from ..model.rich_text import Text, plain
from .latex import LABEL, PREAMBLE, body, numbered, render
from .reference_list import Item, Numbers, ReferenceList, items


class Label(NamedTuple):
    """What natbib prints for an item."""

    author: Text
    year: Text


def document(bibliography: ReferenceList, labels: Mapping[str, Label]) -> str:
    """Return ``bibliography``; an item without one of the ``labels`` has only its number.

    Its items have the keys of the citations, which are written as they are: the caller refuses
    what TeX would not read as a key.
    """
    numbers, listed = items(bibliography)
    lines = [f"\\begin{{thebibliography}}{{{_widest(numbers, listed)}}}", PREAMBLE]
    named = any(item.label for item in listed)
    lines.append(LABEL % (numbered(numbers) if numbers else "#1" if named else ""))
    lines += [_item(item, numbers, labels.get(item.name)) for item in listed]
    return "\n".join([*lines, r"\end{thebibliography}", ""])


def _widest(numbers: Numbers | None, listed: list[Item]) -> str:
    """Return the longest label; without numbers, a space by which the lines hang."""
    if not numbers:
        return r"\hspace{1em}"
    return render(max((item.label for item in listed), key=lambda label: len(plain(label)))).strip()


def _item(item: Item, numbers: Numbers | None, label: Label | None) -> str:
    """Return a reference."""
    shown = ""
    if label:
        shown = f"[{{{{{render(label.author)}}}({{{render(label.year)}}})}}]"
    elif item.label and not numbers:
        shown = f"[{{{render(item.label).strip()}}}]"
    return f"\\bibitem{shown}{{{item.name}}}\n{body(item.text)}\n"
