"""bibutils, which reads everything into MODS: ``bib2xml``, ``biblatex2xml``, ``ris2xml``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.receivers.entry import Entry, Person, entry
from tests.receivers.limits import (
    AUTHORS,
    ESCAPED_URL,
    KEYWORDS,
    MARKUP,
    RANGE,
    RANGE_OF_DATES,
    REPEATED_NAME,
    RIS_SUFFIX,
    TEX_IN_TEXT,
    TITLE,
    Limit,
)
from tests.receivers.receiver import Receiver, program_version, run

_SPACE = {"": "http://www.loc.gov/mods/v3"}
_NUMBERS = ("volume", "issue", "number", "article number")


def _read(program: str, path: Path) -> list[Entry]:
    root = ElementTree.fromstring(run(program, path).lstrip("\ufeff"))
    return [_entry(element) for element in root.findall("mods", _SPACE)]


def _entry(mods: Element) -> Entry:
    part = {number: _all(mods, f".//part/detail[@type='{number}']/number") for number in _NUMBERS}
    identifiers = {
        kind: _all(mods, f".//identifier[@type='{kind}']")
        for kind in ("citekey", "doi", "pubmed", "pmid", "pmc", "issn", "isbn", "serial number")
    }
    return entry(
        key=identifiers["citekey"][:1],
        title=_title(mods.find("titleInfo", _SPACE)),
        authors=_people(mods, "author"),
        editors=_people(mods, "editor"),
        journal=_hosts(mods, "titleInfo"),
        abbreviation=_hosts(mods, "titleInfo[@type='abbreviated']"),
        volume=part["volume"],
        issue=part["issue"] or part["number"],
        pages=_pages(mods),
        number=part["article number"],
        date=_date(mods),
        doi=identifiers["doi"],
        pmid=[*identifiers["pubmed"], *identifiers["pmid"]],
        pmcid=identifiers["pmc"],
        issn=identifiers["issn"],
        isbn=identifiers["isbn"],
        url=_all(mods, ".//location/url"),
        abstract=_all(mods, "abstract"),
        keywords=_all(mods, "subject/topic"),
        language=_all(mods, ".//languageTerm"),
        publisher=[*_all(mods, ".//publisher"), *_schools(mods)],
        place=_all(mods, ".//placeTerm"),
        edition=_all(mods, ".//edition"),
        notes=_all(mods, "note"),
    )


def _all(mods: Element, path: str) -> list[str]:
    return [element.text or "" for element in mods.findall(path, _SPACE)]


def _hosts(mods: Element, path: str) -> list[str]:
    found = mods.findall(f"relatedItem[@type='host']/{path}", _SPACE)
    return [_title(element) for element in found if "[" in path or not element.get("type")]


def _title(info: Element | None) -> str:
    """Return title and subtitle, which bibutils parts at a colon or question mark."""
    if info is None:
        return ""
    title, subtitle = info.findtext("title", "", _SPACE), info.findtext("subTitle", "", _SPACE)
    return f"{title}{' ' if title.endswith('?') else ': '}{subtitle}" if subtitle else title


def _people(mods: Element, role: str) -> list[Person]:
    names = [*mods.findall("name", _SPACE), *mods.findall("relatedItem/name", _SPACE)]
    return [_person(name) for name in names if name.findtext("role/roleTerm", "", _SPACE) == role]


def _person(name: Element) -> Person:
    parts: dict[str, list[str]] = {}
    for part in name.findall("namePart", _SPACE):
        parts.setdefault(part.get("type", "family"), []).append(part.text or "")
    return Person(*(" ".join(parts.get(kind, ())) for kind in ("family", "given", "suffix")))


def _schools(mods: Element) -> list[str]:
    return [person.family for person in _people(mods, "degree grantor")]


def _date(mods: Element) -> str:
    """Return the fullest of the dates: the part's may have the year only."""
    dates = [*_all(mods, "part/date"), *_all(mods, "originInfo/dateIssued")]
    return max(dates, key=len, default="")


def _pages(mods: Element) -> list[str]:
    extents = mods.findall(".//part/extent[@unit='page']", _SPACE) or mods.findall(
        ".//part/detail[@type='page']", _SPACE
    )
    return ["-".join(filter(None, map(str.strip, extent.itertext()))) for extent in extents]


RECEIVER = Receiver(
    "bibutils",
    lambda: program_version("bib2xml", "--version"),
    {
        "bibtex": partial(_read, "bib2xml"),
        "biblatex": partial(_read, "biblatex2xml"),
        "ris": partial(_read, "ris2xml"),
    },
    (
        Limit(
            "bibtex biblatex", (*TITLE, "abstract"), "leaves some of TeX's commands", TEX_IN_TEXT
        ),
        Limit("bibtex biblatex", MARKUP, "leaves some of TeX's commands"),
        Limit("bibtex biblatex", AUTHORS, "leaves some of TeX's commands", r"\\csname|\\relax"),
        Limit("bibtex biblatex", (*AUTHORS, "editors"), "knows *Jr*, but not *3rd*", r", \d\w\w,"),
        Limit("", ("PMCID", *RANGE), "has no field for it"),
        Limit("", ("authors",), "drops the second of two people of one name", REPEATED_NAME),
        Limit("bibtex", ("PMID",), "does not read `pmid`"),
        Limit("bibtex", ("year", "month", "day"), "does not read ranges", RANGE_OF_DATES),
        Limit("bibtex", ("URL",), "does not unescape `\\&`, `\\%` and `\\#`", ESCAPED_URL),
        Limit("biblatex", TITLE, "joins `title` and `titleaddon`", "titleaddon"),
        Limit(
            "biblatex",
            ("journal's abbreviation",),
            "keeps none that is the title itself",
            r"journaltitle = (\{.*\}),\n  shortjournal = \1",
        ),
        Limit("biblatex", ("article number",), "does not read `eid`"),
        Limit("biblatex", KEYWORDS, "does not read `keywords`"),
        Limit("biblatex", ("publisher",), "does not read a report's `institution`", "^@report"),
        Limit("ris", ("authors", "groups"), "takes groups for persons", r"(?m)^AU  - .*,\r?$"),
        Limit("ris", (*AUTHORS, "editors"), "keeps suffixes in given names", RIS_SUFFIX),
        Limit("ris", ("authors", "editors"), "takes A2 for authors", r"(?m)^A2"),
        Limit("ris", ("journal or book",), "takes T2 for an abbreviation", "^TY  - CHAP"),
        Limit("ris", ("journal's abbreviation",), "does not read J2"),
        Limit("ris", ("DOI",), "knows only prefixes of four digits", r"(?m)^DO  - 10\.\d{5}"),
        Limit("ris", ("et al.", "season"), "has no field for it"),
        Limit("bibtex biblatex", ("pages",), "takes a blank for a dash", r"pages = \{[^}]* "),
    ),
    quick=True,
)
