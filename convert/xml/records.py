"""The records of an XML file as small trees, one at a time, with line numbers.

expat itself and not ``xml.etree``: it says where an element stands, and lets entity
declarations be refused, by which a few lines of XML grow to gigabytes. :mod:`medcite.csl.xml`
reads a style likewise, but all of it at once, and refuses what is broken; here the next record
is looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import unescape
from xml.parsers import expat

from ..base.errors import InputError
from ..base.lazy_regex import regex
from ..files import noncharacters
from ..files.source import Source
from ..model.report import Location, Report
from .layout import XmlLayout
from .node import Node

DEEPEST = 50  # elements in each other; PubMed's are a dozen deep
_MOST_SKIPPED = 10_000  # elements in each other that are skipped: expat remembers each
PROLOG = regex(r"<\?xml\b")


def records(
    source: Source, layout: XmlLayout, report: Report, left_out: Counter[str]
) -> Iterator[Node]:
    """Yield the trees of a format's records.

    Elements that are left out are counted in ``left_out``.

    Files put together of several are fine. Where the XML is broken, this is reported, and the
    next record that begins is read.

    Raises:
        InputError: The file declares entities.

    """
    parser = RecordParser(source.name, layout, report, left_out)
    line = 1
    for block in noncharacters.replace_in_xml(source.blocks, source.name, report):
        yield from parser.feed(block, line)
        line += block.count("\n")
    yield from parser.close()


class RecordParser:
    """Drives expat over a text, and starts it anew where the XML is broken."""

    def __init__(
        self, file: str, layout: XmlLayout, report: Report, left_out: Counter[str]
    ) -> None:
        self.file, self.layout, self.report, self.left_out = file, layout, report, left_out
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

    @property
    def is_outside(self) -> bool:
        """Whether what was fed last ends outside of any record."""
        return not self.stack and not self.skipping

    def feed(self, text: str, line: int) -> Iterator[Node]:
        """Take a text that begins at ``line``; a second prolog in it begins another document."""
        start = 0
        for match in PROLOG.finditer(text):
            if before := text[start : match.start()]:
                yield from self._feed(before, line + text.count("\n", 0, start))
            start = match.start()
            if self.has_input:
                yield from self.close()
                self._begin(line + text.count("\n", 0, start))
        yield from self._feed(text[start:], line + text.count("\n", 0, start))

    def _feed(self, text: str, line: int) -> Iterator[Node]:
        if not self.has_input:  # nothing may come before a prolog
            blanks = len(text) - len(text.lstrip())
            line += text.count("\n", 0, blanks)
            self._begin(line)
            text = text[blanks:]
        while text:
            self.has_input = True
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
        start = self.layout.next_record(text, min(passed + offset, len(text)))
        line += text.count("\n", 0, start)
        self._begin(line)
        self.finished, self.has_input, self.recovered = finished, True, True
        self.expat.Parse(self.layout.opening, False)
        return text[start:], line

    def _report_broken(self, error: expat.ExpatError, line: int) -> None:
        reason = expat.ErrorString(error.code)
        lost = "; the record is skipped" if self.stack else ""
        where = self._location(line)
        self.report.error("bad-xml", where, f"the XML is broken: {reason}{lost}")

    def _location(self, line: int) -> Location:
        """Return a place in the record that is being read."""
        record = self.layout.identify(self.stack[0]) if self.stack else ""
        return Location(self.file, line, record)

    def close(self) -> Iterator[Node]:
        """End the document; of one that is cut short, reported, yield the record that was begun."""
        if not self.has_input:
            return
        cut = self.stack[0] if self.stack else None
        try:
            self.expat.Parse("", True)
        except expat.ExpatError as error:
            where = self._location(self.first + error.lineno - 1)
            rest = "; what there is of the last record is read" if cut else ""
            if cut or not self.recovered:  # else reported where it broke
                self.report.error("truncated", where, f"the XML ends too early{rest}")
        if cut:
            yield cut

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        layout, stack = self.layout, self.stack
        tag = tag.rpartition(":")[2]
        if self.skipping or tag in layout.skipped or len(stack) >= DEEPEST:
            if not self.skipping:
                self.left_out[tag] += 1
            self.skipping += 1
            if self.skipping > _MOST_SKIPPED:
                message = f"nests elements more than {_MOST_SKIPPED:,} deep; it is not read"
                raise InputError(f"{self.file}: {message}")
        elif stack or tag in layout.records:
            node = Node(tag, attributes, self.first + self.expat.CurrentLineNumber - 1, [])
            if tag in layout.records:
                self._begin_record(node)
            else:
                stack[-1].parts.append(node)
                stack.append(node)
        elif tag in layout.counted:
            self.left_out[tag] += 1

    def _begin_record(self, node: Node) -> None:
        if self.stack:  # the one before never ended
            message = "the record has no end; read as far as it is"
            self.report.error("truncated", self._location(self.stack[0].line), message)
            self.finished.append(self.stack[0])
        self.stack = [node]

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
        message = f"declares entities, which {self.layout.title} does not; it is not read"
        raise InputError(f"{self.file}: {message}")
