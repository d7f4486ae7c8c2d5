"""The arguments by which a command takes only some of its records."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from ..files.source import open_source
from ..model.report import Report

if TYPE_CHECKING:
    from ..choosing.selection import Selection

HELP = """\
take only some of the records, and tell how many; CONDITION is such as
'year >= 2015 and mesh:"Humans" and not type:Review' (`medcite fields record` lists the fields)"""

# What the arguments are where all records are taken.
ALL = {"where": None, "ids": None, "unique": False, "sample": None, "limit": None}


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    group = parser.add_argument_group("choosing records", HELP)
    group.add_argument("--where", metavar="CONDITION", help="those of which this is true")
    group.add_argument("--ids", metavar="FILE", help="those with a PMID, PMCID, DOI or key in FILE")
    group.add_argument(
        "--unique", action="store_true", help="one an article: the first with its PMID, PMCID, DOI"
    )
    group.add_argument(
        "--sample", type=number, metavar="N", help="N of them at random, the same each time"
    )
    group.add_argument(
        "--seed", type=number, default=0, metavar="S", help="a number for another sample"
    )
    group.add_argument("--limit", type=number, metavar="N", help="the first N (after --sort)")


def number(text: str) -> int:
    """Return a number. Raises ArgumentTypeError if it is none."""
    if not (text.isascii() and text.isdecimal()):
        raise ArgumentTypeError(f"expected a number such as 100, not {text!r}")
    return int(text)


def selection(arguments: Namespace, report: Report) -> Selection | None:
    """Return what the arguments choose, or ``None`` if they take all records.

    Raises:
        QueryError: The condition is wrong.
        InputError: The list of articles cannot be read.

    """
    if vars(arguments).items() >= ALL.items():
        return None
    from ..choosing.selection import Selection  # noqa: PLC0415  # most runs take all records
    from ..choosing.wanted import WantedArticles, read_names  # noqa: PLC0415  # likewise
    from ..query.grammar import parse  # noqa: PLC0415  # likewise

    where = None if arguments.where is None else parse(arguments.where)
    wanted = None
    if arguments.ids is not None:
        source = open_source(arguments.ids, report)
        wanted = WantedArticles(read_names(source.lines, source.name))
    return Selection(
        where, wanted, arguments.unique, arguments.sample, arguments.seed,
        vars(arguments).get("sort", "none"), arguments.limit,
    )  # fmt: skip
