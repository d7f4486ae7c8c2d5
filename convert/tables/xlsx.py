"""Workbooks of Excel: the columns of :mod:`medcite.tables.columns`, and how they look."""

from .columns import ROWS

__all__ = ["NUMBERS", "ROWS", "ROWS_OF_EXCEL", "USUAL_WIDTH", "WIDTHS"]

ROWS_OF_EXCEL = 1_048_576  # that a sheet has
# What is a number if it looks like one. Volumes, issues and pages do not always; PMIDs are names.
NUMBERS = frozenset({"year", "month", "day"})
# In characters.
USUAL_WIDTH = 12
WIDTHS = {
    "key": 24, "title": 60, "authors": 40, "journal": 30, "pages": 14, "article_number": 14,
    "year": 7, "month": 7, "day": 7, "volume": 9, "issue": 9, "editors": 24, "publisher": 20,
    "type_of_article": 20, "url": 40, "doi": 30, "keywords": 40, "notes": 30, "abstract": 60,
}  # fmt: skip
