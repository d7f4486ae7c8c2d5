"""``medcite formats``: what can be read and written."""

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
    width = max(len(known.name) for known in formats)
    console.show_lines(_line(known, width) for known in formats)


def _line(known: format_registry.FormatListing, width: int) -> str:
    """Return a format's line: name, what it can be used for, title, suffixes."""
    uses = f"{'read' if known.reads else '':4}  {'write' if known.writes else '':5}"
    suffixes = f" ({', '.join(known.suffixes)})" if known.suffixes else ""
    return f"{known.name:{width}}  {uses}  {known.title}{suffixes}"
