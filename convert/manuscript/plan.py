"""Plan a run: from a document and the author's references to the new document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from ..base.errors import InputError
from ..library import article_names, library_files
from ..library.fetched import ArticleSource
from ..library.library import Library
from ..library.real_path import real_path
from ..library.resolver import Resolver
from ..markup.file_mark import ArchiveMark
from ..model.record import Record
from ..model.report import Level, Location, Report
from ..ooxml import properties
from ..ooxml.package import Package
from ..options import Options
from . import citations, document, formatted, live_form, zotero
from .articles import Articles, ResolvedCite
from .citations import CitationPlace, WantedCite
from .cited_document import CitedDocument, numbered
from .live_form import CitedWhole
from .placeholders import PlacedCite

if TYPE_CHECKING:
    from ..checks.retraction_list import RetractionList


SUFFIX = ".docx"
MARK = ArchiveMark("docProps/custom.xml")
_MARK_PROPERTY = "medcite_"


@dataclass(frozen=True, slots=True)
class ManuscriptRequest:
    """What the author asks for: a document, where the references are, what to write."""

    document: str
    files: tuple[str, ...] = ()  # none: those beside the document
    live: str = live_form.DEFAULT
    options: Options = field(default_factory=Options)
    retractions: RetractionList | None = None
    source: ArticleSource | None = None  # asked for what the files lack


@dataclass(frozen=True, slots=True)
class CitedManuscript:
    """The new document, and what is in it: ``articles`` in the order cited.

    The indexes of ``library`` are not saved yet.
    """

    content: bytes
    citations: int
    articles: tuple[Record, ...]
    style: str
    library: Library


@dataclass(frozen=True, slots=True)
class ResolvedManuscript:
    """A document, its citations with those of their articles that are known, the references."""

    manuscript: document.Manuscript
    citations: list[tuple[CitationPlace, tuple[ResolvedCite, ...]]]
    library: Library


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
    errors = report.counts[Level.ERROR]
    read = resolve(request, report)
    if report.counts[Level.ERROR] > errors:
        return None
    manuscript, resolved = read.manuscript, read.citations
    cited = list(
        {cite.article.id: cite.article for _, cites in resolved for cite in cites}.values()
    )
    style = formatted.find_style(cited, request.options)
    whole = CitedWhole(manuscript, cited, style, request.options, formatted.is_note_style(style))
    numbers = numbered(manuscript, resolved, in_notes=whole.in_notes)
    clusters = [formatted.cluster_of(each.cites, each.note) for each in numbers]
    result = formatted.format_all(clusters, cited, style, request.options, report)
    document_form = live_form.form(request.live)
    CitedDocument(manuscript, document_form).write(numbers, result, whole, report)
    content = _signed(manuscript.package)
    return CitedManuscript(
        content, len(resolved), tuple(article.record for article in cited), style.name,
        read.library,
    )  # fmt: skip


def resolve(request: ManuscriptRequest, report: Report) -> ResolvedManuscript:
    """Return a document with the articles of its citations; report those without a record.

    Raises:
        InputError: The document cannot be read, or cites nothing.

    """
    path = Path(request.document)
    package = Package(_read(path), request.document)
    package.refuse_macros()
    manuscript = document.read(package)
    if manuscript.paragraphs and _begins_transfer(manuscript.paragraphs[0]):
        raise InputError(
            f"{request.document}: is Zotero's transfer document; refresh it in Zotero's word"
            " processor first, or give the document that it was made of"
        )
    errors = report.counts[Level.ERROR]
    places = citations.find(manuscript, report)
    if not places and report.counts[Level.ERROR] == errors:
        raise InputError(
            f"{request.document}: cites nothing; write [PMID: 12345678] for a citation"
        )
    library = _library(request, path, places, report)
    resolver = Resolver(
        library, _places(manuscript, places), report, retractions=request.retractions
    )
    articles = Articles(resolver, report)
    articles.take_fields(places)
    resolved = [(place, tuple(_resolve(articles, manuscript, place))) for place in places]
    _tell_comments(manuscript, resolved, report)
    return ResolvedManuscript(manuscript, resolved, library)


def _tell_comments(
    manuscript: document.Manuscript,
    resolved: Sequence[tuple[CitationPlace, tuple[ResolvedCite, ...]]],
    report: Report,
) -> None:
    """Tell of articles that only comments cite: they are in the list, and are to go in the end."""
    in_text = {cite.article.id for place, cites in resolved if not place.placed.in_comment
               for cite in cites}  # fmt: skip
    for place, cites in resolved:
        for cite in cites:
            if cite.article.id not in in_text:
                where = manuscript.location(place.placed, cite.article.id)
                message = "only a comment cites this article, which is in the list all the same"
                report.warning("uncited", where, message)


def _begins_transfer(placed: document.PlacedParagraph) -> bool:
    return placed.paragraph.text.startswith(zotero.TRANSFER_MARK)


def _resolve(
    articles: Articles, manuscript: document.Manuscript, place: CitationPlace
) -> list[ResolvedCite]:
    where = manuscript.location(place.placed)
    found = (articles.resolve(cite, where) for cite in place.cites)
    return [cite for cite in found if cite]


def _library(
    request: ManuscriptRequest, path: Path, places: Sequence[CitationPlace], report: Report
) -> Library:
    """Return the references; of what a field holds, they may tell that it was retracted."""
    paths = library_files.choose(request.files, path.parent, [path], _is_export)
    cites = [cite for place in places for cite in place.cites]
    wanted = {name for cite in cites for name in _names(cite)}
    library = library_files.open_library(request.files, paths, wanted, report)
    if request.source:
        library.complete(_keys_without_record(cites), request.source)
    return library


def _keys_without_record(cites: Sequence[WantedCite]) -> Iterator[str]:
    """Yield the keys of placeholders whose article no field holds."""
    fields = (cite for cite in cites if not isinstance(cite, PlacedCite))
    held = {name for cite in fields for name in _names(cite)}
    for cite in cites:
        if isinstance(cite, PlacedCite) and held.isdisjoint(_names(cite)):
            yield cite.key


def _names(cite: WantedCite) -> Iterable[str]:
    if isinstance(cite, PlacedCite):
        return article_names.of_key(cite.key)
    return article_names.of_record(cite.record) if cite.record else ()


def _is_export(path: Path) -> bool:
    return path.suffix.lower() != SUFFIX


def _places(
    manuscript: document.Manuscript, places: Sequence[CitationPlace]
) -> dict[str, Location]:
    """Return where each key, and each identifier that a field has, is cited first."""
    located: dict[str, Location] = {}
    for place in places:
        for cite in place.cites:
            keys = [cite.key] if isinstance(cite, PlacedCite) else map(
                article_names.to_key, _names(cite)
            )  # fmt: skip
            for key in keys:
                located.setdefault(key, manuscript.location(place.placed, key))
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
