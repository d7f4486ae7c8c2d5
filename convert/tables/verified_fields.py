"""The fields that are compared of a reference and its article, and where each format has them.

``attributes`` are those of :class:`medcite.model.record.Record`, ``bibtex`` the fields of BibTeX and
BibLaTeX, ``csl`` the variables of CSL-JSON.
"""

from typing import NamedTuple


class VerifiedField(NamedTuple):
    """A field by the name that answers call it."""

    name: str
    attributes: tuple[str, ...]
    bibtex: tuple[str, ...]
    csl: tuple[str, ...]


FIELDS = (
    VerifiedField("title", ("title", "original_title", "translated"), ("title",),
                  ("title", "title-short")),
    VerifiedField("authors", ("author", "et_al"), ("author",), ("author",)),
    VerifiedField("journal", ("container_title", "container_title_short"),
                  ("journal", "journaltitle", "shortjournal"),
                  ("container-title", "container-title-short", "journalAbbreviation")),
    VerifiedField("year", ("issued", "available_date"), ("year", "month", "date"),
                  ("issued", "available-date")),
    VerifiedField("volume", ("volume",), ("volume",), ("volume",)),
    VerifiedField("issue", ("issue",), ("number", "issue"), ("issue",)),
    VerifiedField("pages", ("page",), ("pages",), ("page",)),
    VerifiedField("article number", ("number",), ("eid", "articleno"), ("number",)),
    VerifiedField("doi", ("doi",), ("doi",), ("DOI",)),
    VerifiedField("pmid", ("pmid",), ("pmid",), ("PMID",)),
    VerifiedField("pmcid", ("pmcid",), ("pmcid", "pmc"), ("PMCID",)),
)  # fmt: skip
BY_NAME = {field.name: field for field in FIELDS}
