"""Whether a file may be replaced: not if it holds what the new file does not.

A file is replaced if it is blank; if it has medcite's mark and nobody has changed it since; or if
everything in it is written again: its records if its format can be read, else its lines. So
nobody's work is lost, and make and cron may run as often as they like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from .. import format_registry, overwrite
from ..base.errors import InputError
from ..base.plugins import plugin
from ..files.source import Source
from ..markup.file_mark import CHANGED, FOREIGN, Mark
from ..model.report import Level, Report
from ..options import Options
from .comparable_entry import (
    PERSONAL,
    SCHEMES,
    ComparableEntry,
    from_record,
    identifier_names,
)
from .compare_lines import missing_lines
from .file_content import is_blank, open_text, read_content
from .wording import UNWRITTEN, counted, listed

LONGEST_BLOCK = 1000  # lines; a longer block without a blank line is cut
_STRAY_CODES = frozenset({"stray-line", "stray-text"})


class Rule(Protocol):
    """Takes the paths of an old file and of what is written, which may be several files."""

    def __call__(self, old: str, *new: str) -> str:
        """Return an objection, ``""`` if there is none."""


def objection(rule: Rule, old: str, *new: str) -> str:
    """Return why the files ``new`` must not replace ``old``, ``""`` if they may.

    Raises OSError.
    """
    return "" if is_blank(old) else rule(old, *new)


def marked(marks: Iterable[Mark], otherwise: Rule | None = None) -> Rule:
    """Return the rule for a file that has one of ``marks``.

    The rule ``otherwise`` is for a file without any of them.
    """

    def rule(old: str, *new: str) -> str:
        data = read_content(old)
        objections = {mark.objection(data) for mark in marks}
        if "" in objections:
            return ""
        if CHANGED in objections:
            return CHANGED
        return otherwise(old, *new) if otherwise else FOREIGN

    return rule


def written(writer: format_registry.Writer, options: Options) -> Rule:
    """Return the rule for a writer's files: by their mark, else by records, else by lines."""
    if mark := getattr(writer, "MARK", None):
        return marked([mark])

    def rule(old: str, *new: str) -> str:
        reader = format_registry.reader_of(writer.FORMAT)
        if reader:
            return missing_records(old, new, reader, options)
        return missing_lines(old, *new)

    return rule


def _unwanted(options: Options) -> frozenset[str]:
    """Return the attributes that the user does not want, so that their absence is no loss."""
    if options.fields or options.omit:
        return PERSONAL
    wanted = {
        "abstract": options.abstract,
        "keywords": options.keywords and options.mesh not in ("none", "major"),
    }
    return frozenset(name for name, want in wanted.items() if not want)


def missing_records(
    old: str, new: Sequence[str], reader: format_registry.Reader, options: Options
) -> str:
    """Return in words what the file ``old`` holds besides the records of the files ``new``."""
    report = Report()
    try:
        source = _differing_part(old, new)
    except InputError:  # not text
        return f"is not {reader.FORMAT.title}"
    if reader.FORMAT.sniff and not reader.FORMAT.sniff(source.head):
        return f"does not look like {reader.FORMAT.title}"
    entries = list(_comparable_entries(source, reader, report))
    known: dict[str, list[ComparableEntry]] = {}
    if not entries:
        return "; ".join(_stray_text(report))
    parts = (_differing_part(file, [old]) for file in new)
    for entry in chain.from_iterable(_comparable_entries(p, reader, Report()) for p in parts):
        for name in {*entry.names, *identifier_names(entry.ids)}:
            known.setdefault(name, []).append(entry)
    return "; ".join([*_missing(entries, known, options), *_stray_text(report)])


def _differing_part(file: str, others: Iterable[str]) -> Source:
    """Open the blocks of ``file`` that are not in the others; most are in both.

    So an entry that is in both cannot count as the new version of another one.
    """
    known = {hash(block) for other in others for block in _blocks(open_text(other))}
    source = open_text(file)
    differing = (f"{block}\n\n" for block in _blocks(source) if hash(block) not in known)
    return Source(file, source.head, differing)


def _blocks(source: Source) -> Iterator[str]:
    """Yield the lines between blank lines; in medcite's files each such block is an entry."""
    lines: list[str] = []
    for line in source.lines:
        if line:
            lines.append(line)
        if lines and (not line or len(lines) == LONGEST_BLOCK):
            yield "\n".join(lines)
            lines = []
    if lines:
        yield "\n".join(lines)


def _comparable_entries(
    source: Source, reader: format_registry.Reader, report: Report
) -> Iterator[ComparableEntry]:
    """Yield the entries of a file; anything else in it is told to ``report``."""
    module = plugin(overwrite, reader.FORMAT.name)
    # A format has such a module if its files hold more than records.
    if module and hasattr(module, "comparable_entries"):
        yield from module.comparable_entries(source, report)
        return
    for record in reader.read(source, report):
        yield from_record(record)


def _missing(
    entries: Iterable[ComparableEntry], known: Mapping[str, list[ComparableEntry]], options: Options
) -> Iterator[str]:
    """Yield messages about entries, works and fields that are not among the known ones."""
    unwanted = _unwanted(options)
    lost, other_works, fields = [], [], []
    for entry in entries:
        namesakes = _with_name(entry.names, known) or _with_name(
            entry.other_names(options.key), known
        )
        same = [namesake for namesake in namesakes if _is_same_work(entry, namesake)]
        added = entry.added.difference(unwanted, *(match.added for match in same))
        if not namesakes:
            lost.append(entry.label)
        elif not same:
            other_works.append(entry.label)
        elif added:
            fields.append(f"{', '.join(sorted(added))} of {entry.label}")
    if lost:
        yield f"holds {counted(lost, 'entry', 'entries')} {UNWRITTEN}: {listed(lost)}"
    if other_works:
        yield f"holds other works than medcite would write as {listed(other_works)}"
    if fields:
        yield f"holds fields {UNWRITTEN}: {listed(fields)}"


def _with_name(
    names: Iterable[str], known: Mapping[str, list[ComparableEntry]]
) -> list[ComparableEntry]:
    """Return the entries that have one of these names."""
    return [entry for name in names for entry in known.get(name, ())]


def _is_same_work(first: ComparableEntry, second: ComparableEntry) -> bool:
    """Return whether two entries with the same name are of the same work."""
    for scheme in SCHEMES:
        if scheme in first.ids and scheme in second.ids:
            return first.ids[scheme] == second.ids[scheme]
    return not first.title or not second.title or first.title == second.title


def _stray_text(report: Report) -> Iterator[str]:
    """Yield a message about what is in the file and no entry, or none that can be read."""
    messages = [
        diagnostic.message
        for diagnostic in report.diagnostics
        if diagnostic.level is Level.ERROR or diagnostic.code in _STRAY_CODES
    ]
    if messages:
        yield f"holds what is no entry: {listed(messages, 2)}"
