"""Records into the entries of a .bib file: the table compiled once for each entry type.

bibtexparser's writer takes a whole library of its own objects, which takes 20 of the 80
microseconds that a record may take. An entry is a few lines, so they are written here, one record
at a time; the tests read all output back with bibtexparser.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import NamedTuple

from ...base.lazy_regex import regex
from ...checks.retractions import place
from ...markup import latex_unknown
from ...model import peek
from ...model.record import NOT_IN_PUBMED, Record
from ...model.report import Location, Report
from ...options import Options
from ...output import field_selection, fragments, sorting, unwritten
from ...output.value_choice import NOTICES
from ...tables.row import Row
from .encode import ENCODERS, OWN_ATTRIBUTE
from .encoder import Dialect, Encoder, EncodingContext
from .kept import is_from_bib, kept_fields

_MASTERS = regex(r"\bmaster|\bM\.? ?(?:Sc|A|S|Phil)\b", re.IGNORECASE)


class EntryPlan(NamedTuple):
    """How to write one type of entry: its opening, its fields, the attributes that they write.

    Of each field: its opening, its encoder, and the attribute without which it is empty, if it
    depends on one only.
    """

    opening: str
    fields: tuple[tuple[str, Encoder, str], ...]
    tags: frozenset[str]
    written: frozenset[str]


def write(
    records: Iterable[Record], options: Options, report: Report, dialect: Dialect
) -> Iterator[str]:
    """Yield an entry for each of ``records``.

    Raises:
        PatternError: ``options.key`` is no pattern.
        UnknownError: ``options.fields`` or ``options.omit`` names no field of the dialect.

    """
    render = _renderer(options, dialect)
    for key, record in sorting.keyed(records, options):
        opening, body = render(record, report)
        yield f"{opening}{key}{body}"
        if record.key and record.key != key and options.key == "default":
            message = f"its key {record.key!r} is not safe, or not its alone; {key} is written"
            report.warning(
                "key-changed", Location(*peek.location(record), record.pmid or key), message
            )


def fragment_writer(options: Options, dialect: Dialect) -> fragments.FragmentWriter:
    """Return a generator that renders entries without their keys; raises as ``write``."""
    return fragments.fragment_writer(_renderer(options, dialect), options)


def _renderer(options: Options, dialect: Dialect) -> Callable[[Record, Report], tuple[str, str]]:
    """Return a function that renders an entry: the text before its key and the text after."""
    field_selection.check(options, dialect.name, [row.tag for row in dialect.rows])
    context = EncodingContext(dialect, options)
    plans: dict[tuple[str, bool], EntryPlan] = {}

    def render(record: Record, report: Report) -> tuple[str, str]:
        csl_type = record.type
        if csl_type == "thesis" and _MASTERS.search(record.genre):
            csl_type = "thesis-master"
        every_row = peek.may_exceed_pubmed(record)
        plan = plans.get((csl_type, every_row)) or plans.setdefault(
            (csl_type, every_row), _plan(context, csl_type, every_row)
        )
        lines, value_of = [""], peek.known_values(record).get
        for opening, encode, needed in plan.fields:
            if (not needed or value_of(needed)) and (value := encode(record)):
                lines.append(opening + value)
        kept = kept_fields(record, plan.tags, context) if record.kept else {}
        lines += [f"{tag} = {value}" for tag, value in kept.items()]
        _report_losses(record, plan, context, report, kept)
        return plan.opening, ",\n  ".join(lines) + ",\n}\n\n"

    return render


def _plan(context: EncodingContext, csl_type: str, every_row: bool) -> EntryPlan:
    """Compile the rows for a CSL type; without ``every_row`` only those for PubMed's records."""
    dialect = context.dialect
    entry_type = dialect.types.get(csl_type, dialect.default_type)
    rows = [row for row in dialect.rows if _applies(row, entry_type)]
    wanted = [
        row for row in rows
        if field_selection.wanted(row.tag, context.options, default="asked" not in row.when.split())
    ]  # fmt: skip
    written = {row.to for row in rows if row.how != "retraction"} | set(dialect.written_elsewhere)
    fields = [
        (
            f"{row.tag} = ",
            ENCODERS[row.how](row, context),
            row.to if row.how in OWN_ATTRIBUTE else "",
        )
        for row in wanted
        if every_row or row.to not in NOT_IN_PUBMED
    ]
    tags = frozenset(row.tag for row in rows)
    return EntryPlan(f"@{entry_type}{{", tuple(fields), tags, frozenset(written - {"relations"}))


def _applies(row: Row, entry_type: str) -> bool:
    """Return whether a row applies to this type of entry."""
    when = [condition for condition in row.when.split() if condition != "asked"]
    return (not when or entry_type in when) and entry_type not in row.unless.split()


def _report_losses(
    record: Record, plan: EntryPlan, context: EncodingContext, report: Report, kept: Container[str]
) -> None:
    """Report what could not be written, and characters that LaTeX cannot print."""
    written = plan.written
    if peek.has(record, "relations") and peek.relation_kinds(record) <= NOTICES.keys():
        written |= {"relations"}
    if is_from_bib(record):
        written |= {"notes"}
    unwritten.note_unwritten(record, written, report, kept)
    if context.unspelled:
        message = latex_unknown.explain(context.unspelled, ascii_only=context.options.ascii)
        context.unspelled.clear()
        report.warning("no-latex", place(record), message)
