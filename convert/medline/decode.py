"""Fields into a record, each tag by its row of the table.

What costs little is decoded at once. Names, headings and the like are decoded when a writer
first reads them: a record of a few thousand lines has most of its values in fields that a
target never looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from ..codecs import orcid
from ..markup.inline_tags import has_references, with_characters
from ..model.lazy import LAZY, LazyRecord
from ..model.record import TRUNCATED, Record, Values
from ..model.values import Field, Name, Origin
from ..tables.medline import PEOPLE, ROWS
from ..tables.row import Row, by_variable
from . import derive
from .codec import CODECS
from .fields import Fields
from .people import NameFields, plain_authors

Decode = Callable[[str], object]


def decode(
    fields: Fields, file: str, kept: tuple[Field, ...] = (), format: str = "medline"
) -> LazyRecord:
    """Return the record of some fields; ``kept`` are those that no attribute takes."""
    return _RecordDecoder(fields, file, format).record(kept)


# Tags of names that "et al." may be the last of.
_MAY_GO_ON = (("AU", "author"), ("FAU", "author"), ("ED", "editor"), ("FED", "editor"))


class _RecordDecoder:
    """Holds one record's fields, and decodes them."""

    __slots__ = ("_authors", "_kinds", "_names", "fields", "file", "format", "groups")

    def __init__(self, fields: Fields, file: str, format: str) -> None:
        self.fields, self.file, self.format = fields, file, format
        references = fields.any_text(has_references)
        self.groups = _with_characters(fields) if references else fields.groups
        self._names: NameFields | None = None
        self._authors: tuple[str, ...] | None = None
        self._kinds: frozenset[str] | None = None

    def record(self, kept: tuple[Field, ...]) -> LazyRecord:
        """Return the record, its lazy attributes yet to be decoded."""
        groups = self.groups
        values: Values = _empty_values(_LAZY_TAGS.intersection(groups)).copy()
        values |= {to: groups[tag][0] for tag, to in _TEXTS if tag in groups}
        values["affiliations"] = _affiliations(self)
        for tag, to, decode_text in _VALUES:
            if tag in groups:
                values[to] = decode_text(groups[tag][0])
        for tag, to, decode_texts in _TUPLES:
            if tag in groups:  # only of these may two tags be for one attribute
                decoded = decode_texts(groups[tag])
                values[to] = values[to] + decoded if to in values else decoded
        derive.derive(values, groups)
        self._set_names(values)
        if kept:
            values["kept"] = kept
        return LazyRecord(values, self.decode, (self.file, self.fields.start), self.format)

    def _set_names(self, values: Values) -> None:
        """Set what name fields say that are no names: the edition in ED, ``et al.`` behind them."""
        groups = self.groups
        if "ED" in groups and (edition := self.names().edition):
            values["edition"] = edition
        for tag, role in _MAY_GO_ON:
            if tag in groups and "et al" in groups[tag][-1]:
                values[TRUNCATED[role]] = role in self.names().truncated

    def decode(self, name: str) -> object:
        """Return the value of a lazy attribute, or the answer to a question about one."""
        return _DECODERS[name](self)

    def names(self) -> NameFields:
        """Return the record's names, put together once."""
        if self._names is None:
            self._names = NameFields(self.fields.tags, self.groups)
        return self._names

    def plain_authors(self) -> tuple[str, ...]:
        """Return the authors if they are plain; looked at once."""
        if self._authors is None:
            self._authors = plain_authors(self.fields.tags, self.groups)
        return self._authors

    def relation_kinds(self) -> frozenset[str]:
        """Return the kinds of the record's relations; looked at once."""
        if self._kinds is None:
            tags = _RELATIONS.keys() & self.groups.keys()
            self._kinds = frozenset([_RELATIONS[tag] for tag in tags])
        return self._kinds


