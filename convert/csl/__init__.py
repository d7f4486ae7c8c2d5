"""A CSL 1.0.2 processor: a style, CSL-JSON items and a locale in, settled rich text out.

    style = parse_style_file("apa.csl")
    processor = Processor(style, {"doe": {...}})
    for entry in processor.bibliography().entries:
        print(plain(entry.text))

Items are plain mappings; the output is ``medcite.model.rich_text``; escaping is for a markup.
Where the specification is silent, this follows citeproc-js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import StyleError

if TYPE_CHECKING:
    from .bibliography import Bibliography, Entry
    from .citations.position import Cluster
    from .context import Cite
    from .locale import Locale, load_locale
    from .processor import Processor
    from .style import Info, Style, parse_style, parse_style_file

_HOMES = {
    "Bibliography": "bibliography",
    "Entry": "bibliography",
    "Cite": "context",
    "Cluster": "citations.position",
    "Locale": "locale",
    "load_locale": "locale",
    "Processor": "processor",
    "Info": "style",
    "Style": "style",
    "parse_style": "style",
    "parse_style_file": "style",
}

__all__ = [
    "Bibliography",
    "Cite",
    "Cluster",
    "Entry",
    "Info",
    "Locale",
    "Processor",
    "Style",
    "StyleError",
    "load_locale",
    "parse_style",
    "parse_style_file",
]


def __getattr__(name: str) -> object:
    """Load what formatting needs when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f".{home}", __name__), name)
