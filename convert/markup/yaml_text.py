"""YAML that all its readers take alike: a text that some take for a number or date is quoted.

Values that JSON has are written in blocks, a line each, and lists of numbers on one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..base.lazy_regex import regex
from .json_text import json_text

# Words that begin with a letter, with nothing between that YAML acts on.
_PLAIN = regex(r"[^\W\d_][\w/()+.,;–—’-]*(?: [\w(+–—’][\w/()+.,;–—’-]*)*")
# What YAML 1.1 or 1.2 takes for something else than a text, in small letters.
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])

_LONGEST_KEY = 1000  # that may stand on a line with its value; YAML allows 1,024 characters
_NO_CHARACTERS = regex("[\ufffe\uffff]")  # of YAML, unless they are escaped


def entry(value: Mapping[str, object], indent: str = "") -> str:
    """Return the members of a mapping, each on a line of its own or more."""
    return "".join(_members(value, indent))


def item(value: object, indent: str = "") -> str:
    """Return an item of a list, on a line of its own or more."""
    if isinstance(value, Mapping) and value:
        inner = f"{indent}  "
        return f"{indent}- {entry(value, inner)[len(inner) :]}"
    return f"{indent}- {_flow(value)}\n"


def _members(value: Mapping[str, object], indent: str) -> Iterator[str]:
    for name, part in value.items():
        key = scalar(name)
        before = f"{indent}{key}:" if len(key) <= _LONGEST_KEY else f"{indent}? {key}\n{indent}:"
        if isinstance(part, Mapping) and part:
            yield f"{before}\n{entry(part, f'{indent}  ')}"
        elif isinstance(part, Sequence) and not isinstance(part, str) and not _is_flow(part):
            yield f"{before}\n{''.join(item(each, f'{indent}  ') for each in part)}"
        else:
            yield f"{before} {_flow(part)}\n"


def _is_flow(value: object) -> bool:
    """Whether a value is short enough for one line: a list of nothing but numbers."""
    if isinstance(value, list | tuple):
        return all(map(_is_flow, value))
    return isinstance(value, int | None)


def _flow(value: object) -> str:
    """Return a value on one line."""
    return scalar(value) if isinstance(value, str) else json_text(value)


def scalar(text: str) -> str:
    """Return a text, in quotes if need be: single ones, in which a backslash is a backslash."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    if text.isprintable():
        quoted = text.replace("'", "''")
        return f"'{quoted}'"
    return _NO_CHARACTERS.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text(text))
