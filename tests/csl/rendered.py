"""Render one cite by the body of a layout, for tests of single elements."""

from __future__ import annotations

from typing import Any

from medcite.csl import Cite, Cluster, Processor, parse_style
from medcite.model.rich_text import Text, plain

STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
    "{macros}<citation><layout>{body}</layout></citation></style>"
)


def text(body: str, *, macros: str = "", locale: str = "en-US", **item: Any) -> str:
    """Return the characters of a cite of ``item``."""
    return plain(rich(body, macros=macros, locale=locale, **item))


def rich(body: str, *, macros: str = "", locale: str = "en-US", **item: Any) -> Text:
    """Return a cite of ``item``; its variables have underscores for hyphens."""
    style = parse_style(STYLE.format(body=body, macros=macros))
    variables = {name.replace("_", "-"): value for name, value in item.items()}
    processor = Processor(style, {"a": {"id": "a", "type": "book", **variables}}, locale=locale)
    return processor.cite([Cluster((Cite("a", locator=item.get("locator", "")),), 0)])[0]
