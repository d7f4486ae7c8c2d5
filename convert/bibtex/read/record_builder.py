"""An entry into a record: each field by its row, then what several fields say together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ...codecs import addresses, identifiers, pages, subjects, titles
from ...markup import latex_to_text, verbatim
from ...model.record import Record
from ...model.report import Location, Report
from ...model.values import Field, Origin
from ...tables.bibtex_reads import OTHERS, ROWS, TYPES
from ...tables.kinds import GENRES, PAGED
from ...tables.relations import BY_LABEL
from ...tables.row import by_tag
from . import dates, decode, names
from .field_value import FaultError, parted, value

FIELDS = by_tag(ROWS)
NOTES = frozenset(row.tag for row in ROWS if row.how == "note")  # fields of their own come first
KNOWN = frozenset(OTHERS.split())
PARTS = frozenset(["subtitle", "server", "date", "year", "month", "day", "issue_number",
                   "issue_name", "eprint", "archive", "langid"])  # fmt: skip
RETRACTED = re.compile(r"Retracted(?:\. (?P<where>.+))?", re.IGNORECASE)
AHEAD = re.compile(r"(?:Epub |online )?ahead of print", re.IGNORECASE)
# What begins a part of a note that says several things, as ours may.
PART = re.compile(
    rf"\.\s+(?=(?:Retracted|{AHEAD.pattern})(?:\.|$)|(?:{'|'.join(BY_LABEL)}): |Edited by )",
    re.IGNORECASE,
)
# As arXiv numbers its preprints, since 2007 and before.
ARXIV = re.compile(r"(?:arXiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
KINDS = {name: kind for kind, name in GENRES.items()}
THESES = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}
ORIGINAL = re.compile(r"Original title: (.+)")  # our own note in RIS, by way of JabRef
# An address in how something was published, and the words that lead to it.
ADDRESS = re.compile(
    r"(?:\[?(?:available|online|website|web ?page|at|from|via|url)\]?:?\s+)*"
    r"(?:\\(?:url|href)\s*\{([^{}]*)\}|(https?://\S+))", re.IGNORECASE)  # fmt: skip
LINK = re.compile(r"https?://\S")
TEXMED = re.compile(r"\[(PubMed Central|PubMed|DOI):\s*(\S+?)\]\s*")  # [DOI:10.1000/1]
NAMED = {"pubmed": "pmid", "pubmed central": "pmcid"}
SERVERS = re.compile(r"\w*rxiv|arxiv|\w+ar\s?xiv|research ?square|preprint|ssrn", re.IGNORECASE)
SERVING = frozenset(row.tag for row in ROWS if row.to == "server")
SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}


class EntryBuilder:
    """One record in the making."""

    def __init__(self, entry: Any, strings: Mapping[str, str], file: str, report: Report) -> None:
        self.entry, self.strings, self.file, self.report = entry, strings, file, report
        self.line = (entry.start_line or 0) + 1
        self.values: dict[str, Any] = {"key": entry.key, "notes": ()}
        self.parts: dict[str, str] = {}
        self.fields: list[Field] = []
        self.kept: list[Field] = []
        self.odd: list[str] = []

    def record(self, inherited: tuple[Field, ...] = ()) -> Record:
        """Return the record; ``inherited`` are fields of the entry that it refers to."""
        self.values["type"] = self._type()
        own = [found for each in self.entry.fields for found in self._evaluated(each)]
        names = {each.tag for each in own}
        self.fields = [*own, *(each for each in inherited if each.tag not in names)]
        for field in sorted(self.fields, key=lambda each: each.tag in NOTES):
            if field.value.strip():
                self._take(field)
        self._settle()
        if self.odd:
            message = f"no place in the model for {', '.join(dict.fromkeys(self.odd))}; kept"
            self.report.note("kept", self.where(self.line), message)
        origin = Origin("bibtex", self.file, self.line, tuple(self.fields))
        return Record(**self.values, kept=tuple(self.kept), origin=origin)

    def where(self, line: int, tag: str = "") -> Location:
        """Return a place in this entry."""
        return Location(self.file, line, self.entry.key, tag)

    def _type(self) -> str:
        kind = str(self.entry.entry_type).lower()
        if kind not in TYPES:
            message = f"@{kind} is no type of BibTeX or biblatex; read as document"
            self.report.warning("unknown-type", self.where(self.line), message)
        return TYPES.get(kind, "document")

    def _evaluated(self, field: Any) -> list[Field]:
        """Return a field with its pieces put together, or several between which a comma lacks."""
        line, tag, text = (field.start_line or 0) + 1, str(field.key).lower(), str(field.value)
        found = []
        while more := parted(text):
            side, name, text = more
            message = f"expected a comma behind it, before {name!r}; read as two fields"
            self.report.warning("bad-value", self.where(line, tag), message)
            found.append(self._put(tag, side, line))
            tag = name.lower()
        return [*found, self._put(tag, text, line)]

    def _put(self, tag: str, text: str, line: int) -> Field:
        """Return a field; what does not follow BibTeX's grammar is kept as it stands."""
        try:
            return Field(tag, value(text, self.strings), line)
        except FaultError as fault:
            self.report.warning("bad-value", self.where(line, tag), f"{fault}; read as it stands")
            return Field(tag, text.strip('{}" '), line)

    def _take(self, field: Field) -> None:
        """Put one field where its row says."""
        row = FIELDS.get(field.tag)
        if row is None:
            self.kept.append(field)
            if field.tag in KNOWN or field.tag.startswith(("bdsk-", "x-")):
                self.odd.append(field.tag)
            else:
                self.report.warning("unknown-tag", self.where(field.line, field.tag), "kept")
        elif row.how in SPECIAL:
            SPECIAL[row.how](self, field)
        elif row.to in PARTS:
            self._part(row.to, latex_to_text.plain_text(field.value), field)
        else:
            found = decode.DECODE[row.how](field.value)
            if row.many and self.values.get(row.to):
                found = tuple(dict.fromkeys((*self.values[row.to], *found)))
                self.values[row.to] = found
            elif self.values.get(row.to) in (None, "", ()):
                self.values[row.to] = found
            elif self.values[row.to] != found:
                self._twice(field)

    def _part(self, to: str, text: str, field: Field) -> None:
        if self.parts.setdefault(to, text) != text:
            self._twice(field)

    def _twice(self, field: Field) -> None:
        """Keep what says again, and otherwise, what another field has said."""
        self.kept.append(field)
        message = f"says {field.value[:40]!r} besides another field; kept"
        self.report.note("repeated-tag", self.where(field.line, field.tag), message)

    def names(self, field: Field) -> None:
        """Take authors or editors."""
        to = FIELDS[field.tag].to
        if to in self.values:
            return self._twice(field)
        found, others = names.names(field.value)
        self.values[to] = found
        if others and field.tag == "author":
            self.values["et_al"] = True
        return None

    def subtype(self, field: Field) -> None:
        """Take biblatex's finer type of an article: a newspaper's or a magazine's."""
        kind = SUBTYPES.get(field.value.strip().lower())
        if kind and self.values["type"] == "article-journal":
            self.values["type"] = kind
        else:
            self.kept.append(field)
            self.odd.append(field.tag)

    def kind(self, field: Field) -> None:
        """Take the kind of a thesis or report, which biblatex calls by names of its own."""
        if self.values["type"] in ("thesis", "report"):
            text = latex_to_text.plain_text(field.value)
            self.values["genre"] = KINDS.get(text.lower(), text)
        else:
            self.kept.append(field)
            self.odd.append(field.tag)

    def alias(self, field: Field) -> None:
        """Take biblatex's other keys: ours is the PMID."""
        if found := re.fullmatch(r"pmid:(\d+)", field.value.strip()):
            self.values.setdefault("pmid", found[1])
        else:
            self.kept.append(field)
            self.odd.append(field.tag)

    def orcids(self, field: Field) -> None:
        """Take the authors' ORCIDs, which stand behind the authors."""
        self.values["author"] = names.with_orcids(self.values.get("author", ()), field.value)

    def title(self, field: Field) -> None:
        """Take the title; brackets around all of it say that it is a translation."""
        if "title" in self.values:
            return self._twice(field)
        text = latex_to_text.rich_text(field.value)
        inner, translated = titles.title(text)
        self.values["title"] = inner if translated else text
        self.values["translated"] = translated
        return None

    def address(self, field: Field) -> None:
        """Take the URL; PubMed's and a DOI's say an identifier, and of others the first is it."""
        text = latex_to_text.address(field.value)
        several = [each.rstrip(",;") for each in text.split()]
        for each in several if all(map(LINK.match, several)) else [text]:
            if pmid := addresses.pmid(each):
                self.values.setdefault("pmid", pmid)
            elif found_doi := identifiers.doi(each):
                self.values.setdefault("doi", found_doi)
            elif "url" in self.values:
                self._twice(field)
            else:
                self.values["url"] = each
                if number := addresses.bookshelf_number(each):
                    self.values["nbk"] = number

    def server(self, field: Field) -> None:
        """Take how or by whom something was published; an address in it is the entry's."""
        text = field.value
        if found := ADDRESS.search(text):
            self.address(field._replace(value=found[1] or found[2]))
            text = ADDRESS.sub("", text).strip(" :.,")
        if text:
            self._part("server", latex_to_text.plain_text(text), field)

    def note(self, field: Field) -> None:
        """Take a note; identifiers, retractions and states go where they belong."""
        lines = [latex_to_text.plain_text(line) for line in field.value.split("\n")]
        text = " ".join(line for line in lines if line and not self._labelled(line))
        if not text:
            return
        rest = [part for part in PART.split(text) if not self._understood(part)]
        if rest:
            self.values["notes"] = (*self.values["notes"], ". ".join(rest))

    def _labelled(self, text: str) -> bool:
        """Take a line that is an identifier or title with its label, or TeXMed's row of such."""
        if original := ORIGINAL.fullmatch(text):
            self.values.setdefault("original_title", original[1])
            return True
        labelled = identifiers.labelled(text)
        pairs = [labelled] if labelled else TEXMED.findall(text)
        if not labelled and TEXMED.sub("", text):
            return False
        for label, said in pairs:
            self.values.setdefault(NAMED.get(label.lower(), label.lower()), said)
        return bool(pairs)

    def _understood(self, part: str) -> bool:
        """Take one thing that a note says; tell whether it was understood."""
        label, _, citation = part.partition(": ")
        if label in BY_LABEL:
            self._relate(BY_LABEL[label], citation)
        elif found := RETRACTED.fullmatch(part):
            if found["where"]:
                self._relate("retraction-in", found["where"])
            else:
                self.values["publication_types"] = ("Retracted Publication",)
        elif AHEAD.fullmatch(part):
            self.values["status"] = "aheadofprint"
        elif part.lower() == "preprint":
            self.values["type"], self.values["genre"] = "article", "Preprint"
        else:
            return False
        return True

    def _relate(self, kind: str, citation: str) -> None:
        """Add a link to another article."""
        found = subjects.relation(citation, kind)
        self.values["relations"] = (*self.values.get("relations", ()), found)

    def _settle(self) -> None:
        """Set what several fields say together."""
        values, part = self.values, self.parts.get
        if values.get("original_title"):  # biblatex: origtitle is what a translation has
            values["translated"] = True
        if subtitle := part("subtitle"):
            values["title"] = f"{values.get('title', '')}: {subtitle}".removeprefix(": ")
        self._numbers()
        found = dates.issued(part("date", ""), part("year", ""), part("month", ""),
                              part("day", ""), part("issue_name", ""))  # fmt: skip
        if found:
            values["issued"] = found
        if thesis := KINDS.get(THESES.get(str(self.entry.entry_type).lower(), "")):
            values.setdefault("genre", thesis)
        self._eprint()
        self._server()
        if not values.get("language") and (langid := part("langid")):
            code = decode.LANGUAGE.get(langid.lower())
            values["language"] = (code,) if code else ()
        if (number := values.get("number")) and values["type"] in PAGED:
            values.setdefault("page", pages.pages(number))

    def _numbers(self) -> None:
        """Tell the issue from its name, and the number of a report, or in a series."""
        number, name = self.parts.get("issue_number", ""), self.parts.get("issue_name", "")
        if self.values["type"] in ("report", "patent", "standard"):
            self.values["number"] = number or name
        elif number and self.values["type"] in ("book", "chapter", "paper-conference"):
            self.values["collection_number"] = number
        elif number:
            self.values["issue"] = number
        elif name and not dates.SEASON.match(name):
            self.values["issue"] = name

    def _eprint(self) -> None:
        """Take the number that biblatex has PubMed's and other archives' in."""
        number = verbatim.decoded(self.parts.get("eprint", ""))
        archive = self.parts.get("archive", "").lower()
        if not number:
            return
        if archive in ("pubmed", "pmid", "medline") or (
            not archive and re.fullmatch(r"\d{6,8}", number)
        ):
            self.values.setdefault("pmid", number)
        elif archive in ("pmc", "pmcid"):
            self.values.setdefault("pmcid", identifiers.pmcid(number))
        else:
            self._archived(number)

    def _archived(self, number: str) -> None:
        """Take the number of a preprint, by whose address it is found."""
        values, archive = self.values, self.parts.get("archive", "")
        if not archive and ARXIV.fullmatch(number):
            archive = "arXiv"
        values["archive"], values["archive_location"] = archive, number
        if archive.lower() == "arxiv":
            if values["type"] in ("document", "webpage"):
                values["type"], values["genre"] = "article", "Preprint"
            if not values.get("doi"):
                values.setdefault("url", f"https://arxiv.org/abs/{number.removeprefix('arXiv:')}")

    def _server(self) -> None:
        """Take a preprint's server, or else who published what there is no publisher of."""
        values, server = self.values, self.parts.get("server", "")
        if not server:
            return
        if SERVERS.search(server):
            values["type"], values["genre"] = "article", "Preprint"
        if values["type"] in ("article", "webpage", "dataset", "software", "document"):
            to = "url" if re.match(r"https?://", server) else "container_title"
        else:
            to = "publisher"
        if values.setdefault(to, server) != server and to != "url":
            self._twice(next(each for each in self.fields if each.tag in SERVING))


SPECIAL: dict[str, Callable[[EntryBuilder, Field], None]] = {
    "names": EntryBuilder.names,
    "alias": EntryBuilder.alias,
    "subtype": EntryBuilder.subtype,
    "kind": EntryBuilder.kind,
    "orcids": EntryBuilder.orcids,
    "title": EntryBuilder.title,
    "address": EntryBuilder.address,
    "note": EntryBuilder.note,
    "server": EntryBuilder.server,
}
