"""Whether a file may be replaced: what it holds, and the one to take its place does not.

A file is replaced if it is blank; if it has medcite's mark and nobody has changed it since; or if
all that it holds is written again: its records where its format can be read, its lines where it
cannot. So nobody's work is lost, and make and cron may run as often as they like.
"""

from __future__ import annotations

import gzip
import re
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, NamedTuple, TypeAlias, cast
from unicodedata import normalize

from .. import format_registry
from ..tables.calendar import MONTHS
from ..latex import names
from ..markup.links import link
from ..markup.mark import CHANGED, FOREIGN, Mark
from ..model.record import Record
from ..model.report import InputError, Level, Report
from ..model.rich_text import Span
from ..options import Options
from .source import Source, open_source
from .streams import GZIP

# Gets the names of the old file and of the new one; returns what is to be said against it.
Rule: TypeAlias = Callable[[str, str], str]

BLOCK = 1 << 16  # bytes read at a time
PIECE = 1000  # lines: a longer piece without a blank line is cut
SHOWN = 5  # entries that are named
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)
STRAYS = frozenset({"stray-line", "stray-text"})
# What people add to a record that they have. All else comes from where the record came from.
PERSONAL = frozenset({"abstract", "keywords", "notes", "url"})
SCHEMES = ("pmid", "pmcid", "doi")  # the first that two records have tells if they are one
UNWRITTEN = "that medcite would not write"
MARKUP = re.compile(r"\\[A-Za-z]+|<[^<>]*>")  # TeX's commands, and the tags of a title
SIGNS = re.compile(r"[\W_]+")
NUMBER = re.compile(r"\A\s*(?:[\[(]\d+[\])][.:]?|\d+[.):\]])\s+")  # of an entry in a list
NAMESAKE = re.compile(r"\b(\d{4})[a-z]{1,2}\b")  # the letter behind a year
WORD = re.compile(r"[^\W\d_]+")
# Words that an entry loses when its article is printed, besides its numbers.
PASSING = frozenset((
    *map(str.lower, MONTHS),
    "advance", "ahead", "epub", "first", "in", "of", "online", "press", "print", "publication",
))  # fmt: skip


class Holding(NamedTuple):
    """An entry of a file: what it is called, what it is known by, and what people added to it.

    ``names`` are those of which one has to be in the new file. Where none is, ``others`` gets the
    pattern of the keys that are written, and returns those that will do as well.
    """

    shown: str
    names: tuple[str, ...]
    ids: Mapping[str, str]  # by scheme
    title: str  # its letters
    added: frozenset[str]
    others: Callable[[str], Iterable[str]] = lambda _: ()


def objection(old: str, new: str, rule: Rule) -> str:
    """Return why ``new`` must not take the place of the file ``old``, ``""`` if it may.

    Raises OSError.
    """
    return "" if _is_blank(old) else rule(old, new)


def marked(marks: Iterable[Mark], otherwise: Rule | None = None) -> Rule:
    """Return the rule for a format that has one of the ``marks``, or may have.

    A file without any of them is for the rule ``otherwise``.
    """

    def rule(old: str, new: str) -> str:
        data = _content(old)
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
    known = {hash(piece) for piece in _pieces(_source(other))}
    source = _source(file)
    blocks = (f"{piece}\n\n" for piece in _pieces(source) if hash(piece) not in known)
    return Source(file, source.head, blocks)


def _source(file: str) -> Source:
    """Open a text, which may be empty. Raises InputError."""
    return Source(file, "", iter(())) if _is_blank(file) else open_source(file)


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
    if own := getattr(reader, "holdings", None):
        yield from own(source, report)
        return
    for record in reader.read(source, report):
        yield _holding(record)


def _holding(record: Record) -> Holding:
    """Return what a record amounts to in a file."""
    found = tuple(names.of(record))
    title = letters(record.title or record.original_title)
    added = {name for name in PERSONAL if getattr(record, name)}
    return Holding(
        record.key or record.pmid or record.doi or repr(record.title),
        found or (f"title:{title}",),
        identifiers(found),
        title,
        frozenset(added | {field.tag for field in record.kept}),
    )


def identifiers(found: Iterable[str]) -> dict[str, str]:
    """Return the identifiers among an article's names (``pmid:1``), by their schemes."""
    parted = dict(name.split(":", 1) for name in found)
    return {scheme: parted[scheme] for scheme in SCHEMES if scheme in parted}


