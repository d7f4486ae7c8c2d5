"""Ovid's authors: several in a line, with marks, degrees and roles behind their names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..base.lazy_regex import regex

_BETWEEN = regex(r"(?:;\s+|\.\s{2,}|;$)(?![^\[]*\])")  # not within brackets
_BRACKETS = regex(r"\s*\[([^\]]*)\]\.?$")
# Which address is whose, and that there is a footnote: Zhang, Weijia 1,2,+
_MARKS = regex(r"(?:\s+|(?<=,))[(\d*+#][\d,*+#()\s]*$")
# Behind a given name that is spelled out, so that they are no initials.
_DEGREES = regex(
    r"(?P<name>[^,]+,[^,]*[a-z][^,]*?),? (?P<degrees>(?:M\.?D|Ph\.?\s?D|[BM]\.?Sc|[BM]\.?A|[BM]\.?S"
    r"|M\.?P\.?H|MBA|MB|MBBS|D\.?Sc|Dr|DO|DDS|DVM|RN|PharmD|PsyD|EdD|FRCP|FACS|FACSM)\b\.?(?:,.*)?)"
)
_AUTHOR = regex(r"(?:reprint |first )?(?:author|inventor)s?", re.IGNORECASE)
_BETWEEN_ROLES = regex(r"[,;]\s*")
_WHOLE_WORD = regex(r"[a-z]\.$")


class OvidName(NamedTuple):
    """A name, whether it is an editor's, and what stands behind it but a mark or "Author"."""

    text: str
    is_editor: bool = False
    behind: str = ""


def split_authors(text: str) -> Iterator[OvidName]:
    """Yield the names in a value."""
    for part in _BETWEEN.split(text):
        if part and part.strip(" ."):
            yield _name(part.strip())


def _name(text: str) -> OvidName:
    roles: list[str] = []
    if match := _BRACKETS.search(text):
        roles = [role for role in _BETWEEN_ROLES.split(match[1]) if not _AUTHOR.fullmatch(role)]
        text = text[: match.start()]
    editor = any(role.lower().startswith("ed") for role in roles)
    behind = [role for role in roles if not role.lower().startswith("ed")]
    text = _MARKS.sub("", text) or text
    if match := _DEGREES.fullmatch(text):
        text = match["name"]
        behind.append(match["degrees"])
    if _WHOLE_WORD.search(text) and not text.endswith(" Jr."):
        text = text.rstrip(".")
    return OvidName(text, editor, "; ".join(behind))
