"""``medcite convert``: convert citations from any format to any other."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from ... import format_registry
from ...files.workers import Portable
from ...model.record import Record
from ...model.report import Report
from ...options import Options
from .. import common_arguments, inputs, online, output, parallel, record_output
from ..console import Console

if TYPE_CHECKING:
    pass

DEFAULTS = Options()
NEGATIVE_FLAGS = {name: f"--no-{name}" for name in ("abstract", "keywords", "protect")}
HELP = "convert citations from one format to another"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite convert refs.nbib -o refs.bib              formats by the file names
  medcite convert refs.nbib --to biblatex            to standard output
  medcite convert *.nbib --for endnote -o all.ris
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
    output.refuse_terminal(arguments.output, writer.FORMAT.name, writer.FORMAT.binary)
    inputs.refuse_overwriting(arguments)
    options = common_arguments.options(arguments)
    record_output.warn_unused(options, writer.FORMAT, console.report)
    opened = inputs.Inputs(arguments, console)
    pieces: Iterable[str | bytes] | None = _write_in_parallel(opened, writer, options, console)
    if pieces is None:
        pieces = writer.write(opened.records(), options, console.report)
    guard = record_output.guard(arguments, writer, options)
    console.deliver(pieces, arguments.output, guard)


def _write_in_parallel(
    opened: inputs.Inputs, writer: format_registry.Writer, options: Options, console: Console
) -> Iterator[str] | None:
    """Return the output rendered by several processes, or ``None`` if one has to do it."""
    if not hasattr(writer, "fragment_writer") or options.sort != "none":
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
