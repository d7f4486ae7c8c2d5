"""Find the formats that can be read and written, and recognise the format of an input.

A format is a module in ``convert/readers`` or ``convert/writers`` with a ``FORMAT`` and a ``read``
or ``write`` function; there is no list of them. Other packages add formats by the entry points
``medcite.readers`` and ``medcite.writers``. A module has the name of its format, with ``_`` for
``-``, so that looking up a format by name costs one import.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple, Protocol, TypeAlias, TypeVar, cast

from .base.errors import InputError
from .base.frozen import Frozen
from .base.plugins import plugin, submodule, submodules
from .base.suggestions import UnknownError
from .checks.retractions import report_retracted
from .files.source import Input, Source, open_any
from .format import REQUIRED
from .format import SELECTION as SELECTION  # noqa: PLC0414  # writers have it from here
from .format import Format as Format  # noqa: PLC0414  # so have other packages
from .model.record import Record
from .model.report import Location, Report, note_left_out
from .options import Options


class Reader(Protocol):
    """A module that reads a format."""

    FORMAT: Format

    def read(self, source: Source, report: Report) -> Iterator[Record]:
        """Yield the records of ``source``; report bad input, and raise nothing for it."""
        ...


class Writer(Protocol):
    """A module that writes a format."""

    FORMAT: Format

    def write(
        self, records: Iterable[Record], options: Options, report: Report
    ) -> Iterator[str] | Iterator[bytes]:
        """Yield ``records`` in pieces, bytes if the format is binary; report what has no place."""
        ...


# Renders a chunk's records without their keys.
FragmentWriter: TypeAlias = Callable[[Iterable[Record], Report], Iterator[object]]


class ParallelWriter(Writer, Protocol):
    """A writer whose output several processes can render, each a chunk of the records."""

    def fragment_writer(self, options: Options) -> FragmentWriter:
        """Return a function that renders a chunk's records without their keys."""
        ...

    def join_fragments(self, parts: Iterable[object], options: Options) -> Iterator[str]:
        """Yield the same text as ``write`` from the fragments of all chunks."""
        ...


class FormatListing(NamedTuple):
    """A format as ``medcite formats`` shows it."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool
    writes: bool


class OpenedInput(Frozen):
    """An open input: the reader of its format, its text, and its report."""

    reader: Reader
    source: Source
    report: Report


# Takes the records that an input names from a library.
TakeFromLibrary: TypeAlias = Callable[[OpenedInput, Iterator[Record]], Iterator[Record]]
Side = TypeVar("Side", Reader, Writer)

COMMON_FORMAT = "medline"  # of most inputs


def _own_readers() -> tuple[Reader, ...]:
    return tuple(cast(Reader, module) for module in _own_modules("readers"))


def readers() -> tuple[Reader, ...]:
    """Return all readers, medcite's own first, each group sorted by name."""
    return tuple(cast(Reader, module) for module in _modules("readers"))


def writers() -> tuple[Writer, ...]:
    """Return all writers, medcite's own first, each group sorted by name."""
    return tuple(cast(Writer, module) for module in _modules("writers"))


def reader(name: str) -> Reader:
    """Return the reader of the format called ``name``, or with this suffix (``nbib``).

    Raises:
        UnknownError: There is no such reader; the message suggests the nearest.

    """
    return cast(Reader, _module_by_name("readers", name))


def writer(name: str) -> Writer:
    """Return the writer of the format called ``name``, or with this suffix (``bib``).

    Raises:
        UnknownError: There is no such writer; the message suggests the nearest.

    """
    return cast(Writer, _module_by_name("writers", name))


def writer_for(file: str) -> Writer:
    """Return the writer of the format with the suffix of ``file``.

    Raises:
        UnknownError: No format has that suffix; the message suggests the nearest.

    """
    if own := _own_writer_for(_base_name(file)):
        return own
    if matches := _by_suffix(writers(), file):
        return matches[0]
    known = sorted({suffix for writer in writers() for suffix in writer.FORMAT.suffixes})
    suffix = "." + _base_name(file).rpartition(".")[2]
    raise UnknownError("suffix", suffix, known, "use --to FORMAT")


