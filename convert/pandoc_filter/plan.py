"""Give a pandoc document the references that it cites, from the author's exports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..base.errors import InputError
from ..library import article_names, library_files
from ..library.resolver import Resolver
from ..model.record import Record
from ..model.report import Location, Report
from ..options import Options
from ..plain_documents import markdown
from ..plain_documents.plan import is_export
from ..reference_file import file_plan
from . import syntax_tree
from .placeholders import with_citations
from .references import reference

_EXPORTS = ("medcite", "medcite-exports")  # names in the metadata
_OWN = "key:"  # begins the name of a key that is no identifier


def read(text: str) -> dict[str, Any]:
    """Return a document as pandoc gives it to filters. Raises InputError."""
    try:
        document = json.loads(text)
        if isinstance(document, dict) and {"meta", "blocks"} <= document.keys():
            return document
    except (ValueError, RecursionError) as error:
        raise InputError(f"expected pandoc's JSON on standard input: {error}") from error
    raise InputError("expected pandoc's JSON on standard input: an object with meta and blocks")


def complete(document: dict[str, Any], folder: Path, report: Report) -> None:
    """Add the references that a document cites to its metadata.

    Exports are those that its metadata names, or those in ``folder``. An article that is cited by
    several identifiers becomes one reference. What is cited by an identifier and not found is
    reported; of other unknown keys pandoc itself warns.

    Raises:
        InputError: A file cannot be read.

    """
    meta = document["meta"]
    with_citations(document["blocks"])
    bibliographies = list(map(Path, syntax_tree.metadata_texts(meta.get("bibliography"))))
    known = {*_known_ids(meta), *_ids_in(bibliographies, report)}
    citations = list(syntax_tree.citations(document))
    ids = [id_ for id_ in dict.fromkeys(map(_id, citations)) if id_ not in known]
    if not ids:
        return
    exports = list(_export_names(meta))
    paths = library_files.choose(exports, folder, bibliographies, is_export)
    records = _found(ids, exports, paths, report)
    first = _first_ids(records)
    for citation in citations:
        citation["citationId"] = first.get(_id(citation), _id(citation))
    references = [reference(records[id_], id_) for id_ in dict.fromkeys(first.values())]
    if references:
        own = meta.get("references", syntax_tree.meta_list([]))
        meta["references"] = syntax_tree.meta_list([*own["c"], *references])


def _id(citation: syntax_tree.Node) -> str:
    return str(citation["citationId"])


def _found(
    ids: Sequence[str], exports: Sequence[str], paths: Iterable[Path], report: Report
) -> dict[str, Record]:
    """Return the cited articles that the exports have, by id."""
    wanted = {name for id_ in ids for name in article_names.of_key(id_)}
    library = library_files.open_library(exports, paths, wanted, report)
    places = {id_: Location("medcite-pandoc", 0, id_) for id_ in ids}
    resolver = Resolver(library, places, report)
    records: dict[str, Record] = {}
    for id_ in ids:
        names = article_names.of_key(id_)
        record = resolver.find(id_, names)
        if record is not None:
            records[id_] = record
        elif not names[0].startswith(_OWN):
            resolver.report_unresolved(id_, ())
    library.save()
    return records


def _first_ids(records: Mapping[str, Record]) -> dict[str, str]:
    """Return, for each id of an article, the first one that it is cited by."""
    first: dict[str, str] = {}
    return {
        id_: first.setdefault(record.pmid or record.doi.lower() or id_, id_)
        for id_, record in records.items()
    }


def _export_names(meta: dict[str, Any]) -> Iterator[str]:
    """Yield the files of ``medcite: exports.nbib``, a list, or ``medcite: {exports: ...}``."""
    for name in _EXPORTS:
        value = meta.get(name)
        if isinstance(value, dict) and value.get("t") == "MetaMap":
            value = value["c"].get("exports")
        yield from syntax_tree.metadata_texts(value)


def _known_ids(meta: dict[str, Any]) -> Iterator[str]:
    """Yield the ids of the references that the metadata has already."""
    references = meta.get("references", {})
    for item in references.get("c", ()) if references.get("t") == "MetaList" else ():
        if item.get("t") == "MetaMap":
            yield from syntax_tree.metadata_texts(item["c"].get("id"))


def _ids_in(bibliographies: Iterable[Path], report: Report) -> Iterator[str]:
    """Yield the ids in the document's bibliographies; pandoc itself tells of missing ones."""
    makers = markdown.LANGUAGE.makers
    files = [path for path in bibliographies if path.suffix.lower() in makers]
    others = file_plan.parse_others(
        files, Path(), lambda path: makers[path.suffix.lower()](Options()), report
    )
    for file in others:
        for entry in file.entries:
            yield from (entry.key, *entry.ids)