def _with_characters(fields: Fields) -> dict[str, list[str]]:
    """Return the texts of each tag with characters for HTML's references (publishers' debris)."""
    return {
        tag: list(map(with_characters, texts)) if "&" in "".join(texts) else texts
        for tag, texts in fields.groups.items()
    }


@lru_cache(maxsize=1024)
def _empty_values(tags: frozenset[str]) -> Values:
    """Return the lazy attributes that are empty in a record with no other tags of such."""
    return {name: Record.defaults[name] for name, own in _TAGS.items() if own.isdisjoint(tags)}


def _many(decoders: dict[str, Decode], decoder: _RecordDecoder) -> tuple[object, ...]:
    """Decode tags that repeat, tag by tag in the record's order."""
    groups = decoder.groups
    tags = [tag for tag in decoders if tag in groups]
    if len(tags) > 1:
        tags = [tag for tag in groups if tag in decoders]
    return tuple([value for tag in tags for value in map(decoders[tag], groups[tag])])


def _short_authors(decoder: _RecordDecoder) -> tuple[str, ...]:
    if decoder.plain_authors():  # each FAU has its AU
        return tuple(decoder.groups["AU"])
    return tuple([name.short for name in decoder.names().names("author")])


def _affiliations(decoder: _RecordDecoder) -> tuple[str, ...]:
    """Return the affiliations that stand before any name."""
    groups, tags = decoder.groups, decoder.fields.tags
    if "AD" not in groups:
        return ()
    if "FAU" in groups and "," in groups["FAU"][0]:
        before = tags[: tags.index("FAU")]
        if _NAMES.isdisjoint(before):  # then no name need be decoded
            return tuple(filter(None, groups["AD"][: before.count("AD")]))
    return tuple(decoder.names().affiliations)


def _has_affiliations(decoder: _RecordDecoder) -> bool:
    """Whether an affiliation stands behind an author."""
    groups, tags = decoder.groups, decoder.fields.tags
    if groups.keys().isdisjoint(_AFFILIATIONS):
        return False
    if groups.keys().isdisjoint(_OTHERS) and "FAU" in groups and "," in groups["FAU"][0]:
        return tags[: tags.index("FAU")].count("AD") < len(groups["AD"])
    return any(name.affiliations for name in decoder.names().names("author"))


def _has_author_ids(decoder: _RecordDecoder) -> bool:
    """Whether an identifier stands behind an author."""
    if "AUID" not in decoder.groups:
        return False
    if decoder.groups.keys().isdisjoint(_OTHERS):
        return True
    return any(name.ids for name in decoder.names().names("author"))


def _author_id_schemes(decoder: _RecordDecoder) -> frozenset[str]:
    """Return the schemes of identifiers that stand behind an author."""
    groups = decoder.groups
    if "AUID" not in groups:
        return frozenset()
    if groups.keys().isdisjoint(_OTHERS):
        return frozenset([orcid.author_id(text).scheme for text in groups["AUID"]])
    authors = decoder.names().names("author")
    return frozenset([identifier.scheme for name in authors for identifier in name.ids])


def _identifier_values(decoder: _RecordDecoder) -> list[str]:
    """Return the identifiers as they stand, without the brackets and labels of their schemes."""
    groups = decoder.groups
    texts = [text for tag in _IDENTIFIERS if tag in groups for text in groups[tag]]
    return [text.rpartition(" [")[0] or text.rpartition(": ")[2] for text in texts]


def _mesh_descriptors(decoder: _RecordDecoder) -> tuple[str, ...]:
    texts = decoder.groups.get("MH", ())
    return tuple([text.partition("/")[0].removeprefix("*") for text in texts])


def _admin(decoder: _RecordDecoder) -> tuple[Field, ...]:
    fields = decoder.fields
    rows = zip(fields.pairs(), fields.lines, strict=True)
    return tuple([Field(tag, text, line) for (tag, text), line in rows if tag in _ADMIN])


def _origin(decoder: _RecordDecoder) -> Origin:
    fields = decoder.fields
    return Origin(decoder.format, decoder.file, fields.start, fields.in_order())


