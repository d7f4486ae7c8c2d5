"""Whether a file may be replaced: what it holds, and the one to take its place does not.

A file is replaced if it is blank; if it has medcite's mark and nobody has changed it since; or if
all that it holds is written again: its records where its format can be read, its lines where it
cannot. So nobody's work is lost, and make and cron may run as often as they like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from .. import format_registry, overwrite
from ..base.errors import InputError
from ..base.plugins import plugin
from ..files.source import Source
from ..markup.file_mark import CHANGED, FOREIGN, Mark
from ..model.report import Level, Report
from ..options import Options
from .comparable_entry import PERSONAL, SCHEMES, Holding, of_record, spelt
from .compare_lines import lines
from .file_content import is_blank, open_text, read_content
from .wording import UNWRITTEN, counted, listed

# Gets the names of the old file and of the new one; returns what is to be said against it.
Rule: TypeAlias = Callable[[str, str], str]

PIECE = 1000  # lines: a longer piece without a blank line is cut
STRAYS = frozenset({"stray-line", "stray-text"})


def objection(old: str, new: str, rule: Rule) -> str:
    """Return why ``new`` must not take the place of the file ``old``, ``""`` if it may.

    Raises OSError.
    """
    return "" if is_blank(old) else rule(old, new)


def marked(marks: Iterable[Mark], otherwise: Rule | None = None) -> Rule:
    """Return the rule for a format that has one of the ``marks``, or may have.

    A file without any of them is for the rule ``otherwise``.
    """

    def rule(old: str, new: str) -> str:
        data = read_content(old)
        objections = {mark.objection(data) for mark in marks}
        if "" in objections:
            return ""
        if CHANGED in objections:
            return CHANGED
        return otherwise(old, new) if otherwise else FOREIGN

    return rule


def written(writer: format_registry.Writer, options: Options) -> Rule:
    """Return the rule for what a writer writes, with its mark or as records, else as lines."""
    if mark := getattr(writer, "MARK", None):
        return marked([mark])

    def rule(old: str, new: str) -> str:
        reader = format_registry.reader_of(writer.FORMAT)
        return records(old, new, reader, options) if reader else lines(old, new)

    return rule


def _unwanted(options: Options) -> frozenset[str]:
    """Return what the user does not want to be written, so that its absence is no loss."""
    if options.fields or options.omit:
        return PERSONAL
    wanted = {
        "abstract": options.abstract,
        "keywords": options.keywords and options.mesh not in ("none", "major"),
    }
    return frozenset(name for name, want in wanted.items() if not want)


def records(old: str, new: str, reader: format_registry.Reader, options: Options) -> str:
    """Return what the file ``old`` holds beyond the records of ``new``, in words."""
    report = Report()
    try:
        source = _rest(old, new)
    except InputError:  # it is no text
        return f"is not {reader.FORMAT.title}"
    if reader.FORMAT.sniff and not reader.FORMAT.sniff(source.head):
        return f"does not look like {reader.FORMAT.title}"
    entries = list(_holdings(source, reader, report))
    known: dict[str, list[Holding]] = {}
    for entry in _holdings(_rest(new, old), reader, Report()) if entries else ():
        for name in {*entry.names, *spelt(entry.ids)}:
            known.setdefault(name, []).append(entry)
    return "; ".join([*_beyond(entries, known, options), *_strays(report)])


def _rest(file: str, other: str) -> Source:
    """Open what stands in ``file`` and not in ``other``: most entries stay, and need no reading.

    One that stands in both is no place for another of the same article in either.
    """
    known = {hash(piece) for piece in _pieces(open_text(other))}
    source = open_text(file)
    blocks = (f"{piece}\n\n" for piece in _pieces(source) if hash(piece) not in known)
    return Source(file, source.head, blocks)


def _pieces(source: Source) -> Iterator[str]:
    """Yield what is parted by blank lines, which is an entry in what medcite writes."""
    held: list[str] = []
    for line in source.lines:
        if line:
            held.append(line)
        if held and (not line or len(held) == PIECE):
            yield "\n".join(held)
            held = []
    if held:
        yield "\n".join(held)


def _holdings(source: Source, reader: format_registry.Reader, report: Report) -> Iterator[Holding]:
    """Yield the entries of a file; what else stands there is told to ``report``."""
    own = plugin(overwrite, reader.FORMAT.name)
    if own is not None and hasattr(own, "holdings"):  # a format with more to it than its records
        yield from own.holdings(source, report)
        return
    for record in reader.read(source, report):
        yield of_record(record)


def _beyond(
    entries: Iterable[Holding], known: Mapping[str, list[Holding]], options: Options
) -> Iterator[str]:
    """Say which entries, works and fields are not among those ``known``."""
    lost, others, fields, unwanted = [], [], [], _unwanted(options)
    for entry in entries:
        there = _named(entry.names, known) or _named(entry.others(options.key), known)
        same = [each for each in there if _same(entry, each)]
        added = entry.added.difference(unwanted, *(each.added for each in same))
        if not there:
            lost.append(entry.shown)
        elif not same:
            others.append(entry.shown)
        elif added:
            fields.append(f"{', '.join(sorted(added))} of {entry.shown}")
    if lost:
        yield f"holds {counted(lost, 'entry', 'entries')} {UNWRITTEN}: {listed(lost)}"
    if others:
        yield f"holds other works than medcite would write as {listed(others)}"
    if fields:
        yield f"holds fields {UNWRITTEN}: {listed(fields)}"


def _named(names: Iterable[str], known: Mapping[str, list[Holding]]) -> list[Holding]:
    """Return the entries that have one of these names."""
    return [entry for name in names for entry in known.get(name, ())]


def _same(one: Holding, other: Holding) -> bool:
    """Return whether two entries of one name are of the same work."""
    for scheme in SCHEMES:
        if scheme in one.ids and scheme in other.ids:
            return one.ids[scheme] == other.ids[scheme]
    return not one.title or not other.title or one.title == other.title


def _strays(report: Report) -> Iterator[str]:
    """Say what stands in the file and is no entry, or none that can be read."""
    told = [
        each.message
        for each in report.diagnostics
        if each.level is Level.ERROR or each.code in STRAYS
    ]
    if told:
        yield f"holds what is no entry: {listed(told, 2)}"
