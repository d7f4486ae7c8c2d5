"""``medcite verify``: check that each reference is real, and the paper that it says."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator

from ...base import terminal
from ...base.errors import InputError
from ...library import article_names
from ...model.record import Record
from ...model.report import Location
from ...output import sorting
from ...verify import answers, text_match
from ...verify.answers import AGREES, OTHER, Answer
from ...verify.catalog import Catalog
from .. import choosing, common_arguments, corrected_file, inputs, online
from ..console import Console, show
from ..references import AskedReference, asked, references

HELP = "check that references are real, against exports of databases"
ARGUMENTS = "INPUT [INPUT ...] [--against FILE [FILE ...]]"
EXAMPLES = """\
  medcite verify refs.bib --against pubmed.nbib            each entry of a bibliography
  medcite verify references.txt --against *.nbib           a pasted reference list
  medcite verify paper.docx --against refs/*.nbib          what a manuscript cites
  medcite verify refs.bib --against pubmed.nbib --fix      refs-fixed.bib, with right fields
  medcite verify refs.bib --against pubmed.nbib --as json  JSON, a line for each reference
  medcite verify refs.bib --online                         articles by identifier, from PubMed

Each reference is looked up by its identifiers and by its citation. The answers: `agrees`;
`differs`, with the fields and both values; `other article`: an identifier belongs to another;
`not found`; `retracted`. A field that one side lacks is no difference. The exit status is 0
if all agree, 1 if not. Of a document, what reference managers keep in it is looked up, or
else the list below its heading `References`.

`--fix` sets right what differs, and leaves what it does not find or know. In a .bib file
all else stays as its author wrote it, in a document its text: run `medcite manuscript`."""


_KEY_WIDTH, _ID_WIDTH = 24, 20  # columns of the table; longer values move the others


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common_arguments.add_inputs(parser)
    common_arguments.add_choices(parser, (common_arguments.SORTING,), "order")
    parser.add_argument(
        "--against", nargs="+", action=common_arguments.Files, default=[], metavar="FILE",
        help="exports with the articles that the references may cite",
    )  # fmt: skip
    online.add(parser)
    parser.add_argument(
        "--as", dest="form", type=common_arguments.OneOf(tuple(_WRITERS), "form"), default="text",
        metavar="FORM", help=f"{', '.join(_WRITERS)} (default: text)",
    )  # fmt: skip
    parser.add_argument(
        "--fix", action="store_true",
        help="write the input again, with the fields that differ set right from the exports",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", default="", metavar="FILE",
        help="what --fix writes (default: INPUT-fixed, beside it)",
    )  # fmt: skip
    common_arguments.add_force(parser, "replace FILE")


def run(arguments: Namespace, console: Console) -> None:
    """Look up each reference, and print a line for it."""
    if not arguments.against and not arguments.online:
        raise common_arguments.UsageError("name what to verify against: --against FILE or --online")
    if arguments.output and not arguments.fix:
        raise common_arguments.UsageError("-o is the file that --fix writes; use > for the answers")
    name = corrected_file.output_name(arguments) if arguments.fix else ""
    references, catalog = _looked_up(arguments, console)
    write = _WRITERS[arguments.form]
    answered = []
    for reference in references:
        answer = _answer(reference.content, catalog)
        if arguments.fix:
            answered.append((reference, answer))
        console.failed |= answer.answer != AGREES
        console.clear()
        show(write(reference, answer), sys.stdout)
    if answered:
        corrected_file.write(arguments.inputs[0], name, answered, console, force=arguments.force)


def _looked_up(arguments: Namespace, console: Console) -> tuple[Iterable[AskedReference], Catalog]:
    """Return the references, and the articles among which they are looked up."""
    exports = Namespace(
        inputs=arguments.against, source=None, from_library=[], retractions=arguments.retractions,
        online=arguments.online, refresh=arguments.refresh, **choosing.ALL,
    )  # fmt: skip
    opened = inputs.Inputs(exports, console)
    known = list(opened.records()) if arguments.against else []
    references: Iterable[AskedReference] = _references(arguments, console)
    if arguments.online:
        references = list(references)
        names = [name for reference in references for name in _names(reference.content)]
        known += opened.fetched(known, names)
    return references, Catalog(known)


def _names(content: Record | str) -> Iterator[str]:
    """Yield the names of articles by the identifiers in a reference."""
    if isinstance(content, str):
        yield from text_match.names_in(content)
    else:
        yield from article_names.of_record(content)


def _answer(content: Record | str, catalog: Catalog) -> Answer:
    if isinstance(content, str):
        return text_match.answer(content, catalog)
    return answers.answer(content, catalog)


def _references(arguments: Namespace, console: Console) -> Iterator[AskedReference]:
    """Yield the references of all inputs; tell which of them cannot be read.

    To choose among them, or to sort them, they have to be records.
    """
    opened_inputs = inputs.Inputs(arguments, console)
    if opened_inputs.selection or "sort" in arguments:
        records = sorting.ordered(opened_inputs.records(), common_arguments.options(arguments))
        yield from map(asked, records)
        return
    for name in arguments.inputs:
        try:
            yield from references(name, console.report)
        except (InputError, OSError) as error:
            message = str(error).removeprefix(f"{name}: ")
            console.report.error("unreadable", Location(_shown(name)), message)


def _shown(name: str) -> str:
    return "<stdin>" if name == "-" else name


def _place(where: Location) -> str:
    """Return ``refs.bib:12``, or ``paper.docx, paragraph 3 under 'Methods'``."""
    file = _shown(where.file)
    return f"{file}:{where.line}" if where.line else ", ".join(filter(None, (file, where.tag)))


def _text(reference: AskedReference, answer: Answer) -> str:
    """Return ``fu2024: differs (year: `2019`, but `2020`), refs.bib:12``."""
    parts = [f"{field}: `{here}`, but `{there}`" for field, here, there in answer.fields]
    if answer.answer == OTHER and answer.article:
        parts = [f"{identifier_of(answer.article)} is `{answer.article.title}`"]
    told = f" ({'; '.join(parts)})" if parts else ""
    place = "" if answer.answer == AGREES else f", {_place(reference.where)}"
    return f"{reference.key}: {answer.answer}{told}{place}"


def _row(reference: AskedReference, answer: Answer) -> str:
    """Return a row in columns: key, answer, article, fields that differ."""
    article = identifier_of(answer.article) if answer.article else ""
    fields = ", ".join(field for field, _, _ in answer.fields)
    columns = (f"{reference.key:{_KEY_WIDTH}}", f"{answer.answer:13}", f"{article:{_ID_WIDTH}}")
    return "  ".join((*columns, fields)).rstrip()


def _json(reference: AskedReference, answer: Answer) -> str:
    """Return a line of JSON."""
    row: dict[str, object] = {"id": reference.key, "answer": answer.answer}
    row["fields"] = {field: {"here": here, "there": there} for field, here, there in answer.fields}
    if answer.article:
        row["article"] = identifier_of(answer.article)
    row["place"] = _place(reference.where)
    return terminal.json_line(row)


def identifier_of(article: Record) -> str:
    """Return the identifier by which an article is looked up."""
    names = (("PMID", article.pmid), ("doi", article.doi), ("", article.pmcid), ("", article.key))
    return next((f"{name}:{value}".lstrip(":") for name, value in names if value), article.title)


_WRITERS = {"text": _text, "table": _row, "json": _json}
