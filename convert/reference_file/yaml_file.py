"""Take YAML apart so that it can be put together again byte for byte: CSL's, and Hayagriva's.

CSL's is the list ``references``, or a list alone, in which an entry begins at its hyphen;
Hayagriva's is a mapping of keys to entries. PyYAML says where entries begin. The mark of an entry
that medcite wrote is a comment on the line above it: ``# medcite 0123abcd 4567cdef``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from ..base.lazy_regex import regex
from ..csl_json.items import item_maker
from ..csl_json.yaml_items import from_yaml, to_yaml
from ..hayagriva.entry import entry_maker
from ..library.library_reader import silent_report
from ..markup import yaml_text
from ..options import Options
from .csl_json_file import without_custom
from .entry import (
    CHECKSUMS,
    BrokenError,
    Entry,
    EntryDraft,
    ReferenceFile,
    marked,
    names_of_identifiers,
    newline_of,
)

_MARK = regex(rf"(?m)^[ \t]*# {CHECKSUMS.pattern}[ \t]*\r?\n[ \t]*\Z")
_LIST = "references"
_IDENTIFIERS = ("PMID", "PMCID", "DOI")
_NO_LIST = regex(rf"(?m)^{_LIST}:[ \t]*(?:\[[ \t]*\]|null|~)?[ \t]*(?:#.*)?(?:\r?\n|\Z)")
_NO_MAPPING = regex(r"(?m)^\{[ \t]*\}[ \t]*(?:\r?\n|\Z)")
_END = regex(r"(?m)^\.\.\.[ \t]*(?:\r?\n|\Z)")


class YamlEntry(Entry):
    """A part of a file: the body begins at the hyphen or the key, and has no line end."""

    @cached_property
    def fields(self) -> dict[str, str]:
        """Return the entry's members; one within another is called ``outer/inner``."""
        node = _compose(_indent(self) + self.body)
        if node.id == "sequence":
            return dict(_members(node.value[0]))
        return dict(_members(node.value[0][1]))


@dataclass(frozen=True, slots=True)
class CslYamlMaker:
    """Makes items of CSL's YAML as ``options`` say."""

    options: Options
    has_aliases: bool = False
    ignores_case: bool = False
    format: ClassVar[str] = "csl-yaml"

    @property
    def signature(self) -> str:
        """Return a text that differs wherever entries would be written otherwise."""
        return f"{self.format} {self.options!r}"

    @property
    def key_pattern(self) -> str:
        """Return the pattern of keys that are made up."""
        return self.options.key

    def parse(self, text: str) -> ReferenceFile:
        """Take a file apart. Raises BrokenError: it is no list of references."""
        root = _compose(text)
        if root is not None and root.id == "mapping":
            values = [value for name, value in root.value if name.value == _LIST]
            root = values[0] if values else None
        root = None if _is_empty(root) else root
        if root is not None and root.id != "sequence":
            line = root.start_mark.line + 1
            raise BrokenError(line, f"expected CSL's YAML: a list called {_LIST}")
        return _cut(text, root, [(item, _id(item)) for item in root.value] if root else [])

    def names(self, entry: Entry) -> Iterable[str]:
        """Return the article names that an item's variables, which are Markdown, contain."""
        variables = from_yaml({name: entry.fields.get(name, "") for name in _IDENTIFIERS})
        return names_of_identifiers({name.lower(): str(text) for name, text in variables.items()})

    def is_valid_key(self, key: str) -> bool:
        """Whether ``key`` can be an ``id``: any text can."""
        return bool(key)

    def render(self, drafts: Sequence[EntryDraft]) -> Iterator[str]:
        """Yield each draft as an item of a list."""
        make = item_maker(without_custom(self.options))
        for draft in drafts:
            yield yaml_text.item({**to_yaml(make(draft.record, draft.key)), "id": draft.key})

    def entry(self, before: str, body: str, newline: str, source_checksum: str = "") -> Entry:
        """Return ``body`` as an entry with a mark, as deep as the text ``before`` it ends."""
        indent = before[len(before.rstrip(" ")) :]
        body = body.rstrip("\r\n").replace("\r\n", "\n").replace("\n", f"{newline}{indent}")
        mark = f"# {marked(body, source_checksum)}{newline}{indent}"
        (part,) = self.parse(indent + body).entries
        return YamlEntry(before, mark, body, part.kind, part.key)

    def append(self, file: ReferenceFile, entries: Sequence[tuple[str, str]]) -> ReferenceFile:
        """Return a file with more entries behind its last one."""
        if not entries:
            return file
        newline = file.newline
        parts = list(file.parts)
        tail = parts.pop().before if parts and not parts[-1].body else ""
        first, indent = "", ""
        if parts:
            indent = _indent(parts[0])
        else:
            first, tail = self._opened(tail, newline)
        for body, source_checksum in entries:
            before = f"{newline}{indent}" if parts else first
            parts.append(self.entry(before, body, newline, source_checksum))
        tail = tail if tail.startswith(("\r", "\n")) else f"{newline}{tail}"
        return replace(file, parts=(*parts, Entry(tail, "", "")))

    def _opened(self, text: str, newline: str) -> tuple[str, str]:
        """Return a file without entries as the texts before and behind those to come."""
        if not text.strip():
            return f"---{newline}{_LIST}:{newline}", f"...{newline}"
        match = _NO_LIST.search(text) or _END.search(text)
        head, tail = (text[: match.start()], text[match.end() :]) if match else (text, "")
        head += newline if head and not head.endswith("\n") else ""
        return f"{head}{_LIST}:{newline}", tail or f"...{newline}"


