"""BibLaTeX, for biber and the package biblatex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from convert.bib import entries
from convert.bib.job import Target
from convert.formats import Format
from convert.model import Record
from convert.options import Options
from convert.report import Report
from convert.tables import biblatex as table

FORMAT = Format("biblatex", "BibLaTeX", (".biblatex", ".bib"), ignores=("ris_profile",))
TARGET = Target("BibLaTeX", table.ROWS, table.TYPES, table.OTHER, table.ALSO, bytewise=False)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield an entry for each of ``records``; raises as :func:`convert.bib.entries.write`."""
    return entries.write(records, options, report, TARGET)
