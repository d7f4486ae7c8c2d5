"""The text of a document's paragraphs, and which elements each part of it comes from.

A paragraph's text is spread over runs, in which Word marks spelling, revisions and formats; a
field's code and result are runs as well, and deleted text stands among the rest. Here a paragraph
is a text and its pieces. What is no text of the author's (a field, a picture, the mark of a note)
is one U+FFFC, which no pattern for text matches.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .names import MC, Element, value, w

OBJECT = "\ufffc"
_CHARACTERS = {
    w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("softHyphen"): "",
    w("ptab"): "\t",
}  # fmt: skip
# What stands in a run and is neither text nor anything that a reader sees.
_SILENT = frozenset({w("rPr"), w("lastRenderedPageBreak"), w("annotationRef")})
_DELETED = frozenset({w("del"), w("moveFrom")})
_PROPERTIES = (w("pPr"), w("sdtPr"), w("sdtEndPr"), w("rPr"), w("tblPr"), w("sectPr"))
_UNREAD = _DELETED.union(_PROPERTIES)
_ALTERNATIVES, _CHOICE, _FALLBACK = (
    f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)
_DEEPEST = 200  # elements in each other; a table in a table in a text box has some 60


@dataclass(eq=False, slots=True)
class WordField:
    """A field: its code, the data that hang on it, and all elements from its begin to its end.

    For a content control that is a citation, ``code`` is its tag, ahead of the code of the field
    in it, and the control is its only element. A field that spans several paragraphs has none.
    """

    code: str = ""
    data: list[str] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    first: Element | None = None  # the paragraphs that it begins and ends in
    last: Element | None = None
    in_result: bool = False
    shown: list[str] = field(default_factory=list)  # the text of its result

    @property
    def is_link(self) -> bool:
        """Whether its result is the author's text, with an address."""
        return self.code.split(maxsplit=1)[:1] == ["HYPERLINK"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph's text from one element; of a field's object from all of its own."""

    start: int
    text: str
    elements: tuple[Element, ...]
    field: WordField | None = None

    @property
    def end(self) -> int:
        """Return where the piece ends in the text."""
        return self.start + len(self.text)


@dataclass(eq=False, slots=True)
class ParagraphText:
    """A paragraph's text and pieces.

    ``twins`` are paragraphs with the same text that other programs show in its place.
    """

    element: Element
    pieces: list[Piece] = field(default_factory=list)
    text: str = ""
    twins: list[ParagraphText] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """The paragraphs of a text in order, and its fields that span paragraphs."""

    paragraphs: list[ParagraphText] = field(default_factory=list)
    block_fields: list[WordField] = field(default_factory=list)


def read_story(root: Element, is_citation_tag: Callable[[str], bool]) -> Story:
    """Return the paragraphs below an element, text boxes behind the paragraph that they are in.

    ``is_citation_tag`` says by its tag whether a content control is a citation.
    """
    return _StoryReader(is_citation_tag).read(root)


class _StoryReader:
    """Reads one text, through which fields may span paragraphs."""

    def __init__(self, is_citation_tag: Callable[[str], bool]) -> None:
        self.is_citation_tag = is_citation_tag
        self.story = Story()
        self.open: list[WordField] = []
        self.paragraph: ParagraphText | None = None
        self.atoms: list[tuple[Element, str, WordField | None]] = []
        self.boxes: list[ParagraphText] = []
        self.depth = 0

    def read(self, root: Element) -> Story:
        for child in root:
            self._visit(child)
        self.story.paragraphs += self.boxes  # those outside of any paragraph
        return self.story

    def _visit(self, element: Element) -> None:
        tag = element.tag
        if tag in _UNREAD or self.depth > _DEEPEST:
            return
        self.depth += 1
        if tag == w("p"):
            self._visit_paragraph(element)
        elif tag == w("r"):
            for child in element:
                self._visit_in_run(child)
        elif tag == _ALTERNATIVES:
            self._visit_alternatives(element)
        elif tag == w("txbxContent"):
            self.boxes += self._read_apart(element)
        elif tag == w("fldSimple") or (tag == w("sdt") and self._is_citation(element)):
            self._add_whole(element)
        else:
            for child in element:
                self._visit(child)
        self.depth -= 1

    def _visit_paragraph(self, element: Element) -> None:
        self.paragraph, self.atoms, self.boxes = ParagraphText(element), [], []
        for child in element:
            self._visit(child)
        _set_pieces(self.paragraph, self.atoms)
        self.story.paragraphs += [self.paragraph, *self.boxes]
        self.paragraph, self.boxes = None, []

    def _visit_alternatives(self, element: Element) -> None:
        """Read the first choice; the fallback has the same text boxes for older programs."""
        choices = [child for child in element if child.tag in (_CHOICE, _FALLBACK)]
        before = len(self.boxes)
        for child in choices[:1]:
            for grandchild in child:
                self._visit(grandchild)
        shown = self.boxes[before:]
        for other in choices[1:]:
            twins = self._read_apart(other)
            for paragraph, twin in zip(shown, twins, strict=False):
                if paragraph.text == twin.text:
                    paragraph.twins.append(twin)

    def _read_apart(self, element: Element) -> list[ParagraphText]:
        """Return the paragraphs of a text of its own, such as a text box's."""
        story = _StoryReader(self.is_citation_tag).read(element)
        self.story.block_fields += story.block_fields
        return story.paragraphs

    def _visit_in_run(self, element: Element) -> None:
        tag = element.tag
        if tag in _SILENT:
            return
        if tag == w("fldChar"):
            self._visit_field_character(element)
        elif tag == w("instrText"):
            self._add(element, "")
            if self.open and not self.open[-1].in_result:
                self.open[-1].code += element.text or ""
        elif tag == w("t"):
            self._add(element, element.text or "")
        elif tag in _CHARACTERS:
            self._add(element, _CHARACTERS[tag])
        elif tag == _ALTERNATIVES or _has_text_box(element):
            self._add(element, OBJECT)
            self._visit(element)
        else:
            self._add(element, OBJECT)

    def _visit_field_character(self, element: Element) -> None:
        kind = value(element, "fldCharType")
        paragraph = self.paragraph.element if self.paragraph else None
        if kind == "begin":
            self.open.append(WordField(first=paragraph))
            data = element.find(w("fldData"))
            if data is not None and data.text:
                self.open[-1].data.append(data.text)
        self._add(element, "")
        if not self.open:
            return
        if kind == "separate":
            self.open[-1].in_result = True
        elif kind == "end":
            ended = self.open.pop()
            ended.last = paragraph
            if self.open:
                self.open[-1].data += ended.data if "DATA" in ended.code else []
            elif ended.first is not ended.last:
                self.story.block_fields.append(ended)

    def _add(self, element: Element, text: str) -> None:
        outermost = self.open[0] if self.open else None
        self.atoms.append((element, text, outermost))
        if outermost and outermost.in_result and len(self.open) == 1:
            outermost.shown.append(text)

    def _is_citation(self, control: Element) -> bool:
        properties = control.find(w("sdtPr"))
        if properties is None or self.paragraph is None:
            return False
        is_native = properties.find(w("citation")) is not None
        return is_native or self.is_citation_tag(value(properties.find(w("tag"))))

    def _add_whole(self, element: Element) -> None:
        """Add an element that is a field as a whole: a simple field, or a content control."""
        tag = value(element.find(f"{w('sdtPr')}/{w('tag')}"))
        paragraph = self.paragraph.element if self.paragraph is not None else None
        code = "".join([tag, value(element, "instr"), *_texts(element, "instrText")])
        data, shown = _texts(element, "fldData"), _texts(element, "t")
        found = WordField(code, data, [], paragraph, paragraph, True, shown)
        self.atoms.append((element, OBJECT, self.open[0] if self.open else found))


def shown_text(paragraph: Element) -> str:
    """Return the text of a paragraph that a reader sees, the results of its fields included."""
    parts = paragraph.iter(w("t"), *_CHARACTERS)
    in_runs = (part for part in parts if _is_in_run(part))
    return "".join(_CHARACTERS.get(str(part.tag), part.text or "") for part in in_runs)


def _is_in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == w("r")


def _texts(element: Element, name: str) -> list[str]:
    return [part.text or "" for part in element.iter(w(name))]


def _has_text_box(element: Element) -> bool:
    return next(element.iter(w("txbxContent")), None) is not None


def _set_pieces(
    paragraph: ParagraphText, atoms: list[tuple[Element, str, WordField | None]]
) -> None:
    """Give a paragraph its pieces: a field that is whole in it is one, a link's text stays."""
    texts: list[str] = []
    place = 0

    def add(text: str, elements: tuple[Element, ...], found: WordField | None) -> None:
        nonlocal place
        paragraph.pieces.append(Piece(place, text, elements, found))
        texts.append(text)
        place += len(text)

    _collect_elements(atoms, paragraph.element)
    group: WordField | None = None
    for element, text, found in atoms:
        if found is None or found.is_link:
            add(text, (element,), found)
        elif not found.elements:  # it belongs to several paragraphs, as a table of contents
            add(OBJECT if text else "", (element,), None)
        elif found is not group:
            add(OBJECT, tuple(found.elements), found)
        group = found
    paragraph.text = "".join(texts)


def _collect_elements(
    atoms: list[tuple[Element, str, WordField | None]], paragraph: Element
) -> None:
    """Give the fields that are whole in a paragraph their elements."""
    for element, _, found in atoms:
        is_whole = found and found.first is paragraph and found.last is paragraph
        if found and is_whole and element not in found.elements:
            found.elements.append(element)
