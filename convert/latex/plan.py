"""One run: from a document and its exports to the file that it needs, not yet written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..base.errors import InputError
from ..citekeys.keys import Keys
from ..model.record import Record
from ..model.report import Location, Report
from ..options import Options
from . import article_names, document, library_files
from .bib_entries import Speller, called
from .bib_file import BrokenError, Database, Entry, parse
from .bib_update import Change, Update, pruned
from .citations import Citation, Cited
from .library import Library
from .resolver import Resolver
from .safe_write import Revise, Revision, read, update


@dataclass(frozen=True, slots=True)
class Request:
    """What the author asks for: a document, where its references are, what to write."""

    document: str
    files: tuple[str, ...] = ()  # none: those beside the document
    output: str = ""  # empty (or -, standard output): what the document names
    dialect: str = ""  # bibtex or biblatex; empty: what the document uses
    prune: bool = False  # also remove entries of ours that are no longer cited
    options: Options = field(default_factory=Options)


@dataclass(slots=True)
class FilePlan:
    """A file and what it should hold, which ``revise`` works out again if the file changes.

    ``library`` still has its indexes to save.
    """

    path: Path
    library: Library
    revision: Revision
    revise: Revise

    def save(self) -> None:
        """Write the file, if it changes, and the indexes. Raises OSError."""
        self.revision = update(self.path, self.revision, self.revise)
        self.save_indexes()

    def save_indexes(self) -> None:
        """Write the indexes of the exports, if they changed."""
        self.library.save()


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What the new content of a .bib file depends on, beside its old one.

    ``others`` are the document's other databases; ``written`` are the keys in its .tex files.
    """

    request: Request
    dialect: str
    path: Path
    cited: Cited
    written: frozenset[str]
    places: dict[str, Citation]
    others: tuple[Database, ...]
    library: Library

    def revise(self, old: bytes | None) -> Revision:
        """Work out what the file should hold if it holds ``old``. Raises InputError."""
        base = _parse(self.path, old or b"", self.dialect)
        self.library.want(_names(self.cited, base.entries))
        return self.merge(old, base)

    def merge(self, old: bytes | None, base: Database) -> Revision:
        """Work out what the file should hold if it holds ``old``, which is ``base`` taken apart."""
        report = Report()
        resolver = Resolver(self.library, self.places, report)
        speller = _speller(self.dialect, self.request.options, old)
        run = Update(base, self.others, resolver, speller, self.written)
        made = run.run(self.cited)
        gone: list[Change] = []
        if self.request.prune:
            made, gone = pruned(made, self.cited)
        changes = (*run.changes, *gone)
        # If only checksums of what entries were made from differ, they wait for a real change.
        new = (made if changes else base).text.encode("utf-8", "surrogateescape")
        return Revision(old, new, changes, tuple(report.diagnostics))


def database(request: Request, report: Report) -> FilePlan:
    """Plan the .bib file of a document.

    Raises:
        InputError: There is no such document, it names no .bib file, or a file cannot be read.

    """
    found = document.find(request.document)
    cited = document.cited(found)
    dialect = request.dialect or ("biblatex" if cited.biblatex else "bibtex")
    named = document.databases(found, cited)
    path = (
        Path(request.output) if request.output.strip("-") else _target(found.file, named, dialect)
    )
    old = read(path)
    base = _parse(path, old or b"", dialect)
    others = tuple(_others(named, path, dialect, report))
    paths = library_files.choose(request.files, found.folder, [path, *named])
    books = _open(request, paths, _names(cited, base.entries), report)
    written = frozenset(document.sources(found).keys) if cited.biblatex else frozenset(cited.keys)
    places = document.places(found, cited)
    upkeep = Upkeep(request, dialect, path, cited, written, places, others, books)
    return FilePlan(path, books, upkeep.merge(old, base), upkeep.revise)


