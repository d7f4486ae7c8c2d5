"""Texts that no reader takes: how each begins, and what to call it.

Readers are asked first. ``medcite`` says what a file seems to be, and what to export instead.
"""

from __future__ import annotations

# By their beginnings, in small letters.
OTHER_TEXTS = (
    ("{\\rtf", "an RTF document"),
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("\\documentclass", "a LaTeX document (see `medcite latex`)"),
    ("1: ", "a formatted list (from PubMed, save its format `PubMed` instead)"),
    ("1. ", "a formatted list (from PubMed, save its format `PubMed` instead)"),
)
# What other kinds of XML have near the beginning, and what they are.
OTHER_XML = (
    ("<esummaryresult", "PubMed's summaries (fetch the records: efetch, rettype medline or xml)"),
    ("<esearchresult", "a PubMed search's result (fetch the records: efetch, rettype medline)"),
    ("<efetchresult", "E-utilities' error message"),
    ("http://purl.org/net/biblio", "Zotero's RDF (export RIS, BibTeX or CSL JSON instead)"),
)
