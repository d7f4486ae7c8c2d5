"""A manuscript's paragraphs in reading order, those of its notes where the text refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..citation_fields import registry
from ..model.report import Location
from ..ooxml.names import Element, value, w
from ..ooxml.notes import REFERENCES, read_notes
from ..ooxml.package import Package
from ..ooxml.paragraphs import ParagraphText, WordField, read_story
from ..ooxml.styles import Styles
from ..tables.reference_headings import HEADINGS

_HEADING_WORDS = frozenset(word.casefold() for words in HEADINGS.values() for word in words)
_LONGEST_HEADING = 40  # characters of what is no heading by its style
# Texts on every page, in which a citation would belong to no list.
ASIDE = ("header", "footer")
_COMMENTS = "comments"


@dataclass(eq=False, slots=True)
class PlacedParagraph:
    """A paragraph and its place.

    ``order`` sorts paragraphs as they are read: it begins with the number of the body's paragraph.
    ``label`` names the place, ``heading`` the one that it stands under; ``note`` is the kind and
    id of the note that it is in. ``in_list`` says that it stands below the heading of the
    reference list.
    """

    paragraph: ParagraphText
    order: tuple[int, ...]
    label: str
    heading: str = ""
    note: str = ""
    in_list: bool = False

    @property
    def in_comment(self) -> bool:
        """Whether the paragraph is in a comment, which no reader of the printed text sees."""
        return self.note.startswith(_COMMENTS)


@dataclass(eq=False, slots=True)
class Manuscript:
    """A document as it is read."""

    package: Package
    styles: Styles
    body: list[PlacedParagraph] = field(default_factory=list)
    in_notes: list[PlacedParagraph] = field(default_factory=list)
    in_comments: list[PlacedParagraph] = field(default_factory=list)
    aside: list[PlacedParagraph] = field(default_factory=list)
    block_fields: list[WordField] = field(default_factory=list)
    # The notes that the text refers to, by kind and id, with their places in reading order.
    notes: dict[str, tuple[int, ...]] = field(default_factory=dict)
    list_heading: PlacedParagraph | None = None

    @property
    def paragraphs(self) -> list[PlacedParagraph]:
        """All paragraphs in which a citation may stand, in reading order, comments last."""
        text = sorted([*self.body, *self.in_notes], key=lambda placed: placed.order)
        return [*text, *self.in_comments]

    def location(self, placed: PlacedParagraph, record: str = "") -> Location:
        """Return a paragraph's place for diagnostics."""
        return Location(self.package.name, 0, record, placed.label)


def read(package: Package) -> Manuscript:
    """Return a document's paragraphs. Raises InputError if a part of it is broken."""
    manuscript = Manuscript(package, Styles(package))
    root = package.tree(package.main)
    body = root.find(w("body"))
    story = read_story(root if body is None else body, _is_known_tag)
    manuscript.block_fields = story.block_fields
    _place_body(manuscript, story.paragraphs)
    for kind in dict.fromkeys(REFERENCES.values()):
        for id_, note in read_notes(package, kind).items():
            _place_note(manuscript, kind, id_, note)
    _place_comments(manuscript)
    for part in package.names():
        name = part.rpartition("/")[2].rstrip("0123456789.xml")
        if name in ASIDE and part.endswith(".xml"):
            for paragraph in read_story(package.tree(part), _is_known_tag).paragraphs:
                manuscript.aside.append(PlacedParagraph(paragraph, (), f"in {name}"))
    return manuscript


def _is_known_tag(tag: str) -> bool:
    return registry.is_citation(tag) or registry.is_bibliography(tag)


def _place_body(manuscript: Manuscript, paragraphs: list[ParagraphText]) -> None:
    heading, list_level = "", -1
    for number, paragraph in enumerate(paragraphs, start=1):
        level = manuscript.styles.heading_level(paragraph.element)
        text = paragraph.text.strip()
        label = f"paragraph {number}" + (f" under {heading!r}" if heading else "")
        placed = PlacedParagraph(paragraph, (number,), label, heading)
        if _is_list_heading(paragraph, level):
            manuscript.list_heading, list_level = placed, max(level, 0)
        elif 0 <= level <= list_level:
            list_level = -1
        else:
            placed.in_list = list_level >= 0
        if level >= 0 and text:
            heading = text[:_LONGEST_HEADING]
        manuscript.body.append(placed)
        for key, place in _note_references(paragraph):
            manuscript.notes[key] = (number, place)


def _is_list_heading(paragraph: ParagraphText, level: int) -> bool:
    """Whether a paragraph heads the reference list: by its words, but for the head of a table."""
    if not is_list_heading(paragraph.text):
        return False
    return level >= 0 or next(paragraph.element.iterancestors(w("tc")), None) is None


def is_list_heading(text: str) -> bool:
    """Whether a text is the heading of a reference list, in any language, with its number."""
    return text.strip().rstrip(":").lstrip("0123456789. \t").casefold() in _HEADING_WORDS


def _note_references(paragraph: ParagraphText) -> Iterator[tuple[str, int]]:
    for piece in paragraph.pieces:
        for element in piece.elements:
            if kind := REFERENCES.get(str(element.tag)):
                yield f"{kind} {value(element, 'id')}", piece.start


def _place_note(manuscript: Manuscript, kind: str, id_: str, note: Element) -> None:
    key = f"{kind} {id_}"
    order = manuscript.notes.get(key)
    if order is None:  # nothing refers to it, so nobody sees it
        return
    story = read_story(note, _is_known_tag)
    number = sum(
        other <= order for known, other in manuscript.notes.items() if known.startswith(kind)
    )
    for place, paragraph in enumerate(story.paragraphs):
        label = f"{kind.removesuffix('s')} {number}"
        heading = manuscript.body[order[0] - 1].heading
        placed = PlacedParagraph(paragraph, (*order, place), label, heading, key)
        manuscript.in_notes.append(placed)


def _place_comments(manuscript: Manuscript) -> None:
    """Place comments behind the text, so that they change nothing of its numbers."""
    part = manuscript.package.related(_COMMENTS)
    for number, comment in enumerate(manuscript.package.tree(part) if part else (), start=1):
        for place, paragraph in enumerate(read_story(comment, _is_known_tag).paragraphs):
            order = (len(manuscript.body) + 1, number, place)
            key = f"{_COMMENTS} {value(comment, 'id')}"
            placed = PlacedParagraph(paragraph, order, f"comment {number}", "", key)
            manuscript.in_comments.append(placed)
