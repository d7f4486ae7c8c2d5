"""A document as it is read, whichever program wrote it: its paragraphs with their fields."""

from typing import NamedTuple, Protocol

from ..files.source import Source
from ..model.record import Record
from ..ooxml.package import Package
from ..ooxml.paragraphs import WordField


class DocumentParagraph(NamedTuple):
    """A paragraph as it is read.

    ``label`` is its place for diagnostics, such as ``paragraph 3 under 'Methods'``; ``fields`` are
    those of reference managers, or what another format than Word's has instead of fields;
    ``in_list`` says that it stands below the heading of the reference list.
    """

    label: str
    text: str
    fields: tuple[WordField, ...] = ()
    in_list: bool = False


class CitingDocument(NamedTuple):
    """A document: its name, its paragraphs in reading order, notes where the text refers to them.

    ``package`` is a Word document's, in which other parts than the text may hold articles.
    """

    name: str
    paragraphs: tuple[DocumentParagraph, ...]
    package: Package | None = None


class DocumentReader(Protocol):
    """A reader of a format of documents: beside ``read`` it has this function."""

    def open_document(self, source: Source) -> CitingDocument:
        """Return the document. Raises InputError."""
        ...


class PlacedRecord(NamedTuple):
    """An article, and the label of the paragraph that cites it first."""

    record: Record
    label: str
