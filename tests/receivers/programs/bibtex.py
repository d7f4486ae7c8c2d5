"""BibTeX, by a style that prints every field."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.receivers import bib_fields
from tests.receivers.entry import OTHERS, Entry, Person, person
from tests.receivers.receiver import DRIVERS, Receiver, program_version, run

_AUX = r"\relax \citation{*} \bibdata{refs} \bibstyle{facts}".replace(" ", "\n")
_FIELD = re.compile(r"^@@(\w+)@@(.*(?:\n(?!@@).*)*)", re.MULTILINE)


def _read(path: Path) -> list[Entry]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(path, folder / "refs.bib")
        shutil.copy(DRIVERS / "facts.bst", folder)
        (folder / "main.aux").write_text(_AUX, "utf-8")
        run("bibtex", "-terse", "main", cwd=folder)
        text = (folder / "main.bbl").read_text("utf-8")
    return [_entry(fields) for fields in _cut(text)]


def _cut(text: str) -> Iterator[list[tuple[str, str]]]:
    """Yield each entry's fields; BibTeX has broken long lines at blanks."""
    fields: list[tuple[str, str]] = []
    for name, value in _FIELD.findall(text):
        if name == "key" and fields:
            yield fields
            fields = []
        fields.append((name, " ".join(value.split())))
    if fields:
        yield fields


def _entry(fields: list[tuple[str, str]]) -> Entry:
    people = {
        kind: [_person(value) for name, value in fields if name == kind]
        for kind in ("author", "editor")
    }
    texts = {name: bib_fields.decode(value) for name, value in fields}
    return bib_fields.read(texts["key"], texts, people["author"], people["editor"])


def _person(name: str) -> Person:
    given, particle, family, suffix = map(bib_fields.decode, name.split("@@"))
    return OTHERS if name == "@@@@others@@" else person(particle, family, given, suffix)


RECEIVER = Receiver(
    "BibTeX",
    lambda: program_version("bibtex", "--version"),
    {"bibtex": _read},
    (),
    quick=True,
)