@dataclass(frozen=True, slots=True)
class HayagrivaMaker(CslYamlMaker):
    """Makes entries of Hayagriva's YAML as ``options`` say."""

    format: ClassVar[str] = "hayagriva"

    def parse(self, text: str) -> ReferenceFile:
        """Take a file apart. Raises BrokenError: it is no mapping of keys to entries."""
        root = _compose(text)
        root = None if _is_empty(root) else root
        if root is not None and (root.id != "mapping" or _is_csl(root)):
            line = root.start_mark.line + 1
            raise BrokenError(line, "expected Hayagriva's YAML: keys with entries below them")
        pairs = [(name, str(name.value)) for name, _ in root.value] if root else []
        return _cut(text, root, pairs)

    def names(self, entry: Entry) -> Iterable[str]:
        """Return the article names that an entry's serial numbers contain."""
        start = "serial-number/"
        return names_of_identifiers(
            {name.removeprefix(start): value for name, value in entry.fields.items()
             if name.startswith(start)}
        )  # fmt: skip

    def render(self, drafts: Sequence[EntryDraft]) -> Iterator[str]:
        """Yield each draft as a member of a mapping."""
        make = entry_maker(self.options)
        for draft in drafts:
            yield yaml_text.entry({draft.key: make(draft.record, silent_report())})

    def _opened(self, text: str, newline: str) -> tuple[str, str]:
        """Return a file without entries as the texts before and behind those to come."""
        match = _NO_MAPPING.search(text) or _END.search(text)
        head, tail = (text[: match.start()], text[match.end() :]) if match else (text, "")
        head += newline if head and not head.endswith("\n") else ""
        return head, tail


def _is_empty(node: Any) -> bool:
    """Whether a node, or its lack, is the empty value."""
    return node is None or (node.id == "scalar" and node.value in ("", "null", "~"))


def _is_csl(root: Any) -> bool:
    """Whether a mapping is the list of CSL's YAML, which has no place here."""
    return any(name.value == _LIST and value.id == "sequence" for name, value in root.value)


def _id(item: Any) -> str:
    """Return the ``id`` of an item."""
    members = item.value if item.id == "mapping" else []
    return next((str(value.value) for name, value in members if name.value == "id"), "") or "?"


def _cut(text: str, root: Any, nodes: Sequence[tuple[Any, str]]) -> ReferenceFile:
    """Return a file, cut where its entries begin: at these nodes, which have these keys."""
    newline = newline_of(text)
    if root is None or not nodes:
        return ReferenceFile((Entry(text, "", ""),) if text else (), newline)
    if root.flow_style:
        line = root.start_mark.line + 1
        raise BrokenError(line, "entries in brackets; write each on lines of its own")
    column = root.start_mark.column
    starts = [_start(text, node, column, root.id) for node, _ in nodes]
    ends = [*starts[1:], root.end_mark.index]
    parts: list[Entry] = []
    place = 0
    for start, end, (node, key) in zip(starts, ends, nodes, strict=True):
        before, body = text[place:start], _trimmed(text[start:end], column)
        mark = _MARK.search(before)
        cut = mark.start() + len(mark[0]) - len(mark[0].lstrip()) if mark else len(before)
        line = node.start_mark.line + 1
        parts.append(YamlEntry(before[:cut], before[cut:], body, "", key, line))
        place = start + len(body)
    parts.append(Entry(text[place:], "", ""))
    return ReferenceFile(tuple(parts), newline)


def _start(text: str, node: Any, column: int, kind: str) -> int:
    """Return where an entry begins: at its key, or at the hyphen of a list before it."""
    index = int(node.start_mark.index)
    if kind == "mapping":
        return index
    hyphens = re.compile(rf"^ {{{column}}}-", re.M)
    places = [match.end() - 1 for match in hyphens.finditer(text, 0, index)]
    return places[-1] if places else index


def _trimmed(body: str, column: int) -> str:
    """Return an entry without what stands between it and the next: blank lines and comments."""
    lines = body.splitlines(keepends=True)
    while len(lines) > 1 and _is_between(lines[-1], column):
        lines.pop()
    return "".join(lines).rstrip("\r\n")


def _is_between(line: str, column: int) -> bool:
    bare = line.lstrip(" ")
    return not bare.strip() or (bare.startswith("#") and len(line) - len(bare) <= column)


def _indent(part: Entry) -> str:
    """Return the blanks between an entry and the beginning of its line."""
    line = (part.before + part.mark).rpartition("\n")[2]
    return line if not line.strip() else ""


def _members(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield what a node says: its texts by their paths."""
    for name, value in node.value if node.id == "mapping" else ():
        inner = f"{path}{name.value}"
        if value.id == "mapping":
            yield from _members(value, f"{inner}/")
        else:
            yield inner, _text(value)


def _text(node: Any) -> str:
    if node.id == "scalar":
        return str(node.value)
    parts = [_text(part) for part in node.value] if node.id == "sequence" else _members(node)
    return str(list(parts))


def _compose(text: str) -> Any:
    """Return the nodes of YAML; ``None`` if there are none. Raises BrokenError."""
    import yaml  # noqa: PLC0415  # few files are YAML

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.compose(text, loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it has characters that YAML does not allow"
        raise BrokenError((mark.line if mark else 0) + 1, f"is no YAML: {problem}") from error
    except (RecursionError, UnicodeEncodeError) as error:
        raise BrokenError(1, f"is no YAML: {type(error).__name__}") from error
