"""Run a command from its arguments to the exit status: 0 success, 1 failure, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise, takewhile
from types import ModuleType, TracebackType
from typing import Any, NoReturn

from .. import __version__
from ..base.errors import InputError, MissingPackageError
from ..base.plugins import submodule, submodules
from ..base.suggestions import UnknownError, hint
from ..base.terminal import MESSAGE, shorten
from ..csl.errors import StyleError
from ..query.errors import QueryError
from . import commands
from .common_arguments import UsageError, add_loudness, form_of_diagnostics
from .console import Console, show
from .inputs import NothingReadError

PROGRAM = "medcite"
BROKEN_PIPE = 141  # the status in shells if the reader of a pipe has gone
CRASHED = 70  # EX_SOFTWARE in BSD's sysexits
TOO_DEEP = "markup, quotes or brackets are nested too deeply"
NO_MEMORY = "out of memory; give it more, or smaller inputs"
LOUDNESS = ("-q", "--quiet", "-v", "--verbose")  # options that may stand before the command
DESCRIPTION = "Convert PubMed citations and format reference lists; no data is lost silently."
EPILOG = """\
examples:
  medcite convert refs.nbib -o refs.bib            PubMed's export to BibTeX
  medcite cite refs.nbib --style vancouver         a numbered reference list
  medcite check refs.nbib                          is anything wrong with the file?

`medcite COMMAND --help` shows the options and more examples.
exit status: 0 success, 1 something was skipped or failed, 2 wrong usage,
or a file that -o must not replace"""


class Formatter(RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse creates a formatter for every argument."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


class Operand(str):
    """A word after ``--`` or ``--sort``: no option, although it may begin with a dash."""

    __slots__ = ()


class Parser(ArgumentParser):
    """An argument parser that suggests the nearest options for an unknown one."""

    form = "text"  # of diagnostics

    def parse_intermixed_args(  # type: ignore[override]  # only lists are ever given
        self, args: list[str], namespace: Namespace | None = None
    ) -> Namespace:
        """Parse options and operands in any order; argparse forgets ``--`` on its second pass.

        The value of ``--sort`` may begin with a dash.
        """
        end = args.index("--") if "--" in args else len(args)
        pairs = pairwise(["", *args])
        args = [Operand(word) if before == "--sort" else word for before, word in pairs]
        return super().parse_intermixed_args([*args[:end], *map(Operand, args[end:])], namespace)

    def _parse_optional(self, arg_string: str) -> Any:
        return None if isinstance(arg_string, Operand) else super()._parse_optional(arg_string)

    def error(self, message: str) -> NoReturn:
        """Print the message in one line, in the form of diagnostics, and exit with 2."""
        start = "unrecognized arguments: "
        if message.startswith(start):
            words = message.removeprefix(start).removeprefix("-- ")
            message = self._unrecognized(words.partition(" ")[0])
        if self.form == "text":
            message = f"{shorten(message, MESSAGE)} (see `{self.prog} --help`)"
        Console(form=self.form).fail(self.prog, message)
        self.exit(2)

    def _unrecognized(self, word: str) -> str:
        """Say where an unknown argument belongs, or which ones are similar."""
        if not word.startswith("-"):
            return f"unexpected argument {word!r}"
        flag = word.partition("=")[0]
        known = [flag for action in self._actions for flag in action.option_strings]
        owners = [f"`{PROGRAM} {name}`" for name in names() if flag in flags(name)]
        if owners and flag.rstrip("s") not in known:
            return f"{flag} is an option of {' and '.join(owners)}"
        return f"unknown option {word!r}{hint(word, known)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status.

    A broken style or input, a full disk or a closed pipe is reported in one line or none.
    :mod:`medcite.cli.signals` handles signals such as Ctrl-C.
    """
    _prepare_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    form = form_of_diagnostics(words)
    try:
        return _dispatch(words, Console(form=form))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more to flush to
        return BROKEN_PIPE
    except OSError as error:  # such as help on a full disk
        return _fail(Console(form=form), PROGRAM, error.strerror or str(error), 1)


def _dispatch(words: list[str], console: Console) -> int:
    """Run the command that the first word names; ``console`` tells if there is none."""
    before = list(takewhile(LOUDNESS.__contains__, words))
    words = words[len(before) :]
    if words[:1] == ["help"]:
        words = [*words[1:2], "--help"]
    first = words[0] if words else "--help"
    if first in ("-V", "--version"):
        show(f"{PROGRAM} {__version__}", sys.stdout)
        return 0
    if first in ("-h", "--help"):
        whole_parser().print_help(sys.stdout if words else sys.stderr)
        return 0 if words else 2
    module = command(first)
    if module is None and first.startswith("-"):
        return _fail(console, PROGRAM, f"{first}: options go after the command", 2)
    if module is None:
        return _fail(console, PROGRAM, _unknown_command(first), 2)
    parser = Parser(prog=f"{PROGRAM} {first}", **_texts(module))
    parser.form = console.form
    _declare(module, parser)
    before = [flag for flag in before if flag in flags(first)]  # listings are always shown
    return _run(module, parser.parse_intermixed_args([*before, *words[1:]]), parser.prog)


