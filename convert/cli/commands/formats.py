"""``medcite formats``: list the formats, and which of them to use for which program."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ... import format_registry
from ...tables import receivers
from ..console import Console

HELP = "list the formats that can be read and written, and the programs they are for"
ARGUMENTS = ""
EXAMPLES = """\
  medcite formats"""

NAMES = max(len(receiver.name) for receiver in receivers.ROWS)
FORMATS = max(len(", ".join(receiver.formats)) for receiver in receivers.ROWS)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments: none."""


def run(_: Namespace, console: Console) -> None:
    """Print a line for each format and each program."""
    formats = format_registry.listing()
    width = max(len(format.name) for format in formats)
    console.show_lines(_line(format, width) for format in formats)
    console.show_lines(["", "programs (--for NAME), and the formats to use, the best first:"])
    console.show_lines(map(_advice, receivers.ROWS))


def _line(format: format_registry.FormatListing, width: int) -> str:
    """Return the line of a format: its name, uses, title and suffixes."""
    uses = f"{'read' if format.reads else '':4}  {'write' if format.writes else '':5}"
    suffixes = f" ({', '.join(format.suffixes)})" if format.suffixes else ""
    return f"{format.name:{width}}  {uses}  {format.title}{suffixes}"


def _advice(receiver: receivers.Receiver) -> str:
    """Return the line of a program: the formats to use for it, and why."""
    return f"{receiver.name:{NAMES}}  {', '.join(receiver.formats):{FORMATS}}  {receiver.doc}"
