"""Rich text as runs of WordprocessingML, which otherwise look like the text around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy

from ..base.lazy_regex import regex
from ..model.rich_text import Text
from ..ooxml.names import Element, R, make, make_text, w
from ..tables.characters import CONTROLS
from .direction import mark_numbers
from .paragraphs import TextRun, TextStyle, blocks

# Characters that XML 1.0 does not allow.
_ILLEGAL = regex(rf"[{CONTROLS}\ud800-\udfff\ufffe\uffff]")
_ALIGNMENTS = {"sup": "superscript", "sub": "subscript"}
_LINK_COLOR = "0563C1"
# The order of a run's properties in the schema, as far as any is added here.
_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
_PLACES = {w(name): place for place, name in enumerate(_ORDER)}
# Of the text around: what a citation style decides, and what marks links.
_NOT_TAKEN = frozenset({w("vertAlign"), w("rPrChange"), w("noProof"), w("vanish"), w("webHidden")})
_LINK_STYLES = frozenset({"hyperlink", "internetlink", "followedhyperlink"})

# Returns the id of the relationship to an address.
LinkId = Callable[[str], str]


def escape(text: str) -> str:
    """Return ``text`` with blanks for what XML does not allow; lxml escapes the rest."""
    return _ILLEGAL.sub(" ", text)


def base_properties(properties: Element | None) -> Element | None:
    """Return the properties that text in the place of a run with these ones has."""
    if properties is None:
        return None
    base = deepcopy(properties)
    is_link = False
    for child in list(base):
        style = child.get(w("val"), "").lower() if child.tag == w("rStyle") else ""
        is_link |= style in _LINK_STYLES
        if child.tag in _NOT_TAKEN or style in _LINK_STYLES:
            base.remove(child)
    for name in ("color", "u") if is_link else ():
        if (found := base.find(w(name))) is not None:
            base.remove(found)
    return base if len(base) else None


def runs(text: Text, base: Element | None = None) -> list[Element]:
    """Return the runs of a text, with the properties ``base`` besides its own."""
    return [
        run_element(run, base) for block in blocks(text) for run in mark_numbers(list(block.runs))
    ]


def linked_runs(text_runs: Iterable[TextRun], link_id: LinkId) -> Iterator[Element]:
    """Yield runs, those with an address in a hyperlink."""
    for run in mark_numbers(list(text_runs)):
        element = run_element(run)
        if run.style.href:
            link = make("hyperlink", element)
            link.set(f"{{{R}}}id", link_id(run.style.href))
            element = link
        yield element


def run_element(run: TextRun, base: Element | None = None) -> Element:
    """Return the element of a run."""
    element = make("r")
    properties = style_element(run.style, base)
    if len(properties):
        element.append(properties)
    element.append(make_text("t", escape(run.text)))
    return element


def style_element(style: TextStyle, base: Element | None = None) -> Element:
    """Return a text style as the properties of a run, added to ``base`` in the schema's order."""
    added = {
        "b": style.bold,
        "i": style.italic or style.oblique,
        "smallCaps": style.caps,
    }
    parts = [make(name) for name, on in added.items() if on]
    if style.href:
        parts.append(make("color", val=_LINK_COLOR))
    if style.underline or style.href:
        parts.append(make("u", val="single"))
    if style.rise:
        parts.append(make("vertAlign", val=_ALIGNMENTS[style.rise]))
    names = {part.tag for part in parts}
    kept = [] if base is None else [deepcopy(child) for child in base if child.tag not in names]
    parts = sorted([*kept, *parts], key=lambda part: _PLACES.get(part.tag, len(_PLACES)))
    return make("rPr", *parts)
