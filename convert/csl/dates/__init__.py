"""Dates in CSL: date-parts and dates in words."""
