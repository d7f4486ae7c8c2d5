"""Records into the entries of a .bib file: the table compiled once for each entry type.

bibtexparser's writer takes a library whole, and entries as it wants them made: 20 of the 80
microseconds that a record may take. An entry is a few lines, so they are written here, one
record at a time; the tests read every output back with bibtexparser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ...base.lazy_regex import regex
from ...checks.notices import place
from ...model import peek
from ...model.record import NOT_IN_PUBMED, Record
from ...model.report import Location, Report
from ...options import Options
from ...output import field_selection, fragments, sorting, unwritten
from ...output.value_choice import NOTICES
from ...tables.row import Row
from .encode import ALONE, HOW
from .encoder import Encode, Job, Target

MASTERS = regex(r"\bmaster|\bM\.? ?(?:Sc|A|S|Phil)\b", re.IGNORECASE)


class EntryPlan(NamedTuple):
    """How to write one type of entry: its opening, its fields, the attributes they take.

    A field is its opening, its encoder and the attribute that it is nothing without, if any.
    """

    opening: str
    fields: tuple[tuple[str, Encode, str], ...]
    homes: frozenset[str]


def write(
    records: Iterable[Record], options: Options, report: Report, target: Target
) -> Iterator[str]:
    """Yield an entry for each of ``records``.

    Raises:
        PatternError: ``options.key`` is no pattern.
        UnknownError: ``options.fields`` or ``options.omit`` names no field of the target.

    """
    entry = _writer(options, target)
    for key, record in sorting.keyed(records, options):
        opening, body = entry(record, report)
        yield f"{opening}{key}{body}"
        if record.key and record.key != key and options.key == "default":
            message = f"its key {record.key!r} is not safe, or not its alone; {key} is written"
            report.warning(
                "key-changed", Location(*peek.location(record), record.pmid or key), message
            )


def fragment_writer(options: Options, target: Target) -> fragments.FragmentWriter:
    """Return a generator that renders entries without their keys; raises as ``write``."""
    return fragments.fragment_writer(_writer(options, target), options)


def _writer(options: Options, target: Target) -> Callable[[Record, Report], tuple[str, str]]:
    """Return a function that renders an entry: the text before its key and the text after."""
    field_selection.check(options, target.name, [row.tag for row in target.rows])
    job = Job(target, options)
    plans: dict[tuple[str, bool], EntryPlan] = {}

    def entry(record: Record, report: Report) -> tuple[str, str]:
        kind = record.type
        if kind == "thesis" and MASTERS.search(record.genre):
            kind = "thesis-master"
        beyond = peek.may_exceed_pubmed(record)
        plan = plans.get((kind, beyond)) or plans.setdefault(
            (kind, beyond), _plan(job, kind, beyond)
        )
        lines, said = [""], peek.known_values(record).get
        for opening, encode, needed in plan.fields:
            if (not needed or said(needed)) and (value := encode(record)):
                lines.append(opening + value)
        _tell(record, plan, job, report)
        return plan.opening, ",\n  ".join(lines) + ",\n}\n\n"

    return entry


def _plan(job: Job, kind: str, beyond: bool) -> EntryPlan:
    """Compile the rows for one of CSL's types; without ``beyond``, those for PubMed's records."""
    entry = job.target.types.get(kind, job.target.other)
    rows = [row for row in job.target.rows if _applies(row, entry)]
    wanted = [
        row for row in rows
        if field_selection.wanted(row.tag, job.options, default="asked" not in row.when.split())
    ]  # fmt: skip
    homes = {row.to for row in rows if row.how != "retraction"} | set(job.target.also)
    fields = [
        (f"{row.tag} = ", HOW[row.how](row, job), row.to if row.how in ALONE else "")
        for row in wanted
        if beyond or row.to not in NOT_IN_PUBMED
    ]
    return EntryPlan(f"@{entry}{{", tuple(fields), frozenset(homes - {"relations"}))


def _applies(row: Row, entry: str) -> bool:
    """Return whether a row applies to this type of entry."""
    when = [each for each in row.when.split() if each != "asked"]
    return (not when or entry in when) and entry not in row.unless.split()


def _tell(record: Record, plan: EntryPlan, job: Job, report: Report) -> None:
    """Report what could not be written, and characters that LaTeX cannot print."""
    homes = plan.homes
    if peek.has(record, "relations") and peek.relation_kinds(record) <= NOTICES.keys():
        homes |= {"relations"}
    unwritten.note_unwritten(record, homes, report)
    if job.left:
        characters = " ".join(sorted(job.left))
        job.left.clear()
        report.warning(
            "no-latex", place(record), f"pdfLaTeX has no command for {characters}; left as is"
        )
