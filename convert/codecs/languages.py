"""Languages by their codes, their tags, and their names in English, in babel and their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..tables import babel, languages

_SUBTAG = regex(r"[-_]")
_TAG = regex(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_VARIETY = regex(r"\s*\(.*\)")  # Portuguese (Brazil)
_CODES = {
    **{row.code: row.code for row in languages.ROWS},
    **babel.VARIETIES,
    **{name: code for code, name in babel.LANGIDS.items()},
    **languages.OWN_NAMES,
    **languages.TERMINOLOGICAL,
    **{row.tag: row.code for row in languages.ROWS},
    **{row.name.lower(): row.code for row in languages.ROWS},
}


def code(text: str) -> str:
    """Return MEDLINE's code for a language's code, tag (``en-US``) or name; ``""`` if unknown."""
    lower = _VARIETY.sub("", text.strip().lower())
    return _CODES.get(lower) or (_CODES.get(primary(lower), "") if _TAG.fullmatch(lower) else "")


def decode(text: str) -> str:
    """Return MEDLINE's code for a language; what is not known stays, of a tag its first part."""
    return code(text) or (primary(text) if _TAG.fullmatch(text) else text)


def is_code(language: str) -> bool:
    """Whether a decoded language is a code, and no text that stayed."""
    return _TAG.fullmatch(language) is not None


def notes_of_unknown(decoded: Iterable[str]) -> Iterator[str]:
    """Yield what to note of each language that no table has, and that stayed as it was."""
    for language in decoded:
        if not is_code(language):
            yield f"{language!r} is in no table of languages; kept as text"


def primary(tag: str) -> str:
    """Return a tag's first part, which names the language: ``en`` of ``en-US``."""
    return _SUBTAG.split(tag.lower())[0]
