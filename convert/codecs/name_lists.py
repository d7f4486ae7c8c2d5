"""Several names in one text, as people and programs write them where a format wants one."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..tables.groups import has_group_word
from .names import is_et_al, is_suffix, without_et_al

# Doe J, Roe AB; Doe, J., Roe, A. B.
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_INITIALS = rf"(?:-?{_CAPITAL}\.\s?)+"
_SHORT_NAME = rf"[^,;]+ (?:{_CAPITAL}{{1,3}}|{_INITIALS})"
_SHORT_NAMES = regex(rf"(?:{_SHORT_NAME}, ?)+{_SHORT_NAME}")
_JOINED_INITIALS = regex(rf" {_CAPITAL}{{2,3}}(?:,|$)")
_INVERTED_NAMES = regex(rf"(?:[^,;]+, {_INITIALS}, )+[^,;]+, {_INITIALS}")
_FORWARD_NAME = rf"{_INITIALS}[^,;]*[^\W\d_]{{2}}[^,;]*"
_FORWARD_NAMES = regex(rf"(?:{_FORWARD_NAME}, ?)+{_FORWARD_NAME}")
_BETWEEN_INVERTED = regex(r"(?<=\.), (?=[^,]+,)")
# Between several people, also as databases of East Asia have them: 张三；李四, 张三、李四.
_BETWEEN = regex(r"\s*[;；]\s*|\s+/{1,2}\s+|//|(?<=[\u3400-\u9fff])[、，,](?=[\u3400-\u9fff])")
# What a text has that is more than one name, or none: most are one.
_NOT_ONE = regex(
    rf"[;；/&{{…、，]|,.*,|,$|\.{{3}}|{_JOINED_INITIALS.pattern}|\b(?i:and|et|al|others)\b"
)
_AND = regex(r",?\s+(?:and|AND|&)\s+")


# Adeli K.Lewis G. F.: the line ends between the names were lost.
_RUN_TOGETHER = regex(
    rf"(?:[^\W\d_][^.,;\d]* (?:-?{_CAPITAL}\. ?)*-?{_CAPITAL}\.(?=[^\W\d_]{{2}}|$))+"
)
_BEFORE_INITIALS = regex(rf" (?={_INITIALS}$)")
_WITHOUT_BLANK = regex(rf"(?<=[ -]{_CAPITAL}\.)(?=[^\W\d_]{{2}})")


def split_run_together(text: str) -> list[str]:
    """Return names that stand without anything between, as ``Family, Initials``."""
    names = _WITHOUT_BLANK.split(text) if _RUN_TOGETHER.fullmatch(text) else []
    if len(names) < 2:
        return [text]
    return [_BEFORE_INITIALS.sub(", ", name, count=1) for name in names]


def split_names(text: str) -> list[str]:
    """Return the names in a text that should have one; the last may be ``et al.``."""
    if not _NOT_ONE.search(text):
        return [text]
    if _BETWEEN.search(text):
        return [name for part in _BETWEEN.split(text) if (name := part.strip())]
    if is_et_al(text):
        return [text]
    if (names := without_et_al(text)) != text:
        return [*split_names(names), "et al."]
    is_group = text.endswith(",") or (text[:1] == "{" and text[-1:] == "}")
    return [text] if is_group else _split_people(text)


def split_at_commas(text: str) -> list[str]:
    """Return the names between commas, or the one name whose parts the commas stand between."""
    if _INVERTED_NAMES.fullmatch(text):
        return _BETWEEN_INVERTED.split(text)
    parts = [part.strip() for part in text.split(",")]
    if _FORWARD_NAMES.fullmatch(text) or (_SHORT_NAMES.fullmatch(text) and _are_short_names(text)):
        return parts  # J. A. Roe, K. Doe; Roe JA, Doe K
    return [text] if len(parts) < 3 or any(map(is_suffix, parts)) else _paired(parts)


def _paired(parts: list[str]) -> list[str]:
    """Return names from what stands between commas: whole ones, or family and given names."""
    if all(" " in part for part in parts):
        return parts  # Anna Smith, Bob Jones, Carl Doe
    if len(parts) > 3 and len(parts) % 2 == 0:  # Smith, John, Doe, Jane
        return [", ".join(pair) for pair in zip(parts[::2], parts[1::2], strict=True)]
    return [", ".join(parts)]


def _split_people(text: str) -> list[str]:
    """Return the people that commas, "and" or "&" stand between, or the one that they belong to."""
    people = _AND.split(text)
    with_commas = ", ".join(people)
    if _INVERTED_NAMES.fullmatch(with_commas):
        return _BETWEEN_INVERTED.split(with_commas)
    if _SHORT_NAMES.fullmatch(with_commas) and (len(people) > 1 or _are_short_names(text)):
        return [name.strip() for name in with_commas.split(",")]
    if not has_group_word(text) and (len(people) > 1 or text.count(",") > 2):
        by_commas = split_at_commas(with_commas)
        if len(by_commas) > max(len(people), 1):
            return by_commas
    return people if _are_people(text, people) else [text]


def _are_short_names(text: str) -> bool:
    """Whether short names with commas between are several people.

    Two are one person, as RIS has it (``Gomez L, Eduardo A``), unless initials without a blank
    show otherwise (``Doe J, Roe AB``).
    """
    return text.count(",") > 1 or _JOINED_INITIALS.search(text) is not None


def _are_people(text: str, parts: list[str]) -> bool:
    """Whether what stands around "and" or "&" are people, and not parts of a group's name."""
    if has_group_word(text) or len(set(parts)) < len(parts):
        return False
    if any("," in part for part in parts):
        return all("," in part or " " in part for part in parts)
    shortest = 1 if "&" in text else 2  # Trials and Tests
    return all(shortest <= len(part.split()) <= 3 for part in parts)
