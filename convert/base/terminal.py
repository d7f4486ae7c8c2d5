r"""Escape text for a screen or a log, so that it cannot control the terminal.

A terminal interprets control characters, some programs begin a line at U+2028, and format
characters (bidirectional overrides, zero-width spaces) hide text or show it in another order.
A value with such characters could recolor, erase or fake lines. They are shown as Python
escapes: ``\x1b``, ``\n``, ``\u202e``, and ``\udcff`` for a byte of a file name that is not
UTF-8. Backslashes are not doubled, as in Windows paths; the JSON form has the exact value.
"""

from __future__ import annotations

from .lazy_regex import regex

NAME = 100  # characters of an identifier or a tag that are shown
MESSAGE = 2000  # characters of a message that are shown
# What a terminal interprets or reorders. A document keeps line ends and tabs, and also joiners and
# directional marks, which Persian and Hebrew text needs.
ACTIVE = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)
# Blanks of all widths, which Python does not count as printable (Unicode's category Zs).
BLANKS = frozenset(" \xa0\u1680\u202f\u205f\u3000").union(map(chr, range(0x2000, 0x200B)))


def line(text: str) -> str:
    """Return ``text`` as one line, with all but printable characters and blanks escaped."""
    if text.isprintable():
        return text
    return "".join([character if is_shown(character) else escape(character) for character in text])


def screen(text: str) -> str:
    """Return a document's ``text`` with its lines, but without effect on a terminal."""
    return ACTIVE.sub(lambda match: escape(match[0]), text)


def json_line(value: object) -> str:
    """Return ``value`` as one line of JSON, from which a parser restores escaped characters."""
    import json  # noqa: PLC0415  # most runs print no JSON

    text = json.dumps(value, ensure_ascii=False)
    if text.isprintable():
        return text
    return "".join(
        [character if is_shown(character) else json.dumps(character)[1:-1] for character in text]
    )


def shorten(text: str, limit: int) -> str:
    """Return ``text`` in at most ``limit`` characters, with an ellipsis for its middle."""
    if len(text) <= limit:
        return text
    end = limit // 3
    return f"{text[: limit - end - 1]}…{text[-end:]}"


def is_shown(character: str) -> bool:
    """Whether a character is shown as it is."""
    return character.isprintable() or character in BLANKS


def escape(text: str) -> str:
    """Return ``text`` with every character escaped that is not ASCII or not printable."""
    return text.encode("unicode_escape").decode("ascii")