def _own_writer_for(name: str) -> Writer | None:
    """Return medcite's writer whose first suffix is that of a file, importing few others.

    Modules with the suffix in their name are tried first. ``None`` does not mean that there is no
    writer: a name with two dots may end in a longer suffix.
    """
    stem, _, suffix = name.rpartition(".")
    if not stem or "." in stem:
        return None
    package = import_module(".writers", __package__)
    for module_name in sorted(submodules(package), key=lambda own: (suffix not in own, len(own))):
        module = cast(Writer, submodule(package, module_name))
        if module.FORMAT.suffixes[:1] == (f".{suffix}",):
            return module
    return None


def listing() -> list[FormatListing]:
    """Return all formats sorted by name, and whether they can be read and written."""
    reading = {reader.FORMAT.name: reader.FORMAT for reader in readers()}
    writing = {writer.FORMAT.name: writer.FORMAT for writer in writers()}
    return [
        FormatListing(name, format.title, format.suffixes, name in reading, name in writing)
        for name, format in sorted({**writing, **reading}.items())
    ]


def open_input(source: Input, format: str | None, report: Report) -> OpenedInput:
    """Open an input and find the reader of its format.

    Raises:
        InputError: It cannot be read, or its format is not recognised.
        UnknownError: There is no reader called ``format``.

    """
    chosen = reader(format) if format else None
    opened = open_any(source, report)
    if chosen and chosen.FORMAT.binary != bool(opened.data):
        kind = "a document or archive" if opened.data else "text"
        raise InputError(f"{opened.name}: is {kind}, expected {chosen.FORMAT.title}")
    return OpenedInput(chosen or recognise(opened, report), opened, report)


def read_records(opened: OpenedInput, take: TakeFromLibrary | None = None) -> Iterator[Record]:
    """Yield the records of an input; report retracted articles. Raises as ``read_silently``."""
    return report_retracted(read_silently(opened, take), opened.report)


def read_silently(opened: OpenedInput, take: TakeFromLibrary | None = None) -> Iterator[Record]:
    """Yield the records of an input; report if there are none.

    Raises:
        InputError: The input only names records, and there is no library to ``take`` them from.

    """
    source, report = opened.source, opened.report
    is_empty = True
    for record in _complete_records(opened, take):
        is_empty = False
        yield record
    note_left_out(report.left_out, source.name, report)
    report.left_out.clear()
    if not is_empty:
        return
    if source.head.strip():
        message = f"no records found; expected {opened.reader.FORMAT.title}"
        report.error("empty", Location(source.name), message)
    else:
        report.warning("empty", Location(source.name), "the file is empty")


def _complete_records(opened: OpenedInput, take: TakeFromLibrary | None) -> Iterator[Record]:
    """Return the records of an input, those of a library where its format names such."""
    format = opened.reader.FORMAT
    source = opened.source
    records = source.within_limits(opened.reader.read(source, opened.report))
    if format.library and take:
        return take(opened, records)
    if format.library == REQUIRED:
        advice = "name the exports that have the records: --from-library FILE (or library=...)"
        raise InputError(f"{opened.source.name}: is {format.title}; {advice}")
    return records


def export_suffixes() -> tuple[str, ...]:
    """Return the suffixes of all files that can be read but documents, which cite articles."""
    formats = (reader.FORMAT for reader in readers() if not reader.FORMAT.binary)
    return tuple({suffix for format in formats for suffix in format.suffixes})


def reader_of(written: Format) -> Reader | None:
    """Return the reader of what a writer writes, by the format's name or else its suffixes."""
    candidates = readers()
    matches = [reader for reader in candidates if reader.FORMAT.name == written.name]
    for suffix in written.suffixes:
        matches += _by_suffix(candidates, f"x{suffix}")
    return matches[0] if matches else None


