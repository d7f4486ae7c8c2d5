"""typst, PyPI's package of that name: what a style gets of each entry, by Hayagriva."""

from __future__ import annotations

import html
import re
from pathlib import Path

from tests.receivers.entry import OTHERS, Entry, Person, entry
from tests.receivers.limits import (
    AUTHORS,
    KEYWORDS,
    MARKUP,
    RANGE,
    Limit,
)
from tests.receivers.receiver import Receiver, python_version, run_python

_MARKS = re.compile(r'</?(?:a|span|em|strong)(?: [\w-]+="[^"]*")*>')
_TAGS = {"<em>": "<i>", "</em>": "</i>", "<strong>": "<b>", "</strong>": "</b>"}


def _read(path: Path) -> list[Entry]:
    return [_entry(text) for text in run_python("typst_driver.py", path)]


def _entry(text: str) -> Entry:
    """Return the facts of an item of the list: ``[[name]]value[[name]]value``."""
    parts = re.split(r"\[\[([\w-]+)\]\]", text)[1:]
    html_of = dict(zip(parts[::2], parts[1::2], strict=True))
    text_of = {name: _text(value) for name, value in html_of.items()}
    facts = {name: text_of.get(name) for name in _SAME}
    return entry(
        **facts,
        authors=_people(text_of.get("author", "")),
        editors=_people(text_of.get("editor", "")),
        date=_date(text_of),
    )


_SAME = (
    "key", "title", "journal", "abbreviation", "volume", "issue", "pages", "number", "doi", "pmid",
    "pmcid", "issn", "isbn", "url", "abstract", "keywords", "language", "publisher", "place",
    "edition", "notes",
)  # fmt: skip


def _text(value: str) -> str:
    """Return HTML as text with CSL's markup."""
    for tag, other in _TAGS.items():
        value = value.replace(tag, other)
    return html.unescape(_MARKS.sub("", value))


def _people(text: str) -> list[Person]:
    names = [Person(*name.split("{,}")[:3]) for name in text.split("{;}") if name]
    return [Person(f"a person called {name.family}") if name == OTHERS else name for name in names]


def _date(text_of: dict[str, str]) -> list[str]:
    return [re.sub(r"\d+", lambda match: match[0].zfill(2), text_of.get("date", ""))]


RECEIVER = Receiver(
    "typst",
    python_version("typst"),
    {"bibtex": _read, "biblatex": _read},
    (
        Limit("", MARKUP, "prints TeX's commands"),
        Limit(
            "",
            AUTHORS,
            "misreads particles: *Van Lente*, *García y Gómez*",
            r"(?:Van|De|Von|y|Del|de) \w",
        ),
        Limit("", ("authors", "et al."), "prints *others* as a name", r" and others\}"),
        Limit("", ("journal's abbreviation",), "prints the title in its place"),
        Limit("", ("PMCID", *KEYWORDS, *RANGE), "has no field for it"),
        Limit(
            "",
            ("publisher",),
            "does not read `school` and `institution`",
            "^@(?:phd|tech|thesis|report)",
        ),
        Limit("bibtex", ("PMID",), "does not read `pmid`"),
        Limit("", ("season",), "does not read seasons"),
        Limit("", ("language, if not English",), "knows few languages, and one an entry"),
    ),
    {"receiver": "typst"},
    quick=True,
)
