"""Our outputs read back by other people's parsers, and brought to one form for comparison."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

import bibtexparser
import rispy
from pylatexenc.latex2text import LatexNodes2Text

from tests.corpus.raw import MONTHS

_PLAIN = LatexNodes2Text()


@dataclass
class Entry:
    """One reference as a reader of the output sees it; ``text`` is all of it.

    ``names`` holds (family, whole name) of persons and ("", name) of groups; ``month`` is a
    number, 0 where there is none.
    """

    names: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""
    doi: str = ""
    pages: str = ""
    year: str = ""
    month: int = 0
    issn: str = ""
    text: str = ""


def bibtex(text: str) -> Iterator[Entry]:
    """Read BibTeX or BibLaTeX."""
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks, library.failed_blocks[0].error
    for entry in library.entries:
        fields = {each.key.lower(): str(each.value) for each in entry.fields}
        date = fields.get("date", "")
        month = fields.get("month", "").lower()[:3].capitalize()
        yield Entry(
            names=[_bib_name(name) for name in _split_and(fields.get("author", ""))],
            title=detex(fields.get("title", "")),
            doi=detex(fields.get("doi", "")),
            pages=detex(fields.get("pages", "") or fields.get("eid", "")),
            year=(date or fields.get("year", ""))[:4],
            month=_month(date[5:7]) if date else MONTHS.index(month) + 1 if month in MONTHS else 0,
            issn=fields.get("issn", ""),
            text=detex(" ; ".join(f"{key}={value}" for key, value in fields.items())),
        )


def ris(text: str) -> Iterator[Entry]:
    """Read RIS of any profile."""
    for fields in rispy.loads(text, implementation=_Tags):
        one = {
            tag: values[0] if isinstance(values, list) else values for tag, values in fields.items()
        }
        date = re.split("[/-]", one.get("DA", ""))  # a range for Zotero: 2022-05/2022-06
        yield Entry(
            names=[_ris_name(name) for name in fields.get("AU", [])],
            title=one.get("TI", ""),
            doi=one.get("DO", ""),
            pages="-".join(one[tag] for tag in ("SP", "EP") if tag in one),
            year=one.get("PY", ""),
            month=_month(date[1]) if len(date) > 1 else 0,
            issn=one.get("SN", ""),
            text=" ; ".join(f"{tag}={value}" for tag, value in fields.items()),
        )


def csl(text: str) -> Iterator[Entry]:
    """Read CSL-JSON."""
    for item in json.loads(text):
        first = (item.get("issued", {}).get("date-parts") or [[""]])[0]
        yield Entry(
            names=[_csl_name(name) for name in item.get("author", [])],
            title=item.get("title", ""),
            doi=item.get("DOI", ""),
            pages=item.get("page", "") or item.get("number", ""),
            year=str(first[0]),
            month=_month(str(first[1])) if len(first) > 1 else 0,
            issn=item.get("ISSN", ""),
            text=json.dumps(item),
        )


def detex(text: str) -> str:
    """Give what LaTeX prints."""
    if "\\" in text:
        text = _PLAIN.latex_to_text(text)
    return re.sub(r"[{}]", "", text)


class _Tags(rispy.RisParser):  # type: ignore[misc]  # rispy has no type information
    """Every tag by its own name, as often as it stands."""

    DEFAULT_MAPPING: ClassVar[dict[str, str]] = {
        f"{first}{second}": f"{first}{second}"
        for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    }
    DEFAULT_LIST_TAGS: ClassVar[list[str]] = [tag for tag in DEFAULT_MAPPING if tag != "TY"]
    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}


def _split_and(text: str) -> Iterator[str]:
    """Split at `` and `` outside braces, as BibTeX does."""
    depth, begin = 0, 0
    for found in re.finditer(r"\\.|[{}]| and ", text, re.DOTALL):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif found[0] == " and " and not depth:
            yield text[begin : found.start()]
            begin = found.end()
    if text:
        yield text[begin:]


def _bib_name(name: str) -> tuple[str, str]:
    if name.startswith("{") and name.endswith("}") and "," not in re.sub(r"\{.*\}", "", name):
        return "", detex(name)
    return detex(name.split(",", maxsplit=1)[0]), detex(name)


def _ris_name(name: str) -> tuple[str, str]:
    if name.endswith(",") or (name[:1], name[-1:]) == ("{", "}"):  # the latter is JabRef's way
        return "", name.strip("{,}")
    if ",," in name:  # EndNote's way to have a comma in a group's name
        return "", name.replace(",,", ",")
    return name.split(",", maxsplit=1)[0], name


def _csl_name(name: dict[str, Any]) -> tuple[str, str]:
    if "literal" in name:
        return "", name["literal"]
    whole = [name.get(part, "") for part in ("family", "given", "suffix")]
    return whole[0], " ".join(whole)


def _month(text: str) -> int:
    """Give a month; in ranges of seasons they are numbered from 21, as months."""
    return int(text) if text.isdecimal() and int(text) <= 12 else 0
