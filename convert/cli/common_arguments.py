"""Arguments that several commands share, and the options of every writer, as a table."""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from ..base.suggestions import hint
from ..files.inputs import expand
from ..options import VALUES, Options
from ..tables.codes import CODES
from ..tables.keys import PRESETS
from .console import SHAPES


class UsageError(Exception):
    """A command line that cannot be meant; one line, saying what to do instead."""


class Choice(NamedTuple):
    """One option of the command line: the flag, the attribute of Options, its values, its help."""

    flag: str
    to: str
    values: Collection[str]
    doc: str
    metavar: str = ""
    sets: object = None  # the value that a flag without an argument sets


NAMED = ", ".join(PRESETS)
KEY = Choice(
    "--key", "key", (), f"citation keys: {NAMED}, or a pattern such as auth+year+title", "PATTERN"
)
JOURNAL = Choice("--journal", "journal", VALUES["journal"], "which of the journal's titles", "FORM")
DATE = Choice("--date", "date", VALUES["date"], "which date is the publication's")
WRITING = (
    KEY,
    JOURNAL,
    Choice("--no-abstract", "abstract", (), "leave abstracts out", sets=False),
    Choice("--no-keywords", "keywords", (), "leave keywords out, MeSH's too", sets=False),
    Choice("--mesh", "mesh", VALUES["mesh"], "how much of MeSH to write", "AMOUNT"),
    DATE,
    Choice("--fields", "fields", (), "only these fields of the target; +A: this too", "A,B"),
    Choice("--omit", "omit", (), "do not write these fields", "A,B"),
    Choice("--no-protect", "protect", (), "no braces around words whose case matters", sets=False),
    Choice("--ascii", "ascii", (), "LaTeX commands instead of non-ASCII letters", sets=True),
    Choice(
        "--ris-profile",
        "ris_profile",
        VALUES["ris_profile"],
        "who is to read the RIS file",
        "PROGRAM",
    ),
)
SORTING = Choice("--sort", "sort", VALUES["sort"], "the order of records", "ORDER")


class OneOf:
    """An argument's check that answers an unknown value with the nearest ones."""

    def __init__(self, values: Collection[str], kind: str) -> None:
        self.values, self.kind = values, kind

    def __call__(self, value: str) -> str:
        """Return ``value``; raises ArgumentTypeError if it is unknown."""
        if value in self.values:
            return value
        raise ArgumentTypeError(f"unknown {self.kind} {value!r}{hint(value, self.values)}")


class Files(Action):
    """Files by name, or by a pattern where the shell leaves one as it is (on Windows)."""

    def __call__(self, _: object, namespace: Namespace, values: Any, *__: object) -> None:
        """Keep the names; a pattern that nothing fits stays, to be told as a missing file."""
        files = [file for name in values for file in expand(name) or [name]]
        setattr(namespace, self.dest, files)


def words(value: str) -> tuple[str, ...]:
    """Take a list separated by commas."""
    return tuple(word.strip() for word in value.split(",") if word.strip())


def add_inputs(parser: ArgumentParser) -> None:
    """Declare what every command that reads takes: inputs, their format, and diagnostics."""
    parser.add_argument(
        "inputs", nargs="+", action=Files, metavar="INPUT",
        help="a file or a pattern; - is standard input",
    )  # fmt: skip
    parser.add_argument(
        "--from", dest="source", metavar="FORMAT", help="the inputs' format (default: recognised)"
    )
    add_diagnostics(parser)


def add_diagnostics(parser: ArgumentParser) -> None:
    """Declare which diagnostics are shown, and which fail."""
    group = parser.add_argument_group("diagnostics")
    group.add_argument("--strict", action="store_true", help="warnings too make the exit status 1")
    group.add_argument(
        "--fail-on",
        type=OneOf(tuple(CODES), "code"),
        action="append",
        default=[],
        metavar="CODE",
        help="exit with 1 if there is such a diagnostic, as in --fail-on retracted;"
        " may be repeated",
    )
    loud = group.add_mutually_exclusive_group()
    loud.add_argument("-q", "--quiet", action="store_true", help="only errors and retractions")
    loud.add_argument("-v", "--verbose", action="store_true", help="every note")
    group.add_argument(
        "--diagnostics",
        type=OneOf(SHAPES, "form"),
        default="text",
        metavar="FORM",
        help=f"{', '.join(SHAPES)} (default: text)",
    )


def add_output(parser: ArgumentParser) -> None:
    """Declare where the output goes."""
    shown = "default: standard output; a name in .gz is compressed"
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help=shown)
    add_force(parser, "replace FILE even if it holds what would not be written again")


def add_force(parser: ArgumentParser, shown: str) -> None:
    """Declare that a file may be replaced whatever it holds."""
    parser.add_argument("--force", action="store_true", help=shown)


def add_choices(parser: ArgumentParser, choices: tuple[Choice, ...], title: str) -> None:
    """Declare the options of a table, each without a default: Options has the defaults."""
    group = parser.add_argument_group(title)
    for choice in choices:
        if choice.sets is not None:
            group.add_argument(
                choice.flag, dest=choice.to, action="store_const", const=choice.sets,
                default=SUPPRESS, help=choice.doc,
            )  # fmt: skip
            continue
        default = getattr(Options(), choice.to)
        metavar = choice.metavar or choice.flag[2:].upper()
        listed = ": %(choices)s" if choice.values else ""  # listed only if the help is printed
        shown = f" (default: {default})" if default else ""
        group.add_argument(
            choice.flag,
            dest=choice.to,
            type=OneOf(choice.values, metavar.lower()) if choice.values else _free(choice),
            choices=choice.values or None,
            default=SUPPRESS,
            metavar=metavar,
            help=f"{choice.doc}{listed}{shown}",
        )


def _free(choice: Choice) -> Callable[[str], object]:
    """Return the check of an option whose values are not listed."""
    return {"fields": words, "omit": words, "key": pattern}.get(choice.to, str)


def pattern(value: str) -> str:
    """Take a pattern of citation keys."""
    from ..citekeys.keys import compile  # noqa: PLC0415  # most runs have no pattern to check
    from ..citekeys.pattern import PatternError  # noqa: PLC0415  # most runs have no pattern to check

    try:
        compile(value)
    except PatternError as error:
        raise ArgumentTypeError(str(error)) from error
    return value


def options(arguments: Namespace) -> Options:
    """Gather the writers' options from the arguments that were given."""
    known = set(Options.names)
    given = {name: value for name, value in vars(arguments).items() if name in known}
    return Options(**given)
