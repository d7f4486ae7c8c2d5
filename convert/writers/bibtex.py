"""BibTeX, for bibtex and the styles (.bst) that journals ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..bib import entries
from ..bib.target import Target
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output.fragments import Draft, finish
from ..tables import bibtex as table

FORMAT = Format("bibtex", "BibTeX", (".bib", ".bibtex"), ignores=("ris_profile",))
TARGET = Target("BibTeX", table.ROWS, table.TYPES, table.OTHER, table.ALSO, bytewise=True)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield an entry for each of ``records``; raises as :func:`medcite.bib.entries.write`."""
    return entries.write(records, options, report, TARGET)


def drafter(options: Options) -> Callable[[Iterable[Record], Report], Iterator[Draft]]:
    """Give what makes the entries of a part of the records, for :func:`finish`."""
    return entries.drafter(options, TARGET)


__all__ = ["FORMAT", "drafter", "finish", "write"]
