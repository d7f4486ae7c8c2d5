"""PubMed's Summary as MEDLINE fields: a citation in a text, with the numbers behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..medline.fields import Fields
from ..model.report import Location, Report
from .author_line import split_authors
from .source_fields import source_fields, split_remarks, split_source

NUMBER = regex(r"\d+: (?=\S)")
_NUMBERS = regex(r"(?:^|\s)(?:PubMed )?((?:PMID|PMCID): .*)$")
_PART = regex(r"\s*(?:PubMed (?:Central )?)?(\w+(?: ID)?): ([^;]*)")
_STRAY = regex(r"\. +(?!(?:\w+ ){0,2}\w+: |\[)(.+)")
_STATUS = regex(r"\s*\[([^\]]*)\]\.?")
_IN_BOOK = regex(r"(?P<title>.+?)\.? (?P<date>\d{4}(?: [A-Z]\w+(?: \d+)?)?)\. In: (?P<book>.+)")
_TAGS = {"PMID": "PMID", "PMCID": "PMC", "Bookshelf ID": "LID"}


def split_summaries(
    lines: Iterable[str], file: str, report: Report, left_out: Counter[str]
) -> Iterator[Fields]:
    """Yield the fields of each citation; what stands before the first is told."""
    for first, text in _texts(lines):
        if match := NUMBER.match(text):
            citation, stray = _without_stray(text[match.end() :])
            yield _fields(citation, first, left_out)
        else:
            stray = text
        if stray:
            message = f"{stray[:60]!r} stands outside of any citation; left out"
            report.note("stray-line", Location(file, first), message)


def _texts(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each citation in one line, and the number of its first line."""
    first, parts = 0, list[str]()
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if parts and (not text or NUMBER.match(line)):
            yield first, " ".join(parts)
            parts = []
        if text:
            first = first if parts else number
            parts.append(text)
    if parts:
        yield first, " ".join(parts)


def _without_stray(text: str) -> tuple[str, str]:
    """Return a citation, which ends with its numbers, and what stands behind them."""
    numbers = _NUMBERS.search(text)
    match = _STRAY.search(text, numbers.start(1)) if numbers else None
    return (text[: match.start()], match[1]) if match else (text, "")


def _fields(text: str, line: int, left_out: Counter[str]) -> Fields:
    """Return the fields of a citation."""
    fields = Fields(start=line)
    numbers = _NUMBERS.search(text)
    if numbers:
        _add_numbers(fields, numbers[1], line, left_out)
        text = text[: numbers.start()].strip()
    text, remarks = split_remarks(text)
    book = _IN_BOOK.fullmatch(text)
    head, source = (f"{book['title']}.", "") if book else split_source(text)
    authors, title = split_authors(head)
    for author in authors:
        fields.add("CN" if author.is_group else "AU", author.text, line)
    if book:
        fields.add("BTI", book["book"].rstrip("."), line)
        fields.add("DP", book["date"], line)
    if title:
        fields.add("TI", title, line)
    for tag, value in (*(source_fields(source) if source else ()), *remarks):
        if value:
            fields.add(tag, value, line)
    return fields


def _add_numbers(fields: Fields, text: str, line: int, left_out: Counter[str]) -> None:
    """Add PMID and PMCID; what stands in brackets behind them is the state of the record."""
    for status in _STATUS.findall(text):
        left_out[f"[{status}]"] += 1
    for name, value in _PART.findall(_STATUS.sub("", text)):
        if number := value.strip(" ."):
            scheme = " [bookaccession]" if name == "Bookshelf ID" else ""
            fields.add(_TAGS.get(name, name), f"{number}{scheme}", line)
