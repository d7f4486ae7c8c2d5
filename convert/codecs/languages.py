"""Languages as texts name them: MEDLINE's codes, BCP 47's tags, English names."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..tables import languages

_SUBTAG = regex(r"[-_]")


def code(text: str) -> str:
    """Return MEDLINE's code for a language's tag (``en-US``), name or code (``deu``).

    It is ``""`` for what is none of these.
    """
    lower = text.lower()
    if language := languages.BY_NAME.get(lower) or languages.BY_TAG.get(primary(lower)):
        return language.code
    return languages.OWN_NAMES.get(lower) or languages.TERMINOLOGY.get(lower, "")


def primary(tag: str) -> str:
    """Return a tag's first part, which names the language: ``en`` of ``en-US``."""
    return _SUBTAG.split(tag.lower())[0]
