"""BibLaTeX, for biber and the package biblatex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..bibtex.write import entries
from ..bibtex.write.encoder import Dialect
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..tables import biblatex as table

FORMAT = Format("biblatex", "BibLaTeX", (".biblatex", ".bib"))
DIALECT = Dialect(
    "BibLaTeX",
    table.ROWS,
    table.TYPES,
    table.DEFAULT_TYPE,
    table.ENTRY_TYPES,
    table.ALIASES,
    bytewise=False,
    article_number="eid",
    keyword_separator=", ",
)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield an entry for each record; raises as :func:`medcite.bibtex.write.entries.write`."""
    return entries.write(records, options, report, DIALECT)
