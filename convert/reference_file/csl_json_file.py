"""Take a file of CSL-JSON apart so that it can be put together again byte for byte.

JSON has no comments, so the mark of an entry that medcite wrote stands in the variable that CSL has
for such things: ``"custom": {"medcite": "0123abcd 4567cdef"}``. Its checksum is that of the values,
not of the text: a program may indent the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ..base.lazy_regex import regex
from ..csl_json.items import item_maker
from ..markup.json_text import json_text
from ..options import Options
from .entry import (
    BrokenError,
    Entry,
    EntryDraft,
    ReferenceFile,
    marked,
    names_of_identifiers,
    newline_of,
)

_WORD = "medcite"
_BETWEEN = regex(r"[\s,]*")
_OPENING = regex("\ufeff?\\s*\\[")
_DECODER = json.JSONDecoder(strict=False)
_EMPTY = "[\n]\n"
_LONGEST_ID = 80  # that a message shows


class JsonEntry(Entry):
    """A part of a file: the body reaches from brace to brace, and has the mark in it."""

    @property
    def text(self) -> str:
        """Return the part as it stands in the file."""
        return self.before + self.body

    @property
    def content(self) -> str:
        """Return what the entry says, in a form that does not depend on how it was written."""
        return json.dumps(self._item, sort_keys=True)

    @cached_property
    def fields(self) -> dict[str, str]:
        """Return the entry's variables; what is no text is JSON."""
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in self._item.items()
        }

    @cached_property
    def _item(self) -> dict[str, Any]:
        """Return the item without its mark."""
        return _without_mark(_decode(self.body, 0)[0])[0]


@dataclass(frozen=True, slots=True)
class CslJsonMaker:
    """Makes items as ``options`` say. A processor finds an item by its ``id`` alone."""

    options: Options
    has_aliases: bool = False
    ignores_case: bool = False

    @property
    def signature(self) -> str:
        """Return a text that differs wherever entries would be written otherwise."""
        return f"csl-json {self.options!r}"

    @property
    def key_pattern(self) -> str:
        """Return the pattern of keys that are made up."""
        return self.options.key

    def parse(self, text: str) -> ReferenceFile:
        """Take a file apart. Raises BrokenError: it is not an array of items."""
        newline = newline_of(text)
        if not text.strip():
            return ReferenceFile((Entry(text, "", ""),) if text else (), newline)
        opening = _OPENING.match(text)
        if opening is None:
            raise BrokenError(1, "expected CSL-JSON: an array of items, in [ and ]")
        return ReferenceFile(tuple(_parts(text, opening.end())), newline)

    def names(self, entry: Entry) -> Iterable[str]:
        """Return the article names that an item's variables contain."""
        return names_of_identifiers({name.lower(): value for name, value in entry.fields.items()})

    def is_valid_key(self, key: str) -> bool:
        """Whether ``key`` can be an ``id``: any text can."""
        return bool(key)

    def render(self, drafts: Sequence[EntryDraft]) -> Iterator[str]:
        """Yield each draft as an item on one line."""
        make = item_maker(without_custom(self.options))
        for draft in drafts:
            yield json_text({**make(draft.record, draft.key), "id": draft.key})

    def entry(self, before: str, body: str, _: str, source_checksum: str = "") -> Entry:
        """Return ``body`` as an entry with a mark."""
        bare = _entry(before, body, 0)
        mark = marked(bare.content, source_checksum).removeprefix(_WORD).strip()
        item = _decode(body, 0)[0]
        custom = {**item.get("custom", {}), _WORD: mark}
        return _entry(before, json_text({**item, "custom": custom}), 0)

    def append(self, file: ReferenceFile, entries: Sequence[tuple[str, str]]) -> ReferenceFile:
        """Return a file with more items at the end of its array."""
        if not entries:
            return file
        parts = list(file.parts)
        tail = parts.pop().before if parts and not parts[-1].body else ""
        tail = tail if tail.strip() else _EMPTY
        for body, source_checksum in entries:
            before = f",{file.newline}"
            if not any(part.body for part in parts):
                start, _, tail = tail.partition("[")
                before = f"{start}[{file.newline}"
                tail = f"{file.newline}{tail.lstrip()}"
            parts.append(self.entry(before, body, file.newline, source_checksum))
        return replace(file, parts=(*parts, Entry(tail, "", "")))


def without_custom(options: Options) -> Options:
    """Return the options without what CSL has no variable for, which no style prints."""
    return options.replace(omit=(*options.omit, "custom"))


def _parts(text: str, position: int) -> Iterator[Entry]:
    """Yield the items of the array that begins before ``position``, and what is behind it."""
    end = line = counted = 0
    while True:
        match = _BETWEEN.match(text, position)
        position = match.end() if match else position
        line, counted = line + text.count("\n", counted, position), position
        if text.startswith("]", position):
            break
        _, position = _decode(text, position, line + 1)
        yield _entry(text[end:counted], text[counted:position], line + 1)
        end = position
    yield Entry(text[end:], "", "")


def _entry(before: str, body: str, line: int) -> JsonEntry:
    item, mark = _without_mark(_decode(body, 0, line)[0])
    kind = item.get("type", "")
    return JsonEntry(before, mark, body, str(kind), str(item.get("id", "")) or "?", line)


def _decode(text: str, position: int, line: int = 1) -> tuple[dict[str, Any], int]:
    """Return the object at a position of a text, and its end. Raises BrokenError."""
    try:
        value, end = _DECODER.raw_decode(text, position)
    except (RecursionError, ValueError) as error:  # also a number of thousands of digits
        place = getattr(error, "pos", position)
        line += text.count("\n", position, place)
        raise BrokenError(line, "is no JSON here: an item ends, or the array does not") from error
    if not isinstance(value, dict):
        raise BrokenError(line, f"expected an item in braces, found {value!s:.{_LONGEST_ID}}")
    return value, end


def _without_mark(item: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return an item without its mark, and the mark."""
    custom = item.get("custom")
    mark = custom.get(_WORD) if isinstance(custom, dict) else None
    if not isinstance(custom, dict) or not isinstance(mark, str):
        return item, ""
    others = {name: value for name, value in custom.items() if name != _WORD}
    rest = {name: value for name, value in item.items() if name != "custom"}
    return (rest | {"custom": others} if others else rest), f"{_WORD} {mark}"
