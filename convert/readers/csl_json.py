"""Reads CSL-JSON: ours, Zotero's, pandoc's, NCBI's exporter's and Crossref's.

What the dialects do differently is taken in stride: NCBI has a group for a family name and
``epub-date``; Zotero puts PMIDs into ``note``; Crossref has lists where CSL has texts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

from convert import crossref, plain
from convert.codecs import dates, identifiers, pages, subjects, titles
from convert.codecs.edtf import edtf
from convert.formats import Format
from convert.items import items
from convert.model import (
    HEAVY,
    Date,
    Field,
    Identifier,
    Issn,
    Keyword,
    Moment,
    Name,
    Origin,
    Record,
)
from convert.report import Report, Where
from convert.source import Source
from convert.table import by_tag
from convert.tables import groups, languages
from convert.tables.csl_json import ALIASES, CUSTOM, KNOWN_TYPES, OTHERS, ROWS, TYPES

# Of an object, the first name: "medcite" begins our own JSON, which has names like CSL's.
ITEM = re.compile(r'\s*(?:\[\s*(?:\{\s*"|\]\s*$)|\{\s*"(?!medcite"))')
MARK = re.compile(r'"(?:id|type|author|issued|title|container-title|DOI|PMID|items)"\s*:')
UNCASED = re.compile(r'<span class="nocase">(.*)</span>', re.DOTALL)
LINE = re.compile(r"\s*(PMID|PMCID|DOI|ISSN|ISBN|NIHMSID)\s*:\s*(\S+)\s*", re.IGNORECASE)
BOOK = re.compile(r"https?://www\.ncbi\.nlm\.nih\.gov/books/(NBK\d+)/?")
ET_AL = ("et al.", "et al", "others")
VARIABLES = by_tag(ROWS)
REST = by_tag(CUSTOM)
HINTS = get_type_hints(Record)

EMPTY = {name: Record.defaults[name] for name in HEAVY - {"origin"}}

Values = dict[str, Any]


def _sniff(head: str) -> bool:
    return ITEM.match(head) is not None and (head.strip() == "[]" or bool(MARK.search(head)))


FORMAT = Format("csl-json", "CSL-JSON", (".json", ".csl.json", ".csljson"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each item; what the model has no place for is kept."""
    for found, line in items(source, report):
        for item in crossref.items(found):
            if item and SAYING.isdisjoint(ALIASES.get(tag, tag) for tag in item):
                where = Where(source.name, line)
                names = ", ".join(item)
                message = f"expected an item with a type or title, found {names:.60}; skipped"
                report.error("bad-record", where, message)
            else:
                yield _Item(item, line, source.name, report).record()


