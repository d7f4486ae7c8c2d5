"""Authors and editors in RIS, and what else stands among them: "et al.", a trial's number."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...model.values import Databank, Field
from ...tables.row import Row
from ..names import parse_name
from .record_builder import RisRecordBuilder

# Several authors on one line, family names and initials: Doe J, Roe AB.
_WITH_COMMAS_BETWEEN = regex(r"(?:[^,;]+ [A-Z]{1,3}, )+[^,;]+ [A-Z]{1,3}")
_ET_AL = regex(r"et\.? al\.?,?|(?:and )?others", re.IGNORECASE)
# Cochrane lists a trial among its authors.
_TRIAL = regex(r"(?:NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14})")
_REGISTRIES = {"NCT": "ClinicalTrials.gov", "ISR": "ISRCTN", "ACT": "ANZCTR"}


def names(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode names of the row's role; the authors of an edited book are its editors."""
    edited = row.to == "author" and builder.reference.fields[0].value == "EDBOOK"
    add_names(builder, "editor" if edited else row.to, field)


def add_names(builder: RisRecordBuilder, attribute: str, field: Field) -> None:
    """Append the names in a field, which semicolons may part, to those of a role."""
    separator = "," if _WITH_COMMAS_BETWEEN.fullmatch(field.value) else ";"
    for text in filter(None, (part.strip() for part in field.value.split(separator))):
        if _ET_AL.fullmatch(text):
            builder.values["et_al"] = True
        elif _TRIAL.fullmatch(text):
            builder.append("databanks", Databank(_REGISTRIES[text[:3]], text))
        else:
            builder.append(attribute, parse_name(text))
