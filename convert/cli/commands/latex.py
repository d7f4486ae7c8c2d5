"""``medcite latex``: the bibliography of a LaTeX document, from the keys that it cites."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from ...files import atomic
from ...latex import plan
from ...model.report import Location
from ...options import Options
from .. import common_arguments, output
from ..console import Console

if TYPE_CHECKING:
    from ...overwrite.rules import Rule

HELP = "write what a LaTeX document cites into its .bib file, or make its .bbl"
ARGUMENTS = "DOCUMENT [FILE ...]"
EXAMPLES = r"""
  medcite latex main.tex                        before LaTeX has run, exports beside it
  medcite latex main.aux refs/ more/*.nbib      after it; exports in folders
  medcite latex main.bcf -o refs.bib            biblatex; another .bib than the document's
  medcite latex main.aux --check                say what would change, change nothing
  medcite latex --bbl --style vancouver main.aux    no BibTeX run, any CSL style

Cite \cite{pmid:38413930}, \cite{PMC10900595}, \cite{doi:10.1186/...} or a key of your own."""[1:]

DIALECTS = ("bibtex", "biblatex")
DATABASES = (".bib", ".bibtex", ".biblatex")
# A reference list prints no abstract and no keywords: here they are asked for.
LEFT_OUT = {"abstract": False, "keywords": False, "mesh": "none"}
WRITING = (
    *(each for each in common_arguments.WRITING if each.to not in ("ris_profile", *LEFT_OUT)),
    common_arguments.Choice("--abstract", "abstract", (), "write abstracts too", sets=True),
    common_arguments.Choice("--keywords", "keywords", (), "write authors' keywords too", sets=True),
)
STYLE = (
    common_arguments.Choice(
        "--style", "style", (), "the style of --bbl: a name or a path", "STYLE"
    ),
    common_arguments.Choice(
        "--locale", "locale", (), "its language, as de-DE (else the style's)", "LOCALE"
    ),
)


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "document", metavar="DOCUMENT", help="the document's .tex, .aux or .bcf file"
    )
    parser.add_argument(
        "files", nargs="*", default=[], metavar="FILE",
        help="exports, folders or patterns (default: those beside the document)",
    )  # fmt: skip
    shown = "the .bib (or .bbl) file to write (default: what the document names)"
    parser.add_argument("-o", "--output", default="", metavar="FILE", help=shown)
    common_arguments.add_force(
        parser, "with --bbl: replace the file even if medcite did not write it"
    )
    parser.add_argument("--bbl", action="store_true", help="write the .bbl, in a CSL style")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit with 1 if something would change"
    )
    parser.add_argument(
        "--prune", action="store_true", help="remove entries made by medcite and no longer cited"
    )
    parser.add_argument(
        "--to", type=common_arguments.OneOf(DIALECTS, "dialect"), metavar="DIALECT",
        help="bibtex or biblatex (default: what the document uses)",
    )  # fmt: skip
    common_arguments.add_choices(parser, WRITING, "entries")
    common_arguments.add_choices(parser, STYLE, "bibliography")
    common_arguments.add_diagnostics(parser)


def run(arguments: Namespace, console: Console) -> None:
    """Bring the document's bibliography up to date, and say what changed."""
    if arguments.output and atomic.is_standard_output(arguments.output):
        arguments.output = "-"
    _check(arguments, console)
    request = plan.Request(
        arguments.document, tuple(arguments.files), arguments.output, arguments.to or "",
        arguments.prune, _options(arguments),
    )  # fmt: skip
    make = plan.bibliography if arguments.bbl else plan.database
    made = make(request, console.report)
    try:
        if not arguments.check and arguments.output != "-":
            _save(made, arguments)
    finally:  # they may say why nothing was written
        for diagnostic in made.revision.diagnostics:
            console.report.add(diagnostic)
    if arguments.check:
        _tell(made, console)
        if made.revision.changed:
            message = "is not up to date; without --check it is written"
            console.report.error("out-of-date", Location(str(made.path)), message)
    elif arguments.output == "-":
        made.save_indexes()
        console.deliver([made.revision.new], "-")
    else:
        _tell(made, console)


def _save(made: plan.FilePlan, arguments: Namespace) -> None:
    """Write the file, unless it is a .bbl that medcite did not write."""
    if arguments.bbl and made.revision.changed:
        output.check(str(made.path), None if arguments.force else _rule)
    made.save()


def _rule() -> Rule:
    """Return the rule by which a .bbl file is replaced: BibTeX's, or an edited one, is not."""
    from ...markup.latex import MARK  # noqa: PLC0415  # only a .bbl that is there needs it
    from ...overwrite import rules  # noqa: PLC0415  # only a .bbl that is there needs it

    return rules.marked([MARK])


def _check(arguments: Namespace, console: Console) -> None:
    """Refuse to write into what is no bibliography; warn of options that do nothing.

    Raises:
        UsageError: The output is named like a document, an export or the like.

    """
    suffixes = (".bbl",) if arguments.bbl else DATABASES
    name = arguments.output
    if name.strip("-") and not name.lower().endswith(suffixes):
        raise common_arguments.UsageError(
            f"-o {name}: expected a name that ends in {' or '.join(suffixes)}"
        )
    given = [each.flag for each in STYLE if each.to in vars(arguments)]
    given += ["--force"] if arguments.force else []
    for flag in given if not arguments.bbl else ():
        message = f"{flag} changes nothing without --bbl"
        console.report.warning("unused-option", Location("medcite"), message)


def _options(arguments: Namespace) -> Options:
    """Gather the options; what no reference list prints is left out unless asked for."""
    given = common_arguments.options(arguments)
    chosen = {name: value for name, value in LEFT_OUT.items() if name not in vars(arguments)}
    return given.replace(**chosen)


def _tell(made: plan.FilePlan, console: Console) -> None:
    """Say what changes in the file."""
    for change in made.revision.changes:
        console.say(f"{made.path}: {change.what} {change.key} ({change.said})")
    if made.revision.changed and not made.revision.changes:
        console.say(f"{made.path}: written")
