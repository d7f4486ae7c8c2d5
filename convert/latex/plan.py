"""Plan a run: from a document and the author's references to the file to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..base.errors import InputError
from ..citekeys.keys import Keys
from ..library import article_names, library_files
from ..library.fetched import ArticleSource
from ..library.library import Library
from ..library.resolver import Resolver
from ..model.record import Record
from ..model.report import Location, Report
from ..options import Options
from ..tables.reference_styles import ARTICLE_NUMBER_FIELDS, MISPRINTED
from . import bib_file, packages
from .bib_entries import EntryMaker, names_of_entry
from .bib_file import BibFile, BrokenError, Entry
from .bib_update import BibUpdate, Change, prune
from .citations import DocumentCitations
from .control_entries import is_export
from .document import (
    bibliography_style,
    citation_places,
    find_document,
    loads,
    named_bib_files,
    read_citations,
    read_sources,
)
from .safe_write import Revise, Revision, read_if_exists, write_revision

if TYPE_CHECKING:
    from ..checks.retraction_list import RetractionList


@dataclass(frozen=True, slots=True)
class Request:
    """What the author asks for: a document, where the references are, what to write."""

    document: str
    files: tuple[str, ...] = ()  # none: those beside the document
    output: str = ""  # empty (or -, standard output): what the document names
    dialect: str = ""  # bibtex or biblatex; empty: what the document uses
    prune: bool = False  # also remove medcite's entries that are no longer cited
    options: Options = field(default_factory=Options)
    retractions: RetractionList | None = None
    source: ArticleSource | None = None  # asked for what the files lack


@dataclass(slots=True)
class FilePlan:
    """A file and its new content, which ``revise`` makes again if the file changes.

    The indexes of ``library`` are not saved yet.
    """

    path: Path
    library: Library
    revision: Revision
    revise: Revise

    def save(self) -> None:
        """Write the file, if it changes, and the indexes. Raises OSError."""
        self.revision = write_revision(self.path, self.revision, self.revise)
        self.save_indexes()

    def save_indexes(self) -> None:
        """Write the indexes of the library, if they changed."""
        self.library.save()


@dataclass(frozen=True, slots=True)
class BibInputs:
    """What the new content of a .bib file depends on, besides the old content.

    ``others`` are the document's other .bib files; ``written`` are the keys in its .tex files. Of
    ``missing_packages`` the document needs one if a DOI has an underscore. The style prints
    ``misprinted``, attributes of a record, wrongly.
    """

    request: Request
    dialect: str
    path: Path
    cited: DocumentCitations
    written: frozenset[str]
    places: dict[str, Location]
    others: tuple[BibFile, ...]
    library: Library
    missing_packages: tuple[str, ...]
    misprinted: tuple[str, ...]

    def revise(self, old: bytes | None) -> Revision:
        """Return the revision of a file that contains ``old``. Raises InputError."""
        bib = _parse(self.path, old or b"", self.dialect)
        self.library.prepare(_wanted_names(self.cited, bib.entries))
        return self.revise_parsed(old, bib)

    def revise_parsed(self, old: bytes | None, bib: BibFile) -> Revision:
        """Return the revision of a file that contains ``old``, parsed as ``bib``."""
        report = Report()
        options, retractions = self.request.options, self.request.retractions
        resolver = Resolver(self.library, self.places, report, self.cited.outdated, retractions)
        maker = EntryMaker(self.dialect, _options_for(old, options), self.misprinted)
        update = BibUpdate(bib, self.others, resolver, maker, self.written)
        new_bib = update.run(self.cited)
        removed: list[Change] = []
        if self.request.prune:
            new_bib, removed = prune(new_bib, self.cited)
        packages.report_underscores(new_bib, self.missing_packages, str(self.path), report)
        changes = (*update.changes, *removed)
        # If only source checksums differ, they wait for a real change.
        new = (new_bib if changes else bib).text.encode("utf-8", "surrogateescape")
        return Revision(old, new, changes, tuple(report.diagnostics))


def plan_bib_file(request: Request, report: Report) -> FilePlan:
    """Plan the .bib file of a document.

    Raises:
        InputError: There is no such document, it names no .bib file, or a file cannot be read.

    """
    document = find_document(request.document)
    cited = read_citations(document)
    dialect = request.dialect or ("biblatex" if cited.biblatex else "bibtex")
    style = bibliography_style(document, cited)
    request = _for_style(request, style, dialect)
    bib_files = named_bib_files(document, cited)
    path = _output(request) or _choose_bib_file(document.file, bib_files, dialect)
    old = read_if_exists(path)
    bib = _parse(path, old or b"", dialect)
    others = tuple(_parse_others(bib_files, path, dialect, report))
    paths = library_files.choose(request.files, document.folder, [path, *bib_files], is_export)
    library = library_files.open_library(
        request.files, paths, _wanted_names(cited, bib.entries), report
    )
    if request.source:
        entries = [entry for file in (bib, *others) for entry in file.entries]
        library.complete(_without_own_entry(cited, entries), request.source)
    uses_sources = cited.biblatex or cited.outdated
    keys = read_sources(document).keys if uses_sources else cited.keys
    places = citation_places(document, cited)
    missing = packages.missing_for_underscores(document, style)
    inputs = BibInputs(
        request, dialect, path, cited, frozenset(keys), places, others, library, missing,
        MISPRINTED.get(style, ()),
    )  # fmt: skip
    return FilePlan(path, library, inputs.revise_parsed(old, bib), inputs.revise)


def plan_bbl_file(request: Request, report: Report) -> FilePlan:
    """Plan the .bbl file of a document, in the style that the options name.

    Raises:
        InputError: There is no such document, it uses biblatex, or a file cannot be read.
        UnknownError: There is no such style.
        StyleError: The style is broken.

    """
    from ..markup.latex import MARK  # noqa: PLC0415  # only --bbl needs it
    from . import bbl_file  # noqa: PLC0415  # only --bbl needs it

    document = find_document(request.document)
    cited = read_citations(document)
    if cited.biblatex:
        message = "uses biblatex, which makes its own bibliography from a .bib file"
        raise InputError(f"{document.file}: {message}; run without --bbl to write one")
    path = _output(request) or document.bbl
    bib_files = [path for path in named_bib_files(document, cited) if path.is_file()]
    paths = library_files.choose(request.files, document.folder, bib_files, is_export)
    library = library_files.open_library(
        request.files, [*paths, *bib_files], _wanted_names(cited), report
    )
    if request.source:
        library.complete(cited.keys, request.source)
    places = citation_places(document, cited)
    resolver = Resolver(library, places, report, cited.outdated, request.retractions)
    options = request.options
    records = dict(_cited_records(cited, resolver, options.key))
    natbib = loads(document, "natbib")
    text = bbl_file.write(records, options.style, options.locale, report, natbib=natbib)
    new = MARK.sign(text) if request.output != "-" else text
    revise = partial(Revision, new=new.encode())  # whatever the old file contains
    return FilePlan(path, library, revise(read_if_exists(path)), revise)


def _for_style(request: Request, style: str, dialect: str) -> Request:
    """Return the request with the field in which ``style`` prints article numbers best.

    The author's own choice stands.
    """
    options = request.options
    if options.article_number == "auto":
        chosen = ARTICLE_NUMBER_FIELDS[dialect].get(style, "auto")
        options = options.replace(article_number=chosen)
    return replace(request, options=options)


def _output(request: Request) -> Path | None:
    """Return the file that the author asked for; ``None`` if it depends on the document."""
    return Path(request.output) if request.output.strip("-") else None


def _wanted_names(cited: DocumentCitations, entries: Iterable[Entry] = ()) -> set[str]:
    """Return the names to look for: those of cited keys and of medcite's entries."""
    of_entries = {name for entry in entries if entry.is_ours for name in names_of_entry(entry)}
    return of_entries.union(*map(article_names.of_key, cited.keys))


