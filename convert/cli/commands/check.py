"""``medcite check``: diagnostics only, every record held against its own source line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ...checks.record import check_all
from .. import common_arguments, inputs
from ..console import RETRACTED, Console

HELP = "say what is wrong or worth knowing about citations, and write nothing"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite check refs.nbib                            all there is to say
  medcite check refs.nbib --strict                   exit status 1 if there is any warning
  medcite check refs.nbib --fail-on retracted        only retractions fail
  medcite check *.nbib --diagnostics github          annotations for a workflow

Date, volume, issue, pages, DOI and Epub of every record are held against NLM's own
citation in it (SO)."""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs and tell what the checks find."""
    console.verbose = not console.quiet  # here the notes are what was asked for
    report = console.report
    for found in check_all(inputs.Inputs(arguments, console).records()):
        if found.code != RETRACTED:  # told when the record was read
            report.add(found)
