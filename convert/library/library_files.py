"""Find the files of the author's references: those named, in folders, or beside the document."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from .. import format_registry
from ..base.errors import InputError
from ..model.report import Location, Report
from .library import Library
from .real_path import real_path

# biblatex writes NAME.run.xml and NAME-blx.bib, which hold no references.
BIBLATEX_FILES = (".run.xml", "-blx.bib")


def choose(
    names: Collection[str],
    folder: Path,
    own: Iterable[Path],
    is_export: Callable[[Path], bool] = lambda _: True,
) -> list[Path]:
    """Return the files that ``names`` name, or else those in the document's ``folder``, each once.

    The document's ``own`` files are left out, and of those in the folder what ``is_export`` denies.

    Raises:
        InputError: A file does not exist or cannot be read.

    """
    excluded = {real_path(path) for path in own}
    try:
        paths = [*expand(names)] if names else [*filter(is_export, files_in(folder))]
    except InputError:
        raise
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error
    unique = {real_path(path): path for path in paths}
    return [path for resolved, path in unique.items() if resolved not in excluded]


def open_library(
    names: Collection[str], paths: Iterable[Path], wanted: Collection[str], report: Report
) -> Library:
    """Open the files ``paths`` as a library; report those of ``names`` that hold no citations.

    ``wanted`` are the names of articles that will be asked for. Raises InputError.
    """
    try:
        library = Library(_readable(paths, names, report), wanted)
    except InputError:
        raise
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error
    _report_unreadable(library, names, report)
    return library


def _readable(paths: Iterable[Path], names: Collection[str], report: Report) -> Iterator[Path]:
    """Yield the files; leave out, and report, what merely lies there and cannot be opened."""
    for path in paths:
        try:
            if not names:
                path.open("rb").close()
        except OSError as error:
            message = f"cannot be read ({error.strerror}): left out"
            report.warning("unreadable", Location(str(path)), message)
        else:
            yield path


def _report_unreadable(library: Library, names: Collection[str], report: Report) -> None:
    """Report the files named that hold no citations; in a folder there may be such files."""
    named = {real_path(Path(name)) for name in names}
    for path in library.unreadable_files():
        if real_path(path) in named:
            message = "holds no citations in a known format; see `medcite formats`"
            report.error("unreadable", Location(str(path)), message)


def expand(names: Iterable[str]) -> Iterator[Path]:
    """Yield the files that ``names`` stand for: files, folders or patterns.

    Raises:
        InputError: There is no such file or folder, or no file matches a pattern.

    """
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from files_in(path)
        elif path.exists():
            yield path
        elif has_magic(name) and (matches := sorted(glob(name, recursive=True))):
            yield from (path for path in map(Path, matches) if path.is_file())
        else:
            raise InputError(f"{name}: no such file or folder; expected PubMed's exports")


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that may hold citations, judged by their suffixes, in order."""
    suffixes = format_registry.export_suffixes()
    return sorted(
        path
        for path in folder.iterdir()
        if _may_hold_citations(path.name.lower(), suffixes) and path.is_file()
    )


def _may_hold_citations(name: str, suffixes: tuple[str, ...]) -> bool:
    bare = name.removesuffix(".gz")
    return bare.endswith(suffixes) and not bare.endswith(BIBLATEX_FILES)
