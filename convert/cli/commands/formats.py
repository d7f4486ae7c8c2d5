"""``medcite formats``: list the formats that can be read and written."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ... import format_registry
from ..console import Console

HELP = "list the formats that can be read and written"
ARGUMENTS = ""
EXAMPLES = """\
  medcite formats"""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments: none."""


def run(_: Namespace, console: Console) -> None:
    """Print a line for each format."""
    formats = format_registry.listing()
    width = max(len(format.name) for format in formats)
    console.show_lines(_line(format, width) for format in formats)


def _line(format: format_registry.FormatListing, width: int) -> str:
    """Return the line of a format: its name, uses, title and suffixes."""
    uses = f"{'read' if format.reads else '':4}  {'write' if format.writes else '':5}"
    suffixes = f" ({', '.join(format.suffixes)})" if format.suffixes else ""
    return f"{format.name:{width}}  {uses}  {format.title}{suffixes}"
