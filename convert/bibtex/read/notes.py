"""What a note says: identifiers, retractions and other states go where they belong."""

from __future__ import annotations

import re

from ...codecs import identifiers, subjects, titles
from ...markup import latex_to_text
from ...tables.relations import BY_LABEL
from .record_builder import BibRecordBuilder

_RETRACTED = re.compile(r"Retracted(?:\. (?P<where>.+))?", re.IGNORECASE)
_AHEAD_OF_PRINT = re.compile(r"(?:Epub |online )?ahead of print", re.IGNORECASE)
# Before a part of a note that says several things, as those do that medcite writes.
_NEXT_PART = re.compile(
    rf"\.\s+(?=(?:Retracted|{_AHEAD_OF_PRINT.pattern})(?:\.|$)"
    rf"|(?:{'|'.join(BY_LABEL)}): |Edited by )",
    re.IGNORECASE,
)
_TEXMED = re.compile(r"\[(PubMed Central|PubMed|DOI):\s*(\S+?)\]\s*")  # [DOI:10.1000/1]
_SCHEMES = {"pubmed": "pmid", "pubmed central": "pmcid"}


def decode_note(builder: BibRecordBuilder, latex: str) -> None:
    """Set the values that a note states in a known form; add the remaining text to ``notes``."""
    lines = [latex_to_text.plain_text(line) for line in latex.split("\n")]
    text = " ".join(line for line in lines if line and not _decode_labelled(builder, line))
    if not text:
        return
    rest = [part for part in _NEXT_PART.split(text) if not _decode_part(builder, part)]
    if rest:
        builder.append("notes", ". ".join(rest))


def _decode_labelled(builder: BibRecordBuilder, line: str) -> bool:
    """Take a line that is a title or identifiers with labels; return whether it is one."""
    if original := titles.labelled_original(line):  # from RIS, by way of JabRef
        builder.values.setdefault("original_title", original)
        return True
    labelled = identifiers.labelled(line)
    pairs = [labelled] if labelled else _TEXMED.findall(line)
    if not labelled and _TEXMED.sub("", line):
        return False
    for label, value in pairs:
        builder.values.setdefault(_SCHEMES.get(label.lower(), label.lower()), value)
    return bool(pairs)


def _decode_part(builder: BibRecordBuilder, part: str) -> bool:
    """Take one thing that a note says; return whether it was understood."""
    label, _, citation = part.partition(": ")
    if label in BY_LABEL:
        builder.append("relations", subjects.relation(citation, BY_LABEL[label]))
    elif match := _RETRACTED.fullmatch(part):
        if match["where"]:
            builder.append("relations", subjects.relation(match["where"], "retraction-in"))
        else:
            builder.values["publication_types"] = ("Retracted Publication",)
    elif _AHEAD_OF_PRINT.fullmatch(part):
        builder.values["status"] = "aheadofprint"
    elif part.lower() == "preprint":
        builder.values["type"], builder.values["genre"] = "article", "Preprint"
    else:
        return False
    return True
