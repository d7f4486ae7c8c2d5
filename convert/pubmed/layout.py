"""How PubMed's XML is laid out around its records."""

from __future__ import annotations

from ..xml.layout import XmlLayout
from ..xml.node import Node


def _pmid(record: Node) -> str:
    """Return a record's PMID, as far as the record has come."""
    for child in record.children:
        if child.tag in ("MedlineCitation", "BookDocument"):
            return child.text("PMID")
    return ""


PUBMED = XmlLayout(
    title="PubMed's XML",
    opening="<PubmedArticleSet>",
    records=frozenset(["PubmedArticle", "PubmedBookArticle"]),
    identify=_pmid,
    # Nothing in them is needed, and they may be longer than all the rest.
    skipped=frozenset(["ReferenceList", "Sections"]),
    # The PMIDs that NLM has taken out of PubMed: no record, but told.
    counted=frozenset(["DeleteCitation", "DeleteDocument"]),
)
