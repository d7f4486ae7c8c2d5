"""``medcite completion``: print a script for shell completion."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterator

from ... import format_registry
from ..common_arguments import OneOf, SomeOf
from ..console import Console

SHELLS = ("bash", "zsh", "fish")
HELP = "print a script that lets your shell complete medcite's commands and options"
ARGUMENTS = "SHELL"
EXAMPLES = """\
  medcite completion bash > ~/.local/share/bash-completion/completions/medcite
  medcite completion zsh > ~/.zsh/completions/_medcite      (a folder of $fpath)
  medcite completion fish > ~/.config/fish/completions/medcite.fish"""
FILE_ARGUMENTS = frozenset(("inputs", "output", "citations", "document", "files"))


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "shell", type=OneOf(SHELLS, "shell"), metavar="SHELL", help=", ".join(SHELLS)
    )


def run(arguments: Namespace, console: Console) -> None:
    """Print the script, which is generated from the parser."""
    import shtab  # noqa: PLC0415  # help imports all commands, and would wait for it

    from ..program import whole_parser  # noqa: PLC0415  # it imports the commands

    parser = whole_parser()
    for action in _actions(parser):
        if action.dest in FILE_ARGUMENTS:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # an attribute that shtab reads
        elif action.choices is None:
            action.choices = _values(action)
    console.deliver([shtab.complete(parser, arguments.shell), "\n"], "-")


def _values(action: Action) -> list[str] | None:
    """Return the values that an argument accepts, if they can be listed."""
    if isinstance(action.type, OneOf | SomeOf):
        return list(action.type.values)
    for side, modules in (("--from", format_registry.readers), ("--to", format_registry.writers)):
        if side in action.option_strings:
            return [module.FORMAT.name for module in modules()]
    return None


def _actions(parser: ArgumentParser) -> Iterator[Action]:
    """Yield the arguments of all commands."""
    for action in parser._actions:
        yield action
        if isinstance(action.choices, dict):  # the commands
            for command in action.choices.values():
                yield from _actions(command)
