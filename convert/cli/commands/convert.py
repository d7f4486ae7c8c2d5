"""``medcite convert``: convert citations from any format to any other."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from functools import partial
from typing import cast

from ... import format_registry
from ...files.workers import Portable
from ...model.record import Record
from ...model.report import Report
from ...options import Options
from .. import common_arguments, inputs, online, parallel, record_output
from ..console import Console

HELP = "convert citations from one format to another"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite convert refs.nbib -o refs.bib              formats by the file names
  medcite convert refs.nbib --to biblatex            to standard output
  medcite convert *.nbib --for endnote -o all.ris
  medcite convert big.nbib --for covidence -o all.ris --split 15000     all-1.ris, all-2.ris...
  medcite convert refs.nbib --where 'year >= 2015' --sort -year -o new.bib
  medcite convert refs.nbib --to bibtex --key pmid --journal abbrev --no-abstract
  medcite convert pmids.txt --from-library export.nbib -o refs.bib
  zcat big.nbib.gz | medcite convert - --from medline --to csl-json"""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)
    online.add(parser)
    record_output.add(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs and write one output."""
    writer = record_output.writer(arguments)
    record_output.check(arguments, writer)
    inputs.refuse_overwriting(arguments)
    options = common_arguments.options(arguments)
    record_output.warn_unused(options, writer.FORMAT, console.report)
    opened = inputs.Inputs(arguments, console)
    is_whole = not arguments.split and options.sort == "none"
    pieces = _write_in_parallel(opened, writer, options, console) if is_whole else None
    if pieces is None:
        record_output.deliver(opened.records(), arguments, writer, options, console)
        return
    guard = record_output.guard(arguments, writer, options)
    console.deliver(pieces, arguments.output, guard)


def _write_in_parallel(
    opened: inputs.Inputs, writer: format_registry.Writer, options: Options, console: Console
) -> Iterator[str] | None:
    """Return the output rendered by several processes, or ``None`` if one has to do it."""
    if not hasattr(writer, "fragment_writer"):
        return None
    parallel_writer = cast(format_registry.ParallelWriter, writer)
    write_fragments = Portable(
        parallel_writer.fragment_writer(options), _fragment_writer, writer.FORMAT.name, options
    )
    fragments = parallel.process_chunks(opened, partial(_fragments, write_fragments), console)
    return None if fragments is None else parallel_writer.join_fragments(fragments, options)


def _fragment_writer(name: str, options: Options) -> format_registry.FragmentWriter:
    """Return the fragment writer, in a process that cannot inherit it."""
    writer = cast(format_registry.ParallelWriter, format_registry.writer(name))
    return writer.fragment_writer(options)


def _fragments(
    write_fragments: format_registry.FragmentWriter,
    records: Iterable[Record],
    report: Report,
    _: int,
) -> Iterator[object]:
    return write_fragments(records, report)
