"""``medcite verify``: check that each reference is real, and the paper that it says."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ... import format_registry
from ...base import terminal
from ...base.errors import InputError
from ...files.source import open_any
from ...library import article_names, fetched
from ...model import peek
from ...model.record import Record
from ...output import sorting
from ...verify import answers, text_list, text_match
from ...verify.answers import AGREES, OTHER, Answer
from ...verify.catalog import Catalog
from .. import choosing, common_arguments, inputs, online
from ..console import Console, show

HELP = "check that references are real, against exports of databases"
ARGUMENTS = "INPUT [INPUT ...] [--against FILE [FILE ...]]"
EXAMPLES = """\
  medcite verify refs.bib --against pubmed.nbib            each entry of a bibliography
  medcite verify references.txt --against *.nbib           a pasted reference list
  medcite verify refs.bib --against pubmed.nbib --as json  JSON, a line for each reference
  medcite verify refs.bib --online                         articles by identifier, from PubMed

Each reference is looked up by its identifiers and by its citation. The answers: `agrees`;
`differs`, with the fields and both values; `other article`: an identifier belongs to another;
`not found`; `retracted`. A field that one side lacks is no difference. The exit status is 0
if all agree, 1 if not."""


_KEY_WIDTH, _ID_WIDTH = 24, 20  # columns of the table; longer values move the others


class AskedReference(NamedTuple):
    """A reference by its key, as a record or as it was typed."""

    key: str
    content: Record | str


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


def run(arguments: Namespace, console: Console) -> None:
    """Look up each reference, and print a line for it."""
    if not arguments.against and not arguments.online:
        raise common_arguments.UsageError("name what to verify against: --against FILE or --online")
    write = _WRITERS[arguments.form]
    exports = Namespace(inputs=arguments.against, source=None, from_library=[], **choosing.ALL)
    known: Iterable[Record] = inputs.Inputs(exports, console).records() if exports.inputs else ()
    references: Iterable[AskedReference] = _references(arguments, console)
    if source := online.source(arguments, console):
        references = list(references)
        names = [name for reference in references for name in _names(reference.content)]
        known = list(known)
        known += fetched.lacking(known, names, source)
    catalog = Catalog(known)
    for reference in references:
        answer = _answer(reference.content, catalog)
        console.failed |= answer.answer != AGREES
        console.clear()
        show(write(reference.key, answer), sys.stdout)


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
    """Yield the references of all inputs: records, or else the items of a list of text.

    To choose among them, or to sort them, they have to be records.
    """
    opened_inputs = inputs.Inputs(arguments, console)
    if opened_inputs.selection or "sort" in arguments:
        records = sorting.ordered(opened_inputs.records(), common_arguments.options(arguments))
        yield from (AskedReference(_key(record), record) for record in records)
        return
    for name in arguments.inputs:
        source = open_any(name, console.report)
        try:
            reader = format_registry.recognise(source, console.report)
        except InputError:
            for item in text_list.references(source.text()):
                yield AskedReference(item.key, item.text)
            continue
        opened = format_registry.OpenedInput(reader, source, console.report)
        for record in format_registry.read_records(opened):
            yield AskedReference(_key(record), record)


def _key(record: Record) -> str:
    """Return by what a reference is known: its key, an identifier, or its place."""
    file, line = peek.location(record)
    own = record.key or record.pmid or record.doi or record.pmcid
    return " ".join(own.split()) or f"{file}:{line}"


def _text(key: str, answer: Answer) -> str:
    """Return ``fu2024: differs (year: 2019, PubMed has 2020)``."""
    parts = [f"{field}: `{here}`, but `{there}`" for field, here, there in answer.fields]
    if answer.answer == OTHER and answer.article:
        parts = [f"{identifier_of(answer.article)} is `{answer.article.title}`"]
    return f"{key}: {answer.answer}" + (f" ({'; '.join(parts)})" if parts else "")


def _row(key: str, answer: Answer) -> str:
    """Return a row in columns: key, answer, article, fields that differ."""
    article = identifier_of(answer.article) if answer.article else ""
    fields = ", ".join(field for field, _, _ in answer.fields)
    return f"{key:{_KEY_WIDTH}}  {answer.answer:13}  {article:{_ID_WIDTH}}  {fields}".rstrip()


def _json(key: str, answer: Answer) -> str:
    """Return a line of JSON."""
    row: dict[str, object] = {"id": key, "answer": answer.answer}
    row["fields"] = {field: {"here": here, "there": there} for field, here, there in answer.fields}
    if answer.article:
        row["article"] = identifier_of(answer.article)
    return terminal.json_line(row)


def identifier_of(article: Record) -> str:
    """Return the identifier by which an article is looked up."""
    names = (("PMID", article.pmid), ("doi", article.doi), ("", article.pmcid), ("", article.key))
    return next((f"{name}:{value}".lstrip(":") for name, value in names if value), article.title)


_WRITERS = {"text": _text, "table": _row, "json": _json}
