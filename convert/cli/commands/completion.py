"""``medcite completion``: the script that lets a shell complete commands and options."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from convert.cli.choices import one_of
from convert.cli.console import Console

SHELLS = ("bash", "zsh", "fish")
HELP = "print a script that lets your shell complete medcite's commands and options"
EXAMPLES = """\
  medcite completion bash > ~/.local/share/bash-completion/completions/medcite
  medcite completion zsh > ~/.zsh/completions/_medcite      (a folder of $fpath)
  medcite completion fish > ~/.config/fish/completions/medcite.fish"""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("shell", type=one_of(SHELLS, "shell"), help=", ".join(SHELLS))


def run(arguments: Namespace, console: Console) -> None:
    """Print the script, made from the parser's own tree."""
    import shtab

    from convert.cli.program import whole_parser

    console.deliver([shtab.complete(whole_parser(), arguments.shell), "\n"], "-")
