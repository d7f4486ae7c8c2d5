"""Small styles and items, and what the processor makes of them, as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from medcite.csl import Bibliography, Cite, Cluster, Processor, parse_style
from medcite.tables.csl_variables import DATES, NAMES

from tests.csl.run_suite import html

Item: TypeAlias = dict[str, Any]

_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="{klass}" version="1.0" {options}>
<info><title>Sample</title><id>sample</id><updated>2024-01-01T00:00:00+00:00</updated></info>
{before}
<citation {citation}>{sort}<layout delimiter="{delimiter}">{layout}</layout></citation>
<bibliography {bibliography}>{entry_sort}<layout>{entry}</layout></bibliography>
</style>"""


def style(
    layout: str = '<text variable="title"/>',
    *,
    klass: str = "in-text",
    options: str = "",  # attributes of cs:style
    before: str = "",  # macros and locales
    citation: str = "",  # attributes of cs:citation
    sort: str = "",
    delimiter: str = "; ",
    bibliography: str = "",  # attributes of cs:bibliography
    entry_sort: str = "",
    entry: str = '<text variable="title"/>',
) -> str:
    """Return a style: ``layout`` for citations, ``entry`` for the bibliography."""
    return _STYLE.format(
        klass=klass, options=options, before=before, citation=citation, sort=_sort(sort),
        delimiter=delimiter, layout=layout, bibliography=bibliography,
        entry_sort=_sort(entry_sort), entry=entry,
    )  # fmt: skip


def _sort(keys: str) -> str:
    return f"<sort>{keys}</sort>" if keys else ""


def terms(**texts: str) -> str:
    """Return a cs:locale for any language with terms; names have underscores for hyphens."""
    nodes = (f'<term name="{name.replace("_", "-")}">{text}</term>' for name, text in texts.items())
    return f"<locale><terms>{''.join(nodes)}</terms></locale>"


def macro(name: str, body: str) -> str:
    """Return a cs:macro."""
    return f'<macro name="{name}">{body}</macro>'


def item(id_: str = "a", /, **variables: Any) -> Item:
    """Return an item; names of variables have underscores for hyphens.

    Names may be written "Family, Given; Family, Given; |Organization", and dates "2020-5-17" or
    "2020-5/2021".
    """
    named = {name.replace("_", "-"): value for name, value in variables.items()}
    return {
        "id": id_,
        "type": "book",
        **{name: _value(name, value) for name, value in named.items()},
    }


def _value(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in NAMES:
        return [_name(text) for text in value.split("; ")]
    return date(value) if name in DATES else value


def _name(text: str) -> dict[str, str]:
    if text[0] == "|":
        return {"literal": text[1:]}
    family, _, given = text.partition(", ")
    return {"family": family, "given": given} if given else {"family": family}


def date(text: str, **more: Any) -> dict[str, Any]:
    """Return a date of CSL-JSON: "2020-5-17", "-44-3", or a range "2020-5/2021"."""
    return {"date-parts": [_date_parts(end) for end in text.split("/")], **more}


def _date_parts(text: str) -> list[int]:
    sign = -1 if text[0] == "-" else 1
    year, *others = map(int, text.removeprefix("-").split("-"))
    return [sign * year, *others]


def citations(
    source: str, items: Sequence[Item], notes: Sequence[Sequence[str | Cite]]
) -> list[str]:
    """Return the citations of a document, each a list of ids or cites, in the notes 1, 2, ...

    In a style for citations in the text they are in the text.
    """
    in_notes = 'class="note"' in source
    clusters = [
        Cluster(tuple(map(_cite, cites)), number if in_notes else 0)
        for number, cites in enumerate(notes, start=1)
    ]
    return [_html(text) for text in _processor(source, items).cite(clusters)]


def _cite(cite: str | Cite) -> Cite:
    return Cite(cite) if isinstance(cite, str) else cite


def citation(source: str, *items: Item) -> str:
    """Return one citation of all items."""
    return citations(source, items, [[item["id"] for item in items]])[0]


def text(layout: str, cite: Mapping[str, str] | None = None, /, **variables: Any) -> str:
    """Return a cite of one item by the body of a layout; ``cite`` has its locator and label."""
    return citations(style(layout), [item(**variables)], [[Cite("a", **(cite or {}))]])[0]


def bibliography(source: str, *items: Item) -> Bibliography:
    """Return the bibliography of all items."""
    return _processor(source, items).bibliography()


def entries(source: str, *items: Item) -> list[str]:
    """Return the bibliography's entries."""
    return [_html(entry.text) for entry in bibliography(source, *items).entries]


def _processor(source: str, items: Sequence[Item]) -> Processor:
    return Processor(parse_style(source), {item["id"]: item for item in items})


def _html(text: Any) -> str:
    return html(text).replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">")
