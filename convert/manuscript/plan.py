"""Plan a run: from a document and the author's references to the new document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from ..base.errors import InputError
from ..library import article_names, library_files
from ..library.fetched import ArticleSource
from ..library.library import Library
from ..library.real_path import real_path
from ..library.resolver import Resolver
from ..markup.file_mark import ArchiveMark
from ..model.report import Level, Location, Report
from ..ooxml import properties
from ..ooxml.package import Package
from ..options import Options
from . import citations, document, formatted
from .articles import Articles, ResolvedCite
from .citations import CitationPlace
from .cited_document import CitedDocument, numbered
from .placeholders import PlacedCite

SUFFIX = ".docx"
LIVE = ("zotero", "no")
MARK = ArchiveMark("docProps/custom.xml")
_MARK_PROPERTY = "medcite_"


@dataclass(frozen=True, slots=True)
class ManuscriptRequest:
    """What the author asks for: a document, where the references are, what to write."""

    document: str
    files: tuple[str, ...] = ()  # none: those beside the document
    live: str = "zotero"
    options: Options = field(default_factory=Options)
    source: ArticleSource | None = None  # asked for what the files lack


@dataclass(frozen=True, slots=True)
class CitedManuscript:
    """The new document, and what is in it.

    The indexes of ``library`` are not saved yet; it is ``None`` if no references were needed.
    """

    content: bytes
    citations: int
    articles: int
    style: str
    library: Library | None


def output_name(name: str) -> str:
    """Return the name of the new document of ``name``, beside it."""
    path = Path(name)
    return str(path.with_name(f"{path.stem}-cited{SUFFIX}"))


def cite(request: ManuscriptRequest, report: Report) -> CitedManuscript | None:
    """Return the new document, or ``None`` if a citation has no record, which is reported.

    Raises:
        InputError: The document cannot be read, or cites nothing.
        UnknownError: There is no such style.
        StyleError: The style is broken.

    """
    path = Path(request.document)
    manuscript = document.read(Package(_read(path), request.document))
    errors = report.counts[Level.ERROR]
    places = citations.find(manuscript, report)
    if not places and report.counts[Level.ERROR] == errors:
        raise InputError(
            f"{request.document}: cites nothing; write [PMID: 12345678] for a citation"
        )
    library = _library(request, path, places, report)
    resolver = Resolver(library or Library((), ()), _places(manuscript, places), report)
    articles = Articles(resolver, report)
    articles.take_fields(places)
    resolved = [(place, tuple(_resolve(articles, manuscript, place))) for place in places]
    if report.counts[Level.ERROR] > errors:
        return None
    cited = list(
        {cite.article.id: cite.article for _, cites in resolved for cite in cites}.values()
    )
    style = formatted.find_style(cited, request.options)
    numbers = numbered(manuscript, resolved, in_notes=formatted.is_note_style(style))
    clusters = [formatted.cluster_of(each.cites, each.note) for each in numbers]
    result = formatted.format_all(clusters, cited, style, request.options, report)
    live = CitedDocument(manuscript, live=request.live == "zotero")
    live.write(numbers, result, style, request.options, report)
    content = _signed(manuscript.package)
    return CitedManuscript(content, len(places), len(cited), style.name, library)


def _resolve(
    articles: Articles, manuscript: document.Manuscript, place: CitationPlace
) -> list[ResolvedCite]:
    where = manuscript.location(place.placed)
    found = (articles.resolve(cite, where) for cite in place.cites)
    return [cite for cite in found if cite]


def _library(
    request: ManuscriptRequest, path: Path, places: Sequence[CitationPlace], report: Report
) -> Library | None:
    """Return the references, if the document's own fields do not hold all that it cites."""
    keys = [cite.key for place in places for cite in place.cites if isinstance(cite, PlacedCite)]
    if not keys:
        return None
    paths = library_files.choose(request.files, path.parent, [path], _is_export)
    wanted = {name for key in keys for name in article_names.of_key(key)}
    library = library_files.open_library(request.files, paths, wanted, report)
    if request.source:
        library.complete(keys, request.source)
    return library


def _is_export(path: Path) -> bool:
    return path.suffix.lower() != SUFFIX


def _places(
    manuscript: document.Manuscript, places: Sequence[CitationPlace]
) -> dict[str, Location]:
    """Return where each key is cited first."""
    located: dict[str, Location] = {}
    for place in places:
        for cite in place.cites:
            if isinstance(cite, PlacedCite):
                located.setdefault(cite.key, manuscript.location(place.placed, cite.key))
    return located


def _read(path: Path) -> bytes:
    """Return a file's content. Raises InputError."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; expected a Word document (.docx)") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def _signed(package: Package) -> bytes:
    """Return the document with the mark by which medcite knows what it may replace."""
    properties.set_texts(package, _MARK_PROPERTY, [MARK.value])
    part = package.related("custom-properties", "")
    with ZipFile(BytesIO(package.save())) as archive:
        package.replace(part, MARK.signed(archive))
    return package.save()


def is_same_file(first: str, second: str) -> bool:
    """Whether two names are of one file."""
    return real_path(Path(first)) == real_path(Path(second))
