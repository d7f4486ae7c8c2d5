"""bibtexparser 2, with its middleware for names and TeX."""

from __future__ import annotations

from pathlib import Path

import bibtexparser
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    NameParts,
    SeparateCoAuthors,
    SplitNameParts,
)
from bibtexparser.model import Entry as Block

from tests.receivers import bib_fields
from tests.receivers.entry import OTHERS, Entry, Person, person
from tests.receivers.limits import (
    AUTHORS,
    KEYWORD_WITH_COMMA,
    KEYWORDS,
    MARKUP,
    RANGE,
    TEX_IN_NAMES,
    TITLE,
    Limit,
)
from tests.receivers.receiver import Receiver, own_version

_NAMES = ("author", "editor")


def read(path: Path) -> list[Entry]:
    """Return the entries of a .bib file."""
    middleware = [SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()]
    library = bibtexparser.parse_file(str(path), append_middleware=middleware)
    return [_entry(block) for block in library.entries]


def _entry(block: Block) -> Entry:
    fields = {field.key.lower(): field.value for field in block.fields}
    people = {kind: [_person(name) for name in fields.pop(kind, ())] for kind in _NAMES}
    texts = bib_fields.unbraced({name: str(value) for name, value in fields.items()})
    return bib_fields.read(block.key, texts, people["author"], people["editor"])


def _bare(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def _person(name: NameParts) -> Person:
    given, particle, family, suffix = (
        _bare(" ".join(part)) for part in (name.first, name.von, name.last, name.jr)
    )
    made = person(particle, family, given, suffix)
    return OTHERS if made.family == "others" else made


RECEIVER = Receiver(
    "bibtexparser 2",
    own_version("bibtexparser"),
    {"bibtex": read, "biblatex": read},
    (
        Limit("", (*TITLE, *KEYWORDS, "abstract"), "leaves formulas as they are", r"\$"),
        Limit("", MARKUP, "drops the commands for them"),
        Limit("", AUTHORS, "leaves TeX's commands in names", TEX_IN_NAMES),
        Limit("bibtex", RANGE, 'leaves `sep # "--" # oct` as it is', "#"),
        Limit(
            "biblatex", KEYWORDS, "keeps them in one text, separated by commas", KEYWORD_WITH_COMMA
        ),
        Limit("biblatex", ("URL",), "decodes its tilde as a blank", "~"),
    ),
)
