"""A paragraph of a document, whichever program wrote it: its text, its place, its fields."""

from typing import NamedTuple

from ..model.record import Record
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


class PlacedRecord(NamedTuple):
    """An article, and the label of the paragraph that cites it first."""

    record: Record
    label: str
