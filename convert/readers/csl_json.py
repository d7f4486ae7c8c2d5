"""Reads CSL-JSON: ours, Zotero's, pandoc's, NCBI's exporter's and Crossref's.

What the dialects do differently is taken in stride: NCBI has a group for a family name and
``epub-date``; Zotero puts PMIDs into ``note``; Crossref has lists where CSL has texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

from ..codecs import addresses, crossref, identifiers, subjects, titles
from ..codecs import csl_json as csl
from ..files.json_stream import items
from ..files.source import Source
from ..format_registry import Format
from ..model import serialize
from ..model.lazy import LAZY, LazyRecord
from ..model.record import Record
from ..model.report import Location, Report
from ..model.values import Date, Field, Identifier, Issn, Name, Origin
from ..tables.csl_json import ALIASES, CUSTOM, KNOWN_TYPES, OTHERS, ROWS, TYPES
from ..tables.identifiers import LABELS
from ..tables.row import by_tag

# Of an object, the first name: "medcite" begins our own JSON, which has names like CSL's.
ITEM = re.compile(r'\s*(?:\[\s*(?:\{\s*"|\]\s*$)|\{\s*"(?!medcite"))')
MARK = re.compile(r'"(?:id|type|author|issued|title|container-title|DOI|PMID|items)"\s*:')
LABELLED = (*LABELS, "ISSN", "ISBN")  # in a note, as Zotero writes them
ET_AL = ("et al.", "et al", "others")
VARIABLES = by_tag(ROWS)
REST = by_tag(CUSTOM)
HINTS = get_type_hints(Record)

EMPTY = {name: Record.defaults[name] for name in LAZY - {"origin"}}

Values = dict[str, Any]


def _sniff(head: str) -> bool:
    return ITEM.match(head) is not None and (head.strip() == "[]" or bool(MARK.search(head)))


FORMAT = Format("csl-json", "CSL-JSON", (".json", ".csl.json", ".csljson"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each item; what the model has no place for is kept."""
    for found, line in items(source, report):
        for item in crossref.items(found):
            if item and SAYING.isdisjoint(ALIASES.get(tag, tag) for tag in item):
                where = Location(source.name, line)
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
            self.report.note("kept", Location(self.file, self.line, self.name), message)
        values = EMPTY | self.values | {"kept": tuple(self.kept)}
        return LazyRecord(values, self.make, (self.file, self.line))

    def make(self, _: str) -> Origin:
        """Give the record's origin, all that is left for later: few ask for it."""
        fields = [Field(tag, csl.shown(value), self.line) for tag, value in self.item.items()]
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
                self.values[row.to] = csl.DECODE[row.how](value)
                return None
        except (serialize.ShapeError, ValueError) as error:
            self._warn("bad-value", tag, f"{error}; kept")
            self.kept.append(Field(tag, csl.shown(value), self.line))
            return None
        return self._keep(tag, value)

    def _keep(self, tag: str, value: Any) -> None:
        self.kept.append(Field(tag, csl.shown(value), self.line))
        if tag in OTHERS or tag in ALIASES:
            self.odd.append(tag)
        else:
            self._warn("unknown-tag", tag, "no variable of CSL; kept")

    def _warn(self, code: str, tag: str, message: str) -> None:
        self.report.warning(code, Location(self.file, self.line, self.name, tag), message)

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
        if number := addresses.bookshelf_number(values.get("url", "")):
            values.setdefault("nbk", number)

    def type(self, value: Any) -> None:
        """Take the item's type: another vocabulary's as CSL's, any other as a document."""
        name = TYPES.get(csl.text(value), csl.text(value))
        if name not in KNOWN_TYPES:
            self._warn("unknown-type", "type", f"{name!r} is none of CSL's types: read as document")
            name = "document"
        self.values["type"] = name

    def id(self, value: Any) -> None:
        """Take the id for the key, unless the item has a ``citation-key``."""
        key = csl.text(value)
        if found := re.fullmatch(r"pmid:(\d+)", key, re.IGNORECASE):
            self.values.setdefault("pmid", found[1])
        if "citation-key" not in self.item:
            self.values["key"] = key

    def title(self, value: Any) -> None:
        """Take the title; brackets around all of it say that it is a translation."""
        text = csl.text(value)
        inner, translated = titles.title(text)
        self.values["title"] = inner if translated else text
        self.values["translated"] = self.values.get("translated", False) or translated
        if self.item.get("subtitle"):  # Crossref
            self.values["title"] += f": {csl.text(self.item['subtitle'])}"

    def issn(self, value: Any) -> None:
        """Take one or more ISSNs, unless ``custom`` has them with their media."""
        found = [each for part in csl.texts(value) for each in re.split(r"[\s,;]+", part) if each]
        self.values.setdefault("issn", tuple(Issn(each) for each in found))

    def language(self, value: Any) -> None:
        """Take the language, unless ``custom`` has several."""
        self.values.setdefault("language", (csl.language(csl.text(value)),))

    def status(self, value: Any) -> None:
        """Take the status: NLM's word for it, or CSL's."""
        text = csl.text(value)
        self.values.setdefault("status", "aheadofprint" if text == "ahead of print" else text)

    def note(self, value: Any) -> None:
        """Take ``PMID: 1`` and the like out of the note, as Zotero writes them there."""
        rest = []
        for line in csl.text(value).split("\n"):
            if labelled := identifiers.labelled(line, LABELLED):
                to, text = labelled
                if to.upper() in self.item:
                    continue
                if to in ("issn", "isbn"):
                    self.values[to] = (Issn(text),) if to == "issn" else (text,)
                else:
                    self.values[to] = text
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
            raise serialize.ShapeError(f"expected an object, found {value!r:.60}")
        for tag, each in value.items():
            row = REST.get(tag)
            if row is None:
                self.kept.append(Field(f"custom.{tag}", csl.shown(each), self.line))
                self.odd.append(f"custom.{tag}")
            elif row.how == "orcid":
                self._orcids(each)
            elif row.how == "dates":
                self._dates(each)
            elif row.how == "mesh":
                self.values["mesh"] = tuple(subjects.heading(text) for text in csl.texts(each))
            else:
                self.values[row.to] = serialize.load(HINTS[row.to], each, f"custom.{tag}")

    def _dates(self, value: Any) -> None:
        """Take dates that say more than the variable's date-parts, which they stand behind."""
        if not isinstance(value, dict):
            raise serialize.ShapeError(f"custom.dates: expected an object, found {value!r:.60}")
        for tag, each in value.items():
            row = VARIABLES.get(tag)
            if row is None or row.how not in ("issued", "date"):
                raise serialize.ShapeError(f"custom.dates: {tag} is no date of CSL")
            self.values[row.to] = serialize.load(Date, each, f"custom.dates.{tag}")

    def _orcids(self, value: Any) -> None:
        """Give the authors their ORCIDs; ``custom`` stands behind the authors or before."""
        if not isinstance(value, dict):
            raise serialize.ShapeError(f"custom.orcid: expected an object, found {value!r:.60}")
        authors = list(
            self.values.get("author") or csl.DECODE["authors"](self.item.get("author", []))
        )
        for place, orcid in value.items():
            if place.isdecimal() and 0 < int(place) <= len(authors):
                name = authors[int(place) - 1]
                ids = (*name.ids, Identifier("orcid", csl.text(orcid), "AUID"))
                authors[int(place) - 1] = Name(
                    name.family, name.given, name.suffix, name.literal, ids=ids
                )
        self.values["author"] = tuple(authors)


SPECIAL: dict[str, Callable[[_Item, Any], None]] = {
    "id": _Item.id,
    "citation-key": lambda item, value: item.values.update(key=csl.text(value)),
    "type": _Item.type,
    "title": _Item.title,
    "ISSN": _Item.issn,
    "DOI": lambda item, value: item.values.update(doi=csl.doi(value)),
    "PMCID": lambda item, value: item.values.update(pmcid=identifiers.pmcid(csl.text(value))),
    "language": _Item.language,
    "status": _Item.status,
    "note": _Item.note,
    "annote": _Item.annote,
    "subtitle": lambda item, value: None,  # taken with the title
    "custom": _Item.custom,
}
# One of these at least has what is an item; other JSON has those that are left out here, too.
SAYING = (VARIABLES.keys() | SPECIAL.keys() | OTHERS) - {"link", "source", "status", "version"}
