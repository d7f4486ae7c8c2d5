"""Find the files of a LaTeX document, wherever TeX was told to put them, and what it cites.

The .aux and .bcf files may be in another folder (``-output-directory``) and have another name
(``-jobname``) than the document. What TeX was told is recorded in the .fls file (``PWD``,
``INPUT``), which latexmk always asks for, and at the top of the .log (``**main.tex``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..base.errors import InputError
from ..library.real_path import real_path
from ..model.report import Location
from . import aux_file, bcf_file, tex_file
from .citations import DocumentCitations, collect, merge, read_text

READERS = {
    ".aux": aux_file.read_events,
    ".bcf": bcf_file.read_events,
    ".tex": tex_file.read_events,
}
ROOT_COMMENT = re.compile(r"%\s*!\s*T[eE]X\s+root\s*=\s*(.+?)\s*$")
ROOT_COMMENT_LINES = 20  # how far editors look for it
LOGGED_STYLE = re.compile(r"Trying to load bibliography style '([^']+)'")
LOGGED_NAME = re.compile(r"^\*\*(?:\\input\s*)?\"?([^\"\n]+?)\"?\s*$")


@dataclass(frozen=True, slots=True)
class Document:
    """A document: the file that was named, its .tex file if found, and its folder.

    ``folder`` is where TeX ran, and where the document's .bib files are looked for. ``is_whole``
    says that no single file was named, so that the .tex files are read with the .aux or .bcf file.
    """

    file: Path
    folder: Path
    tex: Path | None
    is_whole: bool = False

    @property
    def bbl(self) -> Path:
        """Return the file from which LaTeX reads the bibliography."""
        return self.file.with_suffix(".bbl")


def find_document(name: str) -> Document:
    """Find the document with this name: one of its files, or their name without a suffix.

    Before TeX's first run, ``main.aux`` stands for ``main.tex``.

    Raises:
        InputError: There is no such file, or it is not one of TeX's.

    """
    path = Path(name)
    is_whole = path.suffix.lower() not in READERS
    if is_whole:
        path = _add_suffix(path, name)
    if path.suffix.lower() == ".tex":
        if not path.is_file():
            raise InputError(f"{name}: no such file; expected a LaTeX document")
        path = _root_document(path)
        return Document(path, path.parent, path)
    source = _find_source(path)
    if not path.is_file():
        if not source:
            raise InputError(f"{name}: no such file; run LaTeX first, or name the .tex file")
        path = source
    return Document(path, _working_folder(path, source), source, is_whole)


def read_citations(document: Document) -> DocumentCitations:
    """Return what a document cites, from the file that was named and those that it needs.

    With biblatex, the .aux file does not name the .bib files: they are taken from the .bcf file
    beside it, or from the .tex files. Raises InputError.
    """
    try:
        citations = _read_named_file(document)
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error
    if not document.is_whole or document.file == document.tex:
        return citations
    return _merge_sources(document, citations)


def _read_named_file(document: Document) -> DocumentCitations:
    """Return what the file that was named cites. Raises OSError."""
    citations = collect(READERS[document.file.suffix.lower()](document.file))
    is_aux = document.file.suffix.lower() == ".aux"
    if is_aux and citations.biblatex and not citations.bibliographies:
        bcf = document.file.with_suffix(".bcf")
        more = collect(bcf_file.read_events(bcf)) if bcf.is_file() else read_sources(document)
        citations = replace(
            citations,
            bibliographies=more.bibliographies,
            everything=citations.everything or more.everything,
        )
    return citations


def _merge_sources(document: Document, compiled: DocumentCitations) -> DocumentCitations:
    """Return what TeX noted in its last run, and what the .tex files cite.

    They may have been edited since, and then decide. But macros may make keys that only TeX knows.
    """
    sources = read_sources(document)
    compiled_time = document.file.stat().st_mtime_ns
    if all(Path(file).stat().st_mtime_ns <= compiled_time for file in sources.files):
        return merge(compiled, sources)
    outdated = frozenset(compiled.keys).difference(sources.keys)
    return replace(merge(sources, compiled), outdated=outdated)


def read_sources(document: Document) -> DocumentCitations:
    """Return what the .tex files cite; nothing if they cannot be read."""
    try:
        events = tex_file.read_events(document.tex) if document.tex else ()
        return collect(events)
    except OSError:
        return DocumentCitations()


def citation_places(document: Document, cited: DocumentCitations) -> dict[str, Location]:
    """Return where each key stands: in a .tex file, or else in the file that was read."""
    in_sources = {citation.key: citation for citation in read_sources(document).citations}
    placed = [in_sources.get(citation.key, citation) for citation in cited.citations]
    return {
        citation.key: Location(citation.file, citation.line, citation.key) for citation in placed
    }


def loads(document: Document, package: str) -> bool:
    """Whether the document loads a package, itself or through its class, as the .log shows."""
    log = _lines(document.file.with_suffix(".log"))
    return any(f"/{package}.sty" in line for line in log) or (
        package in read_sources(document).packages
    )


def bibliography_style(document: Document, cited: DocumentCitations) -> str:
    """Return the style of the document's bibliography, biblatex's or BibTeX's; ``""``: unknown."""
    if not cited.biblatex:
        return cited.style
    if style := cited.biblatex_style or read_sources(document).biblatex_style:
        return style
    log = "\n".join(_lines(document.file.with_suffix(".log")))
    match = LOGGED_STYLE.search(log)
    return match[1] if match else ""


