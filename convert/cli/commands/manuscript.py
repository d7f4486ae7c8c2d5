"""``medcite manuscript``: the citations and the reference list of a Word document."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from ...manuscript import plan
from .. import common_arguments, online, output
from ..console import Console
from . import cite

if TYPE_CHECKING:
    from ...overwrite.rules import Rule

HELP = "write the citations and the reference list of a Word document"
ARGUMENTS = "DOCUMENT [FILE ...]"
EXAMPLES = """\
  medcite manuscript paper.docx                       paper-cited.docx; references beside it
  medcite manuscript paper.docx refs/ --style jama    references in a folder
  medcite manuscript paper.docx --live no             plain text instead of Zotero's fields
  medcite manuscript paper-cited.docx --style the-lancet -o lancet.docx

Citations in the text: [PMID: 38413930], [PMID: 38413930; PMC10900595], (PMID: 38413930),
[doi:10.1186/...], [@pmid:38413930, p. 4; @smith2020], addresses in PubMed and at doi.org in
brackets. Fields of Zotero, Mendeley and EndNote are citations, too. The list goes below the
heading "References", to the paragraph [references], or to the end."""

LIVE = common_arguments.OneOf(plan.LIVE, "form")
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
    parser.add_argument("document", metavar="DOCUMENT", help="the .docx file")
    parser.add_argument(
        "files", nargs="*", default=[], metavar="FILE",
        help="reference files, folders or patterns (default: those beside the document)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", default="", metavar="FILE",
        help="the document to write (default: DOCUMENT-cited.docx)",
    )  # fmt: skip
    common_arguments.add_force(parser, "replace FILE even if medcite did not write it")
    parser.add_argument(
        "--live", type=LIVE, choices=plan.LIVE, default=plan.LIVE[0], metavar="FORM",
        help="what citations are: zotero, fields that Zotero's plugin for Word goes on with;"
        " or no, plain text (default: zotero)",
    )  # fmt: skip
    online.add(parser)
    common_arguments.add_choices(parser, FORMATTING, "formatting")
    common_arguments.add_diagnostics(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Write the new document, and say what is in it."""
    name = arguments.output or plan.output_name(arguments.document)
    rule = None if arguments.force else _rule
    _check(arguments.document, name)
    output.check(name, rule)
    request = plan.ManuscriptRequest(
        arguments.document, tuple(arguments.files), arguments.live,
        common_arguments.options(arguments), online.source(arguments, console),
    )  # fmt: skip
    cited = plan.cite(request, console.report)
    if cited is None:
        return
    console.deliver([cited.content], name, output.guard(name, rule))
    if cited.library:
        cited.library.save()
    if not output.is_stream(name):
        console.say(
            f"{name}: {cited.citations} citations of {cited.articles} articles, {cited.style}"
        )


def _rule() -> Rule:
    """Return the rule for replacing a document: one that medcite wrote and nobody changed."""
    from ...markup import registry  # noqa: PLC0415  # only an existing file needs it
    from ...overwrite import rules  # noqa: PLC0415  # likewise

    marks = [markup.mark for markup in registry.markups() if markup.mark]
    return rules.marked([plan.MARK, *marks])


def _check(document: str, name: str) -> None:
    """Check the name of the output.

    Raises:
        UsageError: It is that of the document, or not that of a Word document.

    """
    if output.is_stream(name):
        output.refuse_terminal(name, "docx", is_binary=True)
        return
    if not name.lower().endswith(plan.SUFFIX):
        raise common_arguments.UsageError(f"-o {name}: expected a name that ends in {plan.SUFFIX}")
    if os.path.exists(name) and plan.is_same_file(document, name):
        raise common_arguments.UsageError(
            f"{name} is the document itself, which is never changed; use another -o FILE"
        )
