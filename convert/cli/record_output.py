"""What commands have in common that write records in a format of the user's choice."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from os.path import splitext
from typing import TYPE_CHECKING

from .. import format_registry
from ..base.suggestions import UnknownError
from ..files import atomic
from ..model.report import Location, Report
from ..options import Options
from ..output import sorting
from ..tables.receivers import RECEIVERS
from . import common_arguments, output, split_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model.record import Record
    from ..overwrite.rules import Rule
    from .console import Console

DEFAULTS = Options()
NEGATIVE_FLAGS = {name: f"--no-{name}" for name in ("abstract", "keywords", "protect")}


def add(parser: ArgumentParser) -> None:
    """Declare the arguments for the output's format and name, and for how it is written."""
    parser.add_argument(
        "--to", metavar="FORMAT", help="the format of the output (default: by the suffix of -o)"
    )
    common_arguments.add_output(parser)
    parser.add_argument(
        "--split", type=common_arguments.positive, metavar="N",
        help="write files of N records each: FILE-1, FILE-2... (Covidence takes 15,000)",
    )  # fmt: skip
    common_arguments.add_choices(
        parser, (*common_arguments.WRITING, common_arguments.SORTING), "writing"
    )


def check(arguments: Namespace, writer: format_registry.Writer) -> None:
    """Refuse an output that cannot be written, before anything is read. Raises UsageError."""
    output.refuse_terminal(arguments.output, writer.FORMAT.name, writer.FORMAT.binary)
    if arguments.split and output.is_stream(arguments.output):
        raise common_arguments.UsageError("--split writes several files; name them by -o FILE")


def deliver(
    records: Iterator[Record],
    arguments: Namespace,
    writer: format_registry.Writer,
    options: Options,
    console: Console,
) -> None:
    """Write the records to the output, or to several files as ``--split`` asks."""
    if not arguments.split:
        pieces = writer.write(records, options, console.report)
        console.deliver(pieces, arguments.output, guard(arguments, writer, options))
        return
    rule = None if arguments.force else partial(_rule, writer, options)
    ordered = iter(sorting.ordered(records, options))
    unsorted = options.replace(sort="none")
    parts = split_output.parts(ordered, arguments.split)
    files = (
        (split_output.name(arguments.output, number), writer.write(part, unsorted, console.report))
        for number, part in enumerate(parts, start=1)
    )
    names = atomic.save_all(files, partial(_refuse, rule))
    split_output.warn_of_others(arguments.output, len(names), console.report)


def _refuse(rule: Callable[[], Rule] | None, name: str, old: str, *new: str) -> None:
    """Refuse to replace one of several files. Raises UsageError."""
    if refuse := output.guard(name, rule):
        refuse(old, *new)


def guard(
    arguments: Namespace, writer: format_registry.Writer, options: Options
) -> atomic.Guard | None:
    """Return what refuses to replace a file that has more than the output."""
    rule = None if arguments.force else partial(_rule, writer, options)
    return output.guard(arguments.output, rule)


def _rule(writer: format_registry.Writer, options: Options) -> Rule:
    """Return the rule for replacing a file of the output's format."""
    from ..overwrite import rules  # noqa: PLC0415  # only an existing file needs it

    return rules.written(writer, options)


def warn_unused(options: Options, format: format_registry.Format, report: Report) -> None:
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


def writer(arguments: Namespace) -> format_registry.Writer:
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
        from ..markup import registry  # noqa: PLC0415  # only for an error

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
        from ..markup import registry  # noqa: PLC0415  # only for an error

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