def _names(role: str, tags: frozenset[str], decoder: _RecordDecoder) -> tuple[Name, ...]:
    return () if decoder.groups.keys().isdisjoint(tags) else decoder.names().names(role)


def _text_decoder(row: Row) -> Decode:
    """Return the function that decodes one row's text."""
    decode_text = CODECS[row.how].decode
    if row.how == "relation":
        return partial(decode_text, kind=row.arg)
    return partial(decode_text, tag=row.tag) if row.how == "identifier" else decode_text


def _texts_decoder(row: Row) -> Callable[[list[str]], tuple[object, ...]]:
    """Return the function that decodes all texts of one row."""
    decode_text = _text_decoder(row)
    return tuple if decode_text is _PLAIN else lambda texts: tuple(map(decode_text, texts))


def _lazy_decoders() -> dict[str, Callable[[_RecordDecoder], object]]:
    """Compile the table: what decodes each lazy attribute, and answers each question."""
    decoders: dict[str, Callable[[_RecordDecoder], object]] = {}
    for name, rows in by_variable(ROWS).items():
        decoders[name] = partial(_many, {row.tag: _text_decoder(row) for row in rows})
    for role, rows in by_variable(PEOPLE).items():
        decoders[role] = partial(_names, role, frozenset(row.tag for row in rows))
    return decoders | {
        "admin": _admin,
        "origin": _origin,
        "affiliations": _affiliations,
        "submitted": lambda decoder: derive.submitted(decoder.groups),
        "other_abstracts": lambda decoder: derive.other_abstracts(decoder.groups),
        # The questions of medcite.model.peek:
        "author_id_schemes": _author_id_schemes,
        "has_affiliations": _has_affiliations,
        "has_author_ids": _has_author_ids,
        "has_qualifiers": lambda decoder: "/" in "\n".join(decoder.groups.get("MH", ())),
        "identifier_values": _identifier_values,
        "plain_authors": _RecordDecoder.plain_authors,
        "short_authors": _short_authors,
        "mesh_descriptors": _mesh_descriptors,
        "relation_kinds": _RecordDecoder.relation_kinds,
        "tags": lambda decoder: decoder.groups.keys(),
    }


# The tags that show that a record has a lazy attribute. An affiliation alone makes no author;
# there is no record without admin and origin.
_TAGS = {
    name: frozenset(row.tag for row in rows if row.how not in ("affiliation", "name-id"))
    for name, rows in by_variable([*ROWS, *PEOPLE]).items()
    if name in LAZY - {"admin"}
} | {"submitted": frozenset({"PHST"})}
_LAZY_TAGS = frozenset().union(*_TAGS.values())
_AFFILIATIONS = frozenset(row.tag for row in PEOPLE if row.how == "affiliation")
_NAMES = frozenset(row.tag for row in PEOPLE) - {"AD"}
_OTHERS = frozenset(row.tag for row in PEOPLE if row.to != "author")
_IDENTIFIERS = tuple(row.tag for row in ROWS if row.to == "identifiers")
_RELATIONS = {row.tag: row.arg for row in ROWS if row.how == "relation"}
_ADMIN = frozenset(row.tag for row in ROWS if row.how == "admin")
# What is decoded at once: a text as it is, the first text's value, every text's.
_PLAIN = CODECS["text"].decode
_LIGHT = [row for row in ROWS if row.to not in LAZY | derive.DERIVED]
_ONCE = [row for row in _LIGHT if not row.many]
_TEXTS = [(row.tag, row.to) for row in _ONCE if CODECS[row.how].decode is _PLAIN]
_VALUES = [
    (row.tag, row.to, _text_decoder(row)) for row in _ONCE if CODECS[row.how].decode is not _PLAIN
]
_TUPLES = [(row.tag, row.to, _texts_decoder(row)) for row in _LIGHT if row.many]
_DECODERS = _lazy_decoders()
