"""What the specification and citeproc-js leave to us: plurals, primes."""

from __future__ import annotations

from typing import Any

import pytest
from medcite.csl import Cite, Cluster, Processor, parse_style
from medcite.csl.style_repository import find_style
from medcite.model.rich_text import plain

ITEM: dict[str, Any] = {
    "id": "a", "type": "article-journal", "title": "T", "container-title": "J",
    "author": [{"family": "Doe", "given": "A"}], "issued": {"date-parts": [[2020]]},
}  # fmt: skip
LONG_LABELS = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout><group delimiter=" "><label variable="locator"/><text variable="locator"/></group>
</layout></citation></style>"""


def cite(style: str, item: dict[str, Any], locale: str, locator: str) -> str:
    processor = Processor(parse_style(style), {"a": item}, locale)
    (text,) = processor.cite([Cluster((Cite("a", locator),))])
    return plain(text)


@pytest.mark.parametrize(
    ("locale", "locator", "printed"),
    [
        ("fr-FR", "213 et 235", "pages 213 et 235"),
        ("fr-FR", "213", "page 213"),
        ("fr-FR", "213 & 235", "pages 213 & 235"),
        ("de-DE", "213 und 235", "Seiten 213 und 235"),
        ("es-ES", "213 y 235", "páginas 213 y 235"),
        ("it-IT", "213 e 235", "pagine 213 e 235"),
        ("en-US", "213 and 235", "pages 213 and 235"),
        ("en-US", "213 et 235", "page 213 et 235"),
        ("it-IT", "e213", "pagina e213"),
        ("it-IT", "12e3", "pagina 12e3"),
        ("zh-CN", "213和235", "页 213和235"),
    ],
)
def test_the_and_of_the_locale_makes_a_label_plural(
    locale: str, locator: str, printed: str
) -> None:
    assert cite(LONG_LABELS, ITEM, locale, locator) == printed


def entry(style: str, **variables: Any) -> str:
    item = {name: value for name, value in {**ITEM, **variables}.items() if value}
    (made,) = Processor(parse_style(find_style(style).source), {"a": item}).bibliography().entries
    return plain(made.text)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("From 5' to 3''' ends", "From 5’ to 3’’’ ends"),
        ("A '''quoted''' one", "A ’’’quoted’’’ one"),
        ("A 'quoted' one", "A “quoted” one"),
        ("l''''acte", "l’’’’acte"),
        ("'''", "’’’"),
    ],
)
def test_three_apostrophes_are_kept(title: str, printed: str) -> None:
    assert f" {printed}. J" in entry("apa", title=title)
