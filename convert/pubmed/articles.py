"""PubMed XML as the trees of its records, one at a time.

A record is cut out of the text and parsed by itself, without the elements that are left out of it,
which are often longer than the rest. Whatever is odd goes to the parser that other XML has
(:mod:`medcite.xml.records`): it is slower, tells what is broken and where, and reads what it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import ParseError, fromstring

from ..base.lazy_regex import regex
from ..files import noncharacters
from ..files.source import Source
from ..model.report import Report
from ..xml.records import RecordParser
from .elements import Article, ElementLines, article_of
from .layout import PUBMED

LONGEST = 1 << 24  # characters of a record that are held until its end is seen
_START = regex(rf"<({'|'.join(sorted(PUBMED.records))})\b")
# In which a record's tags may stand as text, so that a text must not be cut at them.
_TANGLES = regex(r"<!--|<!\[CDATA\[|<\?(?!xml\b)")


def articles(source: Source, report: Report) -> Iterator[Article]:
    """Yield the records of a source; elements that are left out are counted in the report.

    Raises:
        InputError: The file declares entities.

    """
    reader = _ArticleReader(source, report)
    text = ""
    for block in source.blocks:
        text += block
        position = 0
        while place := _next_record(text, position):
            yield from reader.read_odd(text[position : place.start])
            yield from reader.read_record(text[place])
            position = place.stop
        text = text[position:]
        if len(text) > LONGEST:
            yield from reader.read_odd(text)
            text = ""
    yield from reader.read_odd(text)
    yield from reader.close()


def _next_record(text: str, position: int) -> slice | None:
    """Return where the next record stands, ``None`` if there is none or it does not end."""
    if start := _START.search(text, position):
        closing = f"</{start[1]}>"
        if (end := text.find(closing, start.end())) >= 0:
            return slice(start.start(), end + len(closing))
    return None


class _ArticleReader:
    """Parses what a text was cut into, in its order."""

    def __init__(self, source: Source, report: Report) -> None:
        self._file, self._report = source.name, report
        self._parser = RecordParser(source.name, PUBMED, report, report.left_out)
        self._line = source.count + 1  # of what comes next
        self._fed = self._line  # up to which the parser knows the text
        self._is_tangled = False

    def read_record(self, text: str) -> Iterator[Article]:
        """Yield the record that a text between two tags is, or what is in it."""
        if self._is_tangled or not self._parser.is_outside or not (article := self._parse(text)):
            yield from self.read_odd(text)
        else:
            self._line += text.count("\n")
            yield article

    def _parse(self, text: str) -> Article | None:
        """Return a record that is as PubMed writes it, ``None`` for any other."""
        if "xml" in text or ("!" in text and "<!" in text) or ("?" in text and "<?" in text):
            return None  # prefixes' names, comments and the like
        for tag in PUBMED.skipped:
            text = _emptied(text, tag)
        if noncharacters.in_xml(text):
            return None
        try:
            return Article(fromstring(text), ElementLines(text, self._line))
        except ParseError:
            return None

    def read_odd(self, text: str) -> Iterator[Article]:
        """Yield the records in any text."""
        if text and not text.isspace():
            self._is_tangled = self._is_tangled or _TANGLES.search(text) is not None
            skipped = "\n" * (self._line - self._fed)  # so that the parser counts them
            blocks = noncharacters.replace_in_xml([text], self._file, self._report, self._line)
            for block in blocks:
                yield from map(article_of, self._parser.feed(skipped + block, self._fed))
            self._fed = self._line + text.count("\n")
        self._line += text.count("\n")

    def close(self) -> Iterator[Article]:
        """Yield the record that the text ends in, if it does not end."""
        yield from map(article_of, self._parser.close())


def _emptied(text: str, tag: str) -> str:
    """Return a text with nothing but line ends inside of some elements, which take time to parse.

    It is returned as it is if such elements stand in each other or do not end.
    """
    first, *pieces = text.split(opening := f"<{tag}>")
    kept = [first]
    for piece in pieces:
        inside, closing, behind = piece.partition(f"</{tag}>")
        if not closing:
            return text
        kept += (opening, "\n" * inside.count("\n"), closing, behind)
    return "".join(kept)
