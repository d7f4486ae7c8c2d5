"""Inputs that are no text: the archives in which word processors keep documents."""

from __future__ import annotations

from typing import IO

from ..base.errors import InputError
from ..base.signatures import OLE, ZIP

ZIP_TYPE, OLE_TYPE = "application/zip", "application/x-ole-storage"
_MOST_BYTES = 1 << 28  # of a packed document; ten times the largest theses
# What an old archive holds, by the names in it.
_STREAMS = ("EncryptedPackage", "WordDocument", "Workbook", "PowerPoint Document")


def is_archive(stream: IO[bytes] | IO[str]) -> bool:
    """Whether an open input begins as an archive does; it is still read from its beginning."""
    if peek := getattr(stream, "peek", None):
        start = peek(len(ZIP))[: len(ZIP)]
    elif stream.seekable():
        start = stream.read(len(ZIP))
        stream.seek(stream.tell() - len(start)) if isinstance(start, bytes) else stream.seek(0)
    else:
        return False
    return start in (ZIP, OLE)


def read(stream: IO[bytes], name: str) -> bytes:
    """Return all of an archive. Raises InputError if it is too large."""
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise InputError(f"{name}: is larger than {_MOST_BYTES >> 20} MB; not read")
    return data


def head_of(data: bytes, name: str) -> str:
    """Return what the format of an archive is known by: its media type, then the files in it.

    Raises:
        InputError: It is damaged.

    """
    if data.startswith(OLE):
        names = [name for name in _STREAMS if name.encode("utf-16-le") in data]
        return "\n".join([OLE_TYPE, *names])
    from ..base.archive import names_in, text_of  # noqa: PLC0415  # zipfile is slow to import

    names = names_in(data)
    if not names:
        raise InputError(f"{name}: is a damaged Word, Excel or ZIP file: save it again")
    return "\n".join([text_of(data, "mimetype").strip() or ZIP_TYPE, *names])
