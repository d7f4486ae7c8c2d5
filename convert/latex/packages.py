"""Packages that a document has to load because of what its references contain."""

from __future__ import annotations

import re

from ..model.report import Location, Report
from ..reference_file.entry import ReferenceFile
from ..tables.reference_styles import UNDERSCORE_PACKAGES
from .document import Document, loads

UNESCAPED = re.compile(r"(?<!\\)_")


def missing_for_underscores(document: Document, style: str) -> tuple[str, ...]:
    """Return packages of which the document needs one for DOIs with ``_``; none if it has one."""
    packages = UNDERSCORE_PACKAGES.get(style, ())
    return () if any(loads(document, package) for package in packages) else packages


def report_underscores(
    bib: ReferenceFile, missing: tuple[str, ...], file: str, report: Report
) -> None:
    """Warn if a DOI of ``bib`` has a ``_``, and the document lacks all of the packages."""
    fields = ((entry.key, entry.fields.get("doi", "")) for entry in bib.entries)
    keys = [key for key, doi in fields if UNESCAPED.search(doi)]
    if keys and missing:
        first, *others = (rf"\usepackage{{{package}}}" for package in missing)
        alternatives = f" (or {', '.join(others)})" if others else ""
        message = f"TeX stops at the _ of its DOI: load {first}{alternatives}"
        more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
        report.warning("missing-package", Location(file, 0, f"{keys[0]}{more}"), message)