def spelt(ids: Mapping[str, str]) -> list[str]:
    """Return identifiers as names."""
    return [f"{scheme}:{value}" for scheme, value in ids.items()]


def letters(title: str) -> str:
    """Return the letters and digits of a title, as they are in every spelling of it."""
    return SIGNS.sub("", MARKUP.sub("", normalize("NFKD", title))).casefold()


def _beyond(
    entries: Iterable[Holding], known: Mapping[str, list[Holding]], options: Options
) -> Iterator[str]:
    """Say which entries, works and fields are not among those ``known``."""
    lost, others, fields, unwanted = [], [], [], _unwanted(options)
    for entry in entries:
        there = [each for name in entry.names for each in known.get(name, ())]
        if not there:
            there = [each for name in entry.others(options.key) for each in known.get(name, ())]
        same = [each for each in there if _same(entry, each)]
        added = entry.added.difference(unwanted, *(each.added for each in same))
        if not there:
            lost.append(entry.shown)
        elif not same:
            others.append(entry.shown)
        elif added:
            fields.append(f"{', '.join(sorted(added))} of {entry.shown}")
    if lost:
        yield f"holds {_counted(lost, 'entry', 'entries')} {UNWRITTEN}: {_listed(lost)}"
    if others:
        yield f"holds other works than medcite would write as {_listed(others)}"
    if fields:
        yield f"holds fields {UNWRITTEN}: {_listed(fields)}"


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
        yield f"holds what is no entry: {_listed(told, 2)}"


def lines(old: str, new: str) -> str:
    """Return which lines of the text ``old`` are not written again in ``new``, in words.

    The number before an entry and the letter behind its year do not count. Of an entry that names
    the same DOI, PMID or address, other numbers and the words of a publication's state may differ
    too: an article that was ahead of print is printed.
    """
    try:
        known, told = list(_entries(new)), list(_entries(old))
    except InputError:
        return "is not text"
    same = set(known)
    places: dict[str, set[str]] = {}
    for line in known:
        for place in _places(line):
            places.setdefault(place, set()).update(_words(line))
    lost = [line for line in told if line not in same and not _again(line, places)]
    if not lost:
        return ""
    return f"holds {_counted(lost, 'line', 'lines')} {UNWRITTEN}: {_listed(lost)}"


def _entries(file: str) -> Iterator[str]:
    """Yield the lines of a text that are not blank, without what depends on other entries."""
    for line in _source(file).lines:
        if bare := NAMESAKE.sub(r"\1", NUMBER.sub("", line)).strip():
            yield bare


def _again(line: str, places: Mapping[str, set[str]]) -> bool:
    """Return whether an entry is written again, but for its numbers."""
    there = [places[place] for place in _places(line) if place in places]
    return bool(there) and _words(line) <= PASSING.union(*there)


def _places(line: str) -> list[str]:
    """Return the addresses that a line names."""
    return [node.href.lower() for node in link((line,)) if isinstance(node, Span)]


def _words(line: str) -> set[str]:
    """Return the words of a line, without its numbers."""
    return {word.lower() for word in WORD.findall(line)}


def _counted(found: list[str], one: str, many: str) -> str:
    return f"{len(found)} {one if len(found) == 1 else many}"


def _listed(found: list[str], most: int = SHOWN) -> str:
    """Return the first of what is found, each in short."""
    shown = ", ".join(each if len(each) <= 60 else f"{each[:60]}..." for each in found[:most])
    return f"{shown} and {len(found) - most} more" if len(found) > most else shown


def _is_blank(file: str) -> bool:
    """Return whether a file has nothing in it but blanks."""
    with suppress(*DAMAGED), _opened(file) as stream:
        blocks = iter(lambda: stream.read(BLOCK), b"")
        return not any(block.removeprefix(BOM_UTF8).strip() for block in blocks)
    return False


def _content(file: str) -> bytes:
    """Return what a file holds, unpacked; of a damaged one nothing."""
    with suppress(*DAMAGED), _opened(file) as stream:
        return stream.read()
    return b""


@contextmanager
def _opened(file: str) -> Iterator[IO[bytes]]:
    """Open a file, unpacked if it is packed with gzip."""
    with open(file, "rb") as stream:
        packed = stream.read(len(GZIP)) == GZIP
        stream.seek(0)
        yield cast("IO[bytes]", gzip.GzipFile(fileobj=stream)) if packed else stream
