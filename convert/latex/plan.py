"""Plan a run: from a document and the author's references to the file to be written."""

from __future__ import annotations

from collections.abc import Iterator
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
from ..reference_file import file_plan
from ..reference_file.bib_entries import BibEntryMaker
from ..reference_file.entry import ReferenceFile
from ..reference_file.file_plan import FilePlan
from ..reference_file.safe_write import Revision, read_if_exists
from ..reference_file.update import Change, FileUpdate, prune
from ..tables.reference_styles import ARTICLE_NUMBER_FIELDS, MISPRINTED
from . import packages
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
    others: tuple[ReferenceFile, ...]
    library: Library
    missing_packages: tuple[str, ...]
    misprinted: tuple[str, ...]

    def revise(self, old: bytes | None) -> Revision:
        """Return the revision of a file that contains ``old``. Raises InputError."""
        maker = self.maker(old)
        bib = file_plan.parse(self.path, old or b"", maker)
        self.library.prepare(file_plan.wanted_names(self.cited, bib, maker))
        return self.revise_parsed(old, bib)

    def maker(self, old: bytes | None) -> BibEntryMaker:
        """Return what makes the entries of a file that contains ``old``."""
        options = _options_for(old, self.request.options)
        has_aliases = self.dialect == "biblatex"
        return BibEntryMaker(self.dialect, options, self.misprinted, has_aliases)

    def revise_parsed(self, old: bytes | None, bib: ReferenceFile) -> Revision:
        """Return the revision of a file that contains ``old``, parsed as ``bib``."""
        report = Report()
        retractions = self.request.retractions
        resolver = Resolver(self.library, self.places, report, self.cited.outdated, retractions)
        update = FileUpdate(bib, self.others, resolver, self.maker(old), self.written)
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
    maker = BibEntryMaker(dialect, request.options)
    path = _output(request) or _choose_bib_file(document.file, bib_files, lambda _: maker)
    old = read_if_exists(path)
    bib = file_plan.parse(path, old or b"", maker)
    others = tuple(file_plan.parse_others(bib_files, path, lambda _: maker, report))
    paths = library_files.choose(request.files, document.folder, [path, *bib_files], is_export)
    library = library_files.open_library(
        request.files, paths, file_plan.wanted_names(cited, bib, maker), report
    )
    if request.source:
        library.complete(file_plan.keys_to_complete(cited, (bib, *others)), request.source)
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
        request.files, [*paths, *bib_files], file_plan.names_of_keys(cited), report
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


def _choose_bib_file(file: Path, bib_files: list[Path], maker_of: file_plan.MakerOf) -> Path:
    """Return the .bib file to write. Raises InputError if the document names none."""
    if not bib_files:
        raise InputError(f"{file}: names no .bib file; use -o to name one")
    return file_plan.choose(bib_files, maker_of)


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
