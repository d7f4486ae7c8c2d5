"""Plan a run: from a document and the author's references to the bibliography to be written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..base.errors import InputError
from ..library import library_files
from ..library.fetched import ArticleSource
from ..library.library import Library
from ..library.resolver import Resolver
from ..model.report import Location, Report
from ..options import Options
from ..reference_file import file_plan
from ..reference_file.entry import EntryMaker, ReferenceFile
from ..reference_file.file_plan import MARK, FilePlan
from ..reference_file.safe_write import Revision, read_if_exists
from ..reference_file.update import FileUpdate
from . import markdown, typst
from .document import PlainDocument, PlainLanguage

if TYPE_CHECKING:
    from ..checks.retraction_list import RetractionList

LANGUAGES = (markdown.LANGUAGE, typst.LANGUAGE)
# What no reference list prints.
_NOT_PRINTED = {"abstract": False, "keywords": False, "mesh": "none"}


@dataclass(frozen=True, slots=True)
class PlainRequest:
    """What the author asks for: a document, where the references are, what to write."""

    document: str
    files: tuple[str, ...] = ()  # none: those beside the document
    output: str = ""  # empty (or -, standard output): what the document names
    options: Options = field(default_factory=Options)
    retractions: RetractionList | None = None
    source: ArticleSource | None = None  # asked for what the files lack


@dataclass(frozen=True, slots=True)
class PlainInputs:
    """What the new content of a bibliography depends on, besides the old content."""

    path: Path
    maker: EntryMaker
    document: PlainDocument
    others: tuple[ReferenceFile, ...]
    library: Library
    retractions: RetractionList | None

    def revise(self, old: bytes | None) -> Revision:
        """Return the revision of a file that contains ``old``. Raises InputError."""
        file = file_plan.parse(self.path, old or b"", self.maker)
        self.library.prepare(file_plan.wanted_names(self.document, file, self.maker))
        report = Report()
        resolver = Resolver(
            self.library, self.document.places, report, retractions=self.retractions
        )
        written = frozenset(self.document.keys)
        update = FileUpdate(file, self.others, resolver, self.maker, written)
        new_file = update.run(self.document)
        # If only source checksums differ, they wait for a real change.
        new = (new_file if update.changes else file).text.encode("utf-8", "surrogateescape")
        return Revision(old, new, tuple(update.changes), tuple(report.diagnostics))


def language_of(name: str) -> PlainLanguage | None:
    """Return the language of a document by its name; ``None`` if it is none in plain text."""
    suffix = Path(name).suffix.lower()
    return next((language for language in LANGUAGES if suffix in language.suffixes), None)


def plan(request: PlainRequest, language: PlainLanguage, report: Report) -> FilePlan:
    """Plan the bibliography of a document.

    Raises:
        InputError: There is no such document, it names no bibliography that medcite can write, or
            a file cannot be read.

    """
    path = Path(request.document)
    document = language.read(path)
    for remark in document.remarks:
        report.warning(remark.code, remark.where, remark.message)
    makers = _Makers(language, request.options)
    named = _writable(document, makers, report)
    target = Path(request.output) if request.output.strip("-") else None
    if target is None and not named:
        suffixes = ", ".join(language.makers)
        naming = f"let it have {language.naming}, or use -o FILE ({suffixes})"
        raise InputError(f"{path}: names no bibliography that can be written; {naming}")
    target = target or file_plan.choose(named, makers)
    others = tuple(file_plan.parse_others(named, target, makers, report))
    old = read_if_exists(target)
    maker = makers(target)
    file = file_plan.parse(target, old or b"", maker)
    paths = library_files.choose(request.files, path.parent, [path, target, *named], is_export)
    wanted = file_plan.wanted_names(document, file, maker)
    library = library_files.open_library(request.files, paths, wanted, report)
    if request.source:
        library.complete(file_plan.keys_to_complete(document, (file, *others)), request.source)
    inputs = PlainInputs(target, maker, document, others, library, request.retractions)
    return FilePlan(target, library, inputs.revise(old), inputs.revise)


class _Makers:
    """What takes each bibliography of a language apart, by its suffix."""

    def __init__(self, language: PlainLanguage, options: Options) -> None:
        self._makers = language.makers
        self._options = options.replace(receiver=language.receiver, **_NOT_PRINTED)

    def __contains__(self, path: Path) -> bool:
        return path.suffix.lower() in self._makers

    def __call__(self, path: Path) -> EntryMaker:
        """Return the maker for a file, which must be contained."""
        return self._makers[path.suffix.lower()](self._options)


def _writable(document: PlainDocument, makers: _Makers, report: Report) -> list[Path]:
    """Return the bibliographies that medcite can write; report the others."""
    writable = []
    for path in document.bibliographies:
        if "\0" in str(path):
            message = "is not a file name: not looked into"
            report.warning("unknown-bibliography", Location(repr(str(path))), message)
        elif path in makers:
            writable.append(path)
        else:
            message = "is in no format that medcite keeps for this document: not looked into"
            report.warning("unknown-bibliography", Location(str(path)), message)
    return writable


def is_export(path: Path) -> bool:
    """Whether a file beside the document is an export, and no bibliography of medcite's."""
    if path.suffix.lower() not in (".json", ".yaml", ".yml", ".bib"):
        return True
    return not MARK.search(read_if_exists(path) or b"")
