"""What ``import medcite`` offers: read records, write them, check them, format reference lists.

Every public name is importable from here; nothing else in the package is public.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from typing import TYPE_CHECKING, Unpack

from . import format_registry
from .base.errors import (
    ArgumentError,
    Error,
    InputError,
    InputFileError,
    MissingPackageError,
    OutputError,
)
from .base.suggestions import UnknownError
from .base.type_check import require
from .csl.errors import StyleError
from .files import outputs
from .files.inputs import Input, OneInput, in_memory, resolve
from .files.outputs import Output
from .format_registry import FormatListing, OpenedInput, open_input, read_records
from .model import record as model_record
from .model.record import Record, check_records
from .model.report import Diagnostic, Level, Location, Report, report_or_logger
from .model.values import (
    Abstract,
    Databank,
    Date,
    Event,
    Field,
    Grant,
    Heading,
    Identifier,
    Issn,
    Keyword,
    Name,
    Origin,
    Pages,
    PartialDate,
    Qualifier,
    Relation,
    Substance,
)
from .options import Options, SelectOptions, WriteOptions, parse_options
from .output import sorting
from .query.errors import QueryError

if TYPE_CHECKING:
    from pandas import DataFrame

    from .csl.style_index import StyleListing

__all__ = [
    "Abstract", "ArgumentError", "Databank", "Date", "Diagnostic", "Error", "Event", "Field",
    "FormatListing", "Grant", "Heading", "Identifier", "InputError", "InputFileError", "Issn",
    "Keyword", "Level", "Location", "MissingPackageError", "Name", "Origin", "OutputError",
    "Pages", "PartialDate", "Qualifier", "QueryError", "Record", "Relation", "Report", "StyleError",
    "StyleListing", "Substance", "UnknownError", "check", "format_bibliography",
    "format_citations", "formats", "read", "select", "styles", "to_frame", "write",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Import ``StyleListing`` when it is first used, since it needs the CSL processor."""
    if name != "StyleListing":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .csl.style_index import StyleListing  # noqa: PLC0415  # most runs list no styles

    return StyleListing


def read(
    source: Input | None = None,
    format: str | None = None,
    report: Report | None = None,
    *,
    text: str | bytes | None = None,
    library: Input | None = None,
) -> Iterator[Record]:
    """Yield the records of one or several inputs, one at a time.

    Args:
        source: A path (also of a ``.gz`` file), a pattern (``"exports/*.nbib"``), an open file,
            ``"-"`` for standard input, or a list of these.
        format: One of ``medcite.formats()``; by default it is recognised by name and text.
        report: Collects diagnostics; by default they go to the logger ``medcite``.
        text: The citations themselves, instead of ``source``.
        library: Files from which a list of PMIDs, or PubMed's Summary, takes its records.

    Raises:
        ArgumentError: ``source`` is none of these, or not exactly one of ``source`` and ``text``
            is given.
        InputError: An input cannot be read, or is in no known format.
        InputFileError: There is no such file, or no file matches the pattern.
        UnknownError: There is no reader called ``format``.

    """
    if (source is None) == (text is None):
        raise ArgumentError("read() takes one of the two: a source, or text=...")
    require("format", format, "a str", isinstance(format, str | None))
    report = report_or_logger(report)
    if format:
        format_registry.reader(format)  # an unknown format is refused before any input is opened
    sources = resolve(source) if text is None else [in_memory(text)]
    first = open_input(sources[0], format, report) if sources else None
    take = None
    if library is not None:
        from .library.take import exports_of  # noqa: PLC0415  # most programs have no library

        take = exports_of(library)
    return _read_all(first, sources[1:], format, report, take)


def _read_all(
    first: OpenedInput | None,
    rest: Iterable[OneInput],
    format: str | None,
    report: Report,
    take: format_registry.TakeFromLibrary | None,
) -> Iterator[Record]:
    """Yield the records of all inputs; open each but the first when its turn comes."""
    if first is not None:
        yield from read_records(first, take)
    for source in rest:
        yield from read_records(open_input(source, format, report), take)


