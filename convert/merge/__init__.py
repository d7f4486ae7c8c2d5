"""Merge the records that several databases have of one article, and say what was merged."""