class _Item:
    """One item on its way to a record."""

    def __init__(self, item: dict[str, Any], line: int, file: str, report: Report) -> None:
        self.item, self.line, self.file, self.report = item, line, file, report
        self.values: Values = {}
        self.kept: list[Field] = []
        self.odd: list[str] = []
        self.name = str(item.get("citation-key") or item.get("id") or item.get("PMID") or "")

    def record(self) -> Record:
        """Give the record."""
        for tag, value in self.item.items():
            if value not in (None, "", [], {}):
                self._take(tag, value)
        self._settle()
        if self.odd:
            message = f"no place in the model for {', '.join(self.odd)}; kept"
            self.report.note("kept", Where(self.file, self.line, self.name), message)
        values = EMPTY | self.values | {"kept": tuple(self.kept)}
        return Record.later(values, self.make, (self.file, self.line))

    def make(self, _: str) -> Origin:
        """Give the record's origin, all that is left for later: few ask for it."""
        fields = [Field(tag, _shown(value), self.line) for tag, value in self.item.items()]
        return Origin("csl-json", self.file, self.line, tuple(fields))

    def _take(self, tag: str, value: Any) -> None:
        """Decode one variable, or keep it."""
        name = ALIASES.get(tag, tag)
        if name != tag and name in self.item:
            return None if self.item[name] == value else self._keep(tag, value)
        try:
            if special := SPECIAL.get(name):
                return special(self, value)
            if row := VARIABLES.get(name):
                self.values[row.to] = DECODE[row.how](value)
                return None
        except (plain.ShapeError, ValueError) as error:
            self._warn("bad-value", tag, f"{error}; kept")
            self.kept.append(Field(tag, _shown(value), self.line))
            return None
        return self._keep(tag, value)

    def _keep(self, tag: str, value: Any) -> None:
        self.kept.append(Field(tag, _shown(value), self.line))
        if tag in OTHERS or tag in ALIASES:
            self.odd.append(tag)
        else:
            self._warn("unknown-tag", tag, "no variable of CSL; kept")

    def _warn(self, code: str, tag: str, message: str) -> None:
        self.report.warning(code, Where(self.file, self.line, self.name, tag), message)

    def _settle(self) -> None:
        """Set what several variables say together."""
        values = self.values
        names = values.get("author", ())
        if names and names[-1].literal.lower() in ET_AL:
            values["author"], values["et_al"] = names[:-1], True
        headings = {each.descriptor.casefold() for each in values.get("mesh", ())}
        words = values.get("keywords", ())
        values["keywords"] = tuple(each for each in words if each.text.casefold() not in headings)
        if values.get("doi") and identifiers.doi(values.get("url", "")) == values["doi"]:
            del values["url"]
        if found := BOOK.fullmatch(values.get("url", "")):
            values.setdefault("nbk", found[1])

    def type(self, value: Any) -> None:
        """Take the item's type: another vocabulary's as CSL's, any other as a document."""
        name = TYPES.get(_text(value), _text(value))
        if name not in KNOWN_TYPES:
            self._warn("unknown-type", "type", f"{name!r} is none of CSL's types: read as document")
            name = "document"
        self.values["type"] = name

    def id(self, value: Any) -> None:
        """Take the id for the key, unless the item has a ``citation-key``."""
        key = _text(value)
        if found := re.fullmatch(r"pmid:(\d+)", key, re.IGNORECASE):
            self.values.setdefault("pmid", found[1])
        if "citation-key" not in self.item:
            self.values["key"] = key

    def title(self, value: Any) -> None:
        """Take the title; brackets around all of it say that it is a translation."""
        text = _text(value)
        inner, translated = titles.title(text)
        self.values["title"] = inner if translated else text
        self.values["translated"] = self.values.get("translated", False) or translated
        if self.item.get("subtitle"):  # Crossref
            self.values["title"] += f": {_text(self.item['subtitle'])}"

    def issn(self, value: Any) -> None:
        """Take one or more ISSNs, unless ``custom`` has them with their media."""
        found = [each for part in _texts(value) for each in re.split(r"[\s,;]+", part) if each]
        self.values.setdefault("issn", tuple(Issn(each) for each in found))

    def language(self, value: Any) -> None:
        """Take the language, unless ``custom`` has several."""
        self.values.setdefault("language", (_language(_text(value)),))

    def status(self, value: Any) -> None:
        """Take the status: NLM's word for it, or CSL's."""
        text = _text(value)
        self.values.setdefault("status", "aheadofprint" if text == "ahead of print" else text)

    def note(self, value: Any) -> None:
        """Take ``PMID: 1`` and the like out of the note, as Zotero writes them there."""
        rest = []
        for line in _text(value).split("\n"):
            if found := LINE.fullmatch(line):
                name = found[1].upper()
                to = {"NIHMSID": "nihmsid"}.get(name) or VARIABLES[name].to
                if name in self.item:
                    continue
                if to in ("issn", "isbn"):
                    self.values[to] = (Issn(found[2]),) if to == "issn" else (found[2],)
                else:
                    self.values[to] = found[2]
            elif line.strip():
                rest.append(line.strip())
        self.values["notes"] = (*self.values.get("notes", ()), *rest)

    def annote(self, value: Any) -> None:
        """Keep an annotation; our own writer's notices come back with ``custom.relations``."""
        custom = self.item.get("custom")
        if not (isinstance(custom, dict) and custom.get("relations")):
            self._keep("annote", value)

    def custom(self, value: Any) -> None:
        """Take what our own writer put into ``custom``; keep the rest."""
        if not isinstance(value, dict):
            raise plain.ShapeError(f"expected an object, found {value!r:.60}")
        for tag, each in value.items():
            row = REST.get(tag)
            if row is None:
                self.kept.append(Field(f"custom.{tag}", _shown(each), self.line))
                self.odd.append(f"custom.{tag}")
            elif row.how == "orcid":
                self._orcids(each)
            elif row.how == "dates":
                self._dates(each)
            elif row.how == "mesh":
                self.values["mesh"] = tuple(subjects.heading(text) for text in _texts(each))
            else:
                self.values[row.to] = plain.load(HINTS[row.to], each, f"custom.{tag}")

    def _dates(self, value: Any) -> None:
        """Take dates that say more than the variable's date-parts, which they stand behind."""
        if not isinstance(value, dict):
            raise plain.ShapeError(f"custom.dates: expected an object, found {value!r:.60}")
        for tag, each in value.items():
            row = VARIABLES.get(tag)
            if row is None or row.how not in ("issued", "date"):
                raise plain.ShapeError(f"custom.dates: {tag} is no date of CSL")
            self.values[row.to] = plain.load(Date, each, f"custom.dates.{tag}")

    def _orcids(self, value: Any) -> None:
        """Give the authors their ORCIDs; ``custom`` stands behind the authors or before."""
        if not isinstance(value, dict):
            raise plain.ShapeError(f"custom.orcid: expected an object, found {value!r:.60}")
        authors = list(self.values.get("author") or DECODE["authors"](self.item.get("author", [])))
        for place, orcid in value.items():
            if place.isdecimal() and 0 < int(place) <= len(authors):
                name = authors[int(place) - 1]
                ids = (*name.ids, Identifier("orcid", _text(orcid), "AUID"))
                authors[int(place) - 1] = Name(
                    name.family, name.given, name.suffix, name.literal, ids=ids
                )
        self.values["author"] = tuple(authors)