def select(
    records: Iterable[Record],
    where: str = "",
    *,
    report: Report | None = None,
    **choice: Unpack[SelectOptions],
) -> Iterator[Record]:
    """Yield some of the records, as the options of ``medcite convert`` choose them.

    Args:
        records: What ``medcite.read`` yields.
        where: A condition: ``'year >= 2015 and mesh:"Humans" and not type:Review'``.
        report: Collects diagnostics; by default they go to the logger ``medcite``.
        choice: ``ids``, ``unique``, ``sample`` and ``seed``, ``sort``, ``limit``.

    Raises:
        QueryError: The condition is wrong; ``marked`` shows where.
        UnknownError: ``sort`` names a field that there is not.
        ArgumentError: An argument is of the wrong type, or there is no such option.

    """
    from .choosing.selection import selection_of  # noqa: PLC0415  # most programs take all records

    return selection_of(where, choice).sorted(check_records(records), report_or_logger(report))


def write(
    records: Iterable[Record],
    format: str | PathLike[str] = "",
    file: Output | None = None,
    *,
    report: Report | None = None,
    **options: Unpack[WriteOptions],
) -> str:
    """Write records in a format; return the text, or ``""`` when it went to a file.

    Args:
        records: What ``medcite.read`` yields.
        format: One of ``medcite.formats()``; or the name of a file, whose suffix is the format.
        file: A path, whose suffix is the default for ``format``, or an open text file; for
            ``xlsx``, which is no text, an open binary file. An existing file is overwritten.
        report: Collects diagnostics; by default they go to the logger ``medcite``.
        options: Options such as ``key="pmid"`` or ``abstract=False``.

    Raises:
        ArgumentError: There is no such option, or an argument of the wrong type.
        MissingPackageError: The format needs a package that is not installed.
        UnknownError: There is no such format, option value, or field of the format.
        OutputError: The file cannot be written.

    """
    chosen = _parse_options(options)
    if file is None and _is_file_name(format):
        format, file = "", format
    name = fspath(file) if isinstance(file, str | PathLike) else ""
    if not format and not name:
        raise _no_format(file)
    writer = format_registry.writer(str(format)) if format else format_registry.writer_for(name)
    outputs.check(file, b"" if writer.FORMAT.binary else "")
    pieces = writer.write(check_records(records), chosen, report_or_logger(report))
    return outputs.deliver(pieces, file)


def _no_format(file: Output | None) -> ArgumentError:
    """Return the error for a missing format. Raises as ``outputs.check`` does."""
    outputs.check(file)
    advice = "; of an open file, write(records, 'bibtex', file)" if file is not None else ""
    return ArgumentError(f"write() takes a format, or a file whose name tells it{advice}")


def _parse_options(values: Mapping[str, object]) -> Options:
    """Return keyword arguments as options; raise as ``parse_options``, for engine and order too."""
    options = parse_options(values)
    if options.engine != Options.defaults["engine"]:
        from .bibliography import engine_registry  # noqa: PLC0415  # it imports the CSL processor

        engine_registry.find(options.engine)
    sorting.check(options.sort)
    return options


def _is_file_name(format: str | PathLike[str]) -> bool:
    """Whether the argument ``format`` is the name of a file: ``refs.ris``, not ``csl.json``."""
    if not isinstance(format, str) or "/" in format or "\\" in format:
        return True
    suffixes = [suffix for each in format_registry.listing() for suffix in each.suffixes]
    return "." in format and f".{format.lower()}" not in suffixes


def check(records: Iterable[Record]) -> list[Diagnostic]:
    """Return the findings of ``medcite check``: contradictions, retractions, duplicates."""
    from .checks.record import check_all  # noqa: PLC0415  # conversions need no checks

    return list(check_all(check_records(records)))


def formats() -> list[FormatListing]:
    """Return the formats that can be read and written, sorted by name."""
    return format_registry.listing()


