"""The style that the options ask for: by its name, or by the ISSN of a record's journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from ..base.lazy_regex import regex
from ..base.suggestions import UnknownError
from ..csl.style_repository import StyleSource, find_style
from ..model.record import Record
from ..model.report import Location, Report
from ..options import Options

if TYPE_CHECKING:
    from ..csl import Cluster

# An element that prints a journal's title, before its attribute strip-periods and after it.
_STRIPPED_JOURNAL = regex(
    rb"""(<text\b(?=[^>]*["']container-title(?:-short)?["'])[^>]*?)\sstrip-periods=["']true["']"""
)


def find(options: Options) -> StyleSource:
    """Return the style; with ``dotted`` journals, it strips no full stops of their titles."""
    style = find_style(options.style)
    if options.journal != "dotted":
        return style
    return style.replace(source=_STRIPPED_JOURNAL.sub(rb"\1", style.source))


def find_unless_issn(options: Options) -> StyleSource | None:
    """Return the style, or ``None`` for an ISSN that no style has: it may be a record's.

    Raises:
        UnknownError: There is no such style.

    """
    try:
        return find(options)
    except UnknownError:
        if _issn(options.style):
            return None
        raise


def with_style(records: Iterable[Record], options: Options) -> tuple[Iterable[Record], StyleSource]:
    """Return records and the style; for an ISSN, that of the journal of a record that has it."""
    try:
        return records, find(options)
    except UnknownError:
        issn = _issn(options.style)
        records = list(records) if issn else []
        for name in _journal_names(issn, records):
            with suppress(UnknownError):
                style = find(options.replace(style=name))
                return records, style.replace(asked=options.style)
        raise


def _issn(name: str) -> str:
    from ..csl.style_search import issn_of  # noqa: PLC0415  # few ask for a style by an ISSN

    return issn_of(name)


def _journal_names(issn: str, records: Iterable[Record]) -> Iterator[str]:
    """Yield the other ISSNs and the titles of the journal that a record has an ISSN of."""
    journals = (record for record in records if issn in [known.value for known in record.issn])
    if record := next(journals, None):
        yield from (known.value for known in record.issn if known.value != issn)
        yield record.container_title
        yield record.container_title_short


def tell_locators(
    style: StyleSource, clusters: Iterable[Cluster], report: Report, file: str
) -> None:
    """Warn of the locators in citations of a style that prints none, as most numeric ones."""
    located = [
        (number, cite)
        for number, cluster in enumerate(clusters, start=1)
        for cite in cluster.cites
        if cite.locator.strip()
    ]
    if not located or _prints_locators(style):
        return
    for number, cite in located:
        message = f"cluster {number}: the style prints no locator; {cite.locator!r} is left out"
        report.warning("unprinted", Location(file), message)


def _prints_locators(style: StyleSource) -> bool:
    """Whether the citations of a style have a place for a locator."""
    from ..csl.environment import prints_variable  # noqa: PLC0415  # few citations have locators
    from ..csl.style import parse_found_style  # noqa: PLC0415  # likewise

    parsed = parse_found_style(style)
    return prints_variable(parsed, parsed.citation, "locator")


def note(style: StyleSource, report: Report) -> None:
    """Note which style is taken, if it was asked for by another name."""
    if style.asked:
        report.note(
            "style", Location("medcite"), f"{style.asked!r} is taken for the style {style.name}"
        )
