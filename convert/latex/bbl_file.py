"""Format a bibliography as a .bbl file, in any CSL style, without BibTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..base.errors import InputError
from ..bibliography import style_choice
from ..bibliography.items import items
from ..csl import Cite, Cluster, Processor, parse_found_style
from ..csl.locale import normalize_tag
from ..csl.style_repository import find_style
from ..markup import bbl
from ..markup.bbl import Label
from ..model.record import Record
from ..model.report import Location, Report
from ..model.rich_text import plain
from ..options import Options

BRACKETS = "()[] "
SEPARATORS = " ,.;:()[]"
COMMA = re.compile(r",(?=[”’»›“‘\"']*$)")  # before the year: “Retraction,” 2005
YEAR = re.compile(r"\d{4}\S*$|[a-z]\.\s?[a-z]\.\S*$")  # 2016a, n.d.
LABELLED = ("numeric", "label")  # CSL citation formats that cite by the labels of the list


def write(
    records: Mapping[str, Record], style: str, locale: str, report: Report, *, natbib: bool
) -> str:
    """Return the .bbl file of ``records``, which are mapped by key in the order of citation.

    For an author-date style, LaTeX alone would print author and year in square brackets; a
    warning says so unless the document uses ``natbib``.

    Raises:
        UnknownError: There is no such style or locale.
        StyleError: The style is broken.
        InputError: The style has no bibliography.

    """
    source = find_style(style)
    style_choice.note(source, report)
    parsed = parse_found_style(source)
    if parsed.bibliography is None:
        raise InputError(f"{source.file}: this style has no bibliography, only citations")
    csl_items = items(records.items(), source, Options())
    processor = Processor(parsed, csl_items, normalize_tag(locale) or source.locale or None)
    if parsed.info.citation_format == "author-date" and not natbib:
        message = rf"{style} cites by author and year: let the document have \usepackage{{natbib}}"
        report.warning("no-natbib", Location("medcite"), message)
    if parsed.info.citation_format not in LABELLED:
        return bbl.document(processor.bibliography(), _citation_labels(processor, list(records)))
    labels = {key: _natbib_label(record) for key, record in records.items()} if natbib else {}
    return bbl.document(processor.bibliography(), labels)


def _citation_labels(processor: Processor, keys: Sequence[str]) -> dict[str, Label]:
    """Return labels made of the style's own citations, split into author and year."""
    whole = [Cluster((Cite(key),)) for key in keys]
    author_only = [Cluster((Cite(key, author_only=True),)) for key in keys]
    citations = [plain(text).strip(BRACKETS) for text in processor.cite([*whole, *author_only])]
    pairs = zip(citations[: len(keys)], citations[len(keys) :], strict=True)
    return {key: _split_citation(*pair) for key, pair in zip(keys, pairs, strict=True)}


def _split_citation(citation: str, author: str) -> Label:
    """Split a citation into its author and the rest, which is the year as the style prints it."""
    if author and citation.startswith(author):
        rest = citation[len(author) :].lstrip(SEPARATORS).rstrip(f"{BRACKETS},;:")
        if "." not in rest[:-1]:  # as it is in "n.d."
            rest = rest.removesuffix(".")
        if rest:
            return Label((COMMA.sub("", author),), (rest,))
    year = YEAR.search(citation)
    if not year:
        return Label((citation,), ("",))
    author = COMMA.sub("", citation[: year.start()].strip(SEPARATORS))
    return Label((author or citation,), (year[0],))


def _natbib_label(record: Record) -> Label:
    r"""Return author and year for a style that has only numbers: natbib's ``\citet`` needs them."""
    names = [name.literal or name.family for name in record.author or record.editor]
    authors = names[0] if names else record.container_title_short or record.title
    if len(names) == 2:
        authors += f" and {names[1]}"
    elif len(names) > 2:
        authors += " et al."
    year = str(record.issued.start.year) if record.issued and record.issued.start else "n.d."
    return Label((authors,), (year,))