def named_bib_files(document: Document, cited: DocumentCitations) -> list[Path]:
    """Return the .bib files that the document names, whether they exist or not.

    One that is not in the document's folder may be where TeX looks for such files.
    """
    names = (name for name in cited.bibliographies if "\0" not in name)
    files = [name if name.lower().endswith(".bib") else f"{name}.bib" for name in names]
    paths = [document.folder / file for file in files]
    return [
        path if path.is_file() or path.parent != document.folder else _find_by_tex(path) or path
        for path in paths
    ]


def _find_by_tex(path: Path) -> Path | None:
    """Find a .bib file as BibTeX and biber do, in BIBINPUTS and the trees of TeX."""
    import shutil  # noqa: PLC0415  # most documents name files that exist
    import subprocess  # noqa: PLC0415  # most documents name files that exist

    program = shutil.which("kpsewhich")
    if not program:
        return None
    command = [program, "-format=bib", "--", path.name]
    result = subprocess.run(command, cwd=path.parent, capture_output=True, check=False)
    output = result.stdout.decode("utf-8", "replace").strip()
    return path.parent / output if output else None


def _add_suffix(path: Path, name: str) -> Path:
    """Return the file that a name without a suffix stands for. Raises InputError."""
    if path.name:  # the root folder has none
        for suffix in READERS:
            candidate = path.with_name(path.name + suffix)
            if candidate.is_file():
                return candidate
    kind = "is a folder; " if path.is_dir() else ""
    raise InputError(f"{name}: {kind}expected a .tex, .aux or .bcf file")


def _root_document(path: Path) -> Path:
    """Return the document that a chapter belongs to, if a comment names it as editors expect."""
    for line in _lines(path)[:ROOT_COMMENT_LINES]:
        if (match := ROOT_COMMENT.match(line)) and (path.parent / match[1]).is_file():
            return path.parent / match[1]
    return path


def _find_source(path: Path) -> Path | None:
    """Find the .tex file of an .aux or .bcf file."""
    for recorded in _recorded_sources(path):
        if recorded.is_file():
            return recorded
    name = path.with_suffix(".tex").name
    for folder in (path.parent, Path(), path.parent.parent):
        if (folder / name).is_file():
            return folder / name
    return None


def _recorded_sources(path: Path) -> Iterator[Path]:
    """Yield the document's file as TeX recorded it in the .fls and .log beside ``path``."""
    folder, lines = _read_fls(path)
    if folder:
        names = (line[6:] for line in lines if line.startswith("INPUT "))
        yield from (folder / name for name in names if name.lower().endswith(".tex"))
    for line in _lines(path.with_suffix(".log"))[:5]:
        if match := LOGGED_NAME.match(line):
            name = match[1] if match[1].lower().endswith(".tex") else f"{match[1]}.tex"
            yield from (base / name for base in (path.parent, Path(), path.parent.parent))


def _working_folder(path: Path, source: Path | None) -> Path:
    """Return the folder where TeX ran, according to the .fls, or else the document's folder."""
    folder, _ = _read_fls(path)
    return folder or (source.parent if source else path.parent)


def _read_fls(path: Path) -> tuple[Path | None, list[str]]:
    """Return the folder where TeX ran to write ``path``, and the lines of its .fls file.

    An .fls file that lists other outputs was copied here with its folder, and is ignored.
    """
    lines = _lines(path.with_suffix(".fls"))
    folder = Path(next((line[4:] for line in lines if line.startswith("PWD ")), ""))
    outputs = (line[7:] for line in lines if line.startswith("OUTPUT "))
    here = real_path(path.parent)
    if not any(real_path(folder / output).parent == here for output in outputs):
        return None, []
    return (Path() if real_path(folder) == real_path(Path()) else folder), lines


def _lines(path: Path) -> list[str]:
    """Return the lines of a file; none if it cannot be read."""
    try:
        return read_text(path).split("\n")
    except OSError:
        return []
