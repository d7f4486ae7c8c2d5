"""Reference lists in three styles. Each engine reads what it reads best.

Ours reads PubMed's export, typst BibTeX, the others CSL-JSON without abstracts and MeSH.
"""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from medcite.csl import style_repository

from ..inputs import converted, medline
from ..job import OURS, Job
from ..measure import MEDCITE
from ..peers.installed import node, program, python

STYLES = {"nlm-citation-sequence": 0.7, "american-medical-association": 0.7, "apa": 0.35}
_TYPST = "import typst; typst.compile(sys.argv[1], output=sys.argv[2], format='html')"


def jobs(folder: Path, number: int) -> list[Job]:
    """Return a job for each style."""
    return [
        Job(f"{number:,} references, {style}", _commands(folder, number, style), {"typst": most})
        for style, most in STYLES.items()
    ]


def _commands(folder: Path, number: int, style: str) -> dict[str, list[str] | None]:
    records = medline(folder, number)
    items = converted(folder, number, "json", to_cite=True)
    file = style_repository.find_style(style).file
    html = ["--style", style, "--as", "html", "--quiet"]
    return {
        OURS: [*MEDCITE, "cite", str(records), *html],
        "typst": _typst(folder, number, style),
        "citeproc-js": node("citeproc", "citeproc_js.cjs", _locales(), file, items),
        "pandoc": program(
            "pandoc", "--citeproc", "-f", "csljson", "-t", "html", "--csl", file, items
        ),
        "citeproc-py": [*MEDCITE, "cite", str(items), *html, "--engine", "citeproc-py"],
    }


def _locales() -> Path:
    """Return the folder of CSL's locales, which comes with citeproc-py."""
    spec = importlib.util.find_spec("citeproc")
    assert spec is not None
    assert spec.origin is not None  # it is a dependency of medcite
    return Path(spec.origin).parent / "data" / "locales"


def _typst(folder: Path, number: int, style: str) -> list[str] | None:
    source = folder / f"{number}-{style}.typ"
    bib = converted(folder, number, "bib", to_cite=True)
    shutil.copy(style_repository.find_style(style).file, folder / f"{style}.csl")
    source.write_text(f'#bibliography("{bib.name}", style: "{style}.csl", full: true)\n', "utf-8")
    return python("typst", _TYPST, source, folder / "typst.html")
