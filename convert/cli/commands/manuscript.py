"""``medcite manuscript``: the citations and the reference list of a manuscript."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ...base import terminal
from ...manuscript import live_form, plan
from ...plain_documents import plan as plain_documents
from .. import common_arguments, inputs, online, output, plain_manuscript
from ..console import Console
from . import cite

if TYPE_CHECKING:
    from ...manuscript.check import CheckedCitation
    from ...overwrite.rules import Rule

HELP = "write the citations and the reference list of a manuscript"
ARGUMENTS = "DOCUMENT [FILE ...]"
EXAMPLES = """\
  medcite manuscript paper.docx                       paper-cited.docx; references beside it
  medcite manuscript paper.docx refs/ --style jama    references in a folder
  medcite manuscript paper.docx --live no             plain text instead of Zotero's fields
  medcite manuscript paper.docx --live endnote        for EndNote, with paper-cited.xml beside
  medcite manuscript paper.docx --check               what it cites where, and what is wrong
  medcite manuscript paper-cited.docx --style the-lancet -o lancet.docx
  medcite manuscript paper.qmd                        the bibliography that it names
  medcite manuscript paper.typ refs/ -o refs.yml --check

Citations in the text: [PMID: 38413930], [PMID: 38413930; PMC10900595], (PMID: 38413930),
[doi:10.1186/...], [@pmid:38413930, p. 4; @smith2020], addresses in PubMed and at doi.org in
brackets. Fields of Zotero, Mendeley, EndNote, Citavi and Word are, too. The list goes below the
heading "References", to the paragraph [references], or to the end.

Of Markdown (.md, .qmd, .Rmd) and Typst (.typ) the text is not changed; what it cites
([@pmid:38413930], @pmid-38413930) is added to the bibliography that it names."""

FORM = common_arguments.OneOf(("text", "json"), "form")
LIVE = common_arguments.OneOf(live_form.names(), "form")
FORMATTING = (
    common_arguments.Choice(
        "--style", "style", (), "a style's name, or the path of a .csl file", "STYLE"
    ),
    common_arguments.Choice(
        "--locale", "locale", (), "the language, such as de-DE (default: the style's)", "LOCALE"
    ),
    common_arguments.JOURNAL,
    common_arguments.DATE,
    cite.MARK_RETRACTED,
)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "document", metavar="DOCUMENT", help="the .docx, .md, .qmd, .Rmd or .typ file"
    )
    parser.add_argument(
        "files", nargs="*", default=[], metavar="FILE",
        help="reference files, folders or patterns (default: those beside the document)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", default="", metavar="FILE",
        help="the document to write (default: DOCUMENT-cited.docx), or the bibliography of one in"
        " Markdown or Typst (default: what it names)",
    )  # fmt: skip
    common_arguments.add_force(parser, "replace FILE even if medcite did not write it")
    parser.add_argument(
        "--check", action="store_true",
        help="write nothing; list the citations and report what is wrong with them; for Markdown"
        " and Typst, exit with 1 if the bibliography would change",
    )  # fmt: skip
    parser.add_argument(
        "--as", dest="form", type=FORM, default="text", metavar="FORM",
        help="with --check: text, or json, an object for each citation (default: text)",
    )  # fmt: skip
    parser.add_argument(
        "--live", type=LIVE, choices=LIVE.values, default=live_form.DEFAULT, metavar="FORM",
        help="what citations are: zotero, fields that Zotero's plugin for Word goes on with;"
        " endnote, temporary citations and a library; transfer, Zotero's document for Google Docs"
        " and LibreOffice; or no, plain text (default: zotero)",
    )  # fmt: skip
    online.add(parser)
    common_arguments.add_choices(parser, FORMATTING, "formatting")
    common_arguments.add_diagnostics(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Write the new document and say what is in it, or with ``--check`` list its citations."""
    if language := plain_documents.language_of(arguments.document):
        plain_manuscript.run(arguments, language, console)
    elif arguments.check:
        _list(arguments, console)
    else:
        _write(arguments, console)


