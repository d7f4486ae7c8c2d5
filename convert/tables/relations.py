"""How NLM words a link to another article before the citation ("Retraction in: ...").

NLM: "MEDLINE/PubMed Data Element (Field) Descriptions", Comments/Corrections. The kinds are
those of the MEDLINE table; ``xml`` is PubMed XML's RefType for the same.
"""

from typing import NamedTuple


class Link(NamedTuple):
    """A kind of relation: its word in the model, its label, its name in PubMed XML."""

    kind: str
    label: str
    xml: str


ROWS = (
    Link("comment-in", "Comment in", "CommentIn"),
    Link("comment-on", "Comment on", "CommentOn"),
    Link("corrected-in", "Corrected and republished in", "CorrectedandRepublishedIn"),
    Link("corrected-from", "Corrected and republished from", "CorrectedandRepublishedFrom"),
    Link("dataset-in", "Dataset described in", "AssociatedDataset"),
    Link("dataset-used-in", "Dataset use reported in", "AssociatedPublication"),
    Link("concern-in", "Expression of concern in", "ExpressionOfConcernIn"),
    Link("concern-for", "Expression of concern for", "ExpressionOfConcernFor"),
    Link("erratum-in", "Erratum in", "ErratumIn"),
    Link("erratum-for", "Erratum for", "ErratumFor"),
    Link("original-in", "Original report in", "OriginalReportIn"),
    Link("partial-retraction-in", "Partial retraction in", "PartialRetractionIn"),
    Link("partial-retraction-of", "Partial retraction of", "PartialRetractionOf"),
    Link("retraction-in", "Retraction in", "RetractionIn"),
    Link("retraction-of", "Retraction of", "RetractionOf"),
    Link("republished-in", "Republished in", "RepublishedIn"),
    Link("republished-from", "Republished from", "RepublishedFrom"),
    Link("retracted-republished-in", "Retracted and republished in",
         "RetractedandRepublishedIn"),
    Link("retracted-republished-from", "Retracted and republished from",
         "RetractedandRepublishedFrom"),
    Link("summary-in", "Summary for patients in", "SummaryForPatientsIn"),
    Link("update-in", "Update in", "UpdateIn"),
    Link("update-of", "Update of", "UpdateOf"),
)  # fmt: skip

LABELS = {row.kind: row.label for row in ROWS}
BY_LABEL = {row.label: row.kind for row in ROWS}
BY_XML = {row.xml: row.kind for row in ROWS}
