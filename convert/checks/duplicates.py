"""Find records of one article, and articles with one key, among all records."""

from collections.abc import Iterator
from typing import NamedTuple

from ..codecs.characters import folded
from ..model import peek
from ..model.record import Record
from ..model.report import Diagnostic, Level
from .copies import COLUMNS, Fingerprint, Values, differences, fingerprint
from .retractions import place

LABELS = tuple(column.label for column in COLUMNS)
TITLE = LABELS.index("title")
IDENTIFIERS = tuple(LABELS.index(label) for label in ("PMID", "PMCID", "DOI"))
SAME_TITLE = 0.8  # similarity of titles, of which one may have a subtitle or a slip less


class SeenRecord(NamedTuple):
    """What is remembered of a record: its file, where it stands there, and its fields."""

    file: str
    place: str
    fingerprint: Fingerprint


class Duplicates:
    """Remembers records, and tells which of the later ones are the same article."""

    def __init__(self) -> None:
        self._seen: dict[str, SeenRecord] = {}  # by each name of the article

    def check(self, record: Record) -> Iterator[Diagnostic]:
        """Yield a warning if a record before this one is of the same article or has its key."""
        where = place(record)
        new = SeenRecord(where.file, f"{where.file or '-'}:{where.line}", fingerprint(record))
        names = _names(record)
        namesakes = [(label, self._seen[name]) for name, label in names if name in self._seen]
        same = [pair for pair in namesakes if _is_same(*pair, new)]
        if same:
            yield _duplicate(record, *same[0], new)
        elif any(label == "key" for label, _ in namesakes):
            yield from _repeated_key(record, namesakes[-1][1], new)
        for name, _ in names:
            self._seen.setdefault(name, new)


def _names(record: Record) -> list[tuple[str, str]]:
    """Return the names of an article, each with what kind of name it is, the surest first."""
    names = (("PMID", record.pmid), ("PMCID", record.pmcid), ("DOI", record.doi))
    pairs = [(f"{label}:{value.strip().casefold()}", label) for label, value in names if value]
    return [*pairs, (f"key:{record.key}", "key")] if record.key else pairs


def _is_same(label: str, old: SeenRecord, new: SeenRecord) -> bool:
    """Whether two records with the same name are copies of one article.

    Chapters of a book may have one DOI, but have PMIDs and titles of their own. Keys such as
    ``smith2020`` or ``1`` are chosen for different articles.
    """
    if label in ("PMID", "PMCID"):
        return True
    has_proof = label == "DOI" or bool(_identifier_pairs(old, new))
    return (has_proof and not _is_contradicted(old, new)) or _have_same_title(old, new)


def _is_contradicted(old: SeenRecord, new: SeenRecord) -> bool:
    """Whether two records have different PMIDs, PMCIDs or DOIs."""
    return any(one != two for one, two in _identifier_pairs(old, new))


def _identifier_pairs(old: SeenRecord, new: SeenRecord) -> list[tuple[Values, Values]]:
    """Return the identifiers of the kinds that both records have."""
    pairs = [(old.fingerprint[column], new.fingerprint[column]) for column in IDENTIFIERS]
    return [(one, two) for one, two in pairs if one and two]


def _have_same_title(old: SeenRecord, new: SeenRecord) -> bool:
    """Whether two titles are the same but for a slip, or one begins with the other."""
    from difflib import SequenceMatcher  # noqa: PLC0415  # most records have names of their own

    titles = [folded("".join(seen.fingerprint[TITLE])) for seen in (old, new)]
    one, two = sorted(titles, key=len)
    if one == two or (len(one) > 20 and two.startswith(one)):
        return True
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= SAME_TITLE


def _duplicate(record: Record, label: str, old: SeenRecord, new: SeenRecord) -> Diagnostic:
    """Return the warning that a record is another copy, and in what the two differ."""
    which = f"key `{record.key}`" if label == "key" else label
    advice = "look both up" if _is_contradicted(old, new) else "keep one of the two"
    message = f"the same {which} stands in {old.place} too; {advice}"
    if difference := differences(new.fingerprint, old.fingerprint):
        message += f": they differ in {difference}"
    tag = "" if label == "key" else label
    return Diagnostic(Level.WARNING, "duplicate", place(record, tag), message)


def _repeated_key(record: Record, old: SeenRecord, new: SeenRecord) -> Iterator[Diagnostic]:
    """Yield that two articles have one key, unless the reader of the file has told it.

    In two files it is only a note: they may be meant for two documents, or number their records.
    """
    is_one_file = old.file == new.file
    if is_one_file and peek.origin_format(record) == "bibtex":
        return
    level = Level.WARNING if is_one_file else Level.NOTE
    message = f"another article has the key `{record.key}` in {old.place}; change one of the two"
    yield Diagnostic(level, "repeated-key", place(record), message)
