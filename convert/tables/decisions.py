"""How screening tools write down what was decided about an article.

Sources: ASReview's reader of RIS and of tables (labels 1, 0 and -1), Rayyan's exports (notes).
"""

# ASReview's labels, and the notes of RIS that stand for them.
LABELS = {"1": "ASReview_relevant", "0": "ASReview_irrelevant", "-1": "ASReview_not_seen"}
# The columns that ASReview takes the label from.
LABEL_COLUMNS = frozenset((
    "included", "asreview_label", "label", "final_included", "label_included", "included_label",
    "included_final", "included_flag", "include",
))  # fmt: skip
# What all who voted in Rayyan have to say, and the label that it amounts to.
VOTES = {"Included": "1", "Excluded": "0"}
NAMES = {"1": "included", "0": "excluded"}  # of what is decided
