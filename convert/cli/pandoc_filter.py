"""``medcite-pandoc``: a filter that pandoc runs, ``pandoc --filter medcite-pandoc --citeproc``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ..base.errors import InputError
from ..pandoc_filter import plan
from .console import Console, show

PROGRAM = "medcite-pandoc"
USAGE = """\
usage: pandoc --filter medcite-pandoc --citeproc DOCUMENT

Gives the document the references that it cites, from the exports that its metadata names
(medcite: exports.nbib, or a list), or from those in the current folder."""


def main() -> int:
    """Read pandoc's document from standard input, write it with its references; return the status.

    An unknown article is no failure: pandoc would stop, and prints the key in bold instead.
    """
    if any(word in ("-h", "--help") for word in sys.argv[1:]) or sys.stdin.isatty():
        for line in USAGE.splitlines():
            show(line)
        return 0 if sys.argv[1:2] in (["-h"], ["--help"]) else 2
    console = Console()
    try:
        document = plan.read(sys.stdin.buffer.read().decode("utf-8", "replace"))
        plan.complete(document, Path(), console.report)
        sys.stdout.buffer.write(json.dumps(document).encode())
        sys.stdout.flush()
    except (InputError, RecursionError) as error:
        message = str(error) if isinstance(error, InputError) else "is nested too deeply"
        console.fail(PROGRAM, message)
        return 1
    except OSError as error:
        console.fail(PROGRAM, error.strerror or str(error))
        return 1
    console.close()
    return 0


def run() -> None:
    """Run the filter and exit."""
    sys.exit(main())
