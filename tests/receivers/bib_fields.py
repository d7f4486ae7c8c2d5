r"""The fields of a .bib entry, as programs give them whose users know the fields' names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pylatexenc.latex2text import LatexNodes2Text

from tests.receivers.entry import Entry, Person, entry

_PLAIN = LatexNodes2Text(keep_comments=True)
_TAGS = {
    "textsuperscript": "sup",
    "textsubscript": "sub",
    "emph": "i",
    "textit": "i",
    "textbf": "b",
}
_COMMAND = re.compile(r"\{?\\(textsuperscript|textsubscript|emph|textit|textbf)\s*\{([^{}]*)\}\}?")
# An accent that is spelt so that biber does not take it for a separator of names.
_HIDDEN_ACCENT = re.compile(r"\\csname\s*\?\\string\s*\\?([~^`'\"=.])\s*\\endcsname")
_GROUP = re.compile(r"(\\[A-Za-z]+\s*|\\.|[\^_])?\{([^{}\\]*)\}")
_SCRIPT = re.compile(r"\$([_^])\{?([^{}$]*)\}?\$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DASH = re.compile(r"[-–]+")
_SEASONS = ("spring", "summer", "autumn", "winter")


def read(
    key: str, fields: Mapping[str, str], authors: list[Person], editors: list[Person]
) -> Entry:
    """Return the facts of an entry, by its lower-case fields, which have no TeX any more."""
    return entry(
        key=key,
        title=fields.get("title"),
        authors=authors,
        editors=editors,
        journal=[
            fields.get(name) for name in ("journal", "journaltitle", "booktitle", "howpublished")
        ],
        abbreviation=fields.get("shortjournal"),
        volume=fields.get("volume"),
        issue=fields.get("number"),
        pages=fields.get("pages"),
        number=fields.get("eid"),
        date=_date(fields),
        doi=fields.get("doi"),
        pmid=[
            fields.get("pmid"),
            fields.get("eprint") if fields.get("eprinttype") == "pubmed" else "",
        ],
        pmcid=fields.get("pmcid"),
        issn=fields.get("issn"),
        isbn=fields.get("isbn"),
        url=fields.get("url"),
        abstract=fields.get("abstract"),
        keywords=fields.get("keywords"),
        language=[fields.get("langid"), fields.get("language")],
        publisher=[fields.get(name) for name in ("publisher", "institution", "school")],
        place=[fields.get("address"), fields.get("location")],
        edition=fields.get("edition"),
        notes=[fields.get("note"), fields.get("addendum"), fields.get("pubstate")],
    )


def unbraced(fields: Mapping[str, str]) -> dict[str, str]:
    """Return fields without the braces that a program leaves to who reads them."""
    return {name: re.sub(r"[{}]", "", value) for name, value in fields.items()}


def decode(tex: str) -> str:
    """Return TeX as text with CSL's markup, for programs that leave it to TeX."""
    tex = _HIDDEN_ACCENT.sub(r"\\\1", tex)
    while (bare := _GROUP.sub(_ungrouped, tex)) != tex:
        tex = bare
    tex = _SCRIPT.sub(r"\\text\1{\2}", tex)
    tex = tex.replace("\\text^", "\\textsuperscript").replace("\\text_", "\\textsubscript")
    while match := _COMMAND.search(tex):
        tag = _TAGS[match[1]]
        tex = f"{tex[: match.start()]}<{tag}>{match[2]}</{tag}>{tex[match.end() :]}"
    if "\\" in tex or "$" in tex:
        return str(_PLAIN.latex_to_text(tex))
    return re.sub(r"[{}]", "", tex).replace("~", " ")


def _ungrouped(match: re.Match[str]) -> str:
    """Return a group without its braces, unless it is what a command is given."""
    return match[0] if match[1] else match[2]


def _date(fields: Mapping[str, str]) -> list[str]:
    """Return start and end of ``date``, or of ``year``, ``month`` and ``day``."""
    if value := fields.get("date"):
        return value.split("/")
    year = fields.get("year", "")
    dates = [_day(part, year, fields) for part in _DASH.split(fields.get("month", "").lower())]
    return ["-".join(filter(None, date)) for date in dates]


def _day(month: str, year: str, fields: Mapping[str, str]) -> list[str]:
    """Return year, month and day of a month, which may have its day with it: ``dec 20``."""
    name, _, day = month.replace("\xa0", " ").replace("~", " ").strip().partition(" ")
    day = day or fields.get("day", "")
    return [year, _month(name), day and day.zfill(2)]


def _month(name: str) -> str:
    """Return a month or season as EDTF has it: ``02``, ``21``."""
    if name[:3] in _MONTHS:
        return f"{_MONTHS.index(name[:3]) + 1:02}"
    if name in _SEASONS:
        return f"{_SEASONS.index(name) + 21}"
    return name.zfill(2) if name.isdecimal() else ""
