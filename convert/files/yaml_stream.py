"""The items of a YAML list, one at a time, as plain values: of ``references`` in pandoc's form.

The list is cut into items by their hyphens, so that memory stays flat and a broken item costs no
other. It may be the only content of a file, or of a Markdown document's metadata.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ..base.lazy_regex import regex
from ..model.report import Location, Report
from ..tables.characters import CONTROLS
from .source import Source

_KEY = regex(r"references:\s*(?:#.*)?|\{?\s*\"references\":\s*")
_ITEM = regex(r"( *)-(?: +\S.*|\s*)")
_BLANK_OR_COMMENT = regex(r"\s*(?:#.*)?")
_EDGE = regex(r"(?:---|\.\.\.)\s*(?:#.*)?|%YAML.*|references:\s*\[\s*\]\s*")
_ENDS_LIST = regex(r"[\w-]+:(?:\s|$)|---|\.\.\.")
_FLOW = regex(r"references:\s*[\[{].*")
_NO_TEXT = regex(rf"(?![\t\n])[{CONTROLS}\ud800-\udfff\ufffe\uffff]")
_INTEGER = regex(r"-?(?:0|[1-9][0-9]{0,17})")
_MOST_NODES = 100_000  # of one item: an alias counts as often as it stands there
_DEEPEST = 50
_WORDS = {"": None, "null": None, "~": None, "true": True, "false": False}


class YamlItem(NamedTuple):
    """An item of a list: its value, its first line, and the lines of its members."""

    value: object
    line: int
    lines: dict[str, int]


class _Chunk(NamedTuple):
    """The lines of an item, and the number of the first."""

    lines: list[str]
    line: int


class TooLargeError(ValueError):
    """An item has more in it than any reference: aliases of aliases, or too deep a nesting."""


def items(source: Source, report: Report) -> Iterator[YamlItem]:
    """Yield the items of the list ``references``, or of a file that is nothing but a list.

    An item that is no YAML is reported and skipped; so is what stands around the list.
    """
    for chunk in _chunks(source, report):
        try:
            yield from _load(chunk)
        except (ValueError, RecursionError) as error:
            problem, line = _describe(error, chunk.line)
            message = f"the item from line {chunk.line} on {problem}; skipped"
            report.error("bad-yaml", Location(source.name, line), message)


def _chunks(source: Source, report: Report) -> Iterator[_Chunk]:
    """Yield the lines of each item."""
    cutter = _Cutter(is_bare=not _mentions_key(source.head))
    stray = _Stray(source.name, report)
    for number, line in enumerate(source.lines, start=1):
        if cutter.continues(line):
            cutter.chunk.lines.append(line)
            continue
        if cutter.chunk.lines:
            yield cutter.chunk
        if cutter.begins(line):
            cutter.chunk = _Chunk([line], number)
            continue
        cutter.chunk = _Chunk([], 0)
        if _FLOW.fullmatch(line) and not _EDGE.fullmatch(line):
            yield _Chunk([line.partition(":")[2], *_rest_of_flow(source)], number)
        elif not _KEY.fullmatch(line):
            stray.add(number, line)
    if cutter.chunk.lines:
        yield cutter.chunk
    stray.tell()


class _Cutter:
    """Knows which lines are the list's: an item begins at a hyphen, and goes on deeper.

    ``is_bare`` says that a file is nothing but a list, which something may stand before.
    """

    def __init__(self, *, is_bare: bool) -> None:
        self.chunk = _Chunk([], 0)
        self._is_bare = self._in_list = is_bare
        self._indent = -1  # of the hyphens

    def continues(self, line: str) -> bool:
        """Whether a line belongs to the item before."""
        deeper = line.startswith((" " * (self._indent + 1), "\t"))
        return bool(self.chunk.lines) and (deeper or not line.strip())

    def begins(self, line: str) -> bool:
        """Whether an item begins with a line, which may also begin or end the list."""
        match = _ITEM.fullmatch(line) if self._in_list else None
        if match and (self._indent < 0 or len(match[1]) <= self._indent):
            self._indent = len(match[1])
            return True
        if _KEY.fullmatch(line):
            self._in_list, self._indent = True, -1
        elif _ENDS_LIST.match(line) and not (self._is_bare and self._indent < 0):
            self._in_list = False
        return False


def load(text: str, line: int = 1) -> object:
    """Return the value of a YAML document that begins at ``line``, as :func:`items` has values.

    Raises:
        ValueError: It is no YAML, or has too much in it; the second argument is the line.

    """
    try:
        return _Plain().value(_compose(text, line), 0)
    except RecursionError as error:
        raise ValueError("is nested too deeply", line) from error


def _rest_of_flow(source: Source) -> Iterator[str]:
    """Yield the lines up to the end of a list in brackets."""
    for line in source.lines:
        if _EDGE.fullmatch(line):
            return
        yield line


def _mentions_key(head: str) -> bool:
    return any(_KEY.fullmatch(line) or _FLOW.fullmatch(line) for line in head.split("\n"))


class _Stray:
    """What stands around the list: told in one note."""

    def __init__(self, file: str, report: Report) -> None:
        self._file, self._report = file, report
        self._first = self._count = 0

    def add(self, number: int, line: str) -> None:
        """Count a line that is neither blank nor an edge of the document."""
        if line.strip() and not _EDGE.fullmatch(line):
            self._first = self._first or number
            self._count += 1

    def tell(self) -> None:
        """Report how many lines there were."""
        if self._count:
            message = f"{self._count} × a line outside of `references`; left out"
            self._report.note("stray-text", Location(self._file, self._first), message)


def _load(chunk: _Chunk) -> Iterator[YamlItem]:
    """Yield the items of a chunk, which is a list. Raises ValueError, RecursionError."""
    root = _compose("\n".join(chunk.lines), chunk.line)
    for node in root.value if root is not None and root.id == "sequence" else [root]:
        line = chunk.line + (node.start_mark.line if node else 0)
        members = node.value if node is not None and node.id == "mapping" else []
        lines = {str(name.value): chunk.line + name.start_mark.line for name, _ in members}
        yield YamlItem(_Plain().value(node, 0), line, lines)


def _compose(text: str, line: int) -> Any:
    """Return the root of a document that begins at ``line``. Raises ValueError."""
    import yaml  # noqa: PLC0415  # few files are YAML

    try:
        return yaml.compose(_NO_TEXT.sub("\ufffd", text), _loader())
    except yaml.YAMLError as error:
        raise _with_line(error, line) from error


@cache
def _loader() -> Any:
    """Return PyYAML's loader, the one in C if there is one, which looks for no types in texts."""
    import yaml  # noqa: PLC0415  # as above

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return type("_Loader", (base,), {"resolve": lambda loader, kind, value, implicit: kind.id})


