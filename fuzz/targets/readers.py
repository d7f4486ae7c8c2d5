"""One target a reader: what it reads is written, and read again."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import medcite
from medcite import format_registry
from medcite.format import REQUIRED
from medcite.format_registry import Reader
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.options import Options

from fuzz import seeds
from fuzz.target import FaultError, Target
from tests.contracts import documents
from tests.contracts.samples import sample_text


def targets() -> Iterator[Target]:
    """Yield a target for each reader; one whose format only names records has none of its own."""
    for reader in format_registry.readers():
        if reader.FORMAT.binary:
            yield _document_target(reader)
        elif reader.FORMAT.library != REQUIRED:
            name = reader.FORMAT.name
            yield Target(f"read-{name}", partial(_texts, reader), partial(_read_text, reader))


def _texts(reader: Reader) -> list[bytes]:
    return [sample_text(reader).encode(), *seeds.in_format_of(reader)]


def _read_text(reader: Reader, data: bytes) -> None:
    """Read a text; write the records in its own format, or JSON; read that."""
    if data.startswith(b"PK"):
        return  # an archive, for which there are other targets
    records = _records(reader, data)
    if not records:
        return
    for writer in (_writer_of(reader), format_registry.writer("json")):
        parts = writer.write(records, Options(), Report())
        text = "".join(str(part) for part in parts)
        name = getattr(format_registry.reader_of(writer.FORMAT), "FORMAT", writer.FORMAT).name
        again = list(medcite.read(text=text, format=name, report=Report()))
        if len(again) != len(records):
            raise FaultError(f"{name}: {len(records)} records written, {len(again)} read:\n{text}")


def _writer_of(reader: Reader) -> format_registry.Writer:
    """Return the writer of what a reader reads, or that of MEDLINE, which has most fields."""
    for writer in format_registry.writers():
        if format_registry.reader_of(writer.FORMAT) is reader and not writer.FORMAT.binary:
            return writer
    return format_registry.writer(format_registry.COMMON_FORMAT)


def _records(reader: Reader, data: bytes) -> list[Record]:
    """Return the decoded records of a text or document; none if it is refused."""
    try:
        records = list(medcite.read(text=data, format=reader.FORMAT.name, report=Report()))
        for record in records:
            record.to_dict()
    except medcite.Error:
        return []
    return records


def _document_target(reader: Reader) -> Target:
    """Return a target whose inputs are a part of a document: its number, then its content.

    A changed archive would be refused for its checksums alone.
    """
    name = reader.FORMAT.name
    document = documents.make(name, documents.CODES)
    with ZipFile(io.BytesIO(document)) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]

    def run(data: bytes) -> None:
        if data:
            _records(reader, _packed(parts, data[0] % len(parts), data[1:]))

    return Target(f"read-{name}", _numbered(parts), run)


def _numbered(parts: list[tuple[str, bytes]]) -> Callable[[], list[bytes]]:
    return lambda: [bytes([number]) + content for number, (_, content) in enumerate(parts)]


def _packed(parts: list[tuple[str, bytes]], changed: int, new: bytes) -> bytes:
    """Return an archive of the parts, one of which has new content."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(parts):
            kind = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(name, new if number == changed else content, kind)
    return file.getvalue()
