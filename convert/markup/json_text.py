"""JSON on one line, with nothing in it that acts on a terminal or cannot be written to a file."""

from __future__ import annotations

import re
from json import JSONEncoder

from ..base.lazy_regex import regex

_encode = JSONEncoder(ensure_ascii=False).encode
# JSON itself asks for escapes of C0 alone: these are DEL, C1 and lone surrogates.
_UNFIT = regex("[\x7f-\x9f\ud800-\udfff]")


def json_text(value: object) -> str:
    """Return a value as JSON, in which other than ASCII characters stand as they are."""
    text = _encode(value)
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNFIT.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
