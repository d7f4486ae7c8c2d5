"""Titles that say that their article was retracted or withdrawn."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex

# How publishers mark the title of a retracted article, and Web of Science, in brackets behind it.
_RETRACTED_TITLE = regex(
    r"^\W{0,2}(?:retracted|withdrawn)(?: (?:article|paper|chapter|publication))?"
    r"(?:\W{0,2}[:.\])*]|\s*[-–—]+\s)"
    r"|[(\[](?:retracted|withdrawn)(?: (?:article|paper|chapter|publication)\b|[)\]])"
    r"|(?-i:^RETRACTED (?:ARTICLE|PAPER)\b|\bRETRACTED (?:ARTICLE|PAPER)$|[-–—:] ?RETRACTED$)",
    re.IGNORECASE,
)


# How they mark the notice itself, which is no retracted article though it may quote its title.
_NOTICE_TITLE = regex(
    r"^\W*(?:(?:notice of )?retraction(?: (?:note|notice|statement))?(?: (?:to|of|for))?\W*:"
    r"|retraction (?:note|notice|statement)\b|(?:notice of )?retraction\W*$|notice of retraction\b"
    r"|expression of concern\b|(?:correction|erratum|corrigendum)(?: (?:to|for))?\W*:)",
    re.IGNORECASE,
)


def is_notice_title(title: str) -> bool:
    """Whether a title is that of a notice: ``Retraction note: Malaria in 2002``."""
    return _NOTICE_TITLE.match(title) is not None


def says_retracted(title: str) -> bool:
    """Whether a title says that its article was retracted: ``RETRACTED: Malaria in 2002``."""
    # To look for a word takes less time than to search with the pattern.
    lower = title.lower()
    may_say = "retracted" in lower or "withdrawn" in lower
    is_marked = may_say and _RETRACTED_TITLE.search(title) is not None
    return is_marked and not is_notice_title(title)
