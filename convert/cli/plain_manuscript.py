"""``medcite manuscript`` for Markdown and Typst: the bibliography that a document names."""

from __future__ import annotations

from argparse import Namespace

from ..files import atomic
from ..manuscript import live_form
from ..model.report import Location
from ..plain_documents.document import PlainLanguage
from ..plain_documents.plan import PlainRequest, plan
from ..reference_file.file_plan import FilePlan
from . import common_arguments, inputs, online
from .console import Console

# What has a meaning for Word documents alone, whose text medcite writes.
_FOR_WORD = {
    "style": "", "locale": "", "mark_retracted": False, "force": False,
    "live": live_form.DEFAULT, "form": "text",
}  # fmt: skip


def run(arguments: Namespace, language: PlainLanguage, console: Console) -> None:
    """Update the document's bibliography, and show what changes."""
    if arguments.output and atomic.is_standard_output(arguments.output):
        arguments.output = "-"
    _check(arguments, language, console)
    request = PlainRequest(
        arguments.document, tuple(arguments.files), arguments.output,
        common_arguments.options(arguments), inputs.retraction_list(arguments, console.report),
        online.source(arguments, console),
    )  # fmt: skip
    file_plan = plan(request, language, console.report)
    is_printed = arguments.output == "-"
    try:
        if not arguments.check and not is_printed:
            file_plan.save()
    finally:  # the diagnostics may say why nothing was written
        for diagnostic in file_plan.revision.diagnostics:
            console.report.add(diagnostic)
    if is_printed and not arguments.check:
        file_plan.save_indexes()
        console.deliver([file_plan.revision.new], "-")
        return
    show_changes(file_plan, console)
    if arguments.check and file_plan.revision.changed:
        message = "is not up to date; run without --check to write it"
        console.report.error("out-of-date", Location(str(file_plan.path)), message)


def show_changes(file_plan: FilePlan, console: Console) -> None:
    """Show what changes in a file of references."""
    path, revision = file_plan.path, file_plan.revision
    for change in revision.changes:
        console.say(f"{path}: {change.kind} {change.key} ({change.detail})")
    if revision.changed and not revision.changes:
        console.say(f"{path}: written")


def _check(arguments: Namespace, language: PlainLanguage, console: Console) -> None:
    """Check the name of the output; warn about options that have no effect.

    Raises:
        UsageError: The output has not the suffix of a bibliography.

    """
    name, suffixes = arguments.output, tuple(language.makers)
    if name.strip("-") and not name.lower().endswith(suffixes):
        expected = " or ".join(suffixes)
        raise common_arguments.UsageError(
            f"-o {name}: the text of {language.title} is not changed; expected a bibliography's"
            f" name, which ends in {expected}"
        )
    for option, default in _FOR_WORD.items():
        if vars(arguments).get(option, default) != default:
            flag = "--as" if option == "form" else f"--{option.replace('_', '-')}"
            message = f"{flag} changes nothing for {language.title}"
            console.report.warning("unused-option", Location("medcite"), message)
