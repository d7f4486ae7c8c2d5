"""A CSL 1.0.2 processor: from a style, CSL-JSON items and a locale to rich text.

    style = parse_style_file("apa.csl")
    processor = Processor(style, {"doe": {...}})
    for entry in processor.bibliography().entries:
        print(plain(entry.text))

Items are plain mappings. The output is ``medcite.model.rich_text``, which markups escape.
Where the specification is silent, this follows citeproc-js.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .errors import StyleError

if TYPE_CHECKING:
    from .bibliography import Bibliography, BibliographyEntry
    from .citations.position import Cluster
    from .context import Cite
    from .locale import Locale, load_locale
    from .processor import Processor
    from .style import Info, Style, parse_found_style, parse_style, parse_style_file

_MODULES = {
    "Bibliography": "bibliography",
    "BibliographyEntry": "bibliography",
    "Cite": "context",
    "Cluster": "citations.position",
    "Locale": "locale",
    "load_locale": "locale",
    "Processor": "processor",
    "Info": "style",
    "Style": "style",
    "parse_found_style": "style",
    "parse_style": "style",
    "parse_style_file": "style",
}

__all__ = [
    "Bibliography",
    "BibliographyEntry",
    "Cite",
    "Cluster",
    "Info",
    "Locale",
    "Processor",
    "Style",
    "StyleError",
    "load_locale",
    "parse_found_style",
    "parse_style",
    "parse_style_file",
]


def __getattr__(name: str) -> object:
    """Import what formatting needs when it is first used: an error alone needs nothing else."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{module}", __name__), name)
