"""A record's fields as EndNote has them: those that its RIS has, with pages and dates as texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..format_registry import Format
from ..markup.one_line import one_line
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import field_selection, value_choice
from ..ris.write import reference
from ..ris.write.reference import Encode, EncodedReference, Target
from ..tables.endnote import HELD_TYPES

# RIS has the author's address only of references that were read from RIS.
_ADDRESS = "+AD"
_LAST_PAGE = "EP"


def encoder(
    options: Options, format: Format, tags: Mapping[str, str], *, styles: bool = False
) -> Encode:
    """Return the function that encodes a record for EndNote; ``tags`` are RIS's for its names.

    ``styles`` says that the format has italics and superscripts.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` has no name of the format.

    """
    # The last part of an element's path is its name.
    shortened = [(name.rpartition("/")[2], tag) for name, tag in reversed([*tags.items()])]
    tags_by_name = {name.lower(): tag for name, tag in (*shortened, *tags.items())}
    field_selection.check(options, format.title, tags_by_name)
    chosen = options.replace(
        receiver="endnote",
        fields=(*_of_ris(options.fields, tags_by_name), _ADDRESS),
        omit=tuple(_of_ris(options.omit, tags_by_name)),
    )
    target = Target(format.name, frozenset({*tags.values(), _LAST_PAGE}), HELD_TYPES, styles)
    encode = reference.encoder(chosen, target)

    def encode_for_endnote(record: Record, key: str, report: Report) -> EncodedReference:
        encoded = encode(record, key, report)
        lines = encoded.lines
        if last := lines.pop(_LAST_PAGE, []):
            lines["SP"] = ["-".join((*lines.get("SP", ()), *last))]
        if "DA" in lines:
            lines["DA"] = _day(record, options)
        return encoded

    return encode_for_endnote


def _of_ris(names: Iterable[str], tags_by_name: Mapping[str, str]) -> Iterable[str]:
    """Return RIS's tags for the names of a format's fields, each with its ``+`` if it has one."""
    for name in names:
        plain = name.removeprefix("+")
        yield name[: len(name) - len(plain)] + tags_by_name[plain.lower()]


def _day(record: Record, options: Options) -> list[str]:
    """Return the date without its year, which has a field of its own: ``Feb 27``."""
    date = value_choice.issued(record, options.date)
    year = str(date.start.year) if date and date.start else ""
    text = one_line(str(date or "").removeprefix(year))
    return [text] if text else []
