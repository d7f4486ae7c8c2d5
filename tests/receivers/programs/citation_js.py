"""citation-js, npm's ``@citation-js/core`` with its plugins."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.receivers import csl_item
from tests.receivers.entry import Entry
from tests.receivers.limits import (
    AUTHORS,
    ESCAPED_URL,
    KEYWORD_WITH_COMMA,
    KEYWORDS,
    RANGE,
    RANGE_OF_DATES,
    RIS_GROUP_WITH_COMMA,
    TEX_IN_TEXT,
    TITLE,
    Limit,
)
from tests.receivers.receiver import Receiver, node_version, run_node


def _read(format: str, path: Path) -> list[Entry]:
    return [csl_item.read(item) for item in run_node("citation_js.mjs", path, format)]


RECEIVER = Receiver(
    "citation-js",
    node_version("@citation-js/core"),
    {
        "bibtex": partial(_read, "@bibtex/text"),
        "biblatex": partial(_read, "@biblatex/text"),
        "ris": partial(_read, "@ris/file"),
        "csl-json": partial(_read, ""),
    },
    (
        Limit(
            "bibtex biblatex", (*TITLE, "abstract"), "leaves some of TeX's commands", TEX_IN_TEXT
        ),
        Limit("bibtex biblatex", AUTHORS, "leaves some of TeX's commands", r"\\csname|\\relax"),
        Limit(
            "biblatex",
            AUTHORS,
            "splits *al-Null*, whose first part is a particle to it",
            r"[ {-][a-z]+-",
        ),
        Limit(
            "bibtex", AUTHORS, "drops a hyphen behind an accent in braces", r"\{\\[^{}]*\}[^ ]*-"
        ),
        Limit("bibtex", ("year", "month", "day"), "does not read ranges", RANGE_OF_DATES),
        Limit(
            "bibtex",
            ("PMID", "PMCID", *KEYWORDS, "season", *RANGE, "language, if not English", "abstract"),
            "reads only the fields of BibTeX's manual",
        ),
        Limit("bibtex", ("URL",), "does not unescape `\\&`, `\\%` and `\\#`", ESCAPED_URL),
        Limit(
            "biblatex", KEYWORDS, "keeps them in one text, separated by commas", KEYWORD_WITH_COMMA
        ),
        Limit("biblatex", ("season",), "does not read EDTF's seasons"),
        Limit("ris", ("PMCID",), "does not read M2"),
        Limit(
            "ris",
            (*AUTHORS, "journal's abbreviation"),
            "takes a newspaper's authors for reporters, and no J2",
            "^TY  - NEWS",
        ),
        Limit("ris", ("month", "day"), "reads only PY of some types", "^TY  - (?:NEWS|CHAP)"),
        Limit("ris", KEYWORDS, "joins them with commas", r"(?m)^KW  - .*,"),
        Limit("ris", ("editors",), "reads A2, not ED", r"(?m)^ED"),
        Limit("ris", ("authors", "groups"), "splits a group at its comma", RIS_GROUP_WITH_COMMA),
        Limit("ris", ("season", *RANGE), "reads only year, month and day of DA"),
    ),
    quick=True,
)
