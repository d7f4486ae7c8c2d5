"""The mark by which medcite knows a file of its own again: nobody sees it, and it holds a checksum.

A file with the mark may be replaced as long as its checksum is right. One that somebody has
edited since is not ours any more, as a document that was begun with a reference list. A format
has a ``MARK`` where it has a place for one that does not show.
"""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zipfile import ZipFile

FOREIGN = "was not written by medcite"
CHANGED = "was changed since medcite wrote it"
UNSIGNED = "00000000"  # stands for the checksum where it is not known yet
MOST = 1 << 20  # bytes of an archive's properties, which are a few hundred


class Mark(Protocol):
    """How a format's files are marked."""

    def sign(self, made: str | bytes) -> str | bytes:
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

    def sign(self, made: str | bytes) -> str:
        """Return a whole text with its mark."""
        text = made if isinstance(made, str) else made.decode()
        at = text.rfind(self.anchor)
        at = len(text) if at < 0 else at
        return f"{text[:at]}{self.before}{_sum(text)}{self.after}{text[at:]}"

    def objection(self, data: bytes) -> str:
        """Return why a text must not be replaced, ``""`` if it is as medcite wrote it."""
        text = data.decode("utf-8", "replace").replace("\r", "")
        pattern = f"{re.escape(self.before)}([0-9a-f]{{8}}){re.escape(self.after)}"
        marks = list(re.finditer(pattern, text))
        if not marks:
            return FOREIGN
        rest = text[: marks[-1].start()] + text[marks[-1].end() :]
        return "" if marks[-1][1] == _sum(rest) else CHANGED


class ArchiveMark:
    """A mark in a property of an Office file, which is a ZIP archive.

    The checksum is that of every file in the archive. Whoever makes the archive writes ``value``
    into the property; :meth:`sign` is for the file ``part`` that the property is in.
    """

    part = "docProps/core.xml"
    value = f"medcite {UNSIGNED}"
    pattern = re.compile(rb"medcite ([0-9a-f]{8})")

    def sign(self, made: str | bytes) -> str | bytes:
        """Return a whole file as it is: it has got its mark when the archive was put together."""
        return made

    def signed(self, archive: ZipFile) -> bytes:
        """Return the content of ``part`` with the checksum of the whole archive."""
        content = archive.read(self.part)
        value = self.value.replace(UNSIGNED, self._sum(archive, content))
        return content.replace(self.value.encode(), value.encode())

    def objection(self, data: bytes) -> str:
        """Return why an archive must not be replaced, ``""`` if it is as medcite wrote it."""
        from zipfile import BadZipFile, ZipFile  # noqa: PLC0415  # the start of all other markups would wait for it

        # What ZipFile raises for other files: a damaged one (of any kind), one without the part,
        # one with a password, an unknown way of packing.
        damaged = (BadZipFile, EOFError, ValueError, struct.error, zlib.error)
        foreign = (*damaged, KeyError, RuntimeError, NotImplementedError)
        try:
            with ZipFile(BytesIO(data)) as archive, archive.open(self.part) as part:
                content = part.read(MOST)
                mark = self.pattern.search(content)
                if not mark:
                    return FOREIGN
                unsigned = content.replace(mark[0], self.value.encode())
                return "" if mark[1].decode() == self._sum(archive, unsigned) else CHANGED
        except foreign:
            return FOREIGN

    def _sum(self, archive: ZipFile, content: bytes) -> str:
        """Return the checksum of an archive whose ``part`` has this ``content``."""
        others = sorted(
            (each.filename, each.CRC) for each in archive.infolist() if each.filename != self.part
        )
        return f"{zlib.crc32(repr(others).encode(), zlib.crc32(content)):08x}"


def _sum(text: str) -> str:
    """Return the checksum of a text."""
    return f"{zlib.crc32(text.replace(chr(13), '').encode('utf-8', 'replace')):08x}"
