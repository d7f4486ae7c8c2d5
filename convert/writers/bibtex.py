"""BibTeX, for bibtex and the styles (.bst) that journals ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..bibtex.write import entries
from ..bibtex.write.encoder import Dialect
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output.fragments import FragmentWriter, join_fragments
from ..tables import bibtex as table

FORMAT = Format("bibtex", "BibTeX", (".bib", ".bibtex"))
DIALECT = Dialect(
    "BibTeX",
    table.ROWS,
    table.TYPES,
    table.DEFAULT_TYPE,
    table.ENTRY_TYPES,
    table.ALIASES,
    bytewise=True,
    article_number="pages",
    keyword_separator="; ",
)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield an entry for each record; raises as :func:`medcite.bibtex.write.entries.write`."""
    return entries.write(records, options, report, DIALECT)


def fragment_writer(options: Options) -> FragmentWriter:
    """Return the function that renders a chunk of entries, for :func:`join_fragments`."""
    return entries.fragment_writer(options, DIALECT)


__all__ = ["FORMAT", "fragment_writer", "join_fragments", "write"]
