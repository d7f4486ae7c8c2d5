"""From arguments to an exit status: 0 fine, 1 something skipped, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from types import ModuleType, TracebackType
from typing import Any, NoReturn

from .. import __version__
from ..base.errors import InputError
from ..base.plugins import submodule, submodules
from ..base.suggestions import UnknownError, hint
from ..base.terminal import MESSAGE, shorten
from ..csl.errors import StyleError
from . import commands
from .common_arguments import UsageError
from .console import Console, show
from .inputs import NothingReadError

PROGRAM = "medcite"
BROKEN_PIPE = 141  # what shells give for a reader that went away
CRASHED = 70  # EX_SOFTWARE of BSD's sysexits
DESCRIPTION = "Convert PubMed citations, and format reference lists, losing nothing in silence."
EPILOG = """\
examples:
  medcite convert refs.nbib -o refs.bib            PubMed's export to BibTeX
  medcite cite refs.nbib --style vancouver         a numbered reference list
  medcite check refs.nbib                          is anything wrong with the file?

`medcite COMMAND --help` has the options and more examples.
exit status: 0 fine, 1 something was skipped, 2 wrong usage,
or a file that -o must not replace"""


class Formatter(RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse makes one for every argument, help or not."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


class Parser(ArgumentParser):
    """An argument parser that answers an unknown option with the nearest ones."""

    def error(self, message: str) -> NoReturn:
        """Print one line and exit with 2."""
        start = "unrecognized arguments: "
        if message.startswith(start):
            message = self._unrecognized(message.removeprefix(start).partition(" ")[0])
        show(f"{self.prog}: error: {shorten(message, MESSAGE)} (see `{self.prog} --help`)")
        self.exit(2)

    def _unrecognized(self, word: str) -> str:
        """Say of a word that has no place here where it belongs, or what is like it."""
        if not word.startswith("-"):
            return f"unexpected argument {word!r}"
        flag = word.partition("=")[0]
        known = [flag for action in self._actions for flag in action.option_strings]
        owners = [f"`{PROGRAM} {name}`" for name in names() if flag in flags(name)]
        if owners and flag.rstrip("s") not in known:
            return f"{flag} is an option of {' and '.join(owners)}"
        return f"unknown option {word!r}{hint(word, known)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give the exit status.

    A broken style or input, a full disk and a closed pipe end in one line or none; signals,
    Ctrl-C among them, are for :mod:`medcite.cli.signals`.
    """
    _prepare()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _dispatch(words)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more to flush to
        return BROKEN_PIPE
    except OSError as error:  # the help on a full disk
        show(f"{PROGRAM}: error: {error.strerror or error}")
        return 1


def _dispatch(words: list[str]) -> int:
    """Find the command that the first word names, and run it."""
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
        show(f"{PROGRAM}: error: {first}: options stand behind a command")
        return 2
    if module is None:
        known = hint(first, names(), f"`{PROGRAM} --help`")
        show(f"{PROGRAM}: error: unknown command {first!r}{known}")
        return 2
    parser = _declare(module, Parser(prog=f"{PROGRAM} {first}", **_texts(module)))
    return _run(module, parser.parse_intermixed_args(words[1:]), parser.prog)


def _run(module: ModuleType, arguments: Namespace, name: str) -> int:
    """Run a command, turning what it raises into one line and a status."""
    console = _console(arguments)
    try:
        module.run(arguments, console)
    except NothingReadError:
        pass
    except (UnknownError, UsageError) as error:
        return _fail(console, name, str(error), 2)
    except (InputError, StyleError) as error:
        return _fail(console, name, str(error), 1)
    except RecursionError:
        return _fail(console, name, "a text is nested too deeply (markup, quotes or brackets)", 1)
    except BrokenPipeError:
        raise
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _fail(console, name, f"{place}{error.strerror or error}", 1)
    console.close()
    return console.status()


def _fail(console: Console, name: str, message: str, status: int) -> int:
    """Print why a command could not do its work."""
    console.fail(name, message)
    return status


def _console(arguments: Namespace) -> Console:
    """Make the console that the arguments ask for; a command may have no such arguments."""
    given = vars(arguments)
    return Console(
        shape=given.get("diagnostics", "text"),
        quiet=given.get("quiet", False),
        verbose=given.get("verbose", False),
        strict=given.get("strict", False),
        fail_on=frozenset(given.get("fail_on", ())),
    )


def names() -> tuple[str, ...]:
    """Return the commands' names: those of the modules in ``convert/cli/commands``."""
    return submodules(commands)


def command(name: str) -> ModuleType | None:
    """Import one command, if there is one of this name."""
    return submodule(commands, name)


def flags(name: str) -> set[str]:
    """Return the options of one command."""
    module = import_module(f"{commands.__name__}.{name}")
    parser = _declare(module, Parser(add_help=False))
    return {flag for action in parser._actions for flag in action.option_strings}


def whole_parser() -> ArgumentParser:
    """Build the parser of all commands, for the help and for shell completion."""
    parser = Parser(
        prog=PROGRAM,
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=Formatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"{PROGRAM} {__version__}")
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
    """Let a command declare its arguments."""
    module.add(parser)
    return parser


@cache
def _width() -> int:
    """Return the terminal's width less two columns, as argparse does by loading a module more."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns) - 2
    except (OSError, ValueError):
        return 78


def _prepare() -> None:
    """Speak UTF-8 whatever the locale; have all three streams, though one may be closed.

    Standard output that is closed takes nothing: to write there fails as on a full disk.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull)  # noqa: SIM115  # it stays open
    if sys.stdout is None:
        sys.stdout = open(os.devnull)  # noqa: SIM115  # it stays open
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115  # it stays open
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def crash(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """Stand in for ``sys.excepthook``: say in one line that this is our mistake."""
    said = " ".join(str(error).split())[:200]
    show(f"{PROGRAM}: internal error: {kind.__name__}: {said}")
    show("This is a defect; please report it with the input (MEDCITE_DEBUG=1 shows where).")
    sys.exit(CRASHED)
