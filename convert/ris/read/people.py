"""Authors and editors in RIS, and what else stands among them: "et al.", a trial's number."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...model.values import Databank, Field
from ...tables.groups import has_group_word
from ...tables.row import Row
from ..names import parse_name
from .record_builder import RisRecordBuilder

# Several authors in one field, which RIS has no place for: Doe J, Roe AB; Doe, J., Roe, A. B.
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_INITIALS = rf"(?:-?{_CAPITAL}\.\s?)+"
_SHORT_NAME = rf"[^,;]+ (?:{_CAPITAL}{{1,3}}|{_INITIALS})"
_SHORT_NAMES = regex(rf"(?:{_SHORT_NAME}, ?)+{_SHORT_NAME}")
_JOINED_INITIALS = regex(rf" {_CAPITAL}{{2,3}}(?:,|$)")
_INVERTED_NAMES = regex(rf"(?:[^,;]+, {_INITIALS}, )+[^,;]+, {_INITIALS}")
_BETWEEN_INVERTED = regex(r"(?<=\.), (?=[^,]+,)")
_AND = regex(r",?\s+(?:and|AND|&)\s+")
_ET_AL = regex(r"et\.? al\.?,?|(?:and )?others", re.IGNORECASE)
_AND_ET_AL = regex(r"(?:,| and|,? &)?\s+(et\.? al\.?|others)$", re.IGNORECASE)
# Cochrane lists a trial among its authors.
_TRIAL = regex(r"(?:NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14})")
_REGISTRIES = {"NCT": "ClinicalTrials.gov", "ISR": "ISRCTN", "ACT": "ANZCTR"}


def names(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode names of the row's role; the authors of an edited book are its editors."""
    edited = row.to == "author" and builder.reference.fields[0].value == "EDBOOK"
    add_names(builder, "editor" if edited else row.to, field)


def add_names(builder: RisRecordBuilder, attribute: str, field: Field) -> None:
    """Append the names in a field to those of a role; tell where it names several people."""
    texts = split_names(field.value)
    if len(texts) > 1:
        message = f"names several people; read as {'; '.join(texts)}"
        builder.report.note("several-names", builder.location(field.line, field.tag), message)
    for text in texts:
        if _ET_AL.fullmatch(text):
            builder.values["et_al"] = True
        elif _TRIAL.fullmatch(text):
            builder.append("databanks", Databank(_REGISTRIES[text[:3]], text))
        else:
            builder.append(attribute, parse_name(text))


def split_names(text: str) -> list[str]:
    """Return the names in a text: usually one, since RIS has a line for each."""
    if ";" in text:
        return [name for part in text.split(";") if (name := part.strip())]
    if match := _AND_ET_AL.search(text):
        return [*split_names(text[: match.start()]), match[1]]
    is_group = text.endswith(",") or (text[:1] == "{" and text[-1:] == "}")
    return [text] if is_group else _split_people(text)


def _split_people(text: str) -> list[str]:
    """Return the people that commas, "and" or "&" stand between, or the one that they belong to."""
    people = _AND.split(text)
    with_commas = ", ".join(people)
    if _INVERTED_NAMES.fullmatch(with_commas):
        return _BETWEEN_INVERTED.split(with_commas)
    if _SHORT_NAMES.fullmatch(with_commas) and (len(people) > 1 or _are_short_names(text)):
        return [name.strip() for name in with_commas.split(",")]
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
