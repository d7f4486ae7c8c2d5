"""Which files hold the author's references: those named, in folders, or beside the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from convert.report import InputError

# Every reader's suffixes; a test holds them together. Asking the readers would import them all.
SUFFIXES = (".nbib", ".medline", ".txt", ".ris", ".bib", ".xml", ".json")


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
    """Give the files in ``folder`` that citations may be in, by their suffixes, in order."""
    return sorted(path for path in folder.iterdir() if _fits(path.name.lower()) and path.is_file())


def _fits(name: str) -> bool:
    # biblatex writes NAME.run.xml and NAME-blx.bib, which are no exports.
    bare = name.removesuffix(".gz")
    return bare.endswith(SUFFIXES) and not bare.endswith((".run.xml", "-blx.bib"))
