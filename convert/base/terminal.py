r"""Text for a screen or a log: what a terminal would obey, hide or reorder is shown escaped.

A terminal obeys control characters, some programs begin a line at U+2028, and format
characters (bidirectional overrides, zero-width spaces) hide text or show it in another order.
A value with such characters could recolor, erase or make up lines. They are shown as Python
spells them: ``\x1b``, ``\n``, ``\u202e``, and ``\udcff`` for a byte of a file name that is not
UTF-8. Backslashes stay single, as in Windows paths; the JSON form has the exact value.
"""

from __future__ import annotations

from .lazy_regex import regex

NAME = 100  # characters of an identifier or a tag that are shown
MESSAGE = 1000
# What a terminal obeys or reorders; line ends and tabs of a document stay, as do joiners and
# directional marks, which Persian or Hebrew text has for good reasons.
ACTIVE = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)
# Blanks of all widths, which Python does not count as printable (Unicode's category Zs).
BLANKS = frozenset(" \xa0\u1680\u202f\u205f\u3000").union(map(chr, range(0x2000, 0x200B)))


def line(text: str) -> str:
    """Return ``text`` as one line, everything but printable characters and blanks escaped."""
    if text.isprintable():
        return text
    return "".join([sign if is_shown(sign) else escape(sign) for sign in text])


def screen(text: str) -> str:
    """Return a document's ``text``, its lines kept, that does nothing to a terminal."""
    return ACTIVE.sub(lambda match: escape(match[0]), text)


def json_line(value: object) -> str:
    """Return ``value`` as one line of JSON; a parser restores what is escaped in it."""
    import json  # noqa: PLC0415  # most runs print none

    text = json.dumps(value, ensure_ascii=False)
    if text.isprintable():
        return text
    return "".join([sign if is_shown(sign) else json.dumps(sign)[1:-1] for sign in text])


def shorten(text: str, most: int) -> str:
    """Return ``text`` in at most ``most`` characters, an ellipsis in the place of its middle."""
    if len(text) <= most:
        return text
    end = most // 3
    return f"{text[: most - end - 1]}…{text[-end:]}"


def is_shown(sign: str) -> bool:
    """Whether a character is shown as it is."""
    return sign.isprintable() or sign in BLANKS


def escape(text: str) -> str:
    """Return every character of ``text`` that is not ASCII or not printable as an escape."""
    return text.encode("unicode_escape").decode("ascii")
