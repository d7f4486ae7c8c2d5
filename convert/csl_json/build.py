"""An item into a record: each variable by its row, then what several variables say together."""

from __future__ import annotations

from ..codecs import addresses, identifiers
from ..codecs.names import is_et_al
from ..model.record import TRUNCATED, Record, Values
from ..model.report import Report
from ..model.values import Date, Name
from ..tables.csl_json import ALIASES, OTHERS, ROWS
from ..tables.row import by_tag
from . import decode, variables
from .record_builder import CslRecordBuilder, ItemPlace
from .texts import is_empty

_VARIABLES = by_tag(ROWS)
_NO_DATE = Date(None)
# What stands in other JSON as well.
_COMMON = {"link", "source", "status", "version"}
_IDENTIFYING = (_VARIABLES.keys() | variables.DECODERS.keys() | OTHERS) - _COMMON


def is_item(value: dict[str, object]) -> bool:
    """Whether an object is a CSL-JSON item: has any variable that other JSON does not have."""
    return not value or not _IDENTIFYING.isdisjoint(ALIASES.get(tag, tag) for tag in value)


def build_record(item: dict[str, object], place: ItemPlace, report: Report) -> Record:
    """Return the record of an item; what cannot be used is kept and told to ``report``."""
    builder = CslRecordBuilder(item, place, report)
    for tag, value in item.items():
        if not is_empty(value):
            _decode(builder, tag, value)
    _derive(builder.values)
    return builder.record()


def _decode(builder: CslRecordBuilder, tag: str, value: object) -> None:
    """Decode one variable; keep what is none of CSL's, or not of the shape of its values."""
    name = ALIASES.get(tag, tag)
    if name != tag and not is_empty(builder.item.get(name)):  # by both names
        if builder.item[name] != value:
            _keep(builder, tag, value)
        return
    try:
        row = _VARIABLES.get(name)
        if decode_variable := variables.DECODERS.get(name):
            decode_variable(builder, value)
        elif row:
            decoded = decode.DECODERS[row.how](value)
            if decoded != _NO_DATE:
                builder.values[row.to] = decoded
        else:
            _keep(builder, tag, value)
            return
        _keep_unread(builder, tag, value, row.how if row else "")
    except ValueError as error:  # a ShapeError, or a number that is none
        builder.keep_with_warning(tag, value, "bad-value", f"{error}; kept")


def _keep_unread(builder: CslRecordBuilder, tag: str, value: object, how: str) -> None:
    """Keep the parts of a value that its decoder reads nothing from, each by its path."""
    if unread_parts := decode.UNREAD.get(how):
        for path, part in unread_parts(value):
            builder.keep(f"{tag}.{path}", part)
    elif isinstance(value, list) and how not in decode.LISTS and tag not in variables.LISTS:
        for place, part in enumerate(value[1:], start=2):
            builder.keep(f"{tag}.{place}", part)


def _keep(builder: CslRecordBuilder, tag: str, value: object) -> None:
    if tag in OTHERS or tag in ALIASES:
        builder.keep(tag, value)
    else:
        builder.keep_with_warning(tag, value, "unknown-tag", "no variable of CSL; kept")


def _whole(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.family, name.given)))


def _derive(values: Values) -> None:
    """Set what several variables say together."""
    for role, attribute in TRUNCATED.items():
        names = values.get(role, ())
        if names and is_et_al(_whole(names[-1])):
            values[role], values[attribute] = names[:-1], True
    headings = {heading.descriptor.casefold() for heading in values.get("mesh", ())}
    keywords = values.get("keywords", ())
    values["keywords"] = tuple(word for word in keywords if word.text.casefold() not in headings)
    if values.get("doi") and identifiers.doi(values.get("url", "")) == values["doi"]:
        del values["url"]
    if number := addresses.bookshelf_number(values.get("url", "")):
        values.setdefault("nbk", number)
