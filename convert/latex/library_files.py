"""Which files hold the author's references: those named, in folders, or beside the document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from ..base.errors import InputError
from ..model.report import Location, Report
from .library import Library

# Every reader's suffixes; a test holds them together. Asking the readers would import them all.
SUFFIXES = (".nbib", ".medline", ".txt", ".ris", ".bib", ".bibtex", ".xml", ".json", ".csljson")


def choose(given: Collection[str], beside: Path, apart: Iterable[Path]) -> list[Path]:
    """Return the ``given`` files, or those ``beside`` the document, each once.

    The document's own databases are set ``apart``.

    Raises:
        InputError: One of them is nowhere, or cannot be looked into.

    """
    own = {path.resolve() for path in apart}
    try:
        found = [*named(given)] if given else [*filter(_foreign, within(beside))]
    except InputError:
        raise
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error
    paths = {path.resolve(): path for path in found}
    return [path for resolved, path in paths.items() if resolved not in own]


def tell_unreadable(books: Library, given: Collection[str], report: Report) -> None:
    """Report the ``given`` files that hold no citations; a folder may have others."""
    said = {Path(each).resolve() for each in given}
    for path in books.unreadable():
        if path.resolve() in said:
            message = "holds no citations in a known format; see `medcite formats`"
            report.error("unreadable", Location(str(path)), message)


def named(given: Iterable[str]) -> Iterator[Path]:
    """Yield the files that ``given`` names; a folder stands for those in it, ``*`` for any.

    Raises:
        InputError: One of them is nowhere, or a pattern fits nothing.

    """
    for each in given:
        path = Path(each)
        if path.is_dir():
            yield from within(path)
        elif path.exists():
            yield path
        elif has_magic(each) and (found := sorted(glob(each, recursive=True))):
            yield from (one for one in map(Path, found) if one.is_file())
        else:
            raise InputError(f"{each}: no such file or folder; expected PubMed's exports")


def within(folder: Path) -> list[Path]:
    """Return the files of a folder that may hold citations, judged by their suffixes, in order."""
    return sorted(path for path in folder.iterdir() if _fits(path.name.lower()) and path.is_file())


def _foreign(path: Path) -> bool:
    """Return whether a file is not one that medcite made for another document here."""
    return path.suffix.lower() != ".bib" or b"\n% medcite " not in b"\n" + path.read_bytes()


def _fits(name: str) -> bool:
    # biblatex writes NAME.run.xml and NAME-blx.bib, which are no exports.
    bare = name.removesuffix(".gz")
    return bare.endswith(SUFFIXES) and not bare.endswith((".run.xml", "-blx.bib"))
