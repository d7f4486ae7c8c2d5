"""The Python interface: read records, write them, format a bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from typing import IO

from . import format_registry
from .checks.notices import RETRACTIONS, notices
from .files import atomic
from .files.source import Input, Source, open_source
from .model import peek
from .model.record import Record
from .model.report import Diagnostic, Location, Report
from .options import Options, chosen

Output = str | PathLike[str] | IO[str]


def read(
    source: Input, format: str | None = None, report: Report | None = None
) -> Iterator[Record]:
    """Yield the records of a file, one at a time.

    ``source`` is a path (``-`` for standard input, ``.gz`` welcome), an open file, or the
    text itself (a ``str`` with a newline, or ``bytes``); ``format`` is one of
    ``medcite formats``, by default the one that the name and the text show. What is worth
    telling goes to ``report``, or to the logger ``medcite``.

    Raises:
        InputError: The input cannot be read, or is in no known format.
        UnknownError: There is no reader called ``format``.

    """
    report = _logging() if report is None else report
    reader = format_registry.reader(format) if format else None
    opened = open_source(source, report)
    reader = reader or format_registry.recognise(opened, report)
    return _records(reader, opened, report)


def _records(reader: format_registry.Reader, source: Source, report: Report) -> Iterator[Record]:
    """Yield the records of ``source``; tell of retracted articles and of an input without any."""
    none = True
    for record in watched(reader.read(source, report), report):
        none = False
        yield record
    if none:
        message = f"no records found; expected {reader.FORMAT.title}"
        empty = not source.head.strip()
        tell = report.warning if empty else report.error
        tell("empty", Location(source.name), "the file is empty" if empty else message)


def watched(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """Pass records on, telling of articles that were retracted."""
    for record in records:
        if record.retracted or not RETRACTIONS.isdisjoint(peek.relation_kinds(record)):
            _tell_retracted(record, report)
        yield record


def _tell_retracted(record: Record, report: Report) -> None:
    """Warn that an article is retracted, and where the notice stands if the record says so."""
    for notice in notices(record):
        if notice.code == "retracted":
            report.add(notice)


def write(
    records: Iterable[Record],
    format: str = "",
    file: Output | None = None,
    *,
    report: Report | None = None,
    **options: object,
) -> str:
    """Write ``records`` in a format; give the text, or ``""`` when it went to ``file``.

    ``file`` is a path, which also names the format if ``format`` does not, or an open text
    file. ``options`` are those of :class:`medcite.Options`: ``key="pmid"``, ``abstract=False``.

    Raises:
        UnknownError: There is no writer called ``format``, or, without it, none for ``file``.
        UnknownError: An option cannot have such a value, or a field is none of the target's.
        TypeError: There is no option of such a name, or neither format nor file's name is given.
        OSError: The file cannot be written.

    """
    report = _logging() if report is None else report
    name = fspath(file) if isinstance(file, str | PathLike) else ""
    if not format and not name:
        raise TypeError("write() wants a format, or a file whose name tells it")
    writer = format_registry.writer(format) if format else format_registry.writer_for(name)
    pieces = writer.write(records, chosen(options), report)
    if file is None:
        return "".join(pieces)
    if isinstance(file, str | PathLike):
        atomic.save(fspath(file), pieces)
    else:
        file.writelines(pieces)
    return ""


def format_bibliography(
    records: Iterable[Record],
    style: str = "vancouver",
    markup: str = "text",
    locale: str | None = None,
    engine: str = "medcite",
    *,
    report: Report | None = None,
) -> str:
    """Format ``records`` as a reference list in a CSL style.

    ``style`` is a name or a path (see ``medcite styles``), ``markup`` one of text, html,
    markdown, latex and rtf, ``locale`` a language such as ``de-DE``.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.
        StyleError: The style is broken; the message names its file and line.

    """
    from .writers import bibliography

    chosen = Options(style=style, markup=markup, locale=locale or "", engine=engine)
    return "".join(bibliography.write(records, chosen, _logging() if report is None else report))


def format_citations(
    records: Iterable[Record],
    citations: Iterable[object],
    style: str = "vancouver",
    markup: str = "text",
    locale: str | None = None,
    *,
    report: Report | None = None,
) -> tuple[list[str], str]:
    """Format the citations of a text, in its order, and the list of what they cite.

    A citation is a list of cites; a cite is a key, PMID, PMCID or DOI, or a mapping with
    ``id``, ``locator``, ``label``, ``prefix``, ``suffix``, ``author-only``,
    ``suppress-author`` (see :mod:`medcite.bibliography.citations`). An unknown article is told and left out.

    Raises:
        UnknownError: There is no such style, or no such markup for citations.
        InputError: A citation is of another shape.
        StyleError: The style is broken; the message names its file and line.

    """
    from .bibliography.citations import clusters
    from .writers import bibliography

    options = Options(style=style, markup=markup, locale=locale or "")
    told = _logging() if report is None else report
    return bibliography.render_citations(records, clusters(citations), options, told)


def _logging() -> Report:
    """Make a report that hands everything to the logger ``medcite``."""
    from logging import getLogger

    logger = getLogger("medcite")

    def log(diagnostic: Diagnostic) -> None:
        logger.log(20 + 10 * diagnostic.level, "%s", diagnostic)  # INFO, WARNING, ERROR

    return Report(sink=log)
