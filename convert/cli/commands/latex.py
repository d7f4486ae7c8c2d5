"""``medcite latex``: write the .bib or .bbl file of a LaTeX document."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from ...files import atomic
from ...latex import plan
from ...model.report import Location
from ...options import Options
from ...reference_file.file_plan import FilePlan
from .. import common_arguments, inputs, online, output
from ..console import Console

if TYPE_CHECKING:
    from ...overwrite.rules import Rule

HELP = "write the .bib or .bbl file of a LaTeX document"
ARGUMENTS = "DOCUMENT [FILE ...]"
EXAMPLES = r"""
  medcite latex main                            main.tex and main.aux; references beside it
  medcite latex main.tex                        before LaTeX has run
  medcite latex main.aux refs/ more/*.nbib      after LaTeX has run; references in folders
  medcite latex main.bcf -o refs.bib            biblatex; a .bib of another name
  medcite latex main.aux --check                show what would change, change nothing
  medcite latex --bbl --style vancouver main.aux    any CSL style, no BibTeX run

Keys may be \cite{pmid:38413930}, \cite{PMC10900595}, \cite{doi:10.1186/...}, addresses in
PubMed, PMC and at doi.org, or your own."""[1:]

DIALECTS = ("bibtex", "biblatex")
BIB_SUFFIXES = (".bib", ".bibtex", ".biblatex")
# A reference list prints neither abstracts nor keywords, so they are written only on request.
OMITTED = {"abstract": False, "keywords": False, "mesh": "none"}
WRITING = (
    *(
        choice
        for choice in common_arguments.WRITING
        if choice.option not in ("receiver", "ris_profile", *OMITTED)
    ),
    common_arguments.Choice("--abstract", "abstract", (), "write abstracts too", const=True),
    common_arguments.Choice(
        "--keywords", "keywords", (), "write authors' keywords too", const=True
    ),
)
STYLE = (
    common_arguments.Choice(
        "--style", "style", (), "the style of --bbl: a name, or the path of a .csl file", "STYLE"
    ),
    common_arguments.Choice(
        "--locale", "locale", (), "its language, such as de-DE (default: the style's)", "LOCALE"
    ),
)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "document",
        metavar="DOCUMENT",
        help="the document's .tex, .aux or .bcf file, or its name without a suffix",
    )
    parser.add_argument(
        "files", nargs="*", default=[], metavar="FILE",
        help="reference files, folders or patterns (default: those beside the document)",
    )  # fmt: skip
    shown = "the .bib or .bbl file to write (default: the one that the document names)"
    parser.add_argument("-o", "--output", default="", metavar="FILE", help=shown)
    common_arguments.add_force(
        parser, "with --bbl: replace the file even if medcite did not write it"
    )
    parser.add_argument("--bbl", action="store_true", help="write the .bbl, in a CSL style")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit with 1 if the file would change"
    )
    parser.add_argument(
        "--prune",
        action="store_true",
        help="remove entries that medcite wrote and that are no longer cited",
    )
    parser.add_argument(
        "--to", type=common_arguments.OneOf(DIALECTS, "dialect"), metavar="DIALECT",
        help="bibtex or biblatex (default: what the document uses)",
    )  # fmt: skip
    online.add(parser)
    common_arguments.add_choices(parser, WRITING, "entries")
    common_arguments.add_choices(parser, STYLE, "bibliography")
    common_arguments.add_diagnostics(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Update the document's bibliography, and show what changed."""
    if arguments.output and atomic.is_standard_output(arguments.output):
        arguments.output = "-"
    _check(arguments, console)
    request = plan.Request(
        arguments.document, tuple(arguments.files), arguments.output, arguments.to or "",
        arguments.prune, _options(arguments),
        inputs.retraction_list(arguments, console.report), online.source(arguments, console),
    )  # fmt: skip
    make_plan = plan.plan_bbl_file if arguments.bbl else plan.plan_bib_file
    file_plan = make_plan(request, console.report)
    try:
        if not arguments.check and arguments.output != "-":
            _save(file_plan, arguments)
    finally:  # the diagnostics may say why nothing was written
        for diagnostic in file_plan.revision.diagnostics:
            console.report.add(diagnostic)
    if arguments.check:
        _show_changes(file_plan, console)
        if file_plan.revision.changed:
            message = "is not up to date; run without --check to write it"
            console.report.error("out-of-date", Location(str(file_plan.path)), message)
    elif arguments.output == "-":
        file_plan.save_indexes()
        console.deliver([file_plan.revision.new], "-")
    else:
        _show_changes(file_plan, console)


def _save(file_plan: FilePlan, arguments: Namespace) -> None:
    """Write the file, unless it is a .bbl that medcite did not write."""
    if arguments.bbl and file_plan.revision.changed:
        output.check(str(file_plan.path), None if arguments.force else _rule)
    file_plan.save()


def _rule() -> Rule:
    """Return the rule for replacing a .bbl: not one that BibTeX wrote or someone edited."""
    from ...markup.latex import MARK  # noqa: PLC0415  # only an existing .bbl needs it
    from ...overwrite import rules  # noqa: PLC0415  # only an existing .bbl needs it

    return rules.marked([MARK])


def _check(arguments: Namespace, console: Console) -> None:
    """Check the name of the output; warn about options that have no effect.

    Raises:
        UsageError: The output has not the suffix of a bibliography.

    """
    suffixes = (".bbl",) if arguments.bbl else BIB_SUFFIXES
    name = arguments.output
    if name.strip("-") and not name.lower().endswith(suffixes):
        raise common_arguments.UsageError(
            f"-o {name}: expected a name that ends in {' or '.join(suffixes)}"
        )
    if arguments.bbl:
        return
    flags = [choice.flag for choice in STYLE if choice.option in vars(arguments)]
    for flag in (*flags, "--force") if arguments.force else flags:
        message = f"{flag} changes nothing without --bbl"
        console.report.warning("unused-option", Location("medcite"), message)


def _options(arguments: Namespace) -> Options:
    """Return the options; what no reference list prints is omitted unless it is asked for."""
    options = common_arguments.options(arguments)
    omitted = {name: value for name, value in OMITTED.items() if name not in vars(arguments)}
    return options.replace(**omitted)


def _show_changes(file_plan: FilePlan, console: Console) -> None:
    """Show what changes in the file."""
    path, revision = file_plan.path, file_plan.revision
    for change in revision.changes:
        console.say(f"{path}: {change.kind} {change.key} ({change.detail})")
    if revision.changed and not revision.changes:
        console.say(f"{path}: written")
