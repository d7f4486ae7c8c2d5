"""``medcite merge``: one record for each article that several searches found."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from ...files import atomic
from ...files.source import open_source
from ...merge import explain, listing, review
from ...merge.merging import Merge
from ...model.report import Location
from .. import choosing, common_arguments, inputs, merged_inputs, output, record_output
from ..console import Console

HELP = "merge what several databases exported: one record for each article"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite merge pubmed.nbib embase.ris scopus.csv -o all.ris
  medcite merge *.ris -o all.ris --report prisma.json       the numbers for a PRISMA diagram
  medcite merge *.ris -o all.ris --review near.csv          pairs that a person has to look at
  medcite merge *.ris -o all.ris --source-tag DB            which databases have each article
  medcite merge *.ris --explain 38413930                    why two were or were not merged

Two records are of one article if they have the same PMID, PMCID or DOI, or if title, authors,
year, journal, volume and pages agree. Never merged are records with two PMIDs or two DOIs,
parts of a series, a preprint and its article, an erratum or comment and its article. The table
of --review has a column `decision`: write `same` or `other` there, and merge again. Decisions
are remembered in .medcite-decisions.csv beside the inputs."""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)
    record_output.add(parser)
    group = parser.add_argument_group("merging")
    group.add_argument(
        "--source-tag", metavar="TAG", default="", help="write the sources of a record into this"
        " field of the output's format, such as DB of RIS",
    )  # fmt: skip
    group.add_argument("--report", metavar="FILE", help="write the counts for PRISMA as JSON")
    group.add_argument(
        "--review", metavar="FILE", help="write the pairs to look at as CSV; decisions in an"
        " existing file are followed",
    )  # fmt: skip
    group.add_argument(
        "--groups", metavar="FILE", help="write which group each record of each input is in"
    )
    group.add_argument(
        "--explain", metavar="ID", help="say why the record with this PMID, DOI or key was merged,"
        " or not, and write nothing",
    )  # fmt: skip


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs, merge, and write one output and what was asked for beside it."""
    memory = merged_inputs.memory(arguments.inputs)
    remembered = merged_inputs.reviewed(memory, console)
    reviewed = merged_inputs.reviewed(arguments.review, console).after(remembered)
    selection = choosing.selection(arguments, console.report)
    if arguments.explain:
        merge = merged_inputs.merge(arguments, console, reviewed)
        console.show_lines(explain.lines(merge, arguments.explain))
        return
    writer = record_output.writer(arguments)
    record_output.check(arguments, writer)
    inputs.refuse_overwriting(arguments)
    options = common_arguments.options(arguments)
    record_output.warn_unused(options, writer.FORMAT, console.report)
    merge = merged_inputs.merge(arguments, console, reviewed)
    records = merge.records(console.report, writer.FORMAT.name, arguments.source_tag)
    if selection:
        records = selection.of(records, console.report)
    record_output.deliver(records, arguments, writer, options, console)
    _write_tables(arguments, merge, console, reviewed)
    if reviewed.decisions != remembered.decisions:
        _remember(memory, reviewed, console)
    console.report.note("summary", Location("medcite"), merge.counts().summary)


def _remember(memory: str, reviewed: review.Reviewed, console: Console) -> None:
    """Write what was decided beside the inputs; a folder that cannot be written to is told."""
    if not memory:
        return
    try:
        atomic.save(memory, review.decided_lines(reviewed))
    except OSError as error:
        message = f"decisions cannot be remembered here: {(error.strerror or '').lower()}"
        console.report.warning("not-remembered", Location(memory), message)


def _write_tables(
    arguments: Namespace, merge: Merge, console: Console, reviewed: review.Reviewed
) -> None:
    """Write the files that were asked for beside the output."""
    if arguments.report:
        text = json.dumps(merge.counts().as_json(), indent=2, ensure_ascii=False)
        _save(arguments.report, [text, "\n"], '{\n  "read"')
    if arguments.review:
        pairs = review.lines(merge.grouping.near, merge.copies, reviewed)
        _save(arguments.review, pairs, review.HEAD)
    if arguments.groups:
        _save(arguments.groups, listing.lines(merge, console.errors), listing.HEAD)


def _save(name: str, pieces: Iterable[str], head: str) -> None:
    """Write a file, unless there is one that does not begin as medcite's do.

    Raises:
        UsageError: There is one.

    """
    if not output.is_stream(name) and os.path.isfile(name):
        begins = open_source(name).head.lstrip("\ufeff")
        if begins.strip() and not begins.startswith(head):
            raise common_arguments.UsageError(f"{name} is not of this command; nothing was written")
    atomic.save(name, pieces)
