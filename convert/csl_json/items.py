"""A record as a CSL-JSON item: what is written to files, and what the CSL processor formats.

Items are made fast: the table is compiled once to a list of functions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ..model import peek
from ..model.record import NOT_IN_PUBMED, TRUNCATED, Record
from ..options import Options
from ..output.field_selection import wanted
from ..tables.csl_json import CUSTOM, RETURNED, ROWS, STRUCTURED
from .encode import ENCODERS, Encoder
from .texts import clean

EncoderByTag = tuple[tuple[str, Encoder], ...]
Item = dict[str, object]

_DEFAULT = Options()
_HOMES = frozenset({row.to for row in (*ROWS, *CUSTOM)} | {*TRUNCATED.values()})


def item(record: Record, options: Options = _DEFAULT, key: str = "") -> Item:
    """Return ``record`` as a CSL-JSON item called ``key`` (by default its own key or PMID)."""
    return item_maker(options)(record, key)


@lru_cache(maxsize=16)
def item_maker(options: Options) -> Callable[[Record, str], Item]:
    """Return the function of record and key that makes items as ``options`` say."""
    for_pubmed = _compile(options, beyond=False)

    def make(record: Record, key: str) -> Item:
        item: Item = {"id": key or record.key or record.pmid}
        beyond = peek.may_exceed_pubmed(record)
        variables, customs = _compile(options, beyond=True) if beyond else for_pubmed
        for tag, encode in variables:
            if value := encode(record):
                item[tag] = value
        custom = {tag: value for tag, encode in customs if (value := encode(record))}
        if record.kept:
            _restore(record, options, item, custom)
        if custom:
            item["custom"] = custom
        return item

    return make


def homes(record: Record) -> frozenset[str]:
    """Return the attributes that an item holds: ``kept`` too, if that is only CSL's variables."""
    if record.kept and all(_returns(record, field.tag) for field in record.kept):
        return _HOMES | {"kept"}
    return _HOMES


def _returns(record: Record, tag: str) -> bool:
    """Whether a field that the model has no place for came from CSL-JSON and goes back to it."""
    if record.origin is None or record.origin.format != "csl-json":
        return False
    return tag in RETURNED or tag.startswith("custom.")


def _restore(record: Record, options: Options, item: Item, custom: Item) -> None:
    """Add what the model has no place for, as the item had it: a composer, a scale."""
    for tag, value, _ in record.kept:
        variable, _, name = tag.partition(".")
        if not _returns(record, tag) or not wanted(variable, options):
            continue
        if name:
            custom[name] = _parsed(value)
        else:
            item[tag] = _parsed(value) if tag in STRUCTURED else clean(value)


def _parsed(text: str) -> object:
    """Return a kept value that was no text; a text stays one."""
    import json  # noqa: PLC0415  # reference lists need none and start sooner

    try:
        return json.loads(text)
    except ValueError:
        return text


@lru_cache(maxsize=16)
def _compile(options: Options, beyond: bool) -> tuple[EncoderByTag, EncoderByTag]:
    """Compile the table, and that of ``custom``, without what the user does not want.

    Without ``beyond`` only the rows that PubMed's records have anything for are compiled.
    """
    rows = [row for row in ROWS if row.tag == "type" or wanted(row.tag, options)]
    if not beyond:
        rows = [row for row in rows if row.to not in NOT_IN_PUBMED]
    custom = CUSTOM if wanted("custom", options) else ()
    return (
        tuple((row.tag, ENCODERS[row.how](row, options)) for row in rows),
        tuple((row.tag, ENCODERS[row.how](row, options)) for row in custom),
    )
