"""Compare two copies of one article field by field.

Of the copy that came first only a ``Fingerprint`` is kept, so that many records can be checked: the
texts of a citation's fields, and checksums of what is too long to be quoted.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias
from zlib import crc32

from ..codecs import names
from ..codecs.characters import folded
from ..model import peek
from ..model.record import Record
from ..model.values import Name

# The values that a field has: authors are several, and a journal has two titles.
Values: TypeAlias = tuple[str, ...]
Fingerprint: TypeAlias = tuple[Values, ...]

SHOWN = 5  # differences of two copies that are told
LONGEST = 70  # characters of a value that are shown
KEPT = 5_000  # of a value that are remembered
LEAD = 20  # of them before the first difference


class Column(NamedTuple):
    """A field that is compared: how to read its values, and how to tell the difference."""

    label: str
    values: Callable[[Record], Values]
    describe: Callable[[Values, Values], str]


def fingerprint(record: Record) -> Fingerprint:
    """Return what is kept of a record, to be compared with another copy of it."""
    return tuple([column.values(record) for column in COLUMNS])


def differences(here: Fingerprint, there: Fingerprint) -> str:
    """Return in what two copies differ, the first few fields with their values; ``""`` if equal."""
    parts = list(_differences(here, there))
    shown = parts[:SHOWN]
    if len(parts) > SHOWN:
        shown.append(f"{len(parts) - SHOWN} more")
    return " and ".join([*filter(None, [", ".join(shown[:-1])]), *shown[-1:]])


def _differences(here: Fingerprint, there: Fingerprint) -> Iterator[str]:
    """Yield each field in which two copies differ, with its values."""
    for column, one, two in zip(COLUMNS, here, there, strict=True):
        if one == two:
            continue
        if not one or not two:
            place = "here" if one else "there"
            yield f"{column.label} (only {place})"
        elif detail := column.describe(one, two):
            yield f"{column.label}{detail.rstrip()}"


def _describe_text(here: Values, there: Values) -> str:
    """Return two values side by side; ``""`` if they differ in case or punctuation only."""
    if not {folded(text) for text in here}.isdisjoint(folded(text) for text in there):
        return ""
    one, two = _around_difference(here[0], there[0])
    return f" (`{one}` here, `{two}` there)"


def _describe_names(here: Values, there: Values) -> str:
    """Return the first name that differs in family name or first initial, or the two numbers."""
    for number, (one, two) in enumerate(zip(here, there, strict=False), start=1):
        if _name_key(one) != _name_key(two):
            return f" (number {number} is `{_cut(one)}` here, `{_cut(two)}` there)"
    return f" ({len(here)} here, {len(there)} there)" if len(here) != len(there) else ""


def _describe_checksum(here: Values, there: Values) -> str:
    """Return a blank: that long texts differ is told, but not how."""
    return " " if here != there else ""


def _around_difference(one: str, two: str) -> tuple[str, str]:
    """Return two texts, shortened to where they begin to differ if they are long."""
    if max(len(one), len(two)) <= LONGEST:
        return one, two
    pairs = enumerate(zip(one, two, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), min(len(one), len(two)))
    start = max(same - LEAD, 0)
    lead = "…" if start else ""
    return lead + _cut(one[start:]), lead + _cut(two[start:])


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _text(name: str) -> Callable[[Record], Values]:
    """Return the reader of an attribute that is a text, a date or pages."""

    def read(record: Record) -> Values:
        value = getattr(record, name)
        return (" ".join(str(value)[:KEPT].split()),) if value else ()

    return read


def _identifier(name: str) -> Callable[[Record], Values]:
    """Return the reader of an identifier, whose case does not matter."""
    return lambda record: (value.casefold(),) if (value := getattr(record, name)) else ()


def _journal(record: Record) -> Values:
    return tuple(filter(None, (record.container_title, record.container_title_short)))


def _names(name: str) -> Callable[[Record], Values]:
    """Return the reader of a list of persons and groups."""
    return lambda record: tuple([_person(person) for person in getattr(record, name)])


def _person(name: Name) -> str:
    """Return a group, or a person as NLM does (``Fu H``), a suffix only if AU has it."""
    return name.literal or name.short or names.encode_short(name._replace(suffix=""))


def _name_key(person: str) -> str:
    """Return what two spellings of a name have in common: family name and first initial."""
    family, _, initials = person.rpartition(" ")
    return folded(family + initials[:1]) if family else folded(person)


def _checksum(read: Callable[[Record], str]) -> Callable[[Record], Values]:
    """Return the reader of a text that is only known to be the same or another."""

    def checksum(record: Record) -> Values:
        text = "".join(read(record).casefold().split())
        return (f"{crc32(text.encode('utf-8', 'replace')):x}",) if text else ()

    return checksum


def _keywords(record: Record) -> str:
    return " ".join(sorted(keyword.text for keyword in record.keywords))


def _mesh(record: Record) -> str:
    return " ".join(sorted(peek.mesh_descriptors(record)))


COLUMNS = (
    Column("title", _text("title"), _describe_text),
    Column("authors", _names("author"), _describe_names),
    Column("editors", _names("editor"), _describe_names),
    Column("journal", _journal, _describe_text),
    Column("date", _text("issued"), _describe_text),
    Column("volume", _text("volume"), _describe_text),
    Column("issue", _text("issue"), _describe_text),
    Column("pages", _text("page"), _describe_text),
    Column("article number", _text("number"), _describe_text),
    Column("publisher", _text("publisher"), _describe_text),
    Column("edition", _text("edition"), _describe_text),
    Column("PMID", _identifier("pmid"), _describe_text),
    Column("PMCID", _identifier("pmcid"), _describe_text),
    Column("DOI", _identifier("doi"), _describe_text),
    Column("type", _text("type"), _describe_text),
    Column("status", _text("status"), _describe_text),
    Column("abstract", _checksum(lambda record: record.abstract), _describe_checksum),
    Column("keywords", _checksum(_keywords), _describe_checksum),
    Column("MeSH", _checksum(_mesh), _describe_checksum),
)
