"""The fields that conditions and orders know: short names that users expect, then attributes.

A field's kind says how it is compared: ``text`` by words, ``number`` and ``date`` by size,
``identifier`` as a whole and without its label, ``flag`` by being so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..base.attribute_docs import attribute_docs
from ..base.frozen import Frozen
from ..base.suggestions import UnknownError
from ..codecs import decisions, identifiers
from ..codecs.languages import decode
from ..model import peek
from ..model.record import Record
from ..model.values import Date
from .values import folded_words, texts

Values = Iterable[object]
LISTING = "`medcite fields record` lists them"


class QueryField(Frozen):
    """A field by its name: its kind, what it means, and its values in a record."""

    name: str
    kind: str
    doc: str
    values: Callable[[Record], Values]
    normal: Callable[[str], str] = str  # of identifiers and codes: the form to compare


def _attributes(*names: str) -> Callable[[Record], Values]:
    """Return a function that gives the values of some attributes that have any."""
    return lambda record: [value for name in names if (value := getattr(record, name))]


def _year(record: Record) -> Values:
    return () if record.year is None else (record.year,)


def _affiliations(record: Record) -> Values:
    own = [text for name in record.author for text in name.affiliations]
    return (*own, *record.affiliations)


def _major(record: Record) -> Values:
    return [
        heading
        for heading in record.mesh
        if heading.major or any(qualifier.major for qualifier in heading.qualifiers)
    ]


def _is_preprint(record: Record) -> Values:
    return (True,) if record.genre == "Preprint" or "Preprint" in record.publication_types else ()


def _is_retracted(record: Record) -> Values:
    return (True,) if peek.retracted(record) else ()


def _decision(record: Record) -> Values:
    return filter(None, (decisions.decision(record.notes),))


def _file(record: Record) -> Values:
    return filter(None, peek.location(record)[:1])


def _doi(text: str) -> str:
    return (identifiers.doi(text) or text.strip()).lower()


def _pmid(text: str) -> str:
    labelled = identifiers.labelled(text)
    return (labelled[1] if labelled else text).strip().lstrip("0")


def _pmcid(text: str) -> str:
    labelled = identifiers.labelled(text)
    return identifiers.pmcid(labelled[1] if labelled else text).upper()


_TEXT = ("title", "original_title", "abstract", "other_abstracts", "keywords", "mesh")
_SHORT = (
    QueryField("year", "number", "the year of publication", _year),
    QueryField("date", "date", "the date of publication", _attributes("issued")),
    QueryField("author", "text", "a name: `author:Fu`, `author:\"Fu H\"`", _attributes("author")),
    QueryField(
        "title", "text", "the title, in English or its own language",
        _attributes("title", "original_title"),
    ),
    QueryField(
        "abstract", "text", "the abstract, in any language",
        _attributes("abstract", "other_abstracts"),
    ),
    QueryField("text", "text", "title, abstract, keywords and MeSH", _attributes(*_TEXT)),
    QueryField(
        "journal", "text", "the journal or book, in full or abbreviated",
        _attributes("container_title", "container_title_short"),
    ),
    QueryField(
        "type", "text", "PubMed's publication types, CSL's type, the kind of work",
        _attributes("publication_types", "type", "genre"),
    ),
    QueryField(
        "mesh", "text", "a MeSH heading: `mesh:Mice`, `mesh:\"Mice/blood\"`", _attributes("mesh")
    ),
    QueryField("majr", "text", "a MeSH heading that is a major topic", _major),
    QueryField("keyword", "text", "a keyword of authors or indexers", _attributes("keywords")),
    QueryField(
        "language", "identifier", "a language, by name or code: `language:German`, `language:ger`",
        _attributes("language"), decode,
    ),
    QueryField("country", "text", "the country of the journal", _attributes("publisher_place")),
    QueryField("affiliation", "text", "an affiliation of an author", _affiliations),
    QueryField("grant", "text", "a grant: number, agency, country", _attributes("grants")),
    QueryField("substance", "text", "a chemical: name or number", _attributes("substances")),
    QueryField("doi", "identifier", "the DOI, or its address", _attributes("doi"), _doi),
    QueryField("pmid", "identifier", "PubMed's number", _attributes("pmid"), _pmid),
    QueryField(
        "pmcid", "identifier", "PubMed Central's number", _attributes("pmcid"), _pmcid
    ),
    QueryField("retracted", "flag", "whether the article was retracted", _is_retracted),
    QueryField("preprint", "flag", "whether it is a preprint", _is_preprint),
    QueryField(
        "decision", "text", "what was decided in Rayyan or ASReview: `included`, `excluded`",
        _decision,
    ),
    QueryField("file", "text", "the input that it was read from", _file),
)  # fmt: skip


def _of_attribute(name: str) -> QueryField:
    """Return the field that is an attribute, by the type of its values."""
    kind = "date" if name in _DATES else "text"
    kind = "flag" if isinstance(Record.defaults[name], bool) else kind
    return QueryField(name, kind, "", _attributes(name))


_DATES = frozenset(name for name, kind in Record.__annotations__.items() if "Date" in kind)
FIELDS = {field.name: field for field in _SHORT} | {
    name: _of_attribute(name) for name in Record.names if name not in {f.name for f in _SHORT}
}


def find(name: str, others: Iterable[str] = ()) -> QueryField:
    """Return a field by its name, in any case, with ``-`` for ``_``.

    Raises:
        UnknownError: There is none; the message may suggest ``others``, too.

    """
    field = FIELDS.get(name.lower().replace("-", "_"))
    if field is None:
        raise UnknownError("field", name, (*others, *FIELDS), LISTING)
    return field


def sort_key(name: str, others: Iterable[str] = ()) -> Callable[[Record], tuple[Any, ...]]:
    """Return what gives the sort key of a record by the first value of a field; raise as ``find``.

    It begins with whether the record has none. Numbers in texts are sorted by size, before words.
    """
    field = find(name, others)

    def by_field(record: Record) -> tuple[Any, ...]:
        value = next(iter(field.values(record)), None)
        if isinstance(value, Date):
            return value.start is None, tuple(value.start or ())
        if isinstance(value, int):
            return False, value
        words = folded_words(next(texts(value), "")).split()
        return not words, [(0, int(w), "") if w.isdecimal() else (1, 0, w) for w in words]

    return by_field


def described() -> list[QueryField]:
    """Return all fields with what they mean: short names first."""
    docs = attribute_docs(Record)
    return [
        field if field.doc else field.replace(doc=_plain(docs.get(field.name, "")))
        for field in FIELDS.values()
    ]


def _plain(text: str) -> str:
    return " ".join(text.replace("``", "`").split())
