"""``medcite verify --fix``: the input again, with what differs set right from the articles."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from .. import corrections, format_registry
from ..base.errors import InputError
from ..base.plugins import plugin
from ..base.suggestions import UnknownError
from ..corrections import records
from ..corrections.result import CorrectedFile, Corrector
from ..files.source import open_any
from ..model.record import Record
from ..model.report import Location, Report
from ..verify.answers import Answer
from ..verify.correction import Correction, correction
from . import choosing, output
from .common_arguments import UsageError
from .console import Console, show
from .references import AskedReference

Answered = Sequence[tuple[AskedReference, Answer]]


def output_name(arguments: Namespace) -> str:
    """Return the name of the file to write: ``refs-fixed.bib`` unless ``-o`` is given.

    Raises:
        UsageError: There are several inputs, or none that is a file; only some of the references
            are chosen; or the name has another suffix than the input, or is the input's.

    """
    inputs, wanted = arguments.inputs, arguments.output
    if len(inputs) != 1 or not os.path.isfile(inputs[0]):
        raise UsageError("--fix takes one input, which is a file")
    if not vars(arguments).items() >= choosing.ALL.items() or "sort" in arguments:
        raise UsageError("--fix takes all references of the input in their order; choose none")
    path = Path(inputs[0])
    name = wanted or str(path.with_name(f"{path.stem}-fixed{path.suffix}"))
    if output.is_stream(name) or not name.lower().endswith(path.suffix.lower()):
        raise UsageError(f"-o {name}: expected the name of a file that ends in {path.suffix}")
    if os.path.exists(name) and os.path.samefile(name, path):
        raise UsageError(f"{name} is the input, which is never changed; use another -o FILE")
    return name


def write(source: str, name: str, answered: Answered, console: Console, *, force: bool) -> None:
    """Write the corrected file, and say what was changed and what was not.

    Raises:
        InputError: The input cannot be changed.

    """
    if any(isinstance(reference.content, str) for reference, _ in answered):
        message = "a list of text is not set right, and nothing was written: see the answers"
        console.report.error("unfixed", Location(source), message)
        return
    wanted = [
        each
        for reference, answer in answered
        if isinstance(reference.content, Record)
        and (each := correction(reference.key, reference.content, answer))
    ]
    corrected = _corrected(source, answered, wanted, console.report)
    console.deliver([corrected.content], name, None if force else _refuse)
    _tell(name, corrected, console)


def _corrected(
    source: str, answered: Answered, wanted: list[Correction], report: Report
) -> CorrectedFile:
    format = format_registry.recognise(open_any(source), Report()).FORMAT.name
    module = plugin(corrections, format)
    if module and hasattr(module, "correct") and module is not records:
        data = Path(source).read_bytes()
        return cast(Corrector, module).correct(data, source, wanted)
    all_records = [reference.content for reference, _ in answered]
    try:
        return records.correct(format, cast("list[Record]", all_records), wanted, report)
    except UnknownError as error:
        raise InputError(f"{source}: --fix cannot write {format}, which is only read") from error


def _refuse(old: str, new: str) -> None:
    if os.path.exists(old):
        message = "exists; nothing was written: use another -o FILE, or --force to overwrite it"
        raise UsageError(f"{old}: {message}")


def _tell(name: str, corrected: CorrectedFile, console: Console) -> None:
    """Say what was changed and what was not; standard output has the answers alone."""
    for key, (field, here, there) in corrected.left:
        message = f"`{here}` stays: `{there}` could not be set in its place"
        console.report.warning("unfixed", Location(name, 0, key, field), message)
    for key, (field, here, there) in corrected.changed:
        if console.form != "text":
            where = Location(name, 0, key, field)
            console.report.note("fixed", where, f"`{here}` -> `{there}`")
        elif not console.quiet:
            show(f"{name}: {key}: {field}: `{here}` -> `{there}`")
    fields, keys = len(corrected.changed), len({change.key for change in corrected.changed})
    if console.form == "text" and not console.quiet:
        show(f"{name}: {_counted(fields, 'field')} of {_counted(keys, 'reference')} set right")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
