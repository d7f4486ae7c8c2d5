"""The styles of a document: which paragraphs are headings, its language, styles by their names."""

from __future__ import annotations

from collections.abc import Iterable

from .names import Element, make, value, w
from .package import Package

_NO_LEVEL = 9  # that of text
_CHAIN = 20  # styles based on each other
# The order of some properties of a paragraph, as the schema has it.
_BEHIND_TABS = ("suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid")  # fmt: skip
_BEHIND_SPACING = ("ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange")  # fmt: skip
_FOLLOWING = {
    "tabs": (*_BEHIND_TABS, "spacing", *_BEHIND_SPACING),
    "spacing": _BEHIND_SPACING,
    "ind": _BEHIND_SPACING[1:],
}


class Styles:
    """The styles of a document, which may have none."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.part = package.related("styles")
        root = package.tree(self.part) if self.part else None
        self._by_id = {
            value(style, "styleId"): style for style in ([] if root is None else root)
            if style.tag == w("style")
        }  # fmt: skip

    def heading_level(self, paragraph: Element) -> int:
        """Return the level of a heading, 0 the highest, or -1 for other paragraphs."""
        properties = paragraph.find(w("pPr"))
        level = _level(properties)
        if level is None:
            style_id = value(properties.find(w("pStyle"))) if properties is not None else ""
            level = self._style_level(style_id)
        return level if level < _NO_LEVEL else -1

    def named(self, name: str, kind: str = "paragraph") -> str:
        """Return the id of the style with a name, whatever the language of Word; ``""``: none."""
        for style_id, style in self._by_id.items():
            is_named = value(style.find(w("name"))).lower() == name.lower()
            if is_named and value(style, "type") == kind:
                return style_id
        return ""

    def by_id(self, style_id: str) -> Element | None:
        """Return the style with an id."""
        return self._by_id.get(style_id)

    @property
    def language(self) -> str:
        """The document's language (``de-DE``), ``""`` if it names none."""
        if not self.part:
            return ""
        return next(map(value, self._package.tree(self.part).iter(w("lang"))), "")

    def define(self, name: str, *properties: Element) -> str:
        """Return the id of the paragraph style ``name``, with these properties of paragraphs.

        One that the document has keeps its other properties, its fonts among them; a new one has
        those of ordinary text. Without any styles in the document, ``""``.
        """
        if not self.part:
            return ""
        root = self._package.changed(self.part)
        style_id = self.named(name)
        if not style_id:
            style_id = next(id_ for id_ in (name, f"{name}1") if id_ not in self._by_id)
            style = make("style", make("name", val=name), type="paragraph", styleId=style_id)
            if normal := self._default():
                style.append(make("basedOn", val=normal))
                style.append(make("next", val=style_id))
            style.append(make("pPr"))
            root.append(style)
            self._by_id[style_id] = style
        _set_properties(self._by_id[style_id], properties)
        return style_id

    def _default(self) -> str:
        for style_id, style in self._by_id.items():
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                return style_id
        return ""

    def _style_level(self, style_id: str) -> int:
        for _ in range(_CHAIN):
            style = self._by_id.get(style_id)
            if style is None:
                return _NO_LEVEL
            level = _level(style.find(w("pPr")))
            if level is not None:
                return level
            name = value(style.find(w("name"))).lower()
            if name.startswith("heading ") and name[8:].isdecimal():
                return int(name[8:]) - 1
            style_id = value(style.find(w("basedOn")))
        return _NO_LEVEL


def _level(properties: Element | None) -> int | None:
    outline = properties.find(w("outlineLvl")) if properties is not None else None
    level = value(outline)
    return int(level) if level.isdecimal() else None


def _set_properties(style: Element, properties: Iterable[Element]) -> None:
    """Give a style properties of paragraphs, in the place of those that it has, in their order."""
    found = style.find(w("pPr"))
    if found is None:
        found = make("pPr")
        following = style.find(w("rPr"))
        if following is None:
            style.append(found)
        else:
            following.addprevious(found)
    for added in properties:
        name = added.tag.rpartition("}")[2]
        if (old := found.find(added.tag)) is not None:
            found.remove(old)
        following = next((child for child in found if child.tag in map(w, _FOLLOWING[name])), None)
        if following is None:
            found.append(added)
        else:
            following.addprevious(added)