_dumps = json.JSONEncoder(ensure_ascii=False).encode


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else _dumps(value)


def _texts(value: Any) -> list[str]:
    """Give texts of a text, a number or a list of them."""
    if isinstance(value, list):
        return [_text(each) for each in value]
    return [_text(value)]


def _text(value: Any) -> str:
    """Give a text of a text or number; of a list (Crossref's) the first."""
    if type(value) is str:  # as nearly all are
        return value.strip()
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise plain.ShapeError(f"expected a text, found {_shown(value):.60}")
    return str(value).strip()


def _uncased(text: str) -> str:
    """Take away what our own writer puts around an original title."""
    found = UNCASED.fullmatch(text)
    return str(found[1]) if found else text


def _names(value: Any) -> tuple[Name, ...]:
    if not isinstance(value, list):
        raise plain.ShapeError(f"expected a list of names, found {_shown(value):.60}")
    return tuple(_name(each) for each in value)


def _name(value: Any) -> Name:
    """Read a name; particles go where NLM has them: in the family name or behind the given."""
    if isinstance(value, str):
        return Name(literal=value)
    if not isinstance(value, dict):
        raise plain.ShapeError(f"expected a name, found {_shown(value):.60}")
    part = {key: each.strip() for key, each in value.items() if isinstance(each, str)}
    if len(value) == 2 and (family := part.get("family")) and (given := part.get("given")):
        return Name(family, given)
    family, given = part.get("family", ""), part.get("given", "")
    literal = part.get("literal", "") or part.get("name", "")
    if literal and not family:
        return Name(literal=literal)
    if not given and groups.is_group(family):
        return Name(literal=family)
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
        raise plain.ShapeError(f"expected a date, found {_shown(value):.60}")
    said = value.get("literal") or value.get("raw") or value.get("edtf") or ""
    moments = _moments(value.get("date-parts") or [])
    if not moments:
        return edtf(_text(said)) if said else Date(None)
    if value.get("literal"):
        read = dates.date(_text(said))
        return Date(moments[0], moments[1] if len(moments) > 1 else None, read.raw, read.rest)
    start = moments[0]
    if value.get("season") and len(moments) == 1 and not start.month:
        start = start._replace(season=_season(value["season"]))
    return Date(start, moments[1] if len(moments) > 1 else None)


