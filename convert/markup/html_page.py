"""A whole HTML page, with a style sheet for the layout of the citation style."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.rich_text import Text
from . import html
from .html import MARK, escape, quote, render
from .reference_list import ReferenceList
from .registry import Markup

PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 45em; margin: 2em auto; padding: 0 1em; font-family: serif; }}
{rules}
</style>
</head>
<body>
{cited}<h1>{title}</h1>
{body}</body>
</html>
"""


def document(
    bibliography: ReferenceList,
    citations: Sequence[Text] = (),
    title: str = "References",
) -> str:
    """Return a whole page, ``citations`` first."""
    cited = "".join(f'<p class="citation">{render(text)}</p>\n' for text in citations)
    return PAGE.format(
        lang=quote(bibliography.language or "en"),
        title=escape(title),
        cited=cited,
        rules="\n".join(_rules(bibliography)),
        body=html.document(bibliography),
    )


def _rules(bibliography: ReferenceList) -> list[str]:
    """Return the rules of the style sheet for the layout of the citation style."""
    rules = [
        f".csl-bib-body {{ line-height: {1.35 * bibliography.line_spacing:g}; }}",
        f".csl-entry {{ margin-bottom: {bibliography.entry_spacing:g}em; overflow: hidden;"
        " overflow-wrap: break-word; }",
        ".csl-indent { margin-left: 2em; }",
        "sup, sub { line-height: 0; }",
    ]
    if bibliography.second_field_align:
        width = f"{bibliography.max_offset + 1:g}ch"
        rules += [
            f".csl-left-margin {{ float: left; width: {width}; text-align: right; }}",
            f".csl-right-inline {{ margin-left: calc({width} + 0.5em); }}",
        ]
        if bibliography.second_field_align == "margin":
            rules.append(f".csl-entry {{ margin-left: calc(-{width} - 0.5em); }}")
    elif bibliography.hanging_indent:
        rules.append(".csl-entry { padding-left: 2em; text-indent: -2em; }")
    return rules


MARKUP = Markup("html-page", document, suffixes=(".html", ".htm"), mark=MARK)
