"""Arguments that several commands share, and a table of the writers' options."""

from argparse import (
    SUPPRESS,
    Action,
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    _ActionsContainer,
)
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from ..base.errors import ArgumentError
from ..base.suggestions import UnknownError, hint
from ..files.inputs import expand
from ..options import ALIASES, VALUES, Options, join_aliases
from ..tables.codes import CODES
from ..tables.keys import PRESETS
from . import choosing
from .console import FORMS


class UsageError(Exception):
    """A wrong command line; the message is one line and says what to do instead."""


class Choice(NamedTuple):
    """One option of the command line: its flag, attribute of Options, possible values and help."""

    flag: str
    option: str
    values: Collection[str]
    doc: str
    metavar: str = ""
    const: object = None  # the value that a flag without an argument sets


PRESET_NAMES = ", ".join(PRESETS)
KEY = Choice(
    "--key",
    "key",
    (),
    f"citation keys: {PRESET_NAMES}, or a pattern such as auth+year+title",
    "PATTERN",
)
JOURNAL = Choice("--journal", "journal", VALUES["journal"], "which of the journal's titles", "FORM")
DATE = Choice("--date", "date", VALUES["date"], "which date to use as the publication date")
RECEIVER = (
    Choice("--for", "receiver", VALUES["receiver"], "the program that will read it", "PROGRAM"),
    Choice("--ris-profile", "ris_profile", VALUES["receiver"], "the same as --for", "PROGRAM"),
)
WRITING = (
    KEY,
    JOURNAL,
    Choice("--no-abstract", "abstract", (), "leave abstracts out", const=False),
    Choice(
        "--no-keywords", "keywords", (), "leave keywords out, also those from MeSH", const=False
    ),
    Choice("--mesh", "mesh", VALUES["mesh"], "how much of MeSH to write", "AMOUNT"),
    DATE,
    Choice("--fields", "fields", (), "only these fields of the format; +A adds one", "A,B"),
    Choice("--columns", "columns", (), "the same as --fields, for tables: in this order", "A,B"),
    Choice("--omit", "omit", (), "do not write these fields", "A,B"),
    Choice("--no-protect", "protect", (), "no braces around words whose case matters", const=False),
    Choice("--ascii", "ascii", (), "LaTeX commands instead of non-ASCII letters", const=True),
    Choice(
        "--article-number", "article_number", VALUES["article_number"],
        "the field of .bib files for an article number", "FIELD",
    ),
    *RECEIVER,
)  # fmt: skip
SORTING = Choice(
    "--sort", "sort", (), "the order of records: none, key, author, year, title, pmid or any field"
    " of `medcite fields record`; -year,author for the newest first", "FIELDS",
)  # fmt: skip


class OneOf:
    """The type of an argument that suggests the nearest values for an unknown one, or all."""

    def __init__(self, values: Collection[str], kind: str) -> None:
        self.values, self.kind = values, kind

    def __call__(self, value: str) -> str:
        """Return ``value``. Raises ArgumentTypeError if it is unknown."""
        for spelling in (value, value.lower()):
            if spelling in self.values:
                return spelling
        advice = hint(value, self.values) or f"; known: {', '.join(self.values)}"
        raise ArgumentTypeError(f"unknown {self.kind} {value!r}{advice}")


class SomeOf:
    """The type of an argument that is a list with commas, of values as :class:`OneOf` has them."""

    def __init__(self, values: Collection[str], kind: str) -> None:
        self.values, self._parse = values, OneOf(values, kind)

    def __call__(self, value: str) -> tuple[str, ...]:
        """Return the values of a list. Raises ArgumentTypeError if one is unknown."""
        return tuple(map(self._parse, comma_list(value) or (value,)))


class Files(Action):
    """Files by name, or by a pattern that the shell did not expand (as on Windows)."""

    def __call__(
        self,
        _: object,
        namespace: Namespace,
        values: str | Sequence[object] | None,
        *__: object,
    ) -> None:
        """Store the names; a pattern without matches stays, and is reported as a missing file."""
        files = [file for name in map(str, values or ()) for file in expand(name) or [name]]
        setattr(namespace, self.dest, files)


