"""Which formats exist, and which one a file is in. A format is a module; nobody keeps a list.

Every module in ``convert/readers`` and ``convert/writers`` has a ``FORMAT`` and a
``read`` or ``write``; other packages add theirs by the entry points
``medcite.readers`` and ``medcite.writers``. A module's name is its format's, with
``_`` for ``-``, so that a format asked for by name costs one import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar, cast

from .base.errors import InputError
from .base.frozen import Frozen
from .base.lazy_regex import regex
from .base.plugins import plugin, submodule, submodules
from .base.suggestions import UnknownError
from .checks.notices import report_retracted
from .files.source import Input, Source, open_source
from .model.record import Record
from .model.report import Location, Report
from .options import Options


class Format(Frozen):
    """A format's name, what it is, its file suffixes, and how its text is recognised.

    ``sniff`` gets the first few thousand characters and says whether they are this format.
    Where two formats share a suffix, it belongs to the one that names it earlier. ``ignores``
    names the options (of :class:`medcite.options.Options`) that mean nothing to its writer.
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    sniff: Callable[[str], bool] | None = None
    ignores: tuple[str, ...] = ()


# The options of selection and spelling, which a format that keeps everything has no use for.
SELECTION = (
    "key", "journal", "abstract", "keywords", "mesh", "date", "fields", "omit", "protect",
    "ascii", "ris_profile",
)  # fmt: skip


class Reader(Protocol):
    """A module that reads: yields records one at a time, tells the report what it met."""

    FORMAT: Format

    def read(self, source: Source, report: Report) -> Iterator[Record]:
        """Yield the records of ``source``; never raises for bad input inside it."""
        ...