def recognise(source: Source, report: Report) -> Reader:
    """Return the reader for ``source``, by its suffix if its text agrees, or else by its text.

    Raises:
        InputError: No reader recognises the text.

    """
    common = reader(COMMON_FORMAT)  # importing the others takes longer than reading a short file
    if _by_suffix([common], source.name) and _recognises(common, source):
        return common
    for own in _by_suffix(_own_readers(), source.name):
        if (own.FORMAT.sniff is None and not source.data) or _recognises(own, source):
            return own
    # Formats of other packages come last, since finding them takes longer than most of the work.
    with_suffix = _by_suffix(readers(), source.name)
    if not source.head.strip() and with_suffix:
        return with_suffix[0]
    for candidate in (*with_suffix, *readers()):
        if _recognises(candidate, source):
            if candidate not in with_suffix:
                _note_format(source, candidate.FORMAT, report)
            return candidate
    raise InputError(f"{source.name}: {_describe_unknown(source, with_suffix)}")


def _recognises(reader: Reader, source: Source) -> bool:
    """Whether a reader recognises a text by its first characters, an archive by its files."""
    sniff, is_of_kind = reader.FORMAT.sniff, reader.FORMAT.binary == bool(source.data)
    return is_of_kind and sniff is not None and sniff(source.head)


def _note_format(source: Source, format: Format, report: Report) -> None:
    """Note that a file's text does not agree with its suffix, if its name has one."""
    suffix = _base_name(source.name).rpartition(".")[2]
    if suffix and suffix != _base_name(source.name):
        message = f"named .{suffix}, but its text is {format.title}: read as {format.name}"
        report.note("read-as", Location(source.name), message)


def _describe_unknown(source: Source, with_suffix: list[Reader]) -> str:
    """Say what ``source`` seems to be, and what was expected."""
    from .tables import other_formats  # noqa: PLC0415  # for an error only

    head = source.head.lstrip().lower()
    kind = other_formats.archive_kind_of(head) if source.data else other_formats.kind_of(head)
    title = with_suffix[0].FORMAT.title if with_suffix else "citations in a known format"
    if not head:
        problem = f"is empty, expected {title}"
    elif kind:
        problem = f"is {kind}, expected {title}"
    else:
        problem = f"does not look like {title}"
    return f"{problem}; give a file as PubMed saves it (.nbib), or use --from (`medcite formats`)"


def _module_by_name(side: str, name: str) -> object:
    """Return the module of a format by its name, if possible without importing any other."""
    wanted = name.lower()
    if own := plugin(import_module(f".{side}", __package__), wanted):
        return own
    modules = [cast(Reader, module) for module in _modules(side)]
    matches = [module for module in modules if module.FORMAT.name == wanted]
    if matches := matches or _by_suffix(modules, f"x.{wanted}"):
        return matches[0]
    known = [module.FORMAT.name for module in modules]
    raise UnknownError("format", name, known, "`medcite formats` lists them")


def _by_suffix(modules: Iterable[Side], file: str) -> list[Side]:
    """Return the modules whose format has the suffix of ``file``, the longest suffix first."""
    name = _base_name(file)
    matches = [
        (-len(suffix), place, number, module)
        for number, module in enumerate(modules)
        for place, suffix in enumerate(module.FORMAT.suffixes)
        if name.endswith(suffix)
    ]
    matches.sort(key=lambda match: match[:3])
    return list({id(module): module for *_, module in matches}.values())


def _base_name(file: str) -> str:
    """Return a file's name in lower case, without folders and ``.gz``."""
    return file.replace("\\", "/").rpartition("/")[2].lower().removesuffix(".gz")


@cache
def _own_modules(side: str) -> tuple[object, ...]:
    """Import all of medcite's readers or writers; ``side`` is the name of their package."""
    package = import_module(f".{side}", __package__)
    modules = (submodule(package, name) for name in submodules(package))
    return tuple(module for module in modules if hasattr(module, "FORMAT"))


@cache
def _modules(side: str) -> tuple[object, ...]:
    """Import all readers or writers: medcite's own, then those of other packages."""
    return (*_own_modules(side), *_foreign_modules(side))


def _foreign_modules(side: str) -> Iterator[object]:
    """Import the modules that other packages offer by an entry point."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # slow to import, and not needed for medcite's formats

    for point in sorted(entry_points(group=f"medcite.{side}"), key=lambda point: point.name):
        try:
            yield point.load()
        except (ImportError, AttributeError) as error:
            message = f"the format {point.name!r} of {point.value} does not load: {error}"
            raise InputError(message) from error
