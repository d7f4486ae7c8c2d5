"""``medcite convert``: convert citations from any format to any other."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from functools import partial
from os.path import splitext
from typing import TYPE_CHECKING, cast

from ... import format_registry
from ...base.suggestions import UnknownError
from ...files.workers import Portable
from ...model.record import Record
from ...model.report import Location, Report
from ...options import Options
from ...tables.receivers import RECEIVERS
from .. import common_arguments, inputs, output, parallel
from ..console import Console

if TYPE_CHECKING:
    from ...overwrite.rules import Rule

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
    parser.add_argument(
        "--to", metavar="FORMAT", help="the format of the output (default: by the suffix of -o)"
    )
    common_arguments.add_output(parser)
    common_arguments.add_choices(
        parser, (*common_arguments.WRITING, common_arguments.SORTING), "writing"
    )


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs and write one output."""
    writer = _writer(arguments)
    output.refuse_terminal(arguments.output, writer.FORMAT.name, writer.FORMAT.binary)
    inputs.refuse_overwriting(arguments)
    options = common_arguments.options(arguments)
    _warn_unused(options, writer.FORMAT, console.report)
    opened = inputs.Inputs(arguments, console)
    pieces: Iterable[str | bytes] | None = _write_in_parallel(opened, writer, options, console)
    if pieces is None:
        pieces = writer.write(opened.records(), options, console.report)
    rule = None if arguments.force else partial(_rule, writer, options)
    console.deliver(pieces, arguments.output, output.guard(arguments.output, rule))


def _rule(writer: format_registry.Writer, options: Options) -> Rule:
    """Return the rule for replacing a file of the output's format."""
    from ...overwrite import rules  # noqa: PLC0415  # only an existing file needs it

    return rules.written(writer, options)


def _warn_unused(options: Options, format: format_registry.Format, report: Report) -> None:
    """Warn about options that have no effect in the output's format."""
    receiver = RECEIVERS[options.receiver]
    if options.receiver != DEFAULTS.receiver and format.name not in receiver.formats:
        message = f"--for {receiver.name} changes nothing in {format.name}"
        report.warning("unused-option", Location("medcite"), message)
    for name in format.ignores:
        if name != "receiver" and getattr(options, name) != getattr(DEFAULTS, name):
            flag = NEGATIVE_FLAGS.get(name, f"--{name.replace('_', '-')}")
            message = f"{flag} changes nothing in {format.name}"
            report.warning("unused-option", Location("medcite"), message)


def _writer(arguments: Namespace) -> format_registry.Writer:
    """Return the writer of the output's format, which ``--to`` or the output's name gives."""
    if arguments.to:
        return _writer_by_name(arguments.to)
    if arguments.output == "-":
        raise common_arguments.UsageError(
            "no output format: use --to FORMAT or -o FILE (see `medcite formats`)"
        )
    try:
        return format_registry.writer_for(arguments.output)
    except UnknownError as error:
        from ...markup import registry  # noqa: PLC0415  # only for an error

        suffix = splitext(arguments.output.lower().removesuffix(".gz"))[1]
        if suffix and suffix not in registry.suffixes():
            raise
        reason = (
            "`medcite cite` writes reference lists; for records,"
            if suffix
            else "its name has no suffix;"
        )
        message = f"{arguments.output}: {reason} use --to FORMAT"
        raise common_arguments.UsageError(message) from error


def _writer_by_name(name: str) -> format_registry.Writer:
    """Return the writer of a format; point to another command or option that knows the name."""
    try:
        return format_registry.writer(name)
    except UnknownError as error:
        from ...markup import registry  # noqa: PLC0415  # only for an error

        wanted = name.lower()
        if wanted in RECEIVERS:
            receiver = RECEIVERS[wanted]
            best = receiver.formats[0]
            message = f"for {receiver.title}, use --to {best} --for {wanted}"
        elif wanted in registry.NAMES or f".{wanted}" in registry.suffixes():
            message = f"{name} is not a format of records; `medcite cite` writes reference lists"
        else:
            raise
        raise common_arguments.UsageError(message) from error


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
