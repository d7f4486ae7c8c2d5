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
    reading = {each.FORMAT.name: each.FORMAT for each in format_registry.readers()}
    writing = {each.FORMAT.name: each.FORMAT for each in format_registry.writers()}
    known = {**writing, **reading}
    width = max(map(len, known))
    lines = [
        f"{name:{width}}  {'read' if name in reading else '    '}  "
        f"{'write' if name in writing else '     '}  {each.title}{_suffixes(each)}"
        for name, each in sorted(known.items())
    ]
    console.show_lines(lines)


def _suffixes(each: format_registry.Format) -> str:
    return f" ({', '.join(each.suffixes)})" if each.suffixes else ""