class Writer(Protocol):
    """A module that writes: yields the output's text in pieces."""

    FORMAT: Format

    def write(self, records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
        """Yield text for ``records``; tells ``report`` what the format has no home for."""
        ...


# Renders a chunk's records without their keys.
FragmentWriter: TypeAlias = Callable[[Iterable[Record], Report], Iterator[Any]]


class ParallelWriter(Writer, Protocol):
    """A writer whose output several processes can render, a chunk of the records each."""

    def fragment_writer(self, options: Options) -> FragmentWriter:
        """Return a generator that renders a chunk's records without their keys."""
        ...

    def join_fragments(self, parts: Iterable[Any], options: Options) -> Iterator[str]:
        """Yield the output's text for the fragments of all chunks, as ``write`` would."""
        ...


class FormatListing(NamedTuple):
    """A format as ``medcite formats`` shows it."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool
    writes: bool


class OpenedInput(NamedTuple):
    """An open input: the reader of its format, its text, and what collects diagnostics."""

    reader: Reader
    source: Source
    report: Report


Side = TypeVar("Side", Reader, Writer)

USUAL = "medline"  # what most inputs are

# How a text begins that no reader takes, and what to call it. Readers are asked first.
OTHERS = (
    ("{\\rtf", "an RTF document"),
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("\\documentclass", "a LaTeX document (see `medcite latex`)"),
    ("%0 ", "EndNote's tagged text (export RIS instead)"),
    ("fn clarivate", "Web of Science's text (export RIS or BibTeX instead)"),
    ("fn thomson", "Web of Science's text (export RIS or BibTeX instead)"),
    ("fn isi", "Web of Science's text (export RIS or BibTeX instead)"),
    ("pmid,title", "PubMed's table (save its format `PubMed` instead)"),
    ('"authors"', "Scopus's table (export RIS or BibTeX instead)"),
    ("1: ", "a formatted list (from PubMed, save its format `PubMed` instead)"),
    ("1. ", "a formatted list (from PubMed, save its format `PubMed` instead)"),
)
# What stands somewhere at the beginning of other programs' XML, and what that is.
ELEMENTS = (
    ("<esummaryresult", "PubMed's summaries (fetch the records: efetch, rettype medline or xml)"),
    ("<esearchresult", "a PubMed search's result (fetch the records: efetch, rettype medline)"),
    ("<efetchresult", "E-utilities' error message"),
    ("<pmc-articleset", "PMC's full text (save PubMed's record of the article instead)"),
    ("<database name=", "EndNote's XML (export RIS instead)"),
    ("http://www.loc.gov/mods", "MODS XML (export RIS or BibTeX instead)"),
    ("http://purl.org/net/biblio", "Zotero's RDF (export RIS, BibTeX or CSL JSON instead)"),
)
PMIDS = regex(r"\d{4,8}(?:[\s,;]+\d{4,8})*\s*")


def _own_readers() -> tuple[Reader, ...]:
    return tuple(cast(Reader, each) for each in _own_modules("readers"))


def readers() -> tuple[Reader, ...]:
    """Return every reader, our own first, each group by name."""
    return tuple(cast(Reader, each) for each in _modules("readers"))


def writers() -> tuple[Writer, ...]:
    """Return every writer, our own first, each group by name."""
    return tuple(cast(Writer, each) for each in _modules("writers"))


def reader(name: str) -> Reader:
    """Return the reader of the format called ``name`` (or of that suffix: ``nbib``).

    Raises:
        UnknownError: No reader has that name; the message gives the nearest.

    """
    return cast(Reader, _named("readers", name))


def writer(name: str) -> Writer:
    """Return the writer of the format called ``name`` (or of that suffix: ``bib``).

    Raises:
        UnknownError: No writer has that name; the message gives the nearest.

    """
    return cast(Writer, _named("writers", name))


def writer_for(file: str) -> Writer:
    """Return the writer that ``file``'s suffix asks for.

    Raises:
        UnknownError: No writer has that suffix; the message gives the nearest.

    """
    if found := _by_suffix(writers(), file):
        return found[0]
    known = sorted({suffix for each in writers() for suffix in each.FORMAT.suffixes})
    suffix = "." + _bare(file).rpartition(".")[2]
    raise UnknownError("suffix", suffix, known, "say --to FORMAT")


def listing() -> list[FormatListing]:
    """Return all formats by name, each with what it can be used for."""
    reading = {reader.FORMAT.name: reader.FORMAT for reader in readers()}
    writing = {writer.FORMAT.name: writer.FORMAT for writer in writers()}
    return [
        FormatListing(name, known.title, known.suffixes, name in reading, name in writing)
        for name, known in sorted({**writing, **reading}.items())
    ]


def open_input(source: Input, format: str | None, report: Report) -> OpenedInput:
    """Open an input and find the reader of its format.

    Raises:
        InputError: It cannot be read, or no reader takes its text.
        UnknownError: There is no reader called ``format``.

    """
    named = reader(format) if format else None
    opened = open_source(source, report)
    return OpenedInput(named or recognise(opened, report), opened, report)


def read_records(reader: Reader, source: Source, report: Report) -> Iterator[Record]:
    """Yield the records of ``source``; report retracted articles, and an input without records."""
    is_empty = True
    for record in report_retracted(reader.read(source, report), report):
        is_empty = False
        yield record
    if not is_empty:
        return
    if source.head.strip():
        message = f"no records found; expected {reader.FORMAT.title}"
        report.error("empty", Location(source.name), message)
    else:
        report.warning("empty", Location(source.name), "the file is empty")


def is_suffix(suffix: str) -> bool:
    """Whether a format can be asked for by this suffix: ``.csl.json``."""
    return any(suffix.lower() in known.suffixes for known in listing())


def reader_of(written: Format) -> Reader | None:
    """Return the reader of what a writer writes: that of its name, else one of its suffixes."""
    every = readers()
    named = [each for each in every if each.FORMAT.name == written.name]
    for suffix in written.suffixes:
        named += _by_suffix(every, f"x{suffix}")
    return named[0] if named else None


def recognise(source: Source, report: Report) -> Reader:
    """Return the reader for ``source``: by its name's suffix, if its text agrees, else by its text.

    Raises:
        InputError: No reader takes this text.

    """
    usual = reader(USUAL)  # importing the others takes longer than reading a short file
    if _by_suffix([usual], source.name) and _recognises(usual, source):
        return usual
    for own in _by_suffix(_own_readers(), source.name):
        if own.FORMAT.sniff is None or _recognises(own, source):
            return own
    # Looking for other packages' formats takes longer than most of the work: they come last.
    named = _by_suffix(readers(), source.name)
    if not source.head.strip() and named:
        return named[0]
    for known in (*named, *readers()):
        if _recognises(known, source):
            if known not in named:
                _tell_format(source, known.FORMAT, report)
            return known
    raise InputError(f"{source.name}: {_unreadable(source, named)}")


def _recognises(reader: Reader, source: Source) -> bool:
    """Whether a reader knows a text by its first characters."""
    return reader.FORMAT.sniff is not None and reader.FORMAT.sniff(source.head)


def _tell_format(source: Source, found: Format, report: Report) -> None:
    """Note that a file's text is not what its name says; standard input has no such name."""
    suffix = _bare(source.name).rpartition(".")[2]
    if suffix and suffix != _bare(source.name):
        message = f"named .{suffix}, but its text is {found.title}: read as {found.name}"
        report.note("read-as", Location(source.name), message)


def _unreadable(source: Source, named: list[Reader]) -> str:
    """Say what ``source`` seems to be and what was expected."""
    head = source.head.lstrip().lower()
    kind = next((kind for start, kind in OTHERS if head.startswith(start)), "")
    kind = kind or next((kind for mark, kind in ELEMENTS if head[:1] == "<" and mark in head), "")
    if PMIDS.fullmatch(head):
        kind = "a list of PMIDs (from PubMed, save its format `PubMed` instead)"
    title = named[0].FORMAT.title if named else "citations in a known format"
    if not head:
        found = f"is empty, expected {title}"
    elif kind:
        found = f"is {kind}, expected {title}"
    else:
        found = f"does not look like {title}"
    return f"{found}; give a file as PubMed saves it (.nbib), or say --from (`medcite formats`)"


def _named(side: str, name: str) -> object:
    """Return the module of one format by its name, importing no other if that can be."""
    wanted = name.lower()
    if own := plugin(import_module(f".{side}", __package__), wanted):
        return own
    every = [cast(Reader, each) for each in _modules(side)]
    named = [each for each in every if each.FORMAT.name == wanted]
    if found := named or _by_suffix(every, f"x.{wanted}"):
        return found[0]
    known = [each.FORMAT.name for each in every]
    raise UnknownError("format", name, known, "`medcite formats` lists them")


def _by_suffix(modules: Iterable[Side], file: str) -> list[Side]:
    """Return the modules whose format has ``file``'s suffix, the longest first."""
    bare = _bare(file)
    found = [
        (-len(suffix), at, number, each)
        for number, each in enumerate(modules)
        for at, suffix in enumerate(each.FORMAT.suffixes)
        if bare.endswith(suffix)
    ]
    found.sort(key=lambda row: row[:3])
    return list({id(each): each for *_, each in found}.values())


def _bare(file: str) -> str:
    """Return a file's name in lower case, without folders and ``.gz``."""
    return file.replace("\\", "/").rpartition("/")[2].lower().removesuffix(".gz")


@cache
def _own_modules(side: str) -> tuple[object, ...]:
    """Import every module of ours on one side."""
    package = import_module(f".{side}", __package__)
    own = (submodule(package, name) for name in submodules(package))
    return tuple(module for module in own if hasattr(module, "FORMAT"))


@cache
def _modules(side: str) -> tuple[object, ...]:
    """Import every module of one side: our own, then other packages'."""
    return (*_own_modules(side), *_others(side))


def _others(side: str) -> Iterator[Any]:
    """Import the modules that other packages offer by an entry point."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow to load; our own formats need none

    for point in sorted(entry_points(group=f"medcite.{side}"), key=lambda point: point.name):
        try:
            yield point.load()
        except (ImportError, AttributeError) as error:
            message = f"the format {point.name!r} of {point.value} does not load: {error}"
            raise InputError(message) from error
