"""CSL-JSON's values: texts, names, dates, and what else a variable may hold, in any dialect.

Each raises :class:`medcite.model.serialize.ShapeError` for what is no such value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import takewhile
from typing import Any

from ..model import serialize
from ..model.values import Date, Identifier, Keyword, Name, PartialDate
from ..tables import groups, languages
from . import crossref, dates, identifiers, pages
from .edtf import edtf

UNCASED = re.compile(r'<span class="nocase">(.*)</span>', re.DOTALL)
_dumps = json.JSONEncoder(ensure_ascii=False).encode


def shown(value: Any) -> str:
    """Give a value as a text: one that is none as JSON."""
    return value if isinstance(value, str) else _dumps(value)


def texts(value: Any) -> list[str]:
    """Give texts of a text, a number or a list of them."""
    if isinstance(value, list):
        return [text(each) for each in value]
    return [text(value)]


def text(value: Any) -> str:
    """Give a text of a text or number; of a list (Crossref's) the first."""
    if type(value) is str:  # as nearly all are
        return value.strip()
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise serialize.ShapeError(f"expected a text, found {shown(value):.60}")
    return str(value).strip()


def _uncased(text: str) -> str:
    """Take away what our own writer puts around an original title."""
    found = UNCASED.fullmatch(text)
    return str(found[1]) if found else text


def _names(value: Any) -> tuple[Name, ...]:
    if not isinstance(value, list):
        raise serialize.ShapeError(f"expected a list of names, found {shown(value):.60}")
    return tuple(_name(each) for each in value)


def _name(value: Any) -> Name:
    """Read a name; particles go where NLM has them: in the family name or behind the given."""
    if isinstance(value, str):
        return Name(literal=value)
    if not isinstance(value, dict):
        raise serialize.ShapeError(f"expected a name, found {shown(value):.60}")
    part = {key: each.strip() for key, each in value.items() if isinstance(each, str)}
    if len(value) == 2 and (family := part.get("family")) and (given := part.get("given")):
        return Name(family, given)
    family, given = part.get("family", ""), part.get("given", "")
    literal = part.get("literal", "") or part.get("name", "")
    if literal and not family:
        return Name(literal=literal)
    if not given and groups.is_group(family):
        return Name(literal=family)
    if not family:
        return Name(given, suffix=part.get("suffix", ""), ids=_orcid_of(part.get("ORCID", "")))
    family = " ".join(filter(None, (part.get("non-dropping-particle"), family)))
    given = " ".join(filter(None, (given, part.get("dropping-particle"))))
    orcid = _orcid_of(part.get("ORCID", ""))
    return Name(family, given, part.get("suffix", ""), ids=orcid)


def _orcid_of(orcid: str) -> tuple[Identifier, ...]:
    """Give an ORCID, bare or as an address (Crossref's), as a name's identifiers."""
    bare = orcid.rpartition("/")[2]
    return (Identifier("orcid", bare, "AUID"),) if bare else ()


def _date(value: Any) -> Date:
    """Read a date: an object of date-parts, a season, a literal or raw text, or a text."""
    if isinstance(value, str | int):
        return edtf(str(value))
    if not isinstance(value, dict):
        raise serialize.ShapeError(f"expected a date, found {shown(value):.60}")
    said = value.get("literal") or value.get("raw") or value.get("edtf") or ""
    moments = _moments(value.get("date-parts") or [])
    if not moments:
        return edtf(text(said)) if said else Date(None)
    if value.get("literal"):
        read = dates.date(text(said))
        return Date(moments[0], moments[1] if len(moments) > 1 else None, read.raw, read.rest)
    start = moments[0]
    if value.get("season") and len(moments) == 1 and not start.month:
        start = start._replace(season=_season(value["season"]))
    return Date(start, moments[1] if len(moments) > 1 else None)


def _moments(value: Any) -> list[PartialDate]:
    """Read date-parts; Crossref writes ``[[null]]`` for no date."""
    if not isinstance(value, list) or not all(isinstance(parts, list) for parts in value):
        raise serialize.ShapeError(f"expected lists of numbers, found {shown(value):.60}")
    return [_moment(parts) for parts in value if parts and parts[0]]


def _moment(parts: list[Any]) -> PartialDate:
    """Read year, month and day; months from 13 (citeproc-js) or 21 (EDTF) on are seasons."""
    known = takewhile(bool, (text(part) for part in parts if part is not None))
    try:
        numbers = [int(part) for part in known]
    except ValueError as error:
        raise serialize.ShapeError(f"no date in {shown(parts):.60}") from error
    year, month, day = (*numbers, 0, 0)[:3]
    if 13 <= month <= 16 or 21 <= month <= 24:
        return PartialDate(year, season=(month - 13) % 4 + 1)
    if not (0 < year < 10_000 and 0 <= month <= 12 and 0 <= day <= 31):
        raise serialize.ShapeError(f"no date in {parts}")
    return PartialDate(year, month, day)


def _season(value: Any) -> int:
    """Read a season: its number, or its name."""
    text = str(value)
    if not text.isdecimal():
        start = dates.date(f"{text} 2000").start
        return start.season if start else 0
    return int(text) if int(text) <= 4 else (int(text) - 13) % 4 + 1


def language(text: str) -> str:
    """Give MEDLINE's code for a language tag, code or name."""
    base = re.split(r"[-_]", text.lower())[0]
    found = languages.BY_TAG.get(base) or languages.BY_NAME.get(text.lower())
    return found.code if found else base


def _keywords(value: Any) -> tuple[Keyword, ...]:
    """Read keywords: a list, or a text with semicolons or, without any, commas."""
    found = texts(value)
    if len(found) == 1:
        found = found[0].split(";" if ";" in found[0] else ",")
    return tuple(Keyword(each.strip()) for each in found if each.strip())


def doi(value: Any) -> str:
    """Give a DOI without its resolver's address; what is none as it is."""
    return identifiers.doi(text(value)) or text(value)


# By the codecs that the table names.
DECODE: dict[str, Callable[[Any], Any]] = {
    "text": text,
    "doi": doi,
    "original": lambda value: _uncased(text(value)),
    "container": text,
    "url": text,
    "names": _names,
    "authors": _names,
    "page": lambda value: pages.pages(text(value)),
    "issued": _date,
    "date": _date,
    "publisher-place": text,
    "spaced": lambda value: tuple(each for part in texts(value) for each in part.split()),
    "keyword": _keywords,
    "abstract": lambda value: crossref.unmarked(text(value)),
}
