"""PubMed's Abstract as MEDLINE fields: paragraphs, of which some say what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ..base.lazy_regex import regex
from ..codecs import languages
from ..medline.fields import Fields
from ..model.report import Location, Report
from ..tables.relations import BY_LABEL
from .author_line import MARK, PrintedAuthor, parse_authors
from .source_fields import relation_tag, source_fields

Paragraph: TypeAlias = list[tuple[int, str]]  # its lines, each with its number in the file

_NUMBER = regex(r"\d+\. (?=\S)")
_BEGINNING = regex(r"\d+\. [^.]+(?:\.[^.\d]+)*\. (?:1[5-9]|20)\d\d\b")
_IDENTIFIERS = regex(r"(?:DOI|PMCID|PMID|PII|ISBN|Bookshelf ID): ")
_LABELLED = regex(r"([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)?): (.*)")
_STATUS = regex(r"\s*\[([^\]]*)\]$")
_LANGUAGE = regex(r"\[Article in ([^\];]+)(?:; *([^\]]*))?\]")
_COPYRIGHT = regex(r"(?:Copyright|©|\(c\)|\(C\)) ?")
_ADDRESS = regex(rf"{MARK}(.*)")
_ADDRESSES, _MEMBERS = "Author information:", "Collaborators:"
_CONFLICT = "Conflict of interest statement:"
_IDENTIFIER_TAGS = {"PMID": "PMID", "PMCID": "PMC", "ISBN": "ISBN"}
_SCHEMES = {"DOI": "doi", "PII": "pii", "Bookshelf ID": "bookaccession"}


def split_abstracts(
    lines: Iterable[str], file: str, report: Report, left_out: Counter[str]
) -> Iterator[Fields]:
    """Yield the fields of each record; what stands before the first is told."""
    record: list[Paragraph] = []
    for paragraph in _paragraphs(lines):
        if record and _begins_record(paragraph, record):
            yield from _fields(record, file, report, left_out)
            record = []
        record.append(paragraph)
    if record:
        yield from _fields(record, file, report, left_out)


def _paragraphs(lines: Iterable[str]) -> Iterator[Paragraph]:
    paragraph: Paragraph = []
    for number, line in enumerate(lines, start=1):
        if line and not line.isspace():
            paragraph.append((number, line))
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _begins_record(paragraph: Paragraph, before: list[Paragraph]) -> bool:
    """Whether a paragraph is the citation of another record: numbered, behind identifiers."""
    line = paragraph[0][1]
    if not _NUMBER.match(line):
        return False
    is_complete = any(_IDENTIFIERS.match(text) for paragraph in before for _, text in paragraph)
    return is_complete or _BEGINNING.match(line) is not None


def _fields(
    record: list[Paragraph], file: str, report: Report, left_out: Counter[str]
) -> Iterator[Fields]:
    """Yield the fields of a record, unless it has no citation."""
    line, text = record[0][0][0], _text(record[0])
    match = _NUMBER.match(text)
    if match is None:
        for number, stray in (part for paragraph in record for part in paragraph):
            message = f"{stray.strip()[:60]!r} stands outside of any record; left out"
            report.note("stray-line", Location(file, number), message)
        return
    reader = _AbstractReader(Fields(start=line), left_out)
    reader.add_all(source_fields(text[match.end() :]), line)
    if len(record) > 1:
        reader.fields.add("TI", _text(record[1]), record[1][0][0])
    reader.read(record[2:])
    yield reader.fields


def _text(paragraph: Paragraph) -> str:
    return " ".join(line.strip() for _, line in paragraph)


class _AbstractReader:
    """Takes the paragraphs behind the title, each by what it looks like."""

    def __init__(self, fields: Fields, left_out: Counter[str]) -> None:
        self.fields, self.left_out = fields, left_out

    def add_all(self, values: Iterable[tuple[str, str]], line: int) -> None:
        """Add fields that are not empty."""
        for tag, value in values:
            if value:
                self.fields.add(tag, value, line)

    def read(self, paragraphs: list[Paragraph]) -> None:
        """Read the language, the authors and their addresses, then the rest."""
        paragraphs = self._behind_language(paragraphs)
        authors = parse_authors(_text(paragraphs[0])) if paragraphs else []
        rest = paragraphs[1:] if authors else paragraphs
        addresses = next((part for part in rest if part[0][1].strip() == _ADDRESSES), [])
        self._add_authors(authors, paragraphs[0][0][0] if paragraphs else 0, addresses)
        abstract: list[str] = []
        first = 0
        for paragraph in rest:
            if paragraph is not addresses and not self._read_labelled(paragraph):
                first = first or paragraph[0][0]
                abstract.append(_text(paragraph))
        if abstract:
            self.fields.add("AB", " ".join(abstract), first)

    def _behind_language(self, paragraphs: list[Paragraph]) -> list[Paragraph]:
        """Read the language, which stands before the authors; return the other paragraphs."""
        if paragraphs and _LANGUAGE.fullmatch(_text(paragraphs[0])):
            self._read_labelled(paragraphs[0])
            return paragraphs[1:]
        return paragraphs

    def _read_labelled(self, paragraph: Paragraph) -> bool:
        """Read a paragraph that says what it is; return whether it does."""
        line, text = paragraph[0][0], _text(paragraph)
        label = paragraph[0][1].strip().rstrip(":")
        if _IDENTIFIERS.match(text):
            self._add_identifiers(paragraph)
        elif label in BY_LABEL:
            for number, citation in _indented(paragraph[1:]):
                self.fields.add(relation_tag(label), citation, number)
        elif match := _LANGUAGE.fullmatch(text):
            for language in match[1].split(", "):
                self.fields.add("LA", languages.decode(language), line)
            if match[2]:  # in which language else there is an abstract
                self.left_out[match[2]] += 1
        elif text.startswith(_CONFLICT):
            self.fields.add("COIS", text.removeprefix(_CONFLICT).strip(), line)
        elif text.startswith(_MEMBERS):
            self._add_members(text.removeprefix(_MEMBERS), line)
        elif _COPYRIGHT.match(text) and "CI" not in self.fields.groups:
            self.fields.add("CI", text, line)
        else:
            return False
        return True

    def _add_authors(self, authors: list[PrintedAuthor], line: int, paragraph: Paragraph) -> None:
        """Add the authors, each with the addresses in a ``paragraph`` that have its marks."""
        addresses = _addresses(paragraph[1:])
        if len(authors) == 1:  # whose they all are
            authors = [authors[0]._replace(marks=(*authors[0].marks, ""))]
        known = {mark for author in authors for mark in author.marks}
        for mark, text, number in addresses:
            if mark not in known:
                self.fields.add("AD", f"({mark}){text}" if mark else text, number)
        for author in authors:
            self.fields.add("CN" if author.is_group else "AU", author.text, line)
            for mark, text, number in addresses:
                if mark in author.marks:
                    self.fields.add("AD", text, number)

    def _add_members(self, text: str, line: int) -> None:
        """Add the members of a group that is an author."""
        for member in parse_authors(text):
            self.fields.add("IR", member.text, line)
        if not parse_authors(text):
            self.fields.add("IR", text.strip(), line)

    def _add_identifiers(self, paragraph: Paragraph) -> None:
        for number, line in paragraph:
            for status in _STATUS.findall(line):
                self.left_out[f"[{status}]"] += 1
            name, _, value = _STATUS.sub("", line.strip()).partition(": ")
            if scheme := _SCHEMES.get(name):
                value = f"{value} [{scheme}]"
                if value not in self.fields.groups.get("LID", ()):
                    self.fields.add("LID", value, number)
            else:
                self.fields.add(_IDENTIFIER_TAGS.get(name, name), value, number)


def _indented(lines: Paragraph) -> list[tuple[int, str]]:
    """Return the citations below a label, each with the number of its first line."""
    return [(number, line.strip()) for number, line in lines]


def _addresses(lines: Paragraph) -> list[tuple[str, str, int]]:
    """Return the addresses with their marks and lines; one before the first mark has ``""``."""
    addresses: list[tuple[str, str, int]] = []
    for number, line in lines:
        text = line.strip()
        if match := _ADDRESS.fullmatch(text):
            addresses.append((match[1], match[2].strip(), number))
        elif addresses:
            mark, before, first = addresses[-1]
            addresses[-1] = mark, f"{before} {text}", first
        else:
            addresses.append(("", text, number))
    return addresses
