"""Authors and editors in RIS, and what else stands among them: "et al.", a trial's number."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...codecs.name_lists import split_names
from ...codecs.names import is_et_al
from ...model.record import TRUNCATED
from ...model.values import Databank, Field
from ...tables.row import Row
from ..names import parse_name
from .record_builder import RisRecordBuilder

# Cochrane lists a trial among its authors.
_TRIAL = regex(r"(?:NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14})")
# What databases write where a work names no author.
_NO_AUTHOR = regex(
    r"\W?(?:anon(?:ymous)?|no author(?:s|ship)?(?: listed| indicated)?)\W{0,2}", re.IGNORECASE
)
# Marks of editors behind a name: (Ed.), [editor], (Hrsg.), eds; "Smith, Ed" is no editor.
_EDITOR = regex(
    r"(.+?)(?:,?\s*[(\[](?i:ed|eds|editors?|hrsg|coord|comp)\.?[)\]]|,?\s(?:ed|[Ee]ds)\.?)"
)
_EDITORS = regex(r"\b(?:eds|editors)\W*$", re.IGNORECASE)
_REGISTRIES = {"NCT": "ClinicalTrials.gov", "ISR": "ISRCTN", "ACT": "ANZCTR"}


def names(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode names of the row's role; the authors of an edited book are its editors."""
    edited = row.to == "author" and builder.code == "EDBOOK"
    add_names(builder, "editor" if edited else row.to, field)


def add_names(builder: RisRecordBuilder, attribute: str, field: Field) -> None:
    """Append the names in a field to those of a role; tell where it names several people."""
    texts = split_names(field.value)
    if len(texts) > 1:
        message = f"names several people; read as {'; '.join(texts)}"
        builder.report.note("several-names", builder.location(field.line, field.tag), message)
    for text in texts:
        if is_et_al(text):
            builder.values[TRUNCATED.get(attribute, "et_al")] = True
        elif _NO_AUTHOR.fullmatch(text):
            builder.keep(field)
        elif attribute == "author" and (match := _EDITOR.fullmatch(text)):
            _add_editor(builder, match[1], field)
        elif _TRIAL.fullmatch(text):
            builder.append("databanks", Databank(_REGISTRIES[text[:3]], text))
        else:
            builder.append(attribute, parse_name(text))


def _add_editor(builder: RisRecordBuilder, text: str, field: Field) -> None:
    """Append a person who stands among the authors, but is marked as an editor.

    A mark in the plural is all the authors'.
    """
    message = f"{field.value!r:.60} is marked as an editor"
    builder.report.note("editor", builder.location(field.line, field.tag), message)
    if _EDITORS.search(field.value):  # so are those before
        builder.append("editor", *builder.values.pop("author", ()))
    builder.append("editor", parse_name(text))
