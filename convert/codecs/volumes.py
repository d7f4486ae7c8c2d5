"""Volumes and issues as catalogues write them: ``v. 40``, ``Vol. 7, no. 4``, ``50(2)``."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex

_VOLUME_LABEL = (
    r"(?:(?:v(?:ol)?(?=\d)|(?:v(?:ol(?:ume)?)?|b(?:an)?d|t(?:ome?)?|jg|jahrg(?:ang)?)\b)\.?\s*)"
)
_ISSUE_LABEL = r"(?:(?:n(?:o|r|um(?:ber)?)?|iss(?:ue)?|h(?:eft)?|fasc)\b\.?\s*|n[°º]\.?\s*|№\s*)"
_NUMBER = r"\d[\w./–-]*"
_VOLUME = regex(
    rf"{_VOLUME_LABEL}*({_NUMBER})"
    rf"(?:\s*\(({_NUMBER}|suppl[\w. ]*)\)|[,;]?\s*{_ISSUE_LABEL}({_NUMBER}))?",
    re.IGNORECASE,
)
_ISSUE = regex(rf"{_ISSUE_LABEL}({_NUMBER})|\(({_NUMBER})\)", re.IGNORECASE)


def volume_and_issue(text: str) -> tuple[str, str]:
    """Return the volume without its word, and the issue where it stands behind it, else ``""``."""
    match = _VOLUME.fullmatch(text)
    return (match[1], match[2] or match[3] or "") if match else (text, "")


def issue(text: str) -> str:
    """Return the issue without its word or brackets; any other text stays."""
    match = _ISSUE.fullmatch(text)
    return match[1] or match[2] if match else text
