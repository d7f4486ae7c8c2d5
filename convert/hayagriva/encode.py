"""One value of a record into a field of Hayagriva's YAML, by the codec that the table names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TypeAlias

from ..codecs import addresses
from ..markup import verbatim
from ..markup.hayagriva_text import spell, with_short
from ..markup.inline_tags import parse
from ..markup.one_line import one_line
from ..markup.scripts import flat
from ..model.record import Record
from ..model.values import Date, Name
from ..options import Options
from ..output import title_protection, value_choice
from ..tables.kinds import SERIAL
from ..tables.languages import BY_CODE
from ..tables.row import Row

# Returns the value of a field; one that is empty is not written.
Encoder: TypeAlias = Callable[[Record], object]
# Compiles a row for a user's options.
EncoderMaker: TypeAlias = Callable[[Row, Options], Encoder]

# In these a brace or dollar is no markup, and nothing changes their case.
_AS_IS = ("serial-number", "volume", "issue", "edition")


def _text(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    parts = row.tag.split("/")
    if parts[0] in _AS_IS or parts[-1] in _AS_IS:
        return lambda record: one_line(get(record))
    return lambda record: spell(one_line(get(record)))


def _title(_: Row, options: Options) -> Encoder:
    def encode(record: Record) -> object:
        title = _plain(record.title or record.original_title)
        shown = f"[{title}]" if record.translated and title else title
        protected: Sequence[tuple[int, int]] = ()
        if options.protect and shown == title:
            protected = title_protection.protect(title, record)
        return with_short(spell(shown, protected), spell(_plain(record.title_short)))

    return encode


def _plain(text: str) -> str:
    return one_line(flat(parse(text)))


def _container(_: Row, options: Options) -> Encoder:
    def encode(record: Record) -> object:
        title = _plain(value_choice.container_title(record, options.journal))
        short = _plain(value_choice.container_title_short(record, options.journal))
        return with_short(spell(title), spell(short) if short != title else "")

    return encode


def _names(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: [_name(name) for name in get(record)]


def _name(name: Name) -> dict[str, str]:
    """Return a name; a group has nothing else."""
    parts = {
        "name": name.literal or name.family,
        "given-name": name.given,
        "suffix": name.suffix,
    }
    return {part: one_line(text) for part, text in parts.items() if one_line(text)}


def _translators(row: Row, options: Options) -> Encoder:
    encode = _names(row, options)
    return lambda record: (
        [{"role": "translator", "names": names}] if (names := encode(record)) else ()
    )


def _issued(_: Row, options: Options) -> Encoder:
    return lambda record: _day(value_choice.issued(record, options.date))


def _date(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: _day(get(record))


def _accessed(_: Row, __: Options) -> Encoder:
    return lambda record: _day(record.accessed) if _address(record) else ""


def _day(date: Date | None) -> str:
    """Return where a date begins, as ISO 8601; nothing for a year beyond four digits."""
    start = date.start if date else None
    if start is None or not 0 <= start.year <= 9999:
        return ""
    parts = [f"{start.year:04}"]
    parts += [f"{part:02}" for part in (start.month, start.day if start.month else 0) if part]
    return "-".join(parts)


def _pages(_: Row, __: Options) -> Encoder:
    return lambda record: one_line(value_choice.pages_or_number(record))


def _count(row: Row, _: Options) -> Encoder:
    get = attrgetter(row.to)
    return lambda record: int(text) if (text := get(record)).isascii() and text.isdigit() else ""


def _place(_: Row, __: Options) -> Encoder:
    return lambda record: "" if record.type in SERIAL else spell(one_line(record.publisher_place))


def _url(_: Row, __: Options) -> Encoder:
    return _address


def _address(record: Record) -> str:
    """Return an address as URLs are; Typst refuses a file with any other."""
    address = verbatim.biblatex(record.url or addresses.of_bookshelf(record.nbk))
    return address if _is_address(address) else ""


def _is_address(text: str) -> bool:
    scheme, separator, rest = text.partition("://")
    return bool(separator) and scheme in ("http", "https", "ftp") and rest[:1].isalnum()


def _isbn(_: Row, __: Options) -> Encoder:
    return lambda record: one_line(" ".join(record.isbn[:1]))


def _issn(_: Row, __: Options) -> Encoder:
    return value_choice.issn


def _language(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> str:
        language = BY_CODE.get(record.language[0]) if record.language else None
        return language.tag if language else ""

    return encode


def _notes(_: Row, __: Options) -> Encoder:
    def encode(record: Record) -> object:
        notices = [f"{notice}." for notice in value_choice.notices(record)]
        return spell(one_line(" ".join((*notices, *record.notes))))

    return encode


def _abstract(_: Row, options: Options) -> Encoder:
    return (lambda record: spell(_plain(record.abstract))) if options.abstract else lambda _: ""


# By the codecs that the table names.
ENCODERS: dict[str, EncoderMaker] = {
    "abstract": _abstract,
    "accessed": _accessed,
    "container": _container,
    "count": _count,
    "date": _date,
    "isbn": _isbn,
    "issn": _issn,
    "issued": _issued,
    "language": _language,
    "names": _names,
    "notes": _notes,
    "pages": _pages,
    "place": _place,
    "text": _text,
    "title": _title,
    "translators": _translators,
    "url": _url,
}
