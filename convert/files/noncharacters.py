"""Replace code points that are reserved for programs' own use, and are no characters.

No text means them, XML forbids some, and biber stops at one without a message. They are read as
U+FFFD, whether they stand in the text, or an escape of JSON or a reference of XML names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..model.report import Location, Report
from ..tables.characters import NONCHARACTERS

_LITERAL = regex(f"()[{NONCHARACTERS}]")
# Beyond the first plane, JSON names a code point by two surrogates.
_JSON = regex(
    r"(?<!\\)((?:\\\\)*)\\u(?:fff[ef]|fd[de][0-9a-f]|d[89ab][37bf]f\\udff[ef])", re.IGNORECASE
)
_DECIMAL, _HEXADECIMAL = (
    "|".join(map(form.format, map(ord, NONCHARACTERS))) for form in ("{}", "{:x}")
)
_XML = regex(f"()&#(?:0*(?:{_DECIMAL})|x0*(?:{_HEXADECIMAL}));", re.IGNORECASE)


def replace(blocks: Iterable[str], name: str, report: Report) -> Iterator[str]:
    """Yield blocks of whole lines without noncharacters; report each line that had one."""
    number = 1
    for block in blocks:
        # To look for each is many times as fast as a pattern of all.
        if any(map(block.__contains__, NONCHARACTERS)):
            lines = _replace(block.split("\n"), _LITERAL, name, report, number)
            yield "\n".join(lines)
        else:
            yield block
        number += block.count("\n")


def replace_in_json(lines: Iterable[str], name: str, report: Report) -> Iterator[str]:
    r"""Yield lines of JSON without escapes of noncharacters (``\uffff``); report each line."""
    for number, line in enumerate(lines, start=1):
        yield from _replace([line], _JSON, name, report, number) if "\\u" in line else (line,)


def in_xml(text: str) -> bool:
    """Whether XML has references to noncharacters (``&#xFFFF;``)."""
    return "&#" in text and _XML.search(text) is not None


def replace_in_xml(
    blocks: Iterable[str], name: str, report: Report, number: int = 1
) -> Iterator[str]:
    """Yield blocks of XML without references to noncharacters; report each line.

    ``number`` is that of the first line.
    """
    for block in blocks:
        if in_xml(block):
            yield "\n".join(_replace(block.split("\n"), _XML, name, report, number))
        else:
            yield block
        number += block.count("\n")


def _replace(
    lines: Iterable[str], pattern: re.Pattern[str], name: str, report: Report, number: int = 1
) -> Iterator[str]:
    for line_number, line in enumerate(lines, number):
        replaced = pattern.sub("\\1\ufffd", line)
        if replaced != line:
            message = "has a code point that is no character: read as U+FFFD"
            report.warning("noncharacter", Location(name, line_number), message)
        yield replaced