def _unknown_command(word: str) -> str:
    """Return what is wrong with the first word; an input's name lacks the command before it."""
    if os.path.isfile(word):
        return f"{word!r} is a file; name a command before it: `{PROGRAM} convert FILE -o OUTPUT`"
    return f"unknown command {word!r}{hint(word, names(), f'`{PROGRAM} --help`')}"


def _run(module: ModuleType, arguments: Namespace, name: str) -> int:
    """Run a command; turn its errors into one line and a status."""
    console = _console(arguments)
    try:
        module.run(arguments, console)
    except NothingReadError:
        pass
    except QueryError as error:
        status = _fail(console, name, f"--where: {error}", 2)
        console.explain(error.marked)
        return status
    except (UnknownError, UsageError) as error:
        return _fail(console, name, str(error), 2)
    except (InputError, MissingPackageError, StyleError) as error:
        return _fail(console, name, str(error), 1)
    except (RecursionError, MemoryError) as error:
        return _fail(console, name, TOO_DEEP if isinstance(error, RecursionError) else NO_MEMORY, 1)
    except BrokenPipeError:
        raise
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _fail(console, name, f"{place}{error.strerror or error}", 1)
    console.close()
    return console.status()


def _fail(console: Console, name: str, message: str, status: int) -> int:
    """Print why a command failed, and return the status."""
    console.fail(name, message)
    return status


def _console(arguments: Namespace) -> Console:
    """Return the console that the arguments ask for; some commands have no such arguments."""
    values = vars(arguments)
    return Console(
        form=values.get("diagnostics", "text"),
        quiet=values.get("quiet", False),
        verbose=values.get("verbose", False),
        strict=values.get("strict", False),
        fail_on=frozenset(values.get("fail_on", ())),
    )


def names() -> tuple[str, ...]:
    """Return the names of the commands, which are those of the modules in ``commands``."""
    return submodules(commands)


def command(name: str) -> ModuleType | None:
    """Import a command; return ``None`` if there is no such command."""
    return submodule(commands, name)


def flags(name: str) -> set[str]:
    """Return the option flags of a command."""
    module = import_module(f"{commands.__name__}.{name}")
    parser = _declare(module, Parser(add_help=False))
    return {flag for action in parser._actions for flag in action.option_strings}


def whole_parser() -> ArgumentParser:
    """Return the parser of all commands, for help and shell completion."""
    parser = Parser(
        prog=PROGRAM,
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=Formatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"{PROGRAM} {__version__}")
    add_loudness(parser.add_mutually_exclusive_group())
    group = parser.add_subparsers(metavar="COMMAND", title="commands", dest="command")
    for name in names():
        module = import_module(f"{commands.__name__}.{name}")
        _declare(module, group.add_parser(name, help=module.HELP, **_texts(module)))
    return parser


def _texts(module: ModuleType) -> dict[str, Any]:
    """Return the texts of a command's help."""
    epilog = f"examples:\n{module.EXAMPLES.rstrip()}" if module.EXAMPLES else None
    return {
        "usage": f"%(prog)s [options] {module.ARGUMENTS}".rstrip(),
        "description": f"{module.HELP[0].upper()}{module.HELP[1:]}.",
        "epilog": epilog,
        "formatter_class": Formatter,
    }


def _declare(module: ModuleType, parser: ArgumentParser) -> ArgumentParser:
    """Add the arguments of a command to its parser."""
    module.add(parser)
    return parser


@cache
def _width() -> int:
    """Return the terminal's width minus two columns, as argparse does with another import."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns) - 2
    except (OSError, ValueError):
        return 78


def _prepare_streams() -> None:
    """Make the streams use UTF-8 whatever the locale, and replace those that are closed.

    Writing to a closed standard output fails as on a full disk.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull)  # noqa: SIM115  # it is never closed
    if sys.stdout is None:
        sys.stdout = open(os.devnull)  # noqa: SIM115  # it is never closed
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115  # it is never closed
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def crash(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """Report an unexpected error in place of ``sys.excepthook``."""
    message = f"internal error: {kind.__name__}: {' '.join(str(error).split())[:200]}"
    form = form_of_diagnostics(sys.argv[1:])
    if form != "text":
        Console(form=form).fail(PROGRAM, message)
        sys.exit(CRASHED)
    show(f"{PROGRAM}: {message}")
    show("This is a bug; please report it with the input (MEDCITE_DEBUG=1 shows the traceback).")
    sys.exit(CRASHED)
