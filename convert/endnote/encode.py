"""A record's fields as EndNote has them: those that its RIS has, with pages and dates as texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..codecs import dates
from ..format_registry import Format
from ..markup.one_line import one_line
from ..model.record import Record
from ..model.report import Report
from ..model.values import Date
from ..options import Options
from ..output import field_selection, value_choice
from ..ris.write import reference
from ..ris.write.reference import Encode, EncodedReference, Target
from ..tables.endnote import HELD_TYPES

# RIS has the author's address only of references that were read from RIS.
_ADDRESS = "+AD"
_PAGES, _LAST_PAGE = "SP", "EP"


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
    fields = list(_of_ris(options.fields, tags_by_name))
    if _PAGES in fields:
        fields.append(_LAST_PAGE)
    chosen = options.replace(
        receiver="endnote",
        fields=(*fields, _ADDRESS),
        omit=tuple(_of_ris(options.omit, tags_by_name)),
    )
    target = Target(format.name, frozenset({*tags.values(), _LAST_PAGE}), HELD_TYPES, styles)
    encode = reference.encoder(chosen, target)

    def encode_for_endnote(record: Record, key: str, report: Report) -> EncodedReference:
        encoded = encode(record, key, report)
        lines = encoded.lines
        if last := lines.pop(_LAST_PAGE, []):
            lines[_PAGES] = ["-".join((*lines.get(_PAGES, ()), *last))]
        if "DA" in lines:
            _divide_date(lines, value_choice.issued(record, options.date))
        return encoded

    return encode_for_endnote


def _of_ris(names: Iterable[str], tags_by_name: Mapping[str, str]) -> Iterable[str]:
    """Return RIS's tags for the names of a format's fields, each with its ``+`` if it has one."""
    for name in names:
        plain = name.removeprefix("+")
        yield name[: len(name) - len(plain)] + tags_by_name[plain.lower()]


def _divide_date(lines: dict[str, list[str]], date: Date | None) -> None:
    """Leave the year to its own field (``Feb 27``), with words that are no date (``in press``)."""
    del lines["DA"]
    if date and date.start is None and "PY" not in lines:
        lines["PY"] = [one_line(str(date))]
    elif date and (text := one_line(dates.without_year(date))):
        lines["DA"] = [text]