def bibliography(request: Request, report: Report) -> FilePlan:
    """Plan the .bbl file of a document, in the style that the options name.

    Raises:
        InputError: There is no such document, it uses biblatex, or a file cannot be read.
        UnknownError: There is no such style.
        StyleError: The style is broken.

    """
    from ..markup.latex import MARK  # noqa: PLC0415  # only --bbl needs it
    from . import bbl_file  # noqa: PLC0415  # only --bbl needs it

    found = document.find(request.document)
    cited = document.cited(found)
    if cited.biblatex:
        message = "uses biblatex, which makes its own bibliography from a .bib file"
        raise InputError(f"{found.file}: {message}; without --bbl there is one")
    path = Path(request.output) if request.output.strip("-") else found.bbl
    named = [each for each in document.databases(found, cited) if each.is_file()]
    paths = library_files.choose(request.files, found.folder, named)
    books = _open(request, [*paths, *named], _names(cited), report)
    resolver = Resolver(books, document.places(found, cited), report)
    records = dict(_records(cited, resolver, request.options.key))
    options = request.options
    natbib = document.natbib(found)
    text = bbl_file.write(records, options.style, options.locale, report, natbib=natbib)
    new = MARK.sign(text) if request.output != "-" else text
    revise = partial(Revision, new=new.encode())  # whatever the old file holds
    return FilePlan(path, books, revise(read(path)), revise)


def _open(request: Request, paths: list[Path], wanted: set[str], report: Report) -> Library:
    """Open the exports. Raises InputError."""
    try:
        books = Library(paths, wanted)
    except InputError:
        raise
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error
    library_files.tell_unreadable(books, request.files, report)
    return books


def _names(cited: Cited, entries: Iterable[Entry] = ()) -> set[str]:
    """Return the names to look for: all that cited keys may mean, and those of our entries."""
    ours = (name for entry in entries if entry.ours for name in called(entry))
    return {name for key in cited.keys for name in article_names.read(key)}.union(ours)


def _target(file: Path, named: list[Path], dialect: str) -> Path:
    """Choose among the document's databases: one with entries of ours, one to be made, the first.

    Raises:
        InputError: There is none.

    """
    if not named:
        raise InputError(f"{file}: names no .bib file; say which to write with -o")
    for path in named:
        data = read(path)
        if data is not None and b"% medcite " in data and _parse(path, data, dialect).ours:
            return path
    return next((path for path in named if not path.exists()), named[0])


def _parse(path: Path, data: bytes, dialect: str) -> Database:
    """Take a .bib file apart. Raises InputError, with the line, where an entry never ends."""
    try:
        return parse(data.decode("utf-8", "surrogateescape"), comments=dialect == "biblatex")
    except BrokenError as error:
        raise InputError(f"{path}:{error.line}: {error}") from error


def _others(named: list[Path], path: Path, dialect: str, report: Report) -> Iterator[Database]:
    """Yield the document's other databases; one that is broken is told and left out."""
    for each in named:
        data = read(each) if each != path else None
        if data is None:
            continue
        try:
            yield _parse(each, data, dialect)
        except InputError as error:
            report.warning("broken", Location(str(each)), str(error))


def _speller(dialect: str, options: Options, old: bytes | None) -> Speller:
    """Make the speller; a file that is not in UTF-8 gets ASCII, which suits every encoding."""
    try:
        (old or b"").decode()
    except UnicodeDecodeError:
        options = options.replace(ascii=True)
    return Speller(dialect, options)


def _records(cited: Cited, resolver: Resolver, pattern: str) -> Iterator[tuple[str, Record]]:
    """Yield the cited records by their keys, in order; those that cannot be are told."""
    for key in cited.keys:
        record = resolver.find(key, article_names.read(key))
        if record is None:
            resolver.unresolved(key, ())
        elif not article_names.fit(key, "bibtex"):
            resolver.unfit(key, record)
        else:
            yield key, record
    if cited.everything:
        make = Keys(pattern)
        yield from ((make(record), record) for record in resolver.library.records())
