"""ZIP archives, in which programs keep documents: their files, read within bounds."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from .errors import InputError

_MOST_BYTES = 1 << 29  # of all files together; the largest theses have a tenth of it
_DAMAGED = (BadZipFile, EOFError, ValueError, OSError, zlib.error, NotImplementedError)


def unpack(data: bytes, name: str, suffix: str) -> tuple[list[ZipInfo], dict[str, bytes]]:
    """Return the directory of an archive, and the contents of its files by their names.

    ``suffix`` is that of the documents that are such archives, for messages.

    Raises:
        InputError: It is damaged, protected by a password, or far too large when unpacked.

    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise InputError(f"{name}: is larger than {_MOST_BYTES >> 20} MB unpacked")
            return entries, {
                entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()
            }
    except InputError:
        raise
    except RuntimeError as error:  # zipfile's for an archive with a password
        raise InputError(f"{name}: is protected by a password; save it without one") from error
    except _DAMAGED as error:
        raise InputError(f"{name}: is a damaged {suffix}: {error}") from error


def names_in(data: bytes) -> list[str]:
    """Return the names of an archive's files, nothing if it is damaged."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except _DAMAGED:
        return []


def text_of(data: bytes, member: str, most: int = 200) -> str:
    """Return the beginning of a file in an archive; ``""`` if there is none."""
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(member) as file:
            return file.read(most).decode("latin-1")
    except (KeyError, RuntimeError, *_DAMAGED):
        return ""
