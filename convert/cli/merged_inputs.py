"""The inputs of a command, merged: one record for each article, as a person decided where asked."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from functools import partial

from ..files.source import open_source
from ..merge import review
from ..merge.copies import Copy
from ..merge.merging import Merge, read_copies
from ..merge.sources import unused_kept
from ..model.report import Diagnostic, Report
from . import choosing, inputs, output, parallel
from .console import Console


def merge(arguments: Namespace, console: Console, reviewed: review.Reviewed) -> Merge:
    """Return the merge of all inputs; raise as ``Inputs.records``."""
    copies = list(_copies(arguments, console))
    return Merge(copies, review.decider(reviewed.decisions, copies))


def _copies(arguments: Namespace, console: Console) -> Iterator[Copy]:
    """Yield the copies of all inputs, read by several processes if there are several long ones."""

    def tell(diagnostic: Diagnostic) -> None:
        for told in unused_kept(diagnostic):
            console.tell(told)

    # What the arguments choose is chosen of the merged records.
    arguments = Namespace(**{**vars(arguments), **choosing.ALL})
    opened = inputs.Inputs(arguments, console, Report(sink=tell))
    files = None
    if arguments.retractions is None or os.path.isfile(arguments.retractions):
        files = parallel.process_files(arguments.inputs, partial(_read_file, arguments))
    if files is None:
        yield from read_copies(opened.unchosen())
        return

    def gathered() -> Iterator[Copy]:
        for copies, diagnostics in files:
            for diagnostic in diagnostics:
                tell(diagnostic)
            yield from copies

    yield from opened.wait_for_first(console.follow(gathered()))


def _read_file(arguments: Namespace, name: str) -> tuple[list[Copy], list[Diagnostic]]:
    """Return the copies in an input, and what was told of it."""
    report = Report()
    own = Namespace(**{**vars(arguments), "inputs": [name]})
    records = inputs.Inputs(own, Console(quiet=True), report).unchosen()
    return list(read_copies(records)), report.diagnostics


def reviewed(name: str | None, console: Console) -> review.Reviewed:
    """Return the table of an earlier ``--review``, if there is one. Raises InputError."""
    if not name or not os.path.exists(name):
        return review.Reviewed()
    return review.read(open_source(name, console.report).text(), name)


def memory(names: Iterable[str]) -> str:
    """Return the file beside the inputs that remembers decisions: in the folder of them all."""
    files = [os.path.abspath(name) for name in names if not output.is_stream(name)]
    try:
        folder = os.path.commonpath([os.path.dirname(file) for file in files])
    except ValueError:  # there are none, or on several drives
        return ""
    return os.path.relpath(os.path.join(folder, review.MEMORY))
