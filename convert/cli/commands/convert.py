"""``medcite convert``: any format to any other."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from functools import partial
from os.path import splitext
from typing import TYPE_CHECKING, Any, cast

from ... import format_registry
from ...base.suggestions import UnknownError
from ...files.workers import Portable
from ...markup import registry
from ...model.record import Record
from ...model.report import Location, Report
from ...options import VALUES, Options
from .. import common_arguments, inputs, output, parallel
from ..console import Console

if TYPE_CHECKING:
    from ...overwrite.rules import Rule

DEFAULTS = Options()
FLAGS = {name: f"--no-{name}" for name in ("abstract", "keywords", "protect")}
HELP = "convert citations from one format to another"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite convert refs.nbib -o refs.bib              the formats from the names
  medcite convert refs.nbib --to biblatex            to standard output
  medcite convert *.nbib --to ris --ris-profile endnote -o all.ris
  medcite convert refs.nbib --to bibtex --key pmid --journal abbrev --no-abstract
  zcat big.nbib.gz | medcite convert - --from medline --to csl-json"""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)
    parser.add_argument("--to", metavar="FORMAT", help="the output's format (default: by -o)")
    common_arguments.add_output(parser)
    common_arguments.add_choices(
        parser, (*common_arguments.WRITING, common_arguments.SORTING), "writing"
    )


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs and write one output."""
    writer = _writer(arguments)
    inputs.refuse_overwriting(arguments)
    options = common_arguments.options(arguments)
    _tell(options, writer.FORMAT, console.report)
    given = inputs.Inputs(arguments, console)
    pieces = _parallel(given, writer, options, console)
    if pieces is None:
        pieces = writer.write(given.records(), options, console.report)
    rule = None if arguments.force else partial(_rule, writer, options)
    console.deliver(pieces, arguments.output, output.guard(arguments.output, rule))


def _rule(writer: format_registry.Writer, options: Options) -> Rule:
    """Return the rule by which a file of the output's format may be replaced."""
    from ...overwrite import rules  # noqa: PLC0415  # only a file that is there needs it

    return rules.written(writer, options)


def _tell(options: Options, form: format_registry.Format, report: Report) -> None:
    """Warn of options that the output's format has no use for."""
    for name in form.ignores:
        if getattr(options, name) != getattr(DEFAULTS, name):
            flag = FLAGS.get(name, f"--{name.replace('_', '-')}")
            message = f"{flag} changes nothing in {form.name}"
            report.warning("unused-option", Location("medcite"), message)


def _writer(arguments: Namespace) -> format_registry.Writer:
    """Return the writer of the output's format, by ``--to`` or the output's name."""
    if arguments.to:
        return _named(arguments.to)
    if arguments.output == "-":
        raise common_arguments.UsageError(
            "which format? say --to FORMAT or -o FILE (`medcite formats`)"
        )
    try:
        return format_registry.writer_for(arguments.output)
    except UnknownError as error:
        suffix = splitext(arguments.output.lower().removesuffix(".gz"))[1]
        if suffix and suffix not in registry.suffixes():
            raise
        said = (
            "`medcite cite` writes reference lists; else" if suffix else "its name has no suffix;"
        )
        raise common_arguments.UsageError(f"{arguments.output}: {said} say --to FORMAT") from error


def _named(name: str) -> format_registry.Writer:
    """Return the writer of a format; a name that another command or option takes is answered so."""
    try:
        return format_registry.writer(name)
    except UnknownError as error:
        wanted = name.lower()
        if wanted in VALUES["ris_profile"]:
            said = f"{name} reads RIS: say --to ris --ris-profile {wanted}"
        elif wanted in registry.NAMES or f".{wanted}" in registry.suffixes():
            said = f"{name} is no format of records; `medcite cite` writes reference lists"
        else:
            raise
        raise common_arguments.UsageError(said) from error


def _parallel(
    given: inputs.Inputs, writer: format_registry.Writer, options: Options, console: Console
) -> Iterator[str] | None:
    """Return the output as several processes write it, or ``None`` where one has to."""
    if not hasattr(writer, "fragment_writer") or options.sort != "none":
        return None
    parallel_writer = cast(format_registry.ParallelWriter, writer)
    write_fragments = Portable(
        parallel_writer.fragment_writer(options), _fragment_writer, writer.FORMAT.name, options
    )
    fragments = parallel.things(given, partial(_fragments, write_fragments), console)
    return None if fragments is None else parallel_writer.join_fragments(fragments, options)


def _fragment_writer(name: str, options: Options) -> format_registry.FragmentWriter:
    """Return what renders a chunk's records, in a process that has to make it again."""
    writer = cast(format_registry.ParallelWriter, format_registry.writer(name))
    return writer.fragment_writer(options)


def _fragments(
    write_fragments: format_registry.FragmentWriter,
    records: Iterable[Record],
    report: Report,
    _: int,
) -> Iterator[Any]:
    return write_fragments(records, report)
