"""The bibliography as LaTeX reads it, in any CSL style, without BibTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..base.errors import InputError
from ..csl import Cite, Cluster, Processor, parse_style
from ..csl.locale import normalize_tag
from ..csl.style_repository import find_style
from ..markup import bbl
from ..markup.bbl import Label
from ..model.record import Record
from ..model.report import Location, Report
from ..model.rich_text import plain
from ..options import Options
from ..writers.bibliography import items

BRACKETS = "()[] "
BETWEEN = " ,.;:()[]"
YEAR = re.compile(r"\d{4}\S*$|[a-z]\.\s?[a-z]\.\S*$")  # 2016a, n.d.
LABELLED = ("numeric", "label")  # CSL's citation formats whose cites the list itself names


def write(
    records: Mapping[str, Record], style: str, locale: str, report: Report, *, natbib: bool
) -> str:
    """Return the .bbl of ``records``, by their keys in the order of their citation.

    Where the style cites by author and year, LaTeX alone would print both in brackets of its
    own: a warning says so unless the document has ``natbib``.

    Raises:
        UnknownError: There is no such style or locale.
        StyleError: The style is broken.
        InputError: The style has no bibliography.

    """
    found = find_style(style)
    parsed = parse_style(found.source, found.file)
    if parsed.bibliography is None:
        raise InputError(f"{found.file}: this style has no bibliography, only citations")
    made = items(records.items(), found, Options())
    processor = Processor(parsed, made, normalize_tag(locale) or found.locale or None)
    if parsed.info.citation_format == "author-date" and not natbib:
        message = rf"{style} cites by author and year: let the document have \usepackage{{natbib}}"
        report.warning("no-natbib", Location("medcite"), message)
    if parsed.info.citation_format not in LABELLED:
        return bbl.document(processor.bibliography(), _cited(processor, list(records)))
    labels = {key: _label(record) for key, record in records.items()} if natbib else {}
    return bbl.document(processor.bibliography(), labels)


def _cited(processor: Processor, keys: Sequence[str]) -> dict[str, Label]:
    """Return the labels that the style itself makes: its citations, parted into author and year."""
    whole = [Cluster((Cite(key),)) for key in keys]
    authors = [Cluster((Cite(key, author_only=True),)) for key in keys]
    cited = [plain(text).strip(BRACKETS) for text in processor.cite([*whole, *authors])]
    pairs = zip(cited[: len(keys)], cited[len(keys) :], strict=True)
    return {key: _parted(*pair) for key, pair in zip(keys, pairs, strict=True)}


def _parted(cited: str, author: str) -> Label:
    """Part a citation into its author and what follows, which is the year as the style has it."""
    if author and cited.startswith(author) and (rest := cited[len(author) :].strip(BETWEEN)):
        return Label((author,), (rest,))
    year = YEAR.search(cited)
    if not year:
        return Label((cited,), ("",))
    return Label((cited[: year.start()].strip(BETWEEN) or cited,), (year[0],))


def _label(record: Record) -> Label:
    r"""Return the label for a style that has only numbers: natbib's ``\citet`` needs a name."""
    names = [name.literal or name.family for name in record.author or record.editor]
    authors = names[0] if names else record.container_title_short or record.title
    if len(names) == 2:
        authors += f" and {names[1]}"
    elif len(names) > 2:
        authors += " et al."
    year = str(record.issued.start.year) if record.issued and record.issued.start else "n.d."
    return Label((authors,), (year,))
