"""A record of Ovid's as a reference of RIS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from ..base.lazy_regex import regex
from ..codecs import addresses
from ..model.values import Field
from ..ris.read.split import Reference
from ..tables.ovid import HOUSEKEEPING_NAMES, OVID_TAGS, RIS_TAGS, TYPES
from .names import split_authors
from .source import parse_book, parse_source, ris_date, without_type

FORMAT = "ovid"
_MEDLINE = "MEDLINE"  # Ovid MEDLINE(R), Ovid OLDMEDLINE(R)
_DIGITS = regex(r"[\d\s.]*")
_COMMAS = regex(r"\s*,\s+")
_NO_PAGES = "No Pagination"
_AHEAD = "Publish Ahead of Print"
_VENDOR = "VN"  # says that the record is Ovid's
_REFERENCES = "References"  # behind a title: the record lists what the article cites
_TYPES = frozenset({"PT", "DT"})


def reference_of(fields: list[Field], left_out: Counter[str]) -> Reference:
    """Return a record's fields by RIS's tags; what is about the record is counted."""
    return _OvidRecord(fields, left_out).reference()


class _OvidRecord:
    """The fields of a record, by Ovid's tags, on their way into a reference."""

    def __init__(self, fields: list[Field], left_out: Counter[str]) -> None:
        self.line = fields[0].line
        tagged = ((OVID_TAGS.get(field.tag.lower(), ""), field) for field in fields)
        self.fields = [(tag, field) for tag, field in tagged if field.tag != _VENDOR]
        self.left_out = left_out
        self.names: dict[str, str] = {}
        self.made: list[Field] = []
        self.kept: list[Field] = []
        self.counts = Counter(tag for tag, _ in self.fields)
        self.types = self.values(*_TYPES)
        self.code = self._code()
        # Of the two lists of authors the one with given names, if it has them all.
        self.authors = "FA" if self.counts["FA"] >= self.counts["AU"] else "AU"

    def values(self, *tags: str) -> list[str]:
        """Return the values of some tags."""
        fields = (field for tag, field in self.fields if tag in tags)
        return [field.value.rstrip(".") for field in fields if field.value]

    def has(self, *tags: str) -> bool:
        """Whether the record has one of some tags."""
        return any(tag in self.counts for tag in tags)

    def reference(self) -> Reference:
        """Return the reference."""
        for tag, field in self.fields:
            if field.value:
                _READERS.get(tag, _OvidRecord.add)(self, field, tag)
        self._add_types()
        fields = [Field("TY", self.code, self.line), *self.made]
        return Reference(self.line, fields, FORMAT, self.names, self.kept)

    def _code(self) -> str:
        """Return RIS's type; the type of document says more than that of publication."""
        words = [*self.values("DT"), *self.values("PT")]
        return next(filter(None, (TYPES.get(word.lower()) for word in words)), "JOUR")

    def make(self, ris: str, field: Field, value: str = "") -> None:
        """Add a field under RIS's tag, perhaps with another value."""
        self.names.setdefault(ris, field.tag)
        self.made.append(Field(ris, value or field.value, field.line))

    def make_missing(self, ris: str, field: Field, value: str, *tags: str) -> None:
        """Add a value that the source says, unless the record has it in one of ``tags``."""
        if value and not self.has(*tags):
            self.make(ris, field, value)

    def add(self, field: Field, tag: str) -> None:
        """Add a field as the table has it; count what is about the record; others are unknown."""
        if ris := RIS_TAGS.get(tag, ""):
            self.make(ris, field)
        elif tag:
            self.kept.append(field)
        elif field.tag.lower() in HOUSEKEEPING_NAMES:
            self.left_out[field.tag] += 1
        else:
            self.make(field.tag.lower(), field)

    def _authors(self, field: Field, tag: str) -> None:
        """Add the authors of one of the two lists, and what stands behind their names."""
        if tag in ("AU", "FA") and tag != self.authors:
            return
        for name in split_authors(field.value):
            value = f"{name.text}," if tag == "CA" else name.text
            self.make("ED" if name.is_editor else RIS_TAGS[tag], field, value)
            if name.behind:
                self.kept.append(field._replace(value=name.behind))

    def _editors(self, field: Field, tag: str) -> None:
        """Add an editor; in MEDLINE ED is the date on which the record was entered."""
        if _DIGITS.fullmatch(field.value):
            self.left_out[field.tag] += 1
        else:
            self._authors(field, tag)

    def _title(self, field: Field, _: str) -> None:
        title, kind = without_type(field.value)
        self.make("TI", field, title)
        if kind == _REFERENCES:
            self.left_out[f"[{kind}]"] += 1
        elif kind:
            self.types.append(kind)

    def _source(self, field: Field, _: str) -> None:
        """Add what the source says and no other field does."""
        if self.code == "CHAP" and self._book(field):
            return
        if self.code == "PAT":  # a gazette, in which patents are listed
            self.kept.append(field)
            return
        source = parse_source(field.value)
        self.make_missing("T2", field, source.journal, "JN", "NJ", "JT")
        self.make_missing("VL", field, source.volume, "VO", "VI")
        self.make_missing("IS", field, source.issue, "IP")
        self.make_missing("SP", field, source.pages, "PG")
        self.make_missing("C7", field, source.number, "AR")
        self.make_missing("DA", field, source.date)
        if source.rest:
            self.kept.append(field._replace(value=source.rest))

    def _book(self, field: Field) -> bool:
        """Add what a chapter's source says of its book; return whether it could be read."""
        book = parse_book(field.value)
        if book is None:
            return False
        for editor in book.editors:
            self.make("A2", field, editor)
        self.make("T2", field, book.title)
        self.make_missing("SP", field, book.pages, "PG")
        self.make_missing("PY", field, book.year, "YR")
        self.make_missing("PB", field, book.publisher, "PB", "PU")
        self.make_missing("CY", field, book.place)
        self.make_missing("T3", field, book.series, "SE")
        if book.rest:
            self.kept.append(field._replace(value=book.rest))
        return True

    def _abbreviation(self, field: Field, _: str) -> None:
        """Add the journal's abbreviation; the rest of the field is that of the source."""
        journal = parse_source(field.value).journal
        if journal and self.has("SO"):
            self.make("J2", field, journal)
        else:
            self.kept.append(field)

    def _number(self, field: Field, _: str) -> None:
        """Add the number of the record, which is a PMID where the database is MEDLINE."""
        if self._is_in_medline():
            self.names.setdefault("PM", field.tag)
            self.made.insert(0, Field("PM", field.value.rstrip("."), field.line))
        else:
            self.kept.append(field)

    def _is_in_medline(self) -> bool:
        """Whether the database is MEDLINE, by its name or by the link to the record."""
        if databases := self.values("DB"):
            return any(_MEDLINE in name for name in databases)
        return any(addresses.ovid_pmid(field.value) for _, field in self.fields)

    def _date(self, field: Field, _: str) -> None:
        self.make("DA", field, ris_date(field.value))

    def _keywords(self, field: Field, _: str) -> None:
        """Add keywords; those of PsycINFO and others have commas between."""
        for text in [field.value] if ";" in field.value else _COMMAS.split(field.value):
            self.make("KW", field, text)

    def _author_keywords(self, field: Field, _: str) -> None:
        self.make("KW", field, field.value.rstrip("."))

    def _pages(self, field: Field, _: str) -> None:
        if field.value.startswith(_NO_PAGES):
            self.left_out[field.value] += 1
        else:
            self.make("SP", field)

    def _publisher(self, field: Field, _: str) -> None:
        """Add the publisher, and its country behind a semicolon."""
        publisher, _, place = field.value.partition(";")
        self.make("PB", field, publisher.strip())
        if place.strip() and not any(made.tag == "CY" for made in self.made):
            self.make("CY", field, place.strip())

    def _status(self, field: Field, _: str) -> None:
        """Add that the article is ahead of print, and since when; other states are kept."""
        if not field.value.startswith(_AHEAD):
            self.kept.append(field)
            return
        if not self.has("VO", "VI"):
            self.make("VL", field, _AHEAD)
        *words, date = field.value.split(", ")
        if words and date[:1].isdigit():
            self.make("DA", field, date)

    def _language(self, field: Field, _: str) -> None:
        self.make("LA", field, field.value.rstrip("."))

    def _electronic_issn(self, field: Field, _: str) -> None:
        self.make("SN", field, f"{field.value} (electronic)")

    def _patent_number(self, field: Field, _: str) -> None:
        """Add a patent's number; in MEDLINE PN is a person whom the article is about."""
        if self.code == "PAT":
            self.make("SN", field)
        else:
            self.kept.append(field)

    def _type(self, field: Field, _: str) -> None:
        """Leave the type for :meth:`_add_types`, which adds all in one field."""
        self.names.setdefault("M3", field.tag)

    def _add_types(self) -> None:
        if self.types:
            line = next((field.line for tag, field in self.fields if tag in _TYPES), self.line)
            self.made.append(Field("M3", "; ".join(dict.fromkeys(self.types)), line))


_READERS: dict[str, Callable[[_OvidRecord, Field, str], None]] = {
    "AN": _OvidRecord._number,
    "AS": _OvidRecord._abbreviation,
    "AU": _OvidRecord._authors,
    "CA": _OvidRecord._authors,
    "DE": _OvidRecord._keywords,
    "DG": _OvidRecord._date,
    "DP": _OvidRecord._date,
    "DT": _OvidRecord._type,
    "ED": _OvidRecord._editors,
    "ES": _OvidRecord._electronic_issn,
    "FA": _OvidRecord._authors,
    "ID": _OvidRecord._keywords,
    "IT": _OvidRecord._electronic_issn,
    "KW": _OvidRecord._author_keywords,
    "LA": _OvidRecord._language,
    "LG": _OvidRecord._language,
    "PG": _OvidRecord._pages,
    "PN": _OvidRecord._patent_number,
    "PT": _OvidRecord._type,
    "PU": _OvidRecord._publisher,
    "SO": _OvidRecord._source,
    "ST": _OvidRecord._status,
    "TI": _OvidRecord._title,
    "UI": _OvidRecord._number,
}
