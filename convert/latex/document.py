"""A LaTeX document on disk: its files, wherever TeX was told to put them.

The .aux and .bcf files may lie in another folder (``-output-directory``) and bear another
name (``-jobname``) than the document. What TeX was told stands in the .fls file (``PWD``,
``INPUT``), which latexmk always asks for, and at the head of the .log (``**main.tex``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..base.errors import InputError
from . import aux_file, bcf_file, tex_file
from .citations import Citation, Cited, gather, read_text

READERS = {".aux": aux_file.events, ".bcf": bcf_file.events, ".tex": tex_file.events}
ROOT = re.compile(r"%\s*!\s*T[eE]X\s+root\s*=\s*(.+?)\s*$")
HEAD = 20  # lines of a file in which editors look for that
LOGGED = re.compile(r"^\*\*(?:\\input\s*)?\"?([^\"\n]+?)\"?\s*$")


@dataclass(frozen=True, slots=True)
class Document:
    """A document: the file that was asked about, its .tex file if found, its folder.

    ``folder`` is where TeX ran: where the document's databases are looked for.
    """

    file: Path
    folder: Path
    tex: Path | None

    @property
    def bbl(self) -> Path:
        """Return the file that LaTeX reads the bibliography from."""
        return self.file.with_suffix(".bbl")


def find(name: str) -> Document:
    """Find the document that ``name`` stands for: one of its files, or their name without suffix.

    Before TeX's first run ``main.aux`` means ``main.tex``.

    Raises:
        InputError: There is no such file, or it is none of TeX's.

    """
    path = Path(name)
    if path.suffix.lower() not in READERS:
        found = next((each for each in _beside(path) if each.is_file()), None)
        if found is None:
            kind = "is a folder; " if path.is_dir() else ""
            raise InputError(f"{name}: {kind}expected a .tex, .aux or .bcf file")
        path = found
    if path.suffix.lower() == ".tex":
        if not path.is_file():
            raise InputError(f"{name}: no such file; expected a LaTeX document")
        path = _root(path)
        return Document(path, path.parent, path)
    source = _source(path)
    if not path.is_file():
        if not source:
            raise InputError(f"{name}: no such file; run LaTeX first, or name the .tex file")
        path = source
    return Document(path, _folder(path, source), source)


def cited(document: Document) -> Cited:
    """Return what a document cites, from the file that was named and those that it needs.

    An .aux of biblatex is completed by the .bcf beside it, or by the .tex files, since the
    names of the databases stand only there. Raises InputError.
    """
    try:
        found = gather(READERS[document.file.suffix.lower()](document.file))
        control = document.file.with_suffix(".bcf")
        if document.file.suffix.lower() == ".aux" and found.biblatex and not found.bibliographies:
            more = gather(bcf_file.events(control)) if control.is_file() else sources(document)
            found = replace(
                found,
                bibliographies=more.bibliographies,
                everything=found.everything or more.everything,
            )
        return found
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error


def sources(document: Document) -> Cited:
    """Return what the .tex files cite, for the places of keys; nothing if they cannot be read."""
    try:
        return gather(tex_file.events(document.tex)) if document.tex else Cited()
    except OSError:
        return Cited()


def places(document: Document, found: Cited) -> dict[str, Citation]:
    """Return where each key stands: in a .tex file, else in the file that was read."""
    written = {each.key: each for each in sources(document).citations}
    return {each.key: written.get(each.key, each) for each in found.citations}


def natbib(document: Document) -> bool:
    """Return whether the document loads natbib, itself or through its class, as the .log says."""
    logged = any("/natbib.sty" in line for line in _lines(document.file.with_suffix(".log")))
    return logged or sources(document).natbib


def databases(document: Document, found: Cited) -> list[Path]:
    """Return the .bib files that the document names, whether they are there or not.

    One that is not in the document's folder may be where TeX looks for such files.
    """
    named = (each for each in found.bibliographies if "\0" not in each)
    files = [each if each.lower().endswith(".bib") else f"{each}.bib" for each in named]
    paths = [document.folder / file for file in files]
    return [
        path if path.is_file() or path.parent != document.folder else _searched(path) or path
        for path in paths
    ]


def _searched(path: Path) -> Path | None:
    """Find a .bib file as BibTeX and biber do, along BIBINPUTS and in the trees of TeX."""
    import shutil  # noqa: PLC0415  # most documents name files that are there
    import subprocess  # noqa: PLC0415  # most documents name files that are there

    program = shutil.which("kpsewhich")
    if not program:
        return None
    asked = [program, "-format=bib", "--", path.name]
    done = subprocess.run(asked, cwd=path.parent, capture_output=True, check=False)
    said = done.stdout.decode("utf-8", "replace").strip()
    return path.parent / said if said else None


def _beside(path: Path) -> Iterator[Path]:
    """Yield the files that a name without suffix may mean; the root folder has no name."""
    return (path.with_name(path.name + suffix) for suffix in READERS if path.name)


def _root(path: Path) -> Path:
    """Return the document that a chapter belongs to, if it says so as editors have it say."""
    for line in _lines(path)[:HEAD]:
        if (found := ROOT.match(line)) and (path.parent / found[1]).is_file():
            return path.parent / found[1]
    return path


def _source(path: Path) -> Path | None:
    """Find the .tex file of an .aux or .bcf file."""
    named = path.with_suffix(".tex").name
    for each in _recorded(path):
        if each.is_file():
            return each
    for folder in (path.parent, Path(), path.parent.parent):
        if (folder / named).is_file():
            return folder / named
    return None


def _recorded(path: Path) -> Iterator[Path]:
    """Yield the document's file as TeX recorded it in the .fls and .log beside ``path``."""
    ran, lines = _run(path)
    if ran:
        names = (line[6:] for line in lines if line.startswith("INPUT "))
        yield from (ran / name for name in names if name.lower().endswith(".tex"))
    for line in _lines(path.with_suffix(".log"))[:5]:
        if found := LOGGED.match(line):
            name = found[1] if found[1].lower().endswith(".tex") else f"{found[1]}.tex"
            yield from (base / name for base in (path.parent, Path(), path.parent.parent))


def _folder(path: Path, source: Path | None) -> Path:
    """Return the folder where TeX ran: the .fls says so, else it is the document's own."""
    ran, _ = _run(path)
    return ran or (source.parent if source else path.parent)


def _run(path: Path) -> tuple[Path | None, list[str]]:
    """Return the folder where TeX wrote ``path``, and the lines of its record.

    A record that tells of other files came here with a copied folder, and is not believed.
    """
    lines = _lines(path.with_suffix(".fls"))
    ran = Path(next((line[4:] for line in lines if line.startswith("PWD ")), ""))
    written = (line[7:] for line in lines if line.startswith("OUTPUT "))
    here = path.parent.resolve()
    if not any((ran / each).resolve().parent == here for each in written):
        return None, []
    return (Path() if ran.resolve() == Path().resolve() else ran), lines


def _lines(path: Path) -> list[str]:
    """Return the lines of a file, if it is there."""
    try:
        return read_text(path).split("\n")
    except OSError:
        return []
