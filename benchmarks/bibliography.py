"""Formatted references against other engines: whole processes, the same records, one run.

Each engine reads what it reads best: ours PubMed's export, typst BibTeX, the others CSL-JSON
without abstracts and MeSH. Ours is measured from that CSL-JSON, too.

Peers are measured where they are installed: citeproc-py (a dependency), citeproc-js (npm's
``citeproc``, its folder in ``MEDCITE_CITEPROC_JS``), pandoc (on the path, or from
``pypandoc-binary``) and typst (the wheel; its engine is hayagriva). None is shipped.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from measure import MEDCITE, ROOT, export, in_turns, run
from medcite.csl import style_repository

STYLES = ("nlm-citation-sequence", "american-medical-association", "apa")
LIMIT = 180.0  # seconds for a peer
SHORT = 8.0  # seconds: what takes less is measured several times, in turns with the others
OURS = "medcite"
JS = r"""
const fs = require("fs"), [module, locales, style, file] = process.argv.slice(1);
const CSL = require(module);
const items = {};
for (const item of JSON.parse(fs.readFileSync(file, "utf8"))) items[item.id] = item;
const sys = {
  retrieveLocale: (lang) => {
    const path = `${locales}/locales-${lang}.xml`;
    return fs.existsSync(path) ? fs.readFileSync(path, "utf8") : false;
  },
  retrieveItem: (id) => items[id],
};
const engine = new CSL.Engine(sys, fs.readFileSync(style, "utf8"));
engine.updateItems(Object.keys(items));
process.stdout.write(engine.makeBibliography()[1].join(""));
"""
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], format='html')"


def ours(folder: Path, style: str, items: str = "items.nbib") -> list[str]:
    return [*MEDCITE, "cite", str(folder / items), "--style", style, "--as", "html", "--quiet"]


def ours_again(folder: Path, style: str) -> list[str] | None:
    return ours(folder, style, "items.json")


def other(folder: Path, style: str) -> list[str] | None:
    return [*ours(folder, style, "items.json"), "--engine", "citeproc-py"]


def citeproc_js(folder: Path, style: str) -> list[str] | None:
    module = os.environ.get("MEDCITE_CITEPROC_JS", "")
    node = shutil.which("node")
    spec = importlib.util.find_spec("citeproc")
    if not node or not Path(module).is_dir() or not module or not spec or not spec.origin:
        return None
    locales = Path(spec.origin).parent / "data" / "locales"
    return [
        node,
        "-e",
        JS,
        module,
        str(locales),
        style_repository.find_style(style).file,
        str(folder / "items.json"),
    ]


def pandoc(folder: Path, style: str) -> list[str] | None:
    program = shutil.which("pandoc")
    if importlib.util.find_spec("pypandoc"):
        import pypandoc  # noqa: PLC0415  # not everywhere

        program = pypandoc.get_pandoc_path()
    words = [
        "--citeproc",
        "-f",
        "csljson",
        "-t",
        "html",
        "--csl",
        style_repository.find_style(style).file,
    ]
    return [program, *words, str(folder / "items.json")] if program else None


def typst(folder: Path, style: str) -> list[str] | None:
    if not importlib.util.find_spec("typst"):
        return None
    source = folder / f"{style}.typ"
    shutil.copy(style_repository.find_style(style).file, folder / f"{style}.csl")
    source.write_text(f'#bibliography("items.bib", style: "{style}.csl", full: true)\n')
    return [sys.executable, "-c", TYPST, str(source), str(folder / "out.html")]


PEERS: dict[str, Callable[[Path, str], list[str] | None]] = {
    "citeproc-py": other,
    "citeproc-js": citeproc_js,
    "pandoc": pandoc,
    "typst": typst,
}


def prepare(folder: Path, number: int) -> None:
    """Write the same records for each engine."""
    export(folder, number).rename(folder / "items.nbib")
    words = [*MEDCITE, "convert", "items.nbib", "--quiet"]
    # Without what no style prints, and no engine should have to read.
    words += ["--no-abstract", "--no-keywords", "--mesh", "none"]
    for more in (["-o", "items.json", "--omit", "custom"], ["-o", "items.bib"]):
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(
            [*words, *more], check=True, cwd=folder, env=environment, stderr=subprocess.DEVNULL
        )


def compare(number: int, style: str, folder: Path, rounds: int) -> bool:
    """Print what each engine takes; tell whether ours is ahead of all that ran."""
    print(f"\n{number:,} references, {style}")
    commands, costs = {OURS: ours(folder, style)}, {OURS: run(ours(folder, style))}
    for name, peer in {"from JSON": ours_again, **PEERS}.items():
        command = peer(folder, style)
        if command is None:
            print(f"  {name:12}  not installed")
            continue
        try:
            costs[name] = run(command, limit=LIMIT)
        except RuntimeError as error:
            print(f"  {name:12}  {error}")
            continue
        if costs[name].seconds < SHORT:
            commands[name] = command
    costs |= in_turns(commands, rounds)
    best = costs[OURS].seconds
    for name, cost in costs.items():
        ratio = cost.seconds / best
        print(f"  {name:12}{cost.seconds:8.3f} s{cost.megabytes:7.0f} MB  {ratio:6.2f} times")
    return all(cost.seconds > best for name, cost in costs.items() if name in PEERS)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000])
    parser.add_argument("--styles", nargs="+", default=list(STYLES))
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    ahead = []
    for number in arguments.sizes:
        with tempfile.TemporaryDirectory() as name:
            prepare(Path(name), number)
            for style in arguments.styles:
                ahead.append(compare(number, style, Path(name), arguments.rounds))
    print(f"\nahead of every engine that ran: {sum(ahead)} of {len(ahead)}")
    return not all(ahead)


if __name__ == "__main__":
    sys.exit(main())
