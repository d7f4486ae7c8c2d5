"""``medcite styles``: find citation styles."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import NoReturn

from ...base.errors import InputError
from ...base.suggestions import UnknownError, nearest
from ...csl import style_repository, style_search
from ...csl.style_index import StyleListing
from ..common_arguments import UsageError
from ..console import Console

HELP = "find citation styles by title, field or a journal's ISSN"
ARGUMENTS = "[QUERY ...]"
EXAMPLES = """\
  medcite styles lancet                styles with this word in name or title
  medcite styles 1741-7015             the style of the journal with this ISSN
  medcite styles medicine vancouver    all of these words, in title or field
  medcite styles --field psychology    every style of a field"""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words, or an ISSN")
    parser.add_argument(
        "--field", metavar="FIELD", help="only styles of this field, such as medicine"
    )


def run(arguments: Namespace, console: Console) -> None:
    """Print the styles found, medcite's own first; if there are none, suggest the nearest names."""
    query = " ".join(arguments.query)
    if not query and not arguments.field:
        raise UsageError("expected a QUERY or --field FIELD")
    styles = style_search.search_styles(query)
    if arguments.field:
        styles = [style for style in styles if arguments.field in style.fields]
        if not styles:
            _raise_no_style(arguments.field, query)
    if not styles:
        names = nearest(query, style_repository.style_names())
        hint = f"; did you mean {' or '.join(names)}?" if names else ""
        raise InputError(f"no style has {query!r} in its name, title, field or ISSN{hint}")
    width = min(40, max(len(style.name) for style in styles))
    console.show_lines(_line(style, width) for style in styles)


def _raise_no_style(field: str, query: str) -> NoReturn:
    """Raise an error: no style of the field was found, or there is no such field."""
    known = {name for style in style_search.search_styles("") for name in style.fields}
    if field not in known:
        raise UnknownError("field", field, sorted(known))
    raise InputError(f"no style of the field {field} has {query!r} in its name, title or ISSN")


def _line(style: StyleListing, width: int) -> str:
    """Return the line of a style: its name, title and origin."""
    parent = f" (as {style.parent})" if style.parent else ""
    own = " (medcite's own)" if style.ours else ""
    return f"{style.name:{width}}  {style.title}{parent}{own}"
