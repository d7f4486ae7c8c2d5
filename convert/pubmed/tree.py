"""The records of a PubMed XML file as small trees, one at a time, with line numbers.

expat itself and not ``xml.etree``: it says where an element stands, and lets entity
declarations be refused, by which a few lines of XML grow to gigabytes. :mod:`medcite.csl.xml`
reads a style likewise, but all of it at once, and refuses what is broken; here the next record
is looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import TypeAlias
from xml.parsers import expat

from ..base.errors import InputError
from ..base.lazy_regex import regex
from ..codecs import mathml
from ..files import noncharacters
from ..files.source import Source
from ..model.report import Location, Report

RECORDS = frozenset(["PubmedArticle", "PubmedBookArticle"])
# Nothing in them is needed, and they may be longer than all the rest.
SKIPPED = frozenset(["ReferenceList", "Sections"])
# The PMIDs that NLM has taken out of PubMed: no record, but told.
_DELETIONS = frozenset(["DeleteCitation", "DeleteDocument"])
START = regex(r"<(?:PubmedArticle|PubmedBookArticle)\b")
PROLOG = regex(r"\s*<\?xml\b")
BLANKS = regex(r"[ \t\n]+")
DEEPEST = 50  # elements in each other; PubMed's are a dozen deep
BATCH = 256  # lines handed to expat at a time


@dataclass(slots=True)
class Node:
    """An element: its name, attributes, the texts and elements in it, its line."""

    tag: str
    attributes: dict[str, str]
    line: int
    parts: list[Part] = field(default_factory=list)

    @property
    def children(self) -> list[Node]:
        """The elements in it."""
        return [part for part in self.parts if isinstance(part, Node)]

    def find(self, tag: str) -> Node | None:
        """Return the first element called ``tag`` in it."""
        return next((child for child in self.children if child.tag == tag), None)

    def text(self, tag: str = "") -> str:
        """Return all its text, or that of its first element ``tag``; markup is left out.

        Formulas are in a line, as :mod:`medcite.codecs.mathml` has them.
        """
        if tag:
            child = self.find(tag)
            return child.text() if child else ""
        return neat(_texts(self))


Part: TypeAlias = "str | Node"


def neat(texts: Iterable[str]) -> str:
    """Join texts; the blanks by which a file is laid out count as one (others are text)."""
    return BLANKS.sub(" ", "".join(texts)).strip(" ")


def _texts(node: Node) -> Iterator[str]:
    for part in node.parts:
        if isinstance(part, str):
            yield part
        elif mathml.is_math(part):
            yield mathml.without_scripts(mathml.text_of(part))
        else:
            yield from _texts(part)


def records(source: Source, report: Report, left_out: Counter[str]) -> Iterator[Node]:
    """Yield the trees of ``PubmedArticle`` and ``PubmedBookArticle``.

    Elements that are left out are counted in ``left_out``.

    Files put together of several are fine. Where the XML is broken, this is reported, and the
    next record that begins is read.

    Raises:
        InputError: The file declares entities.

    """
    parser = _RecordParser(source.name, report, left_out)
    line = 1
    source_lines = noncharacters.replace_in_xml(source.lines, source.name, report)
    while lines := list(islice(source_lines, BATCH)):
        yield from parser.feed(lines, line)
        line += len(lines)
    yield from parser.close()


class _RecordParser:
    """Drives expat over the file, and starts it anew where the XML is broken."""

    def __init__(self, file: str, report: Report, left_out: Counter[str]) -> None:
        self.file, self.report, self.left_out = file, report, left_out
        self.first = 1  # the line at which this expat began
        self.has_input = False
        self._begin(1)

    def _begin(self, line: int) -> None:
        """Start a new document at ``line``."""
        self.first, self.has_input, self.recovered = line, False, False
        self.expat = expat.ParserCreate()
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.CharacterDataHandler = self._data
        self.expat.SkippedEntityHandler = self._skipped
        self.expat.EntityDeclHandler = self._declared
        self.stack: list[Node] = []
        self.finished: list[Node] = []
        self.skipping = 0

    def feed(self, lines: list[str], line: int) -> Iterator[Node]:
        """Take lines, the first of which is number ``line``."""
        start = 0
        for index, text in enumerate(lines):
            if self.has_input and PROLOG.match(text):  # another document
                yield from self._feed("\n".join(lines[start:index]) + "\n", line + start)
                yield from self.close()
                self._begin(line + index)
                start = index
            self.has_input = True
        yield from self._feed("\n".join(lines[start:]) + "\n", line + start)

    def _feed(self, text: str, line: int) -> Iterator[Node]:
        while text:
            try:
                self.expat.Parse(text, False)
                text = ""
            except expat.ExpatError as error:
                text, line = self._recover(error, text, line)
            yield from self._take_finished()

    def _take_finished(self) -> Iterator[Node]:
        finished, self.finished = self.finished, []
        yield from finished

    def _recover(self, error: expat.ExpatError, text: str, line: int) -> tuple[str, int]:
        """Report broken XML, and return the text from the next record on, with its line."""
        broken = self.first + error.lineno - 1
        self._report_broken(error, broken)
        lines = text.split("\n")
        skip = max(0, broken - line)
        passed = sum(len(passed_line) + 1 for passed_line in lines[:skip])
        offset = error.offset if skip < len(lines) and broken >= line else 0
        finished = self.finished
        record = START.search(text, min(passed + offset, len(text)))
        start = record.start() if record else len(text)
        line += text.count("\n", 0, start)
        self._begin(line)
        self.finished, self.has_input, self.recovered = finished, True, True
        self.expat.Parse("<PubmedArticleSet>", False)
        return text[start:], line

    def _report_broken(self, error: expat.ExpatError, line: int) -> None:
        reason = expat.ErrorString(error.code)
        lost = "; the record is skipped" if self.stack else ""
        where = Location(self.file, line, _pmid(self.stack[0]) if self.stack else "")
        self.report.error("bad-xml", where, f"the XML is broken: {reason}{lost}")

    def close(self) -> Iterator[Node]:
        """End the document; of one that is cut short, reported, yield the record that was begun."""
        if not self.has_input:
            return
        cut = self.stack[0] if self.stack else None
        try:
            self.expat.Parse("", True)
        except expat.ExpatError as error:
            line = self.first + error.lineno - 1
            where = Location(self.file, line, _pmid(cut) if cut else "")
            rest = "; what there is of the last record is read" if cut else ""
            if cut or not self.recovered:  # else reported where it broke
                self.report.error("truncated", where, f"the XML ends too early{rest}")
        if cut:
            yield cut

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.skipping or tag in SKIPPED or len(self.stack) >= DEEPEST:
            if not self.skipping:
                self.left_out[tag] += 1
            self.skipping += 1
        elif tag in RECORDS:
            if self.stack:  # the one before never ended
                where = Location(self.file, self.stack[0].line, _pmid(self.stack[0]))
                self.report.error("truncated", where, "the record has no end; read as far as it is")
                self.finished.append(self.stack[0])
            self.stack = [self._node(tag, attributes)]
        elif self.stack:
            node = self._node(tag, attributes)
            self.stack[-1].parts.append(node)
            self.stack.append(node)
        elif tag in _DELETIONS:
            self.left_out[tag] += 1

    def _node(self, tag: str, attributes: dict[str, str]) -> Node:
        return Node(tag, attributes, self.first + self.expat.CurrentLineNumber - 1)

    def _end(self, tag: str) -> None:
        if self.skipping:
            self.skipping -= 1
        elif self.stack:
            node = self.stack.pop()
            if not self.stack:
                self.finished.append(node)

    def _data(self, text: str) -> None:
        if self.stack and not self.skipping:
            self.stack[-1].parts.append(text)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """Take an entity that only the DTD, which is not read, would declare (``&nbsp;``)."""
        if not is_parameter:
            self._data(unescape(f"&{name};"))

    def _declared(self, *_: object) -> None:
        message = "declares entities, which PubMed's XML does not; it is not read"
        raise InputError(f"{self.file}: {message}")


def _pmid(record: Node | None) -> str:
    """Return a record's PMID, as far as the record has come."""
    for child in record.children if record else ():
        if child.tag in ("MedlineCitation", "BookDocument"):
            return child.text("PMID")
    return ""
