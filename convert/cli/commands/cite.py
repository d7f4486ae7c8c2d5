"""``medcite cite``: a formatted reference list, or the citations of a text and their list."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from ...base.errors import InputError
from ...bibliography import engine_registry
from ...files import atomic
from ...files.source import EXPECTED, open_source
from ...files.workers import Portable
from ...markup import registry
from ...model.record import Record
from ...model.report import Report
from ...options import Options
from ...writers import bibliography
from .. import common_arguments, inputs, output, parallel
from ..console import Console

if TYPE_CHECKING:
    from ...overwrite.rules import Rule

HELP = "format a reference list in any of 10,000 citation styles"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite cite refs.nbib                               Vancouver, as text
  medcite cite refs.nbib --style nlm                   as PubMed cites
  medcite cite refs.nbib --style the-lancet -o refs.docx
  medcite cite refs.nbib --style apa --locale de-DE --as markdown
  medcite cite refs.nbib --style apa --journal clean   without NLM's additions to names
  medcite cite refs.bib --style ./my-journal.csl --as html
  medcite cite refs.nbib --citations citations.json    clusters in the text, then the list

`medcite styles WORD` finds a style. The file of --citations is a JSON array of clusters,
each an array of cites: a key, PMID, PMCID or DOI, or {"id": ..., "locator": "12", "label":
"page", "prefix": "see ", "suffix": ", too", "author-only": true, "suppress-author": true};
or an object {"cites": [...], "note": 1} for a footnote."""

FORMATTING = (
    common_arguments.Choice(
        "--style", "style", (), "the style's name, or a path to a .csl file", "STYLE"
    ),
    common_arguments.Choice("--as", "markup", registry.NAMES, "the markup", "MARKUP"),
    common_arguments.Choice(
        "--locale", "locale", (), "the language, as de-DE (else the style's)", "LOCALE"
    ),
    common_arguments.Choice(
        "--engine", "engine", engine_registry.NAMES, "the CSL engine", "ENGINE"
    ),
)
SORTING = common_arguments.SORTING._replace(doc="the order of records, if the style leaves it open")
FORMATTED = (
    *FORMATTING,
    common_arguments.JOURNAL,
    common_arguments.DATE,
    common_arguments.KEY,
    SORTING,
)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)
    common_arguments.add_output(parser)
    common_arguments.add_choices(parser, FORMATTED, "formatting")
    parser.add_argument("--citations", metavar="FILE", help="citations in JSON (see below)")


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs and print one reference list."""
    options = _options(arguments)
    to_terminal = atomic.is_standard_output(arguments.output) and sys.stdout.isatty()
    markup = registry.find(options.markup)
    if markup.binary and to_terminal:
        name = markup.name
        raise common_arguments.UsageError(
            f"a .{name} does not go to a terminal: say -o FILE.{name}"
        )
    if arguments.citations == "-" and "-" in arguments.inputs:
        raise common_arguments.UsageError(
            "standard input is either the citations or the records, not both"
        )
    inputs.refuse_overwriting(arguments)
    mark, rule = markup.mark, None if arguments.force else partial(_rule, markup)
    if mark:
        output.check(arguments.output, rule)
    made = (_cited if arguments.citations else _list)(arguments, options, console)
    signed = mark.sign(made) if mark and not output.is_stream(arguments.output) else made
    console.deliver([signed], arguments.output, output.guard(arguments.output, rule))


def _rule(markup: registry.Markup) -> Rule:
    """Return the rule by which a file may be replaced by a list in the markup."""
    from ...overwrite import compare_lines, rules  # noqa: PLC0415  # only a file that is there needs it

    marks = [other.mark for other in registry.markups() if other.mark]
    return rules.marked(marks, None if markup.mark else compare_lines.missing_lines)


def _list(arguments: Namespace, options: Options, console: Console) -> str | bytes:
    """Make the list, a long one by several processes where its entries allow it."""
    style = bibliography.check(options)
    part = bibliography.parts(style, options)
    given = inputs.Inputs(arguments, console)
    if part is None:
        return bibliography.render(given.records(), options, console.report)
    part = Portable(part, bibliography.parts, style, options)
    parts = parallel.numbered(given, partial(_entries, part), console)
    if parts is None:
        records = list(given.records())
        parts = parallel.sliced(records, part) or [part(records, 0)]
    return bibliography.joined(parts, options)


def _entries(
    part: bibliography.Part, records: Iterable[Record], _: Report, before: int
) -> list[Any]:
    return [part(records, before)]


def _cited(arguments: Namespace, options: Options, console: Console) -> str | bytes:
    """Return each citation on a line, a blank line, and the list of what is cited."""
    from ...bibliography import citations  # noqa: PLC0415  # only --citations needs it

    bibliography.check(options)
    report = console.report
    try:
        text = open_source(arguments.citations, report).text()
    except InputError as error:
        message = str(error).replace(EXPECTED, "expected citations in JSON (see --help)")
        raise InputError(message) from error
    found = citations.parse(text, arguments.citations)
    records = inputs.Inputs(arguments, console).records()
    return bibliography.cited(records, found, options, report, arguments.citations)


def _options(arguments: Namespace) -> Options:
    """Gather the options; the markup is by default that of the output's suffix.

    Raises:
        UnknownError: There is no markup for that suffix, and none was asked for.

    """
    options = common_arguments.options(arguments)
    if "markup" in vars(arguments):
        page = options.markup == "html" and not output.is_stream(arguments.output)
        return options.replace(markup="html-page") if page else options
    suffix = os.path.splitext(arguments.output.lower().removesuffix(".gz"))[1]
    return options.replace(markup=registry.for_suffix(suffix).name) if suffix else options
