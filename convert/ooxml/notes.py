"""A document's footnotes and endnotes: their texts by id, and new footnotes."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from .names import Element, W, make, make_text, value, w
from .package import Package

REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY = f"""<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r>
<w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p>
<w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>""".replace("\n", "")
# What follows a run's alignment among its properties, as the schema has it.
_BEHIND_ALIGNMENT = frozenset(
    w(name) for name in ("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")
)


def read_notes(package: Package, kind: str) -> dict[str, Element]:
    """Return the notes of a kind (``footnotes``, ``endnotes``) by id, without their separators."""
    part = package.related(kind)
    notes = package.tree(part) if part else ()
    return {value(note, "id"): note for note in notes if not value(note, "type")}


class Footnotes:
    """Adds footnotes to a document, which may have none yet.

    ``part`` is the one that holds them. ``text_style`` and ``reference_style`` are the ids of
    its styles for them, ``""`` for none.
    """

    def __init__(self, package: Package, text_style: str, reference_style: str) -> None:
        part = package.related("footnotes")
        if not part:
            part = package.main.rpartition("/")[0] + "/footnotes.xml"
            root = etree.fromstring(_EMPTY)
            package.add(part.lstrip("/"), root, _CONTENT_TYPE)
            package.relate("footnotes", "footnotes.xml", external=False)
        self.part = part.lstrip("/")
        self._root = package.changed(self.part)
        self._text_style, self._reference_style = text_style, reference_style
        ids = (value(note, "id") for note in self._root)
        self._last = max([0, *(int(id_) for id_ in ids if id_.isdecimal())])

    def add(self, runs: list[Element], base: Element | None) -> Element:
        """Add a footnote with this text, and return the run that refers to it."""
        self._last += 1
        style = [make("pStyle", val=self._text_style)] if self._text_style else []
        paragraph = make("p", make("pPr", *style), self._run(make("footnoteRef"), None))
        paragraph.append(make("r", make_text("t", " ")))
        paragraph.extend(runs)
        self._root.append(make("footnote", paragraph, id=self._last))
        return self._run(make("footnoteReference", id=self._last), base)

    def arrange(self, text: Element) -> None:
        """Put the notes in the order in which ``text`` refers to them, with ids that ascend.

        So Word saves them. LibreOffice gives the first reference the note with the lowest id,
        whatever its own is. The ids of separators, which settings name, stay.
        """
        separators = [note for note in self._root if value(note, "type")]
        others = {value(note, "id"): note for note in self._root if note not in separators}
        references = list(text.iter(w("footnoteReference")))
        named = [value(reference, "id") for reference in references]
        notes = {id_: others[id_] for id_ in [*named, *others] if id_ in others}
        self._root[:] = [*separators, *notes.values()]
        start = 1 + max((int(value(note, "id") or 0) for note in separators), default=0)
        ids = {old: str(number) for number, old in enumerate(notes, start=max(start, 1))}
        for element, old in (
            *zip(notes.values(), notes, strict=True),
            *zip(references, named, strict=True),
        ):
            element.set(w("id"), ids.get(old, old))

    def _run(self, content: Element, base: Element | None) -> Element:
        properties = make("rPr") if base is None else deepcopy(base)
        if self._reference_style:
            for style in properties.findall(w("rStyle")):
                properties.remove(style)
            properties.insert(0, make("rStyle", val=self._reference_style))
        else:
            behind = (child for child in properties if child.tag in _BEHIND_ALIGNMENT)
            place = next((properties.index(child) for child in behind), len(properties))
            properties.insert(place, make("vertAlign", val="superscript"))
        return make("r", properties, content)
