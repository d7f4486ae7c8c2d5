"""TSV: the columns of :mod:`medcite.tables.columns`."""

from .columns import ROWS

__all__ = ["ROWS"]