def _moments(value: Any) -> list[Moment]:
    """Read date-parts; Crossref writes ``[[null]]`` for no date."""
    if not isinstance(value, list) or not all(isinstance(parts, list) for parts in value):
        raise plain.ShapeError(f"expected lists of numbers, found {_shown(value):.60}")
    return [_moment(parts) for parts in value if parts and parts[0]]


def _moment(parts: list[Any]) -> Moment:
    """Read year, month and day; months from 13 (citeproc-js) or 21 (EDTF) on are seasons."""
    numbers = [int(_text(part)) for part in parts if part is not None]
    year, month, day = (*numbers, 0, 0)[:3]
    if 13 <= month <= 16 or 21 <= month <= 24:
        return Moment(year, season=(month - 13) % 4 + 1)
    if not (0 < year < 10_000 and 0 <= month <= 12 and 0 <= day <= 31):
        raise plain.ShapeError(f"no date in {parts}")
    return Moment(year, month, day)


def _season(value: Any) -> int:
    """Read a season: its number, or its name."""
    text = str(value)
    if not text.isdecimal():
        start = dates.date(f"{text} 2000").start
        return start.season if start else 0
    return int(text) if int(text) <= 4 else (int(text) - 13) % 4 + 1


def _language(text: str) -> str:
    """Give MEDLINE's code for a language tag, code or name."""
    base = re.split(r"[-_]", text.lower())[0]
    found = languages.BY_TAG.get(base) or languages.BY_NAME.get(text.lower())
    return found.code if found else base


def _keywords(value: Any) -> tuple[Keyword, ...]:
    """Read keywords: a list, or a text with semicolons or, without any, commas."""
    texts = _texts(value)
    if len(texts) == 1:
        texts = texts[0].split(";" if ";" in texts[0] else ",")
    return tuple(Keyword(text.strip()) for text in texts if text.strip())


def _doi(value: Any) -> str:
    return identifiers.doi(_text(value)) or _text(value)


DECODE: dict[str, Callable[[Any], Any]] = {
    "text": _text,
    "doi": _doi,
    "original": lambda value: _uncased(_text(value)),
    "container": _text,
    "url": _text,
    "names": _names,
    "authors": _names,
    "page": lambda value: pages.pages(_text(value)),
    "issued": _date,
    "date": _date,
    "publisher-place": _text,
    "spaced": lambda value: tuple(each for text in _texts(value) for each in text.split()),
    "keyword": _keywords,
    "abstract": lambda value: crossref.unmarked(_text(value)),
}
SPECIAL: dict[str, Callable[[_Item, Any], None]] = {
    "id": _Item.id,
    "citation-key": lambda item, value: item.values.update(key=_text(value)),
    "type": _Item.type,
    "title": _Item.title,
    "ISSN": _Item.issn,
    "DOI": lambda item, value: item.values.update(doi=_doi(value)),
    "PMCID": lambda item, value: item.values.update(pmcid=identifiers.pmcid(_text(value))),
    "language": _Item.language,
    "status": _Item.status,
    "note": _Item.note,
    "annote": _Item.annote,
    "subtitle": lambda item, value: None,  # taken with the title
    "custom": _Item.custom,
}
# One of these at least has what is an item; other JSON has those that are left out here, too.
SAYING = (VARIABLES.keys() | SPECIAL.keys() | OTHERS) - {"link", "source", "status", "version"}