def _list(arguments: Namespace, console: Console) -> None:
    from ...manuscript import check  # noqa: PLC0415  # it loads what compares articles, in 100 ms

    if arguments.output:
        raise common_arguments.UsageError("--check writes nothing: leave out -o")
    shown = _json if arguments.form == "json" else _text
    for citation in check.check(_request(arguments, console), console.report):
        console.say(shown(citation))


def _text(citation: CheckedCitation) -> str:
    """Return ``paragraph 2 under 'Methods': pmid:1, page 4; doi:10.1000/x``."""
    cites = (f"{cite.key}, {cite.locator}" if cite.locator else cite.key for cite in citation.cites)
    return f"{citation.place}: {'; '.join(cites)}"


def _json(citation: CheckedCitation) -> str:
    """Return an object as a line; an unknown article has no ``article``."""
    cites = [
        {"key": cite.key, "locator": cite.locator}
        | ({"article": cite.article.id, "title": cite.article.record.title} if cite.article else {})
        for cite in citation.cites
    ]
    place = {"place": citation.place, "paragraph": citation.paragraph, "heading": citation.heading}
    return terminal.json_line({**place, "cites": cites})


def _request(arguments: Namespace, console: Console) -> plan.ManuscriptRequest:
    return plan.ManuscriptRequest(
        arguments.document, tuple(arguments.files), arguments.live,
        common_arguments.options(arguments),
        inputs.retraction_list(arguments, console.report), online.source(arguments, console),
    )  # fmt: skip


def _write(arguments: Namespace, console: Console) -> None:
    name = arguments.output or plan.output_name(arguments.document)
    rule = None if arguments.force else _rule
    form = live_form.form(arguments.live)
    _check(arguments.document, name, form)
    output.check(name, rule)
    cited = plan.cite(_request(arguments, console), console.report)
    if cited is None:
        return
    library = _write_library(arguments, form.library, name, cited, console)
    console.deliver([cited.content], name, output.guard(name, rule))
    cited.library.save()
    if not output.is_stream(name):
        citations, articles = _counted(cited.citations, "citation"), len(cited.articles)
        console.say(f"{name}: {citations} of {_counted(articles, 'article')}, {cited.style}")
    if form.advice:
        console.say(form.advice.format(document=name, library=library))


def _write_library(
    arguments: Namespace, format: str, name: str, cited: plan.CitedManuscript, console: Console
) -> str:
    """Write the articles to a file beside the document, if the form has one; return its name."""
    if not format:
        return ""
    from ... import format_registry  # noqa: PLC0415  # only some forms need it
    from .. import record_output  # noqa: PLC0415  # likewise

    writer = format_registry.writer(format)
    library = str(Path(name).with_suffix(writer.FORMAT.suffixes[0]))
    options = common_arguments.options(arguments)
    guard = record_output.guard(Namespace(force=arguments.force, output=library), writer, options)
    console.deliver(writer.write(cited.articles, options, console.report), library, guard)
    return library


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _rule() -> Rule:
    """Return the rule for replacing a document: one that medcite wrote and nobody changed."""
    from ...markup import registry  # noqa: PLC0415  # only an existing file needs it
    from ...overwrite import rules  # noqa: PLC0415  # likewise

    marks = [markup.mark for markup in registry.markups() if markup.mark]
    return rules.marked([plan.MARK, *marks])


def _check(document: str, name: str, form: live_form.LiveForm) -> None:
    """Check the name of the output.

    Raises:
        UsageError: It is that of the document, not that of a Word document, or standard output
            where a file of the articles is to be written beside the document.

    """
    if output.is_stream(name):
        if form.library:
            raise common_arguments.UsageError(
                f"{form.title} need a library beside the document: use -o FILE{plan.SUFFIX}"
            )
        output.refuse_terminal(name, "docx", is_binary=True)
        return
    if not name.lower().endswith(plan.SUFFIX):
        raise common_arguments.UsageError(f"-o {name}: expected a name that ends in {plan.SUFFIX}")
    if os.path.exists(name) and plan.is_same_file(document, name):
        raise common_arguments.UsageError(
            f"{name} is the document itself, which is never changed; use another -o FILE"
        )
