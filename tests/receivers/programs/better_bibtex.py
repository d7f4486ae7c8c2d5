"""npm's ``@retorquere/bibtex-parser``, by which Better BibTeX imports into Zotero."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.receivers import bib_fields
from tests.receivers.entry import Entry, Person, person
from tests.receivers.limits import KEYWORD_WITH_COMMA, KEYWORDS, TITLE, Limit
from tests.receivers.receiver import Receiver, node_version, run_node


def _read(path: Path) -> list[Entry]:
    return [_entry(read["key"], read["fields"]) for read in run_node("retorquere.mjs", path)]


def _entry(key: str, fields: dict[str, Any]) -> Entry:
    people = {name: _people(fields.pop(name, [])) for name in ("author", "editor")}
    lists = {name: value for name, value in fields.items() if isinstance(value, list)}
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    joined = {name: " and ".join(map(str, value)) for name, value in lists.items()}
    read = bib_fields.read(key, texts | joined, people["author"], people["editor"])
    return read | {"keywords": lists["keywords"]} if "keywords" in lists else read


def _people(names: list[dict[str, str]]) -> list[Person]:
    return [
        person(
            name.get("prefix", ""),
            name.get("name") or name.get("lastName", ""),
            name.get("firstName", ""),
            name.get("suffix", ""),
        )
        for name in names
    ]


RECEIVER = Receiver(
    "Better BibTeX",
    node_version("@retorquere/bibtex-parser"),
    {"bibtex": _read, "biblatex": _read},
    (
        Limit("", ("title's capitals",), "puts titles into sentence case"),
        Limit("", KEYWORDS, "splits them at every comma, even in braces", KEYWORD_WITH_COMMA),
        Limit("", (*TITLE, "abstract"), "takes `~` for a blank: ∼ is written", "∼"),
        Limit(
            "", (*TITLE, "abstract"), "takes `<` and `>` for ¡ and ¿, as TeX's old fonts do", "[<>]"
        ),
    ),
    {"receiver": "zotero"},
)
