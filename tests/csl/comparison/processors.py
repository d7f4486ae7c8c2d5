"""Format a document in many styles: here by our processor, in a process of node by citeproc-js."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, NamedTuple

from medcite.csl import Cluster, Processor, Style, parse_style
from medcite.csl.bibliography import NO_FORM

from tests.csl.comparison.document import Citation, Document
from tests.csl.comparison.formatting import effective
from tests.csl.run_suite import cite_of, html, unified

REFERENCE = Path(__file__).with_name("reference.cjs")


def citeproc_js() -> str:
    """Return the folder of npm's ``citeproc``, or "" if it, or node, is not installed."""
    paths = os.environ.get("NODE_PATH", "").split(os.pathsep)
    folders = [os.environ.get("MEDCITE_CITEPROC_JS", ""), *(f"{path}/citeproc" for path in paths)]
    if not shutil.which("node"):
        return ""
    return next((name for name in folders if name and Path(name, "package.json").is_file()), "")


class Output(NamedTuple):
    """A document as one processor formats it: entries by id, in order, and its citations."""

    entries: dict[str, str]
    citations: list[str]


class Comparison(NamedTuple):
    """A document in one style, by citeproc-js and by us."""

    style: Style
    theirs: Output
    ours: Output


def compare(module: str, document: Document, files: Sequence[Path]) -> Iterator[Comparison]:
    """Format ``document`` in each style that citeproc-js can load.

    ``module`` is the folder of npm's ``citeproc``, which works ahead of us in a process of its own.
    """
    for file, theirs in zip(files, reference(module, document, files), strict=True):
        if theirs is not None:
            style = parse_style(file.read_bytes(), file.name)
            yield Comparison(style, theirs, ours(document, style))


def reference(module: str, document: Document, files: Sequence[Path]) -> Iterator[Output | None]:
    """Yield what citeproc-js makes of ``document`` in each style; None if it cannot load it."""
    with _reference(module, document, files) as answers:
        for answer in map(json.loads, answers):
            if "error" in answer:
                yield None
                continue
            entries = {id_: _entry(text) for id_, text in answer["entries"]}
            yield Output(entries, list(map(_text, answer["citations"])))


def ours(document: Document, style: Style) -> Output:
    """Return what our processor makes of ``document``."""
    items = {str(item["id"]): item for item in document.items}
    bibliography = Processor(style, items).bibliography()
    entries = {entry.ids[0]: _text(html(entry.text)) for entry in bibliography.entries}
    in_notes = style.klass == "note"
    clusters = [
        _cluster(citation, number if in_notes else 0)
        for number, citation in enumerate(document.citations, start=1)
    ]
    citations = Processor(style, items).cite(clusters) if clusters else ()
    return Output(entries, [_text(html(citation)) for citation in citations])


def _cluster(citation: Citation, note: int) -> Cluster:
    return Cluster(tuple(map(cite_of, citation["cites"])), note, citation.get("mode", ""))


def _entry(text: str) -> str:
    """Return an entry as citeproc-js formats it, without the block around it."""
    entry = unified(text).removeprefix('<div class="csl-entry">').removesuffix("</div>")
    return effective(entry.strip())


def _text(text: str) -> str:
    """Return HTML in one spelling, with that of citeproc-js for what has no printed form."""
    return effective(unified(text.replace(NO_FORM, "[NO_PRINTED_FORM]")))


@contextmanager
def _reference(module: str, document: Document, files: Sequence[Path]) -> Iterator[IO[bytes]]:
    """Run citeproc-js on ``document`` in the styles of ``files``; yield a line of JSON for each."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "document.json")
        citations = [
            {"citationItems": citation["cites"], "properties": {"mode": citation.get("mode")}}
            for citation in document.citations
        ]
        file.write_text(json.dumps({"items": document.items, "citations": citations}), "utf-8")
        styles = Path(folder, "styles")
        styles.write_text("".join(f"{style}\n" for style in files), "utf-8")
        command = ["node", str(REFERENCE), module, str(_locales()), str(file)]
        with (
            styles.open("rb") as paths,
            subprocess.Popen(command, stdin=paths, stdout=subprocess.PIPE) as process,
        ):
            assert process.stdout
            yield process.stdout


def _locales() -> Path:
    spec = find_spec("citeproc")
    assert spec
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], "data", "locales")
