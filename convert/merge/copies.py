"""The records of all inputs while groups are looked for: what is compared, and the rest packed."""

import pickle
import zlib
from typing import NamedTuple

from ..matching.traits import Traits, traits_of
from ..model import peek
from ..model.record import Record
from .sources import SearchSource, source_of

_LEVEL = 1  # of compression: a higher one takes three times as long and saves a tenth


class Copy(NamedTuple):
    """A record of an input: where it stands, what is compared of it, and all of it, packed."""

    input: str
    number: int  # from 1, among the records of its input
    line: int
    source: SearchSource
    traits: Traits
    format: str
    packed: bytes

    @property
    def place(self) -> str:
        """Where the record stands: ``embase.ris:120``."""
        return f"{self.input}:{self.line}" if self.line else f"{self.input} ({self.number})"

    @property
    def id(self) -> str:
        """The identifier by which people know the record."""
        return self.traits.pmid or self.traits.doi or self.source.id

    def record(self) -> Record:
        """Return the record."""
        record: Record = pickle.loads(zlib.decompress(self.packed))  # `copy_of` packed it
        return record


def copy_of(record: Record, number: int) -> Copy:
    """Return what is kept of a record, which is the ``number``-th of its input."""
    file, line = peek.location(record)
    packed = zlib.compress(pickle.dumps(record, pickle.HIGHEST_PROTOCOL), _LEVEL)
    return Copy(
        file, number, line, source_of(record), traits_of(record), peek.origin_format(record), packed
    )
