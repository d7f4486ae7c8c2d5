"""Formatted reference lists: a CSL engine lays out, a markup spells.

The engine and the markup are modules found by name; see ``convert/engines`` and
``convert/markup``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from convert.csl import find
from convert.formats import Format
from convert.markup.listing import Bibliography
from convert.model import Record
from convert.nearest import UnknownError
from convert.options import Options
from convert.report import InputError, Report
from convert.writers import csl_json

FORMAT = Format("bibliography", "a formatted reference list (see `medcite cite`)")

ENGINES = {"medcite": "convert.engines.medcite", "citeproc-py": "convert.engines.citeproc_py"}
# A markup's module and the function in it that spells a whole bibliography.
MARKUPS = {
    "text": ("plain", "document"),
    "html": ("html", "fragment"),
    "html-page": ("html", "document"),
    "markdown": ("markdown", "document"),
    "latex": ("latex", "document"),
    "latex-items": ("latex", "listing"),
    "rtf": ("rtf", "document"),
    "docx": ("docx", "document"),
}


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield the reference list as text.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.
        InputError: The markup is docx, which is no text (see ``render``).

    """
    made = render(records, options, report)
    if isinstance(made, bytes):
        raise InputError(f"{options.markup} is no text: write it with `medcite cite -o FILE`")
    yield made


def render(records: Iterable[Record], options: Options, _: Report) -> str | bytes:
    """Give the whole reference list: text, or the bytes of a .docx.

    Raises:
        UnknownError: There is no such style, markup, locale or engine.

    """
    spell = markup(options.markup)
    engine = _known("engine", options.engine, ENGINES)
    style = find.find(options.style)
    listed = import_module(engine).bibliography(items(records), style, options.locale)
    return spell(listed)


def check(options: Options) -> None:
    """Look up everything that the options name, before a long input is read.

    Raises:
        UnknownError: There is no such style, markup or engine.

    """
    markup(options.markup)
    _known("engine", options.engine, ENGINES)
    find.find(options.style)


def items(records: Iterable[Record]) -> list[dict[str, Any]]:
    """Give the records as CSL-JSON items, each with an id of its own."""
    made: list[dict[str, Any]] = []
    seen: dict[str, int] = {}
    for number, record in enumerate(records, start=1):
        key = record.key or record.pmid or record.doi or f"item{number}"
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:  # the same article twice is two entries
            key = f"{key}-{seen[key]}"
        made.append(csl_json.item(record, key=key))
    return made


def markup(name: str) -> Callable[[Bibliography], str | bytes]:
    """Give the function that spells a bibliography in a markup.

    Raises:
        UnknownError: There is no such markup.

    """
    module, function = _known("markup", name, MARKUPS)
    spell: Callable[[Bibliography], str | bytes] = getattr(
        import_module(f"convert.markup.{module}"), function
    )
    return spell


def _known(kind: str, name: str, table: dict[str, Any]) -> Any:
    """Look ``name`` up, or say what it may have meant."""
    if name not in table:
        raise UnknownError(kind, name, table)
    return table[name]
