"""pybtex, with its own reading of TeX."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.receivers import bib_fields
from tests.receivers.entry import OTHERS, Entry, Person, person
from tests.receivers.limits import AUTHORS, MARKUP, TEX_IN_TEXT, TITLE, Limit
from tests.receivers.receiver import Receiver, python_version, run_python


def _read(path: Path) -> list[Entry]:
    return [_entry(read) for read in run_python("pybtex_driver.py", path)]


def _entry(read: dict[str, Any]) -> Entry:
    people = {kind: [_person(*name) for name in names] for kind, names in read["people"].items()}
    return bib_fields.read(
        read["key"], read["fields"], people.get("author", []), people.get("editor", [])
    )


def _person(given: str, particle: str, family: str, suffix: str) -> Person:
    return OTHERS if family == "others" else person(particle, family, given, suffix)


RECEIVER = Receiver(
    "pybtex",
    python_version("pybtex"),
    {"bibtex": _read},
    (
        Limit("", (*TITLE, "abstract"), "leaves some of TeX's commands", TEX_IN_TEXT),
        Limit("", MARKUP, "leaves some of TeX's commands"),
        Limit("", AUTHORS, "leaves some of TeX's commands", r"\\csname|\\relax"),
    ),
)