def styles(query: str = "", field: str = "") -> list[StyleListing]:
    """Return the citation styles with all words of ``query`` in name, title or field, best first.

    Args:
        query: Words, or a journal's ISSN; without it, all styles.
        field: Only the styles of this field, such as ``medicine``.

    """
    require("query", query, "a str", isinstance(query, str))
    from .csl.style_search import search_styles  # noqa: PLC0415  # most runs list no styles

    return [style for style in search_styles(query) if not field or field in style.fields]


def to_frame(records: Iterable[Record]) -> DataFrame:
    """Return a pandas DataFrame with a row for each record and a column for each attribute.

    The cells hold the record's own values (``Name``, ``Date``...); a column ``year`` comes first.

    Raises:
        MissingPackageError: pandas is not installed.

    """
    try:
        from pandas import DataFrame  # noqa: PLC0415  # an extra
    except ImportError as error:
        message = "to_frame() needs pandas: pip install 'medcite[pandas]'"
        raise MissingPackageError(message) from error
    columns = ("year", *Record.names)
    rows = [[getattr(record, name) for name in columns] for record in check_records(records)]
    return DataFrame(rows, columns=list(columns))


def format_bibliography(
    records: Iterable[Record],
    style: str = "vancouver",
    markup: str = "text",
    locale: str | None = None,
    engine: str = "medcite",
    *,
    mark_retracted: bool = False,
    report: Report | None = None,
) -> str:
    """Return records as a reference list in a CSL style.

    Args:
        records: What ``medcite.read`` yields.
        style: A name (see ``medcite.styles()``) or the path of a ``.csl`` file.
        markup: A name such as text, html, markdown, latex or rtf.
        locale: A language such as ``de-DE``; by default the style's own, or English.
        engine: ``medcite``, or ``citeproc-py`` for comparison.
        mark_retracted: Whether ``[Retracted]`` follows the titles of retracted articles.
        report: Collects diagnostics; by default they go to the logger ``medcite``.

    Raises:
        ArgumentError: An argument is of the wrong type.
        UnknownError: There is no such style, markup, locale or engine.
        StyleError: The style is broken; the message names its file and line.

    """
    from .writers import bibliography  # noqa: PLC0415  # conversions need no CSL processor

    named = {"style": style, "markup": markup, "locale": locale or "", "engine": engine}
    options = _parse_options({**named, "mark_retracted": mark_retracted})
    return "".join(bibliography.write(check_records(records), options, report_or_logger(report)))


def format_citations(
    records: Iterable[Record],
    citations: Iterable[object],
    style: str = "vancouver",
    markup: str = "text",
    locale: str | None = None,
    *,
    mark_retracted: bool = False,
    report: Report | None = None,
) -> tuple[list[str], str]:
    """Return the citations of a text, formatted in its order, and the list of what they cite.

    Args:
        records: The records that may be cited.
        citations: A citation is a list of cites; a cite is a key, PMID, PMCID or DOI, or a
            mapping with ``id`` and, optionally, ``locator``, ``label``, ``prefix``, ``suffix``,
            ``author-only``, ``suppress-author``. An unknown article is reported and left out.
        style: As in ``format_bibliography``; so are ``markup`` and all that follow.
        markup: One of text, html, markdown and latex.
        locale: See ``style``.
        mark_retracted: See ``style``.
        report: See ``style``.

    Raises:
        ArgumentError: An argument is of the wrong type.
        UnknownError: There is no such style, or no such markup for citations.
        InputError: A citation has another structure.
        StyleError: The style is broken; the message names its file and line.

    """
    from .bibliography.citations import clusters  # noqa: PLC0415  # nor citations
    from .writers import bibliography  # noqa: PLC0415  # as above

    require("citations", citations, "a list of citations", isinstance(citations, Iterable))
    named = {"style": style, "markup": markup, "locale": locale or ""}
    options = _parse_options({**named, "mark_retracted": mark_retracted})
    return bibliography.render_citations(
        check_records(records), clusters(citations), options, report_or_logger(report)
    )


def _reference_html(record: Record) -> str:
    """Return one record as an unnumbered reference in NLM's style, as HTML."""
    return format_bibliography([record], "nlm-name-year", "html", report=Report())


model_record.reference_html = _reference_html
