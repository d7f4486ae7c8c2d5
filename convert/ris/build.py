"""A reference into a record: each tag by its row, then what several tags say together."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from ..codecs import addresses, dates, identifiers, pages, subjects, titles
from ..model.record import Record
from ..model.report import Location, Report
from ..model.values import Databank, Field, Identifier, Issn, Keyword, Origin, Relation
from ..tables import languages
from ..tables.relations import BY_LABEL
from ..tables.ris import READ, READS, VARIANTS
from ..tables.row import Row, by_tag
from . import date_fields, non_articles
from .names import name
from .split import Reference

ROWS = by_tag(READS)
OWN = {(kind, row.tag): row for row in VARIANTS for kind in row.when.split()}
PLACES = {row.tag: row.place for row in READS}
# What a reference says in one tag and another program in another; none is an attribute.
_PARTS = (
    "book_title full journal short dates first last start accession database provider city"
    " proceedings"
)
PARTS = frozenset(_PARTS.split())
NUMBER = re.compile(
    r"(\b\d{4}-?\d{3}[\dXx](?![\dXx-])|(?:97[89][-\s]?)?[\dXx][\dXx\s-]{6,15}[\dXx])"
    r"(?:\s*\((\w+)\))?"
)
# What stands in brackets behind an ISSN; Scopus writes ``(ISSN)``, which says nothing.
MEDIA = {
    "print": "print", "p": "print", "electronic": "electronic", "online": "electronic",
    "e": "electronic", "eissn": "electronic", "linking": "linking",
}  # fmt: skip
LOCAL = re.compile(r"(?:file|internal-pdf):", re.IGNORECASE)
NLM = re.compile(r"pubmed|medline|nlm", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+\d?);")
# Several authors on one line, family names and initials: Doe J, Roe AB.
SEVERAL = re.compile(r"(?:[^,;]+ [A-Z]{1,3}, )+[^,;]+ [A-Z]{1,3}")
# Cochrane lists a trial among its authors.
TRIAL = re.compile(r"(NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14})")
REGISTERS = {"NCT": "ClinicalTrials.gov", "ISR": "ISRCTN", "ACT": "ANZCTR"}
DASHES = re.compile("[–—‐−]")
RETRACTED = re.compile(r"RETRACTED\.?(?:\s*Retraction in:\s*(.+))?", re.IGNORECASE)
DAY = re.compile(r"\d{4}[/-]\d{1,2}[/-]\d{1,2}/?|\d{8}|\d{4} [A-Z][a-z]{2} \d{1,2}")
ET_AL = re.compile(r"et\.? al\.?,?|(?:and )?others", re.IGNORECASE)
ORIGINAL = re.compile(r"Original title: (.+)")
LINKS = re.compile(r";\s+(?=(?:" + "|".join(map(re.escape, BY_LABEL)) + r"): )")


class Build:
    """One record in the making."""

    def __init__(self, reference: Reference, file: str, report: Report) -> None:
        self.reference, self.file, self.report = reference, file, report
        self.values: dict[str, Any] = {"author": (), "editor": (), "notes": (), "links": ()}
        self.parts: dict[str, list[str]] = {}
        self.kept: list[Field] = []
        self.odd: list[str] = []
        self.keywords: list[str] = []

    def record(self) -> Record:
        """Give the record."""
        fields = self.reference.fields
        self.values["type"] = self._type()
        # Of several addresses UR has the article's own, of several dates DA.
        for field in sorted(fields, key=lambda field: PLACES.get(field.tag, 0)):
            if field.value and field.tag != "TY":
                self._take(field)
        self._settle()
        if self.odd:
            message = f"no place in the model for {', '.join(dict.fromkeys(self.odd))}; kept"
            self.report.note("kept", self._where(self.reference.line), message)
        del self.values["links"]
        origin = Origin("ris", self.file, self.reference.line, tuple(fields))
        return Record(**self.values, kept=tuple(self.kept), origin=origin)

    def _where(self, line: int, tag: str = "") -> Location:
        return Location(self.file, line, self.values.get("key", ""), tag)

    def _type(self) -> str:
        """Give the type; one that RIS does not have is told."""
        first = self.reference.fields[0]
        if first.tag != "TY":
            self.report.warning("no-type", self._where(first.line), "expected TY; read as article")
            return "article-journal"
        code = first.value.upper()
        if code not in READ:
            message = f"{first.value!r} is no type of reference; read as document"
            self.report.warning("unknown-type", self._where(first.line, "TY"), message)
        return READ.get(code, "document")

    def _take(self, field: Field) -> None:
        """Put one field where its row says."""
        if "&" in field.value and ENTITY.search(field.value):
            field = field._replace(value=html.unescape(field.value))
        if "\t" in field.value or "  " in field.value:
            field = field._replace(value=" ".join(field.value.split()))
        row = self.row(field.tag)
        if row is None:
            self.kept.append(field)
            self.report.warning("unknown-tag", self._where(field.line, field.tag), "kept")
        elif row.to == "kept" or self.values["type"] in row.unless.split():
            self.keep(field)
        elif row.how in SPECIAL:
            SPECIAL[row.how](self, field)
        elif row.to in PARTS:
            self.parts.setdefault(row.to, []).append(field.value)
        elif row.to == "keywords":
            self.keywords.append(field.value)
        elif row.many:
            self.values[row.to] = (*self.values.get(row.to, ()), field.value)
        else:
            self.once(row.to, field.value, field)

    def row(self, tag: str) -> Row | None:
        """Give the row of a tag, which some types of reference have of their own."""
        return OWN.get((self.values["type"], tag)) or ROWS.get(tag)

    def keep(self, field: Field) -> None:
        """Keep a field for which the model has no place."""
        self.kept.append(field)
        self.odd.append(field.tag)

    def once(self, to: str, value: Any, field: Field) -> None:
        """Set a value that a record has once; a different second one is kept, and told."""
        if self.values.get(to):
            if self.values[to] != value:
                self.kept.append(field)
                used = f"{self.values[to]!s:.40}"
                message = f"says {field.value[:40]!r} besides {used!r}; kept"
                self.report.note("repeated-tag", self._where(field.line, field.tag), message)
        else:
            self.values[to] = value

    def names(self, field: Field) -> None:
        """Take authors or editors; semicolons part several on one line."""
        row = self.row(field.tag)
        to = row.to if row else "author"
        if to == "author" and self.reference.fields[0].value == "EDBOOK":
            to = "editor"
        self.add_names(to, field)

    def add_names(self, to: str, field: Field) -> None:
        """Add the names of a field to those of one role."""
        sign = "," if SEVERAL.fullmatch(field.value) else ";"
        for text in filter(None, (part.strip() for part in field.value.split(sign))):
            if ET_AL.fullmatch(text):
                self.values["et_al"] = True
            elif TRIAL.fullmatch(text):
                trial = Databank(REGISTERS[text[:3]], text)
                self.values["databanks"] = (*self.values.get("databanks", ()), trial)
            else:
                self.values[to] = (*self.values.get(to, ()), name(text))

    def title(self, field: Field) -> None:
        """Take the title; brackets around all of it say that it is a translation."""
        inner, translated = titles.title(field.value)
        self.once("title", inner if translated else field.value, field)
        self.values["translated"] = translated or self.values.get("translated", False)

    def issue(self, field: Field) -> None:
        """Take M1: the issue, unless it is a labelled identifier, or 0 (Taylor & Francis)."""
        if field.value == "0":
            self.keep(field)
        elif not self._labelled(field):
            self.once("issue", field.value, field)

    def extra(self, field: Field) -> None:
        """Take M2: an identifier with its label, as Zotero has them."""
        if not self._labelled(field):
            self.keep(field)

    def note(self, field: Field) -> None:
        """Take a note; an identifier or a retraction goes where it belongs."""
        if found := RETRACTED.fullmatch(field.value):
            relation = subjects.relation(found[1] or "", "retraction-in")
            self.values["relations"] = (*self.values.get("relations", ()), relation)
        elif original := ORIGINAL.fullmatch(field.value):
            self.once("original_title", original[1], field)
        elif not self._labelled(field):
            self.values["notes"] = (*self.values["notes"], field.value)

    def _labelled(self, field: Field) -> bool:
        """Take ``PMID: 38413930`` and the like; tell whether the field is one."""
        labelled = identifiers.labelled(field.value)
        if labelled:
            self.once(*labelled, field)
        return bool(labelled)

    def edition(self, field: Field) -> None:
        """Take ET: a day is EndNote's e-publication date, anything else the edition."""
        if DAY.fullmatch(field.value):
            self.once("available_date", dates.date(field.value.rstrip("/")), field)
        else:
            self.once("edition", titles.edition(field.value), field)

    def numbers(self, field: Field) -> None:
        """Take ISSNs (eight characters) and ISBNs, each perhaps with its medium."""
        found = NUMBER.findall(field.value)
        if not found:
            return self.keep(field)
        for text, medium in found:
            bare = re.sub(r"[\s-]", "", text)
            if len(bare) == 8:
                issn = Issn(f"{bare[:4]}-{bare[4:]}".upper(), MEDIA.get(medium.lower(), ""))
                self.values["issn"] = (*self.values.get("issn", ()), issn)
            else:
                self.values["isbn"] = (*self.values.get("isbn", ()), text)
        return None

    def doi(self, field: Field) -> None:
        """Take a DOI; what is none is kept, and told."""
        if found := identifiers.doi(field.value):
            return self.once("doi", found, field)
        self.kept.append(field)
        message = f"{identifiers.doi_problem(field.value)}; kept"
        self.report.warning("bad-doi", self._where(field.line, field.tag), message)
        return None

    def kind(self, field: Field) -> None:
        """Take M3: EndNote's types of article, or the DOI of older programs."""
        if found := identifiers.doi(field.value):
            return self.once("doi", found, field)
        types = tuple(part.strip() for part in field.value.split("; "))
        return self.once("publication_types", types, field)

    def pmcid(self, field: Field) -> None:
        """Take C2 if it is a PMCID, or the PMID for Scopus and JabRef."""
        told = {each[:2] for each in self.reference.fields}
        if re.fullmatch(r"PMC\d+(?:\.\d+)?", field.value, re.IGNORECASE):
            self.once("pmcid", field.value.upper(), field)
        elif field.value.isdecimal() and ("DB", "Scopus") in told:
            self.once("pmid", field.value, field)
        elif field.value != self.values.get("pmid"):
            self.keep(field)

    def pmid(self, field: Field) -> None:
        """Take PM: ``PUBMED 32000001`` in Cochrane's exports."""
        if found := re.fullmatch(
            r"(?:PUBMED\s*)?(\d{1,8})(?:\[pmid\])?", field.value, re.IGNORECASE
        ):
            self.once("pmid", found[1], field)
        else:
            self.keep(field)

    def nihmsid(self, field: Field) -> None:
        """Take C6 if it is a manuscript's number."""
        if re.fullmatch(r"[A-Z]{2,6}\d+", field.value):
            self.once("nihmsid", field.value, field)
        else:
            self.keep(field)

    def link(self, field: Field) -> None:
        """Take an address; PubMed's, PMC's and a DOI's say an identifier."""
        for text in field.value.split():
            if pmid := addresses.pmid(text):
                self.once("pmid", pmid, field)
            elif pmcid := addresses.pmcid(text):
                self.once("pmcid", pmcid, field)
            elif doi := identifiers.doi(text):
                self.values.setdefault("doi", doi)
            elif text == self.values.get("url"):
                continue
            elif not self.values.get("url") and not LOCAL.match(text):
                self.values["url"] = text
                if number := addresses.bookshelf_number(text):
                    self.values["nbk"] = number
            else:
                self.keep(Field(field.tag, text, field.line))

    def languages(self, field: Field) -> None:
        """Take languages: MEDLINE's codes, tags or names."""
        words = [word for word in re.split(r"[,;/]\s*|\s+and\s+", field.value) if word]
        self.values["language"] = tuple(_language(word.strip()) for word in words)

    def relations(self, field: Field) -> None:
        """Take links to other articles, each with NLM's label; anything else is kept."""
        found = [_relation(text) for text in LINKS.split(field.value)]
        if not all(found):
            return self.keep(field)
        self.values["relations"] = (*self.values.get("relations", ()), *filter(None, found))
        return None

    def _part(self, name: str) -> str:
        return next(iter(self.parts.get(name, ())), "")

    def _settle(self) -> None:
        """Set what several tags say together."""
        self._titles()
        non_articles.settle(self.values, self._part("city"), self._part("proceedings"))
        self._pages()
        self._pmid()
        texts = self.parts.get("dates", [])
        self.values["history"] = tuple(filter(None, map(date_fields.event, texts)))
        if found := date_fields.issued([text for text in texts if not date_fields.event(text)]):
            self.values["issued"] = found
        words = list(dict.fromkeys(self.keywords))
        if len(words) == 1:  # one line of several
            words = words[0].split(";")
        self.values["keywords"] = tuple(
            Keyword(word.strip().lstrip("*"), word.strip().startswith("*"))
            for word in words
            if word.strip()
        )
        notices = self.values.get("relations", ())
        self.values["relations"] = tuple(dict.fromkeys(notices))

    def _titles(self) -> None:
        """Choose the journal's full and short title, or the book's; TT marks a translation."""
        if any(each.tag == "TT" for each in self.reference.fields):
            self.values["translated"] = True
        full, short = self._part("full"), self._part("short")
        journal = self._part("journal")
        if len(journal) > len(full):  # JO has the full title, T2 may be short (bibutils)
            full, journal = journal, full
        if self.values["type"] in ("book", "report"):
            self.values.setdefault("title", self._part("book_title"))
            if self.values.setdefault("collection_title", full) != full:
                self.values["container_title"] = full
        else:
            self.values["container_title"] = full or self._part("book_title") or short
            self.values["container_title_short"] = short or journal

    def _pages(self) -> None:
        """Put the first and the last page together; SP may have all pages."""
        first, last = self._part("first") or self._part("start"), self._part("last")
        whole = "-" in first and "-" not in last  # SP has all pages; else W4-363 has a hyphen
        one = whole or last in ("", first)
        text = DASHES.sub("-", first if one else f"{first}-{last}".lstrip("-"))
        if text:
            self.values["page"] = pages.pages(text)

    def _pmid(self) -> None:
        """Take the accession number for the PMID, if the database is PubMed or not told."""
        number = self._part("accession")
        source = f"{self._part('database')} {self._part('provider')}".strip()
        self.values["admin"] = tuple(
            each for each in self.reference.fields if each.tag in ("DB", "DP")
        )
        if re.fullmatch(r"\d{1,8}", number) and (not source or NLM.search(source)):
            self.values.setdefault("pmid", number)
        elif number:
            self.values["identifiers"] = (Identifier("", number, "AN"),)


def _relation(text: str) -> Relation | None:
    label, _, citation = text.partition(": ")
    kind = BY_LABEL.get(label)
    return subjects.relation(citation, kind) if kind else None


def _language(text: str) -> str:
    """Give MEDLINE's code for a code, a tag or a name."""
    lower = text.lower()
    found = languages.BY_NAME.get(lower) or languages.BY_TAG.get(re.split(r"[-_]", lower)[0])
    return found.code if found else lower


SPECIAL: dict[str, Callable[[Build, Field], None]] = {
    "names": Build.names,
    "title": Build.title,
    "issue": Build.issue,
    "extra": Build.extra,
    "note": Build.note,
    "edition": Build.edition,
    "numbers": Build.numbers,
    "doi": Build.doi,
    "kind": Build.kind,
    "pmcid": Build.pmcid,
    "pmid": Build.pmid,
    "nihmsid": Build.nihmsid,
    "link": Build.link,
    "languages": Build.languages,
    "relations": Build.relations,
    "series": non_articles.series,
    "extent": non_articles.extent,
    "serial": non_articles.serial,
    "genre": non_articles.genre,
    "count": non_articles.count,
    "accessed": non_articles.accessed,
}
