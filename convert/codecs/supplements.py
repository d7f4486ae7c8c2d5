"""Supplements, which NLM has with the volume (``32 Suppl 1``), the issue or both."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex

_SUPPLEMENT = r"[\s(,;]*Suppl?(?:ement(?:um|s)?|s)?(?![a-z])\.?[\s_]*([^()]*?)\s*\)?"
_VOLUME = regex(rf"([\w./–-]*\d){_SUPPLEMENT}", re.IGNORECASE)
_ISSUE = regex(rf"([^()]*?)(?<![A-Za-z]){_SUPPLEMENT}", re.IGNORECASE)
_LONGEST = 60  # of a volume or issue that is looked at


def split_volume(volume: str) -> tuple[str, str] | None:
    """Return the volume and its supplement's number, which may be ``""``; ``None`` if it has none.

    ``32 Suppl 1`` is ``32`` and ``1``.
    """
    return _split(_VOLUME, volume)


def split_issue(issue: str) -> tuple[str, str] | None:
    """Return the issue, which may be ``""``, and its supplement's number; ``None`` without one."""
    return _split(_ISSUE, issue)


def _split(pattern: re.Pattern[str], text: str) -> tuple[str, str] | None:
    match = pattern.fullmatch(text.strip()) if len(text) < _LONGEST else None
    return (match[1], match[2]) if match else None


def without_supplement(issue: str, number: str) -> str:
    """Return an issue without the supplement that its volume names.

    It may be ``Suppl 2``, ``S2``, or PMC's ``0 2``.
    """
    if issue in ("0", f"0 {number}") or (number and issue.upper() == f"S{number}"):
        return ""
    parts = split_issue(issue)
    return parts[0] if parts and parts[1] in ("", number) else issue
