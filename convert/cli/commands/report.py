"""``medcite report``: one page to look at a search."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from ...bibliography import references, style_choice
from ...csl.style_repository import StyleSource
from ...files.workers import Portable
from ...markup import html, report_page
from ...model.record import Record
from ...model.report import Location
from ...options import Options
from ...search_report.overview import FoundArticle, Overview, articles
from .. import choosing, common_arguments, inputs, merged_inputs, output, parallel
from ..console import Console
from .cite import FORMATTING

if TYPE_CHECKING:
    from ...overwrite.rules import Rule

HELP = "show a search on one page: counts, duplicates, retractions, a table of all records"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite report pubmed.nbib embase.ris -o report.html
  medcite report *.ris -o report.html --title "Statins in sepsis, May 2024"
  medcite report *.ris -o report.html --review near.csv     as `medcite merge` was told
  medcite report refs.nbib -o report.html --style apa --where 'year >= 2015'

The page is one file, which needs no network. Records of one article are merged as `medcite merge`
does, and the flow of records has its counts."""

_MERGED = "html"  # no format's name: what only one format has a place for is not on the page


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)
    common_arguments.add_output(parser)
    choices = tuple(choice for choice in FORMATTING if choice.option != "markup")
    common_arguments.add_choices(parser, choices, "formatting")
    parser.add_argument(
        "--title", default="Search report", metavar="TEXT",
        help="the heading of the page (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--review", metavar="FILE", help="follow the decisions in a table of `medcite merge`"
    )


def run(arguments: Namespace, console: Console) -> None:
    """Read and merge all inputs, and write the page."""
    options = common_arguments.options(arguments)
    style = style_choice.find(options)
    inputs.refuse_overwriting(arguments)
    rule = None if arguments.force else _rule
    output.check(arguments.output, rule)
    remembered = merged_inputs.reviewed(merged_inputs.memory(arguments.inputs), console)
    reviewed = merged_inputs.reviewed(arguments.review, console).after(remembered)
    selection = choosing.selection(arguments, console.report)
    merge = merged_inputs.merge(arguments, console, reviewed)
    found = articles(merge, merge.records(console.report, _MERGED, ""))
    if selection:
        found = _chosen(found, partial(selection.of, report=console.report))
    overview = Overview()
    texts = list(_references(overview.follow(found), style, options))
    text = report_page.document(overview.page(texts, merge.counts(), arguments.title))
    if not output.is_stream(arguments.output):
        text = report_page.MARK.sign(text)
    console.deliver([text], arguments.output, output.guard(arguments.output, rule))
    style_choice.note(style, console.report)
    console.report.note("summary", Location("medcite"), merge.counts().summary)


def _rule() -> Rule:
    """Return the rule for replacing a page: one of medcite's, as nobody has changed it."""
    from ...overwrite import rules  # noqa: PLC0415  # only an existing file needs it

    return rules.marked([report_page.MARK])


def _chosen(
    found: Iterable[FoundArticle], choose: Callable[[Iterable[Record]], Iterable[Record]]
) -> Iterator[FoundArticle]:
    """Yield the chosen articles; all are counted by the merge before."""
    by_record = {id(article.record): article for article in found}
    for record in choose(article.record for article in by_record.values()):
        yield by_record[id(record)]


def _references(records: Iterable[Record], style: StyleSource, options: Options) -> Iterable[str]:
    """Return the references as HTML; by several processes if the style allows that."""
    make = _html_maker(style, options)
    if make is None:
        return map(html.render, references.whole_list(records, style, options))
    portable = Portable(make, _html_maker, style, options)
    return chain.from_iterable(parallel.process_batches(records, portable))


def _html_maker(
    style: StyleSource, options: Options
) -> Callable[[Sequence[Record]], list[str]] | None:
    """Return what makes the references of some records, ``None`` if all are made at once."""
    make = references.batch_maker(style, options)
    return None if make is None else lambda records: list(map(html.render, make(records)))
