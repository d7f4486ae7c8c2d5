"""Texts that no reader takes: how each begins, and what to call it.

Readers are asked first. ``medcite`` says what a file seems to be, and what to export instead.
"""

from __future__ import annotations

import re

from ..base.lazy_regex import regex

# By their beginnings, in small letters.
OTHER_TEXTS = (
    ("{\\rtf", "an RTF document"),
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("\\documentclass", "a LaTeX document (see `medcite latex`)"),
    ("rt ", "RefWorks' tagged text (export RIS instead)"),
    ("1: ", "a formatted list (from PubMed, save its format `PubMed` instead)"),
    ("1. ", "a formatted list (from PubMed, save its format `PubMed` instead)"),
)
# Archives, by their media type and what is among the names of the files in them.
ARCHIVES = (
    ("application/epub", "", "an e-book"),
    ("application/vnd.oasis", "", "a spreadsheet or the like: save it as .csv"),
    ("application/x-ole-storage", "workbook", "an old Excel file: save it as .csv"),
    ("application/x-ole-storage", "", "an old Office file: save it as .docx or .csv"),
    ("application/zip", "\nxl/", "an Excel file: save it as .csv"),
    ("application/zip", "\nppt/", "a PowerPoint file"),
    ("application/zip", "", "a ZIP archive: unpack it"),
    ("application/", "", "an archive: unpack it"),
)
# What other kinds of XML have near the beginning, and what they are.
OTHER_XML = (
    ("<esummaryresult", "PubMed's summaries (fetch the records: efetch, rettype medline or xml)"),
    ("<esearchresult", "a PubMed search's result (fetch the records: efetch, rettype medline)"),
    ("<efetchresult", "E-utilities' error message"),
    ("officedocument/2006/bibliography", "Word's sources, which are only written"),
    ("http://purl.org/net/biblio", "Zotero's RDF (export RIS, BibTeX or CSL JSON instead)"),
)
# Typst's YAML: keys, and below each a type or title; it has no list.
HAYAGRIVA = regex(
    r"(?:(?:---|#.*|\s*)\n)*[^\s:#][^:\n]*:[ \t]*\n[ \t]+(?:type|title|author|date|parent)[ \t]*:.*",
    re.DOTALL,
)
HAYAGRIVA_NAME = "Hayagriva's YAML, which is only written (give the file that it was made from)"


def archive_kind_of(head: str) -> str:
    """Return what an archive is, by its media type and the names in it in small letters."""
    return next(
        (kind for start, name, kind in ARCHIVES if head.startswith(start) and name in head),
        "an archive: unpack it",
    )


def kind_of(head: str) -> str:
    """Return what a text seems to be, by its beginning in small letters; ``""`` if unknown."""
    if HAYAGRIVA.fullmatch(head):
        return HAYAGRIVA_NAME
    kind = next((kind for start, kind in OTHER_TEXTS if head.startswith(start)), "")
    is_xml = head.startswith("<") and not kind
    return next((kind for mark, kind in OTHER_XML if mark in head), "") if is_xml else kind
