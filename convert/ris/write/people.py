"""Encoders of names, for which some receivers have tags and forms of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter

from ...model.record import TRUNCATED, Record
from ...model.values import Name
from ...options import Options
from ...tables.receivers import RECEIVERS
from ...tables.row import Row
from ..names import format_bibtex_name, format_name
from .encoder import Encoder


def names(row: Row, options: Options) -> Encoder:
    """Return the encoder of names; it adds "et al." where the record says that there are more."""
    get, more = attrgetter(row.to), TRUNCATED.get(row.to)
    receiver = RECEIVERS[options.receiver]
    format_one: Callable[[Name], str] = partial(format_name, group_comma=receiver.group_comma)
    others = "et al.,"
    if receiver.bibtex_names:
        format_one, others = format_bibtex_name, "others"

    def encode(record: Record) -> Iterable[str]:
        texts = [format_one(name) for name in get(record)]
        return [*texts, others] if more and getattr(record, more) else texts

    return encode


def editors(row: Row, options: Options) -> Encoder:
    """Return the encoder of editors: in EndNote their tag depends on whether there are authors."""
    encode = names(row, options)
    if not RECEIVERS[options.receiver].editor_tags:
        return encode

    def encode_by_tag(record: Record) -> Iterable[str]:
        tag = "ED"
        if record.type == "book":
            tag = "A3" if record.author else "AU"
        return encode(record) if row.tag == tag else ()

    return encode_by_tag
