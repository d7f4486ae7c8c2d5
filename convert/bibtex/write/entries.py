"""Records into the entries of a .bib file: the table compiled once for each entry type.

bibtexparser's writer takes a whole library of its own objects, which takes 20 of the 80
microseconds that a record may take. An entry is a few lines, so they are written here, one record
at a time; the tests read all output back with bibtexparser.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator

from ...base.lazy_regex import regex
from ...checks.retractions import place
from ...markup import latex_unknown
from ...model import peek
from ...model.record import Record
from ...model.report import Report
from ...options import Options
from ...output import changed_keys, field_selection, fragments, sorting, unwritten
from .encoder import Dialect, EncodingContext
from .plan import EntryPlan, plan_entry
from .source_entry import NO_SOURCE, SourceEntry, is_from_bib

_MASTERS = regex(r"\bmaster|\bM\.? ?(?:Sc|A|S|Phil)\b", re.IGNORECASE)


def write(
    records: Iterable[Record], options: Options, report: Report, dialect: Dialect
) -> Iterator[str]:
    """Yield an entry for each of ``records``.

    Raises:
        PatternError: ``options.key`` is no pattern.
        UnknownError: ``options.fields`` or ``options.omit`` names no field of the dialect.

    """
    render = _renderer(options, dialect)
    keyed = sorting.keyed(records, options)
    for key, record in changed_keys.with_warnings(keyed, options, report):
        opening, body = render(record, report)
        yield f"{opening}{key}{body}"


def fragment_writer(options: Options, dialect: Dialect) -> fragments.FragmentWriter:
    """Return a generator that renders entries without their keys; raises as ``write``."""
    return fragments.fragment_writer(_renderer(options, dialect), options)


def _renderer(options: Options, dialect: Dialect) -> Callable[[Record, Report], tuple[str, str]]:
    """Return a function that renders an entry: the text before its key and the text after."""
    field_selection.check(options, dialect.name, [row.tag for row in dialect.rows])
    context = EncodingContext(dialect, options)
    plans: dict[object, EntryPlan] = {}

    def render(record: Record, report: Report) -> tuple[str, str]:
        source = context.source = _source_of(record, dialect)
        kind = (_entry_type(record, context), record.type, peek.may_exceed_pubmed(record))
        key = kind, source.shape
        plan = plans.get(key) or plans.setdefault(key, plan_entry(context, *kind, source))
        kept: Container[str] = ()
        written: list[str] = []
        if source is NO_SOURCE:
            lines = _encode_fields(record, plan, written)
        else:
            from .source_fields import encode_as_in_source  # noqa: PLC0415  # only for records from .bib files

            lines, kept = encode_as_in_source(record, plan, context, written)
        unwritten.note_unwritten(record, plan.written, report, kept, written)
        _report_limits(record, context, report)
        return plan.opening, ",\n  ".join(["", *lines]) + ",\n}\n\n"

    return render


def _encode_fields(record: Record, plan: EntryPlan, written: list[str]) -> list[str]:
    """Return the lines of an entry; add to ``written`` the attributes of which only they know."""
    lines, value_of = [], peek.known_values(record).get
    for _, opening, encode, needed, written_in in plan.fields:
        if (not needed or value_of(needed)) and (value := encode(record)):
            lines.append(opening + value)
            if written_in:
                written += written_in(record)
    return lines


def _source_of(record: Record, dialect: Dialect) -> SourceEntry:
    """Return the entry of a .bib file that a record was read from."""
    if not is_from_bib(record):
        return NO_SOURCE
    from .find_source import find_source  # noqa: PLC0415  # only for records from .bib files

    return find_source(record, dialect)


def _entry_type(record: Record, context: EncodingContext) -> str:
    """Return the type of an entry: that of the source, else by CSL's type."""
    dialect, source = context.dialect, context.source
    if source.type:
        from .find_source import kept_type  # noqa: PLC0415  # only for records from .bib files

        if entry_type := kept_type(record, source, dialect):
            return entry_type
    csl_type = record.type
    if csl_type == "article" and context.receiver.preprint_entry:
        return context.receiver.preprint_entry
    if csl_type == "thesis" and _MASTERS.search(record.genre):
        csl_type = "thesis-master"
    return dialect.types.get(csl_type, dialect.default_type)


def _report_limits(record: Record, context: EncodingContext, report: Report) -> None:
    """Report what the receiver splits or cannot read, and characters that LaTeX cannot print."""
    if context.shortened_date:
        message = f"{context.receiver.title} reads no ranges: the end of {context.shortened_date}"
        context.shortened_date = ""
        report.note("not-written", place(record), message)
    if context.split_keywords:
        keywords = "; ".join(context.split_keywords)
        context.split_keywords.clear()
        message = f"{context.receiver.title} splits keywords at commas, but not in RIS: {keywords}"
        report.note("not-written", place(record), message)
    if context.unspelled:
        message = latex_unknown.explain(context.unspelled, ascii_only=context.options.ascii)
        context.unspelled.clear()
        report.warning("no-latex", place(record), message)
