"""``medcite check``: report problems, and compare each record with its own source line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from itertools import count
from textwrap import wrap

from ...checks.record import check_all
from ...output import sorting
from ...tables.codes import CODES
from .. import common_arguments, inputs
from ..console import RETRACTED, Console

HELP = "report problems and retractions in citations, and write nothing"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite check refs.nbib                            everything there is to report
  medcite check refs.nbib --strict                   exit status 1 if there is any warning
  medcite check refs.nbib --fail-on retracted        exit status 1 if an article is retracted
  medcite check *.nbib --diagnostics github          annotations for GitHub Actions

The date, volume, issue, pages, DOI and Epub of every record are compared with NLM's own
citation in the record (SO), and copies of one article (the same PMID, PMCID, DOI or key) with
each other.

Codes for --fail-on (any command may report any):
""" + "\n".join(
    wrap(", ".join(CODES), 90, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)
    common_arguments.add_choices(parser, (common_arguments.SORTING,), "order")


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs and report the findings."""
    console.verbose = not console.quiet  # notes are what this command is for
    report = console.report
    number = count()
    chosen = inputs.Inputs(arguments, console).records()
    records = sorting.ordered(chosen, common_arguments.options(arguments))
    for diagnostic in check_all(record for record, _ in zip(records, number, strict=False)):
        if diagnostic.code != RETRACTED:  # reported when the record was read
            report.add(diagnostic)
    checked = next(number)
    records_checked = "1 record" if checked == 1 else f"{checked:,} records"
    console.confirm(f"{records_checked} checked, nothing to report")