def _without_own_entry(cited: DocumentCitations, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the cited keys for which the author has no entry."""
    own = {key.lower() for entry in entries if not entry.is_ours for key in (entry.key, *entry.ids)}
    return (key for key in cited.keys if key.lower() not in own)


def _choose_bib_file(file: Path, bib_files: list[Path], dialect: str) -> Path:
    """Return the .bib file to write: one with medcite's entries, a missing one, or the first.

    Raises:
        InputError: The document names none.

    """
    if not bib_files:
        raise InputError(f"{file}: names no .bib file; use -o to name one")
    for path in bib_files:
        data = read_if_exists(path)
        if data is not None and b"% medcite " in data and _parse(path, data, dialect).has_marks:
            return path
    return next((path for path in bib_files if not path.exists()), bib_files[0])


def _parse(path: Path, data: bytes, dialect: str) -> BibFile:
    """Parse a .bib file. Raises InputError, with the line, if an entry never ends."""
    try:
        text = data.decode("utf-8", "surrogateescape")
        return bib_file.parse(text, comments=dialect == "biblatex")
    except BrokenError as error:
        raise InputError(f"{path}:{error.line}: {error}") from error


def _parse_others(
    bib_files: list[Path], path: Path, dialect: str, report: Report
) -> Iterator[BibFile]:
    """Yield the document's .bib files but ``path``; report and skip a broken one."""
    for other in bib_files:
        data = read_if_exists(other) if other != path else None
        if data is None:
            continue
        try:
            yield _parse(other, data, dialect)
        except InputError as error:
            report.warning("broken", Location(str(other)), str(error))


def _options_for(old: bytes | None, options: Options) -> Options:
    """Return the options; a file that is not UTF-8 gets ASCII, which suits any encoding."""
    try:
        (old or b"").decode()
    except UnicodeDecodeError:
        return options.replace(ascii=True)
    return options


def _cited_records(
    cited: DocumentCitations, resolver: Resolver, pattern: str
) -> Iterator[tuple[str, Record]]:
    """Yield the cited keys with their records, in order; report keys without one."""
    for key in cited.keys:
        record = resolver.find(key, article_names.of_key(key))
        if record is None:
            resolver.report_unresolved(key, ())
        elif not article_names.is_valid_key(key, "bibtex"):
            resolver.report_invalid_key(key, record)
        else:
            yield key, record
    if cited.everything:
        make_key = Keys(pattern)
        yield from ((make_key(record), record) for record in resolver.library.records())
