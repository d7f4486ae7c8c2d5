"""biblatex-csl-converter, npm's package of that name, which Fidus Writer imports by."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from tests.receivers.entry import OTHERS, Entry, Person, entry, person
from tests.receivers.limits import AUTHORS, KEYWORD_WITH_COMMA, KEYWORDS, RANGE, TITLE, Limit
from tests.receivers.receiver import Receiver, node_version, run_node

_TAGS = {"sup": "sup", "sub": "sub", "em": "i", "strong": "b"}


def _read(format: str, path: Path) -> list[Entry]:
    return [_entry(read) for read in run_node("biblatex_csl_converter.mjs", path, format)]


def _entry(read: dict[str, Any]) -> Entry:
    fields = {
        **read.get("unknown_fields", {}),
        **read.get("unexpected_fields", {}),
        **read["fields"],
    }
    people = {name: fields.pop(name, []) for name in ("author", "editor")}
    text = {name: _text(value) for name, value in fields.items()}
    return entry(
        key=read["entry_key"],
        title=text.get("title"),
        authors=_people(people["author"]),
        editors=_people(people["editor"]),
        journal=[text.get("journaltitle"), text.get("booktitle"), text.get("howpublished")],
        abbreviation=text.get("shortjournal"),
        volume=text.get("volume"),
        issue=text.get("number") or text.get("issue"),
        pages=_pages(fields.get("pages", ())),
        number=text.get("eid"),
        date=str(fields.get("date", "")).split("/"),
        doi=text.get("doi"),
        pmid=[text.get("pmid"), text.get("eprint")],
        pmcid=text.get("pmcid"),
        issn=text.get("issn"),
        isbn=text.get("isbn"),
        url=text.get("url"),
        abstract=text.get("abstract"),
        keywords=fields.get("keywords"),
        language=[*_listed(fields.get("langid")), *_listed(fields.get("language"))],
        publisher=[*_listed(fields.get("publisher")), *_listed(fields.get("institution"))],
        place=[*_listed(fields.get("location")), *_listed(fields.get("address"))],
        edition=text.get("edition"),
        notes=[text.get("note"), text.get("addendum"), text.get("pubstate")],
    )


def _text(value: Any) -> str:
    """Return rich text, or a plain one, with CSL's markup."""
    if not isinstance(value, list):
        return str(value)
    return "".join(_run(node) if isinstance(node, dict) else _text(node) for node in value)


def _run(node: dict[str, Any]) -> str:
    text = node.get("text", "")
    for mark in node.get("marks", ()):
        if tag := _TAGS.get(mark["type"]):
            text = f"<{tag}>{text}</{tag}>"
    return str(text)


def _listed(value: Any) -> list[str]:
    """Return a list of texts, each of which may be rich."""
    return [_text(part) for part in value] if isinstance(value, list) else [value or ""]


def _pages(ranges: Any) -> str:
    return ", ".join("-".join(_texts(pages)) for pages in ranges)


def _texts(value: Any) -> list[str]:
    """Return the texts in lists of lists: first and last page are parted in two ways."""
    if isinstance(value, dict):
        return [_run(value)]
    return [text for part in value for text in _texts(part)]


def _people(names: list[dict[str, Any]]) -> list[Person]:
    return [_person({part: _text(value) for part, value in name.items()}) for name in names]


def _person(name: dict[str, str]) -> Person:
    if name.get("literal") == "others":
        return OTHERS
    family = name.get("literal") or name.get("family", "")
    return person(name.get("prefix", ""), family, name.get("given", ""), name.get("suffix", ""))


RECEIVER = Receiver(
    "biblatex-csl-converter",
    node_version("biblatex-csl-converter"),
    {format: partial(_read, format) for format in ("bibtex", "biblatex", "csl-json")},
    (
        Limit(
            "bibtex biblatex",
            AUTHORS,
            "does not decode a letter with two accents, such as ễ",
            r"\\csname|\\relax",
        ),
        Limit(
            "bibtex biblatex",
            KEYWORDS,
            "splits them at every comma, even in braces",
            KEYWORD_WITH_COMMA,
        ),
        Limit("bibtex biblatex", TITLE, "drops TeX's quotation marks", "``"),
        Limit("bibtex", ("month", "day", "season", *RANGE), "reads the year and a single month"),
        Limit(
            "csl-json",
            ("journal's abbreviation", "PMID", "PMCID", *KEYWORDS, "season", *RANGE),
            "has no field for it",
        ),
        Limit("csl-json", ("notice of retraction",), "does not read `annote`"),
        Limit("csl-json", ("publisher",), "reads only that of books and chapters"),
        Limit(
            "csl-json",
            ("language, if not English",),
            "reads only tags with a country, such as `de-DE`",
        ),
    ),
    quick=True,
)
