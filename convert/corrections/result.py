"""What became of a file's references."""

from typing import NamedTuple, Protocol

from ..verify.correction import Correction
from ..verify.fields import FieldDifference


class KeyedChange(NamedTuple):
    """A field that was set right, of the reference with this key."""

    key: str
    field: FieldDifference


class CorrectedFile(NamedTuple):
    """A file's new content, what was changed, and what differs still."""

    content: bytes
    changed: tuple[KeyedChange, ...] = ()
    left: tuple[KeyedChange, ...] = ()


class Corrector(Protocol):
    """A module that corrects the files of a format."""

    def correct(self, data: bytes, name: str, corrections: list[Correction]) -> CorrectedFile:
        """Return the file with all that can be set right. Raises InputError."""
        ...
