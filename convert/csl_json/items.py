"""A record as a CSL-JSON item: what is written to files, and what the CSL processor formats.

Items are made fast: the table is compiled once to a list of functions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ..model import peek
from ..model.record import NOT_IN_PUBMED, Record
from ..options import Options
from ..output.field_selection import wanted
from ..tables.csl_json import CUSTOM, NAME_SWITCHES, RETURNED, ROWS, STRUCTURED
from ..tables.receivers import RECEIVERS
from .encode import ENCODERS, Encoder
from .texts import clean, restored

EncoderByTag = tuple[tuple[str, Encoder], ...]
Item = dict[str, object]

_DEFAULT = Options()
CITATION_KEY = "citation-key"
_CUSTOM_TAGS = frozenset(row.tag for row in CUSTOM)


def item(record: Record, options: Options = _DEFAULT, key: str = "") -> Item:
    """Return ``record`` as a CSL-JSON item called ``key`` (by default its own key or PMID)."""
    return item_maker(options)(record, key)


@lru_cache(maxsize=16)
def item_maker(options: Options) -> Callable[[Record, str], Item]:
    """Return the function of record and key that makes items as ``options`` say."""
    for_pubmed = _compile(options, beyond=False)
    receiver = RECEIVERS[options.receiver]
    repeats_key = wanted(CITATION_KEY, options, default=receiver.citation_key)

    def make(record: Record, key: str) -> Item:
        item: Item = {"id": key or record.key or record.pmid}
        if repeats_key:
            item[CITATION_KEY] = item["id"]
        beyond = peek.may_exceed_pubmed(record)
        variables, customs = _compile(options, beyond=True) if beyond else for_pubmed
        for tag, encode in variables:
            if value := encode(record):
                item[tag] = value
        custom: Item = {}
        for tag, encode in customs:
            if value := encode(record):
                custom[tag] = value
        if record.kept:
            _restore(record, options, item, custom)
        if custom:
            item["custom"] = custom
        return item

    return make


def _restore(record: Record, options: Options, item: Item, custom: Item) -> None:
    """Add what the model has no place for: as the item had it, or in ``custom``.

    The schema allows CSL's variables and certain parts of names; for everything else, such as
    Crossref's keys, it has ``custom``.
    """
    for tag, value, _ in record.kept if is_from_csl_json(record) else ():
        variable, _, path = tag.partition(".")
        if variable == "custom":
            if wanted(variable, options):
                custom[path] = restored(value)
        elif tag in RETURNED:
            if wanted(variable, options):
                text = clean(value)
                item[tag] = restored(value) if tag in STRUCTURED else _joined(item.get(tag), text)
        elif not wanted(variable, options) or _restore_switch(item, tag, restored(value)):
            pass
        elif wanted("custom", options):
            custom[f"kept.{tag}" if tag in _CUSTOM_TAGS else tag] = restored(value)


def _joined(first: object, second: str) -> str:
    """Return two texts of one variable, such as the lines of a note."""
    return f"{first}\n{second}" if first else second


def _restore_switch(item: Item, tag: str, value: object) -> bool:
    """Put a part of a name back; return whether it is one that the schema allows."""
    variable, place, part = (*tag.split(".", 2), "", "")[:3]
    names = item.get(variable)
    if part not in NAME_SWITCHES or not isinstance(names, list) or int(place) > len(names):
        return False
    names[int(place) - 1][part] = value
    return True


def is_from_csl_json(record: Record) -> bool:
    """Whether a record was read from CSL-JSON, or from the same in YAML."""
    return peek.origin_format(record) in ("csl-json", "csl-yaml")


@lru_cache(maxsize=16)
def _compile(options: Options, beyond: bool) -> tuple[EncoderByTag, EncoderByTag]:
    """Compile the table, and that of ``custom``, without what the user does not want.

    Without ``beyond`` only the rows that PubMed's records have anything for are compiled.
    """
    receivers = ("", RECEIVERS[options.receiver].csl_json_variables)
    rows = [
        row
        for row in ROWS
        if row.tag == "type" or wanted(row.tag, options, default=row.when in receivers)
    ]
    if not beyond:
        rows = [row for row in rows if row.to not in NOT_IN_PUBMED]
    custom = CUSTOM if wanted("custom", options) else ()
    return (
        tuple((row.tag, ENCODERS[row.how](row, options)) for row in rows),
        tuple((row.tag, ENCODERS[row.how](row, options)) for row in custom),
    )
