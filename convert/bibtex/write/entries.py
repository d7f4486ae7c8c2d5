"""Records into the entries of a .bib file: the table compiled once for each entry type.

bibtexparser's writer takes a whole library of its own objects, which takes 20 of the 80
microseconds that a record may take. An entry is a few lines, so they are written here, one record
at a time; the tests read all output back with bibtexparser.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ...base.lazy_regex import regex
from ...checks.retractions import place
from ...model import peek
from ...model.record import NOT_IN_PUBMED, Record
from ...model.report import Location, Report
from ...options import Options
from ...output import field_selection, fragments, sorting, unwritten
from ...tables.row import Row
from .encode import ENCODERS, OWN_ATTRIBUTE
from .encoder import Dialect, Encoder, EncodingContext
from .kept import kept_fields
from .written import Written, always_written, left_out, sometimes_written

_MASTERS = regex(r"\bmaster|\bM\.? ?(?:Sc|A|S|Phil)\b", re.IGNORECASE)

# CSL's types that BibTeX's @misc is for, and biblatex's.
_MISCELLANEOUS = ("article", "document")


class EntryPlan(NamedTuple):
    """How to write one type of entry: its opening, its fields, the attributes that they write.

    Of each field: its opening, its encoder, the attribute without which it is empty, if it
    depends on one only, and the function that tells which of several attributes it holds.
    """

    opening: str
    fields: tuple[tuple[str, Encoder, str, Written | None], ...]
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
        written: list[str] = []
        for opening, encode, needed, written_in in plan.fields:
            if (not needed or value_of(needed)) and (value := encode(record)):
                lines.append(opening + value)
                if written_in:
                    written += written_in(record)
        kept = kept_fields(record, plan.tags, context) if record.kept else {}
        lines += [f"{tag} = {value}" for tag, value in kept.items()]
        unwritten.note_unwritten(record, plan.written, report, kept, written)
        _report_spelling(record, context, report)
        return plan.opening, ",\n  ".join(lines) + ",\n}\n\n"

    return render


def _plan(context: EncodingContext, csl_type: str, every_row: bool) -> EntryPlan:
    """Compile the rows for a CSL type; without ``every_row`` only those for PubMed's records."""
    dialect = context.dialect
    entry_type = _entry_type(csl_type, context)
    rows = [row for row in dialect.rows if _applies(row, entry_type)]
    wanted = [
        row for row in rows
        if field_selection.wanted(row.tag, context.options, default=_is_default(row, context))
    ]  # fmt: skip
    fields = [
        (
            f"{row.tag} = ",
            ENCODERS[row.how](row, context),
            row.to if row.how in OWN_ATTRIBUTE else "",
            sometimes_written(row, context),
        )
        for row in wanted
        if every_row or row.to not in NOT_IN_PUBMED
    ]
    tags = frozenset(row.tag for row in rows)
    written = _written(rows, wanted)
    if csl_type in dialect.types or csl_type in _MISCELLANEOUS:
        written |= {"type"}
    return EntryPlan(f"@{entry_type}{{", tuple(fields), tags, written)


def _written(rows: Iterable[Row], wanted: Sequence[Row]) -> frozenset[str]:
    """Return the attributes that every record's fields have written, if it has them.

    What the user leaves out has a home: no need to report it as lost.
    """
    unwanted = [row for row in rows if row not in wanted and not _is_asked(row)]
    names = {name for row in unwanted for name in left_out(row)}
    return frozenset(names.union(*map(always_written, wanted)))


def _is_asked(row: Row) -> bool:
    """Return whether a field is written only if the user asks for it."""
    return "asked" in row.when.split()


def _is_default(row: Row, context: EncodingContext) -> bool:
    """Whether a field is written unless the user says otherwise."""
    return not _is_asked(row) or row.tag in context.receiver.asked_fields


def _entry_type(csl_type: str, context: EncodingContext) -> str:
    """Return the type of the entry for a CSL type."""
    if csl_type == "article" and context.receiver.preprint_entry:
        return context.receiver.preprint_entry
    return context.dialect.types.get(csl_type, context.dialect.default_type)


def _applies(row: Row, entry_type: str) -> bool:
    """Return whether a row applies to this type of entry."""
    when = [condition for condition in row.when.split() if condition != "asked"]
    return (not when or entry_type in when) and entry_type not in row.unless.split()


def _report_spelling(record: Record, context: EncodingContext, report: Report) -> None:
    """Report keywords that the receiver splits, and characters that LaTeX cannot print."""
    if context.split_keywords:
        keywords = "; ".join(context.split_keywords)
        context.split_keywords.clear()
        message = f"{context.receiver.title} splits keywords at commas, but not in RIS: {keywords}"
        report.note("not-written", place(record), message)
    if context.unspelled:
        characters = " ".join(sorted(context.unspelled))
        context.unspelled.clear()
        report.warning(
            "no-latex", place(record), f"pdfLaTeX has no command for {characters}; left as is"
        )
