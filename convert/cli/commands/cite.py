"""``medcite cite``: format a reference list, or the citations of a text and their list."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from ...base.errors import InputError
from ...bibliography import engine_registry, style_choice
from ...files.decoding import EXPECTED
from ...files.source import Source, open_any, open_source
from ...files.workers import Portable
from ...markup import registry
from ...model.record import Record
from ...model.report import Report
from ...options import Options
from ...writers import bibliography
from .. import common_arguments, inputs, online, output, parallel
from ..console import Console

if TYPE_CHECKING:
    from ...overwrite.rules import Rule

HELP = "format a reference list in any of 10,000 citation styles"
ARGUMENTS = "INPUT [INPUT ...]"
EXAMPLES = """\
  medcite cite refs.nbib                               Vancouver, as text
  medcite cite refs.nbib --style nlm                   as in PubMed
  medcite cite refs.nbib --style the-lancet -o refs.docx
  medcite cite refs.nbib --style apa --locale de-DE --as markdown
  medcite cite refs.nbib --style apa --journal full    with NLM's additions to journals' titles
  medcite cite refs.bib --style ./my-journal.csl --as html
  medcite cite refs.nbib --citations citations.json    citations in the text, then the list

`medcite styles WORD` finds a style. --citations reads a JSON array of clusters, each an
array of cites. A cite is a key, PMID, PMCID or DOI, or {"id": ..., "locator": "12", "label":
"page", "prefix": "see ", "suffix": ", too", "author-only": true, "suppress-author": true}.
A footnote is an object {"cites": [...], "note": 1}."""

FORMATTING = (
    common_arguments.Choice(
        "--style", "style", (), "a style's name, or the path of a .csl file", "STYLE"
    ),
    common_arguments.Choice("--as", "markup", registry.NAMES, "the markup", "MARKUP"),
    common_arguments.Choice(
        "--locale", "locale", (), "the language, such as de-DE (default: the style's)", "LOCALE"
    ),
    common_arguments.Choice(
        "--engine", "engine", engine_registry.NAMES, "the CSL engine", "ENGINE"
    ),
)
MARK_RETRACTED = common_arguments.Choice(
    "--mark-retracted", "mark_retracted", (), "put [Retracted] behind the titles of retracted"
    " articles, which are always told", const=True,
)  # fmt: skip
SORTING = common_arguments.SORTING._replace(doc="the order of records, if the style does not sort")
FORMATTED = (
    *FORMATTING,
    common_arguments.JOURNAL,
    common_arguments.DATE,
    common_arguments.KEY,
    SORTING,
    MARK_RETRACTED,
)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)
    online.add(parser)
    common_arguments.add_output(parser)
    common_arguments.add_choices(parser, FORMATTED, "formatting")
    parser.add_argument("--citations", metavar="FILE", help="citations in JSON (see below)")
    parser.add_argument(
        "--reference-doc", metavar="FILE", help="a Word document whose styles, fonts and pages"
        " a list in Word (-o refs.docx) takes",
    )  # fmt: skip


def run(arguments: Namespace, console: Console) -> None:
    """Read all inputs and print one reference list."""
    options = _options(arguments)
    markup = registry.find(options.markup)
    output.refuse_terminal(arguments.output, markup.name, markup.binary)
    if arguments.citations == "-" and "-" in arguments.inputs:
        raise common_arguments.UsageError(
            "standard input can be the citations or the records, not both"
        )
    inputs.refuse_overwriting(arguments)
    template = _template(arguments, markup)
    mark, rule = markup.mark, None if arguments.force else partial(_rule, markup)
    if mark:
        output.check(arguments.output, rule)
    render = _render_citations if arguments.citations else _render_list
    text = render(arguments, options, console)
    if template:
        text = _like(template, text)
    if mark and not output.is_stream(arguments.output):
        text = mark.sign(text)
    console.deliver([text], arguments.output, output.guard(arguments.output, rule))


def _template(arguments: Namespace, markup: registry.Markup) -> Source | None:
    """Return the document that the list is to look like, if one is named. Raises InputError."""
    if not arguments.reference_doc:
        return None
    if markup.name != "docx":
        raise common_arguments.UsageError("--reference-doc is for lists in Word: -o refs.docx")
    source = open_any(arguments.reference_doc)
    if not source.data:
        raise InputError(f"{source.name}: is no Word document (.docx)")
    return source


def _like(template: Source, listed: str | bytes) -> bytes:
    from ...markup import reference_document  # noqa: PLC0415  # few lists are in Word

    assert isinstance(listed, bytes)  # as those in Word are
    return reference_document.styled(listed, template.data, template.name)


def _rule(markup: registry.Markup) -> Rule:
    """Return the rule for replacing a file by a list in the markup."""
    from ...overwrite import compare_lines, rules  # noqa: PLC0415  # only an existing file needs it

    marks = [known.mark for known in registry.markups() if known.mark]
    return rules.marked(marks, None if markup.mark else compare_lines.missing_lines)


def _render_list(arguments: Namespace, options: Options, console: Console) -> str | bytes:
    """Return the list; a long one is formatted by several processes if its style allows that."""
    style = bibliography.check(options)
    part = bibliography.parts(style, options) if style else None
    opened = inputs.Inputs(arguments, console)
    if style is None or part is None:
        return bibliography.render(opened.records(), options, console.report)
    style_choice.note(style, console.report)
    part = Portable(part, bibliography.parts, style, options)
    parts = parallel.process_numbered_chunks(opened, partial(_entries, part, options), console)
    if parts is None:
        records = list(bibliography.noted(opened.records(), options, console.report))
        parts = parallel.process_slices(records, part) or [part(records, 0)]
    return bibliography.joined(parts, options)


def _entries(
    part: bibliography.MakePart,
    options: Options,
    records: Iterable[Record],
    report: Report,
    before: int,
) -> list[bibliography.Part]:
    return [part(bibliography.noted(records, options, report), before)]


def _render_citations(arguments: Namespace, options: Options, console: Console) -> str | bytes:
    """Return the citations, one a line, then a blank line and the list of what they cite."""
    from ...bibliography import citations  # noqa: PLC0415  # only --citations needs it

    bibliography.check(options)
    report = console.report
    try:
        text = open_source(arguments.citations, report).text()
    except InputError as error:
        message = str(error).replace(EXPECTED, "expected citations in JSON (see --help)")
        raise InputError(message) from error
    clusters = citations.parse(text, arguments.citations)
    opened = inputs.Inputs(arguments, console)
    records = list(opened.records())
    ids = [cite.id for cluster in clusters for cite in cluster.cites]
    records += opened.fetched(records, ids)
    return bibliography.cited(records, clusters, options, report, arguments.citations)


def _options(arguments: Namespace) -> Options:
    """Return the options; the default markup is that of the output's suffix.

    Raises:
        UnknownError: There is no markup for that suffix, and none was chosen.

    """
    options = common_arguments.options(arguments)
    if "markup" in vars(arguments):
        is_page = options.markup == "html" and not output.is_stream(arguments.output)
        return options.replace(markup="html-page") if is_page else options
    suffix = os.path.splitext(arguments.output.lower().removesuffix(".gz"))[1]
    return options.replace(markup=registry.for_suffix(suffix).name) if suffix else options
