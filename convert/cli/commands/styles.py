"""``medcite styles``: find a citation style."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import NoReturn

from ...base.errors import InputError
from ...base.suggestions import UnknownError, nearest
from ...csl import style_repository
from ..common_arguments import UsageError
from ..console import Console

HELP = "find citation styles by title, field or a journal's ISSN"
ARGUMENTS = "[QUERY ...]"
EXAMPLES = """\
  medcite styles lancet                styles with this word in name or title
  medcite styles 1741-7015             the style of the journal with this ISSN
  medcite styles medicine vancouver    all of the words, in title or field
  medcite styles --field psychology    every style of a field"""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words, or an ISSN")
    parser.add_argument("--field", metavar="FIELD", help="only of this field, such as medicine")


def run(arguments: Namespace, console: Console) -> None:
    """Print the styles found, ours first; none found is an error, with the nearest names."""
    query = " ".join(arguments.query)
    if not query and not arguments.field:
        raise UsageError("what for? give a QUERY or --field FIELD")
    found = style_repository.search_styles(query)
    if arguments.field:
        found = [each for each in found if arguments.field in each.fields]
        if not found:
            _no_field(arguments.field, query)
    if not found:
        near = nearest(query, style_repository.style_names())
        advice = f"; did you mean {' or '.join(near)}?" if near else ""
        raise InputError(f"no style has {query!r} in its name, title, field or ISSN{advice}")
    width = min(40, max(len(each.name) for each in found))
    console.show_lines(_line(each, width) for each in found)


def _no_field(field: str, query: str) -> NoReturn:
    """Say that no style of a field was found: an unknown field is answered with the nearest."""
    known = {name for each in style_repository.search_styles("") for name in each.fields}
    if field not in known:
        raise UnknownError("field", field, sorted(known))
    raise InputError(f"no style of the field {field} has {query!r} in its name, title or ISSN")


def _line(entry: style_repository.StyleListing, width: int) -> str:
    """Return a style's line: name, title, and whose style it is."""
    parent = f" (as {entry.parent})" if entry.parent else ""
    ours = " (medcite's own)" if entry.ours else ""
    return f"{entry.name:{width}}  {entry.title}{parent}{ours}"
