"""Encoders of series and conferences, for which each reader of RIS has its own tags."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from ...model.record import Record
from ...options import Options
from ...tables.receivers import RECEIVERS
from ...tables.row import Row
from .encoder import Encoder


def series(row: Row, _: Options) -> Encoder:
    """Return the encoder of the series: a report's stands in T2, if nothing else does."""

    def encode(record: Record) -> Iterable[str]:
        in_t2 = record.type == "report" and not record.container_title
        return [record.collection_title] if in_t2 == (row.tag == "T2") else ()

    return encode


def conference(_: Row, options: Options) -> Encoder:
    """Return the encoder of T2, a paper's conference or proceedings."""
    names = RECEIVERS[options.receiver].paper_t2
    if names == "book":
        return lambda record: [record.container_title]
    if names == "conference":
        return lambda record: [record.event_title]
    return lambda record: [record.event_title or record.container_title]


def proceedings(_: Row, options: Options) -> Encoder:
    """Return the encoder of C3, where T2 has the conference."""
    if RECEIVERS[options.receiver].paper_t2 == "conference":
        return lambda record: [record.container_title]
    return lambda record: [record.container_title] if record.event_title else ()


def venue(_: Row, __: Options) -> Encoder:
    """Return the encoder of CY: where the conference took place, else the publisher's place."""
    return lambda record: [record.event_place or record.publisher_place]


def city(_: Row, __: Options) -> Encoder:
    """Return the encoder of C1: the publisher's place, where CY has the conference's."""
    return lambda record: [record.publisher_place] if record.event_place else ()


def extent(row: Row, _: Options) -> Encoder:
    """Return the encoder of SP: how many pages there are, where the record has no pages."""
    get = attrgetter(row.to)
    return lambda record: () if record.page else [get(record)]
