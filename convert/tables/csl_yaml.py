"""CSL's YAML: the variables of CSL-JSON (:mod:`medcite.tables.csl_json`)."""

from __future__ import annotations

from .csl_json import ROWS

__all__ = ["IDENTIFIERS", "NO_MARKUP", "ROWS"]

# What is no Markdown: the names of things within the file, and what only we read.
NO_MARKUP = frozenset({"id", "type", "citation-key", "custom"})
# What has no markup in it, but Markdown's characters.
IDENTIFIERS = frozenset({"DOI", "URL", "PMID", "PMCID", "ISBN", "ISSN"})
