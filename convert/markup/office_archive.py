"""The archive that an Office file is: the same bytes whenever it is written, and medcite's mark."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO

from .file_mark import ArchiveMark

EPOCH = datetime(2000, 1, 1)  # the same references give the same file whenever it is written
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of ZIP's calendar


def signed(file: BytesIO, mark: ArchiveMark) -> bytes:
    """Return an archive with every date in it the same, and with the mark.

    ``file`` has the mark's ``value`` in a property.
    """
    dated = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(dated, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, mark.signed(old) if name == mark.part else old.read(name))
    return dated.getvalue()
