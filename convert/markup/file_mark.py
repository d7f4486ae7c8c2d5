"""The mark by which medcite recognizes a file that it has written: a hidden checksum.

A file with the mark may be replaced as long as its checksum is right. If it is not, somebody has
edited the file, such as a document that was begun with a reference list. A format has a ``MARK``
if it has a place for one that does not show.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from ..base.lazy_regex import regex

if TYPE_CHECKING:
    from zipfile import ZipFile

FOREIGN = "was not written by medcite"
CHANGED = "was changed since medcite wrote it"
_NO_CHECKSUM = "00000000"  # in the place of the checksum until it is known
_MOST_BYTES = 1 << 20  # that are read of an archive's properties, which have a few hundred


class Mark(Protocol):
    """How a format's files are marked."""

    def sign(self, content: str | bytes) -> str | bytes:
        """Return a whole file with its mark."""

    def objection(self, data: bytes) -> str:
        """Return why a file with this content must not be replaced, ``""`` if it may."""


class TextMark:
    """A mark in a text: ``before``, the checksum and ``after``, in front of the last ``anchor``.

    Without an anchor it is the end of the text. The checksum is that of the text without the
    mark; line ends do not count, since git may change them.
    """

    def __init__(self, before: str, after: str, anchor: str = "") -> None:
        self.before, self.after, self.anchor = before, after, anchor

    def sign(self, content: str | bytes) -> str:
        """Return a whole text with its mark."""
        text = content if isinstance(content, str) else content.decode()
        place = text.rfind(self.anchor)
        place = len(text) if place < 0 else place
        return f"{text[:place]}{self.before}{_checksum(text)}{self.after}{text[place:]}"

    def objection(self, data: bytes) -> str:
        """Return why a text must not be replaced, ``""`` if it is as medcite wrote it."""
        text = data.decode("utf-8", "replace").replace("\r", "")
        pattern = f"{re.escape(self.before)}([0-9a-f]{{8}}){re.escape(self.after)}"
        marks = list(re.finditer(pattern, text))
        if not marks:
            return FOREIGN
        rest = text[: marks[-1].start()] + text[marks[-1].end() :]
        return "" if marks[-1][1] == _checksum(rest) else CHANGED


class ArchiveMark:
    """A mark in a property of an Office file, which is a ZIP archive.

    The checksum is that of every file in the archive. Whoever makes the archive writes ``value``
    into the property; :meth:`sign` is for the file ``part`` that the property is in.
    """

    value = f"medcite {_NO_CHECKSUM}"
    pattern = regex(rb"medcite ([0-9a-f]{8})")

    def __init__(self, part: str = "docProps/core.xml") -> None:
        self.part = part

    def sign(self, content: str | bytes) -> str | bytes:
        """Return a whole file as it is: :meth:`signed` has given it its mark."""
        return content

    def signed(self, archive: ZipFile) -> bytes:
        """Return the content of ``part`` with the checksum of the whole archive."""
        content = archive.read(self.part)
        value = self.value.replace(_NO_CHECKSUM, self._checksum(archive, content))
        return content.replace(self.value.encode(), value.encode())

    def unsigned(self, content: bytes) -> bytes:
        """Return the content of ``part`` as it was before it was signed."""
        return self.pattern.sub(self.value.encode(), content, count=1)

    def objection(self, data: bytes) -> str:
        """Return why an archive must not be replaced, ``""`` if it is as medcite wrote it."""
        import struct  # noqa: PLC0415  # zipfile needs it, and nothing else does
        from zipfile import BadZipFile, ZipFile  # noqa: PLC0415  # the start of all other markups would wait for it

        # What ZipFile raises for a damaged file, for one without the part, for one with a
        # password, and for an unknown compression.
        damaged = (BadZipFile, EOFError, ValueError, struct.error, zlib.error)
        foreign = (*damaged, KeyError, RuntimeError, NotImplementedError)
        try:
            with ZipFile(BytesIO(data)) as archive, archive.open(self.part) as part:
                content = part.read(_MOST_BYTES)
                mark = self.pattern.search(content)
                if not mark:
                    return FOREIGN
                checksum = self._checksum(archive, self.unsigned(content))
                return "" if mark[1].decode() == checksum else CHANGED
        except foreign:
            return FOREIGN

    def _checksum(self, archive: ZipFile, content: bytes) -> str:
        """Return the checksum of an archive whose ``part`` has this ``content``."""
        others = sorted(
            (file.filename, file.CRC) for file in archive.infolist() if file.filename != self.part
        )
        return f"{zlib.crc32(repr(others).encode(), zlib.crc32(content)):08x}"


def _checksum(text: str) -> str:
    """Return the checksum of a text."""
    return f"{zlib.crc32(text.replace(chr(13), '').encode('utf-8', 'replace')):08x}"
