"""What lies beside a LaTeX document: its .tex, .aux and .bcf file and the .bib file kept for it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import medcite
from medcite.latex.document import READERS
from medcite.latex.plan import Request, plan_bib_file
from medcite.model.report import Report

from fuzz import seeds
from fuzz.target import FaultError, Target


def targets() -> Iterator[Target]:
    """Yield a target for each kind of file; the other files stay as they are."""
    for suffix in (*READERS, ".bib"):
        yield Target(f"latex{suffix.replace('.', '-')}", partial(_seed, suffix), _runner(suffix))


def _runner(suffix: str) -> partial[None]:
    return partial(_update, suffix)


def _seed(suffix: str) -> list[bytes]:
    return [_files()[suffix]]


def _files() -> dict[str, bytes]:
    """Return the files of a document by their suffix."""
    one, two, *_ = (record.pmid for record in seeds.records())
    keys = f"pmid:{one},{two}"
    texts = {
        ".tex": f"\\documentclass{{article}}\\usepackage[style=apa]{{biblatex}}\n% \\cite{{no}}\n"
        f"\\addbibresource{{main.bib}}\\begin{{document}}\n\\parencite[see][3]{{{keys}}}"
        f"\\verb|\\cite{{x}}| \\input{{part}} \\iffalse \\cite{{y}} \\fi\\nocite{{*}}"
        f"\\bibliography{{main,other}}\\bibliographystyle{{plain}}\\end{{document}}\n",
        ".aux": f"\\relax\n\\citation{{{keys}}}\n\\bibstyle{{plain}}\n\\bibdata{{main}}\n"
        "\\@input{part.aux}\n\\abx@aux@cite{0}{key}\n",
        ".bcf": "<bcf:controlfile>\n<bcf:bibdata>\n<bcf:datasource type='file' datatype='bibtex'>"
        f"main.bib</bcf:datasource>\n<bcf:citekey order=\"1\">{one}</bcf:citekey>\n"
        f'<bcf:citekey order="2" members="{keys}">set</bcf:citekey>\n</bcf:controlfile>\n',
        ".bib": f"@string{{j = \"Journal\"}}\n@comment{{x}}\n@article{{{one}, title = {{Own}},\n"
        f"journal = j # { {'x'} }, ids = {{pmid:{two}}}}}\n% medcite 00000000\n"
        f"@book(key, author = \"Doe, A\", doi = {{10.1000/x}})\n",
    }  # fmt: skip
    return {suffix: text.encode() for suffix, text in texts.items()}


def _update(suffix: str, data: bytes) -> None:
    """Plan the .bib file of a document of which one file is ``data``, and plan it again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, content in _files().items():
            if kind in (suffix, ".bib", ".tex"):
                (folder / f"main{kind}").write_bytes(data if kind == suffix else content)
        export = folder / "export.nbib"
        export.write_bytes(seeds.written("medline"))
        document = folder / (f"main{suffix}" if suffix in READERS else "main.tex")
        request = Request(str(document), (str(export),), str(folder / "main.bib"))
        try:
            new = plan_bib_file(request, Report()).revision.new
        except medcite.Error:
            return
        (folder / "main.bib").write_bytes(new)
        if plan_bib_file(request, Report()).revision.new != new:
            raise FaultError(
                f"a second run changes the file again:\n{new.decode('utf-8', 'replace')}"
            )
