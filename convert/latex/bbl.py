"""The bibliography as LaTeX reads it, in any CSL style, without BibTeX."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from convert.csl import Cite, Cluster, Processor, parse_style
from convert.csl.find import find
from convert.markup import bbl
from convert.markup.bbl import Label
from convert.model import Record
from convert.report import InputError
from convert.text import Text, plain
from convert.writers import csl_json

BRACKETS = "()[] "
LABELLED = ("numeric", "label")  # CSL's citation formats whose cites the list itself names


def write(records: Mapping[str, Record], style: str, locale: str, *, natbib: bool) -> str:
    """Give the .bbl of ``records``, by their keys in the order of their citation.

    Raises:
        UnknownError: There is no such style.
        StyleError: The style is broken.
        InputError: The style has no bibliography.

    """
    found = find(style)
    parsed = parse_style(found.source, found.file)
    if parsed.bibliography is None:
        raise InputError(f"{found.file}: this style has no bibliography, only citations")
    items: dict[str, dict[str, Any]] = {
        key: csl_json.item(record, key=key) for key, record in records.items()
    }
    processor = Processor(parsed, items, locale or found.locale or None)
    if parsed.info.citation_format not in LABELLED:
        return bbl.document(processor.bibliography(), _cited(processor, list(records)))
    labels = {key: _label(record) for key, record in records.items()} if natbib else {}
    return bbl.document(processor.bibliography(), labels)


def _cited(processor: Processor, keys: Sequence[str]) -> dict[str, Label]:
    """Give the labels that the style itself makes: its citations, parted into author and year."""
    authors = [Cluster((Cite(key, author_only=True),)) for key in keys]
    years = [Cluster((Cite(key, suppress_author=True),)) for key in keys]
    cited = processor.cite([*authors, *years])
    pairs = zip(keys, cited[: len(keys)], cited[len(keys) :], strict=True)
    return {key: Label(_bare(author), _bare(year)) for key, author, year in pairs}


def _bare(text: Text) -> Text:
    """Give a citation without the brackets around it, which natbib sets itself."""
    whole = plain(text)
    return (whole.strip(BRACKETS),) if whole[:1] in "([" else text


def _label(record: Record) -> Label:
    r"""Give the label for a style that has only numbers: natbib's ``\citet`` wants a name."""
    names = [name.literal or name.family for name in record.author or record.editor]
    authors = names[0] if names else record.container_title_short or record.title
    if len(names) == 2:
        authors += f" and {names[1]}"
    elif len(names) > 2:
        authors += " et al."
    year = str(record.issued.start.year) if record.issued and record.issued.start else "n.d."
    return Label((authors,), (year,))