def comma_list(value: str) -> tuple[str, ...]:
    """Split a list at its commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def add_inputs(parser: ArgumentParser) -> None:
    """Declare the arguments of every command that reads: inputs, their format, diagnostics."""
    parser.add_argument(
        "inputs", nargs="+", action=Files, metavar="INPUT",
        help="a file or a pattern; - is standard input",
    )  # fmt: skip
    parser.add_argument(
        "--from",
        dest="source",
        metavar="FORMAT",
        help="the format of the inputs (default: detected)",
    )
    parser.add_argument(
        "--from-library", nargs="+", action=Files, default=[], metavar="FILE",
        help="exports with the records of a list of PMIDs, or of PubMed's Summary and Abstract",
    )  # fmt: skip
    choosing.add(parser)
    add_diagnostics(parser)


def add_diagnostics(parser: ArgumentParser) -> None:
    """Declare which diagnostics are shown, and which make the command fail."""
    group = parser.add_argument_group("diagnostics")
    group.add_argument("--strict", action="store_true", help="exit with 1 if there is a warning")
    group.add_argument(
        "--fail-on",
        type=SomeOf(tuple(CODES), "code"),
        action="extend",
        default=[],
        metavar="CODES",
        help="exit with 1 if there is a diagnostic with one of these codes (commas between),"
        " such as retracted; may be repeated",
    )
    group.add_argument(
        "--retractions", metavar="FILE",
        help="Retraction Watch's list in CSV: tell which articles are in it, by DOI and PMID",
    )  # fmt: skip
    add_loudness(group.add_mutually_exclusive_group())
    group.add_argument(
        "--diagnostics",
        type=OneOf(FORMS, "form"),
        default="text",
        metavar="FORM",
        help=f"{', '.join(FORMS)} (default: text)",
    )


def add_loudness(group: _ActionsContainer) -> None:
    """Declare how much is shown, as every command may also be told before its name."""
    group.add_argument(
        "-q", "--quiet", action="store_true", help="show only errors and retractions"
    )
    group.add_argument("-v", "--verbose", action="store_true", help="show every note")


def form_of_diagnostics(words: Sequence[str]) -> str:
    """Return the form of diagnostics that a command line asks for, even if it is wrong."""
    options = takewhile(lambda word: word != "--", words)
    form = "text"
    for word, value in pairwise([*options, ""]):
        flag, sign, joined = word.partition("=")
        if len(flag) > 3 and "--diagnostics".startswith(flag):
            form = joined if sign else value
    return form if form in FORMS else "text"


def add_output(parser: ArgumentParser) -> None:
    """Declare where the output goes."""
    output_help = "write to FILE, compressed if it ends in .gz (default: standard output)"
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help=output_help)
    add_force(parser, "replace FILE even if something in it would be lost")


def add_force(parser: ArgumentParser, help: str) -> None:
    """Declare the option to replace a file whatever it contains."""
    parser.add_argument("--force", action="store_true", help=help)


def add_choices(parser: ArgumentParser, choices: tuple[Choice, ...], title: str) -> None:
    """Declare the options of a table; their defaults are those of ``Options``."""
    group = parser.add_argument_group(title)
    for choice in choices:
        if choice.const is not None:
            group.add_argument(
                choice.flag, dest=choice.option, action="store_const", const=choice.const,
                default=SUPPRESS, help=choice.doc,
            )  # fmt: skip
            continue
        default = Options.defaults.get(choice.option)
        metavar = choice.metavar or choice.flag[2:].upper()
        values_help = ": %(choices)s" if choice.values else ""  # filled in when help is printed
        default_help = f" (default: {default})" if default else ""
        group.add_argument(
            choice.flag,
            dest=choice.option,
            type=OneOf(choice.values, metavar.lower()) if choice.values else _free_type(choice),
            choices=choice.values or None,
            default=SUPPRESS,
            metavar=metavar,
            help=f"{choice.doc}{values_help}{default_help}",
        )


def _free_type(choice: Choice) -> Callable[[str], object]:
    """Return the type of an option whose values are not listed."""
    lists = dict.fromkeys(("fields", "columns", "omit"), comma_list)
    return {**lists, "key": key_pattern, "sort": order}.get(choice.option, str)


def positive(text: str) -> int:
    """Return a number from 1. Raises ArgumentTypeError if it is none."""
    number = choosing.number(text)
    if not number:
        raise ArgumentTypeError("expected a number such as 100, not 0")
    return number


def key_pattern(value: str) -> str:
    """Return a citation-key pattern. Raises ArgumentTypeError if it is wrong."""
    from ..citekeys.keys import compile  # noqa: PLC0415  # most runs use no pattern
    from ..citekeys.pattern import PatternError  # noqa: PLC0415  # most runs use no pattern

    try:
        compile(value)
    except PatternError as error:
        raise ArgumentTypeError(str(error)) from error
    return value


def order(value: str) -> str:
    """Return the order of records. Raises ArgumentTypeError if it names no field."""
    from ..output.sorting import check  # noqa: PLC0415  # most runs sort nothing

    try:
        check(value)
    except UnknownError as error:
        raise ArgumentTypeError(str(error)) from error
    return value


def options(arguments: Namespace) -> Options:
    """Return the writers' options that the arguments give. Raises UsageError."""
    known = {*Options.names, *ALIASES}
    values = {name: value for name, value in vars(arguments).items() if name in known}
    try:
        return Options(**join_aliases(values, {choice.option: choice.flag for choice in RECEIVER}))
    except ArgumentError as error:
        raise UsageError(str(error)) from error
