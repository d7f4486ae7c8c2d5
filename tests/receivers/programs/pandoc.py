"""pandoc, in the version that the package pypandoc_binary brings."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path

from tests.receivers import bib_fields, csl_item
from tests.receivers.entry import Entry
from tests.receivers.limits import (
    AUTHORS,
    KEYWORD_WITH_COMMA,
    KEYWORDS,
    RANGE,
    RIS_GROUP_WITH_COMMA,
    RIS_SUFFIX,
    TITLE,
    Limit,
)
from tests.receivers.receiver import FOLDER, Receiver, program_version, run

_MATH = re.compile(r"\$\\?[^$\s]+\$")


def _program() -> str:
    paths = FOLDER.glob("venv/lib/python*/site-packages/pypandoc/files/pandoc")
    return next(map(str, paths), "")


def _read(format: str, path: Path) -> list[Entry]:
    items = json.loads(run(_program(), "-f", format, "-t", "csljson", path))
    return [csl_item.read(_without_math(item)) for item in items]


def _without_math(item: csl_item.Item) -> csl_item.Item:
    """Return an item whose formulas are text: pandoc sets them, but CSL-JSON has no place."""
    texts = {name: item[name] for name in ("title", "abstract") if name in item}
    return {**item, **{name: _MATH.sub(_symbol, text) for name, text in texts.items()}}


def _symbol(match: re.Match[str]) -> str:
    return bib_fields.decode(match[0])


def _version() -> str:
    return program_version(_program(), "--version") if _program() else ""


RECEIVER = Receiver(
    "pandoc",
    _version,
    {
        "bibtex": partial(_read, "bibtex"),
        "biblatex": partial(_read, "biblatex"),
        "ris": partial(_read, "ris"),
        "csl-json": partial(_read, "csljson"),
    },
    (
        Limit("bibtex biblatex", ("title's capitals",), "puts English titles into sentence case"),
        Limit("bibtex", ("season",), "does not read seasons"),
        Limit("bibtex", ("month", *RANGE), "does not read ranges of months", "#"),
        Limit("bibtex", ("language, if not English",), "reads `langid`, not `language`"),
        Limit("biblatex", TITLE, "joins `title` and `titleaddon`", "titleaddon"),
        Limit("biblatex", ("PMID",), "turns it into a URL if there is no other", r"(?m)^  url"),
        Limit(
            "biblatex", KEYWORDS, "keeps them in one text, separated by commas", KEYWORD_WITH_COMMA
        ),
        Limit("ris", AUTHORS, "takes the given name for the suffix", RIS_SUFFIX),
        Limit("ris", ("editors",), "takes the given name for the suffix", RIS_SUFFIX),
        Limit("ris", ("authors", "groups"), "splits a group at its comma", RIS_GROUP_WITH_COMMA),
        Limit("ris", ("journal's abbreviation",), "does not read J2"),
        Limit("ris", ("month", "day", "season", *RANGE), "reads PY, not DA"),
        Limit("ris", ("PMID",), "keeps the first UR", r"(?m)^UR.*[\r\n]+UR"),
        Limit("ris", ("PMCID",), "does not read M2"),
        Limit("ris", ("ISBN",), "takes every SN for an ISSN"),
        Limit("ris", ("place",), "does not read CY"),
        Limit("ris", KEYWORDS, "joins them with commas", r"(?m)^KW  - .*,"),
        Limit("ris", ("notice of retraction",), "does not read N1"),
    ),
    {"receiver": "pandoc"},
    quick=True,
)
