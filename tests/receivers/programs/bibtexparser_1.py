"""bibtexparser 1, with its own conversion of TeX to Unicode."""

from __future__ import annotations

from pathlib import Path

from tests.receivers import bib_fields
from tests.receivers.entry import OTHERS, Entry, Person, person
from tests.receivers.limits import (
    AUTHORS,
    KEYWORD_WITH_COMMA,
    KEYWORDS,
    MARKUP,
    TEX_IN_NAMES,
    TEX_IN_TEXT,
    TITLE,
    Limit,
)
from tests.receivers.receiver import Receiver, python_version, run_python


def _read(path: Path) -> list[Entry]:
    return [_entry(fields) for fields in run_python("bibtexparser_1_driver.py", path)]


def _entry(fields: dict[str, object]) -> Entry:
    people = {kind: _people(fields.pop(kind, [])) for kind in ("author", "editor")}
    texts = bib_fields.unbraced({name: str(value) for name, value in fields.items()})
    return bib_fields.read(texts["ID"], texts, people["author"], people["editor"])


def _people(names: object) -> list[Person]:
    assert isinstance(names, list)
    return [_person(name) for name in names]


def _bare(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def _person(name: dict[str, list[str]]) -> Person:
    given, particle, family, suffix = (
        _bare(" ".join(name[part])) for part in ("first", "von", "last", "jr")
    )
    made = person(particle, family, given, suffix)
    return OTHERS if made.family == "others" else made


RECEIVER = Receiver(
    "bibtexparser 1",
    python_version("bibtexparser"),
    {"bibtex": _read, "biblatex": _read},
    (
        Limit("", (*TITLE, *KEYWORDS, "abstract"), "leaves TeX's commands in texts", TEX_IN_TEXT),
        Limit("", MARKUP, "leaves TeX's commands in texts"),
        Limit("", AUTHORS, "leaves TeX's commands in names", TEX_IN_NAMES),
        Limit("", AUTHORS, "splits names at every *and*, even in braces", r"\{[^{}]* and [^{}]*\}"),
        Limit(
            "biblatex", KEYWORDS, "keeps them in one text, separated by commas", KEYWORD_WITH_COMMA
        ),
    ),
)