class _Plain:
    """Makes plain values of one item's nodes, and counts them."""

    def __init__(self) -> None:
        self._count = 0

    def value(self, node: Any, depth: int) -> object:
        """Return a node as JSON has it: what is not null, true, false or an integer is a text."""
        self._count += 1
        if self._count > _MOST_NODES or depth > _DEEPEST:
            raise TooLargeError("has more in it than any reference")
        if node is None:
            return None
        if node.id == "sequence":
            return [self.value(part, depth + 1) for part in node.value]
        if node.id == "mapping":
            pairs = [(self.value(name, depth), self.value(part, depth + 1))
                     for name, part in node.value]  # fmt: skip
            return {str(name): part for name, part in pairs}
        return _scalar(node)


def _scalar(node: Any) -> object:
    text = str(node.value)
    if node.style:  # in quotes, or a block
        return text.removesuffix("\n")
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _with_line(error: Any, first_line: int) -> ValueError:
    """Return an error of PyYAML's as one with a line of the file."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", "") or "cannot be read"
    return ValueError(f"is no YAML: {problem}", first_line + (mark.line if mark else 0))


def _describe(error: Exception, line: int) -> tuple[str, int]:
    """Return what is wrong with an item, and the line."""
    if isinstance(error, RecursionError):
        return "is nested too deeply", line
    problem, *place = error.args
    return str(problem), place[0] if place else line
