"""Sets documents where a command that runs or a file that is read leaves a trace."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

SECRET = "Nobody should read this."
END = "Here the document ends."
ERROR = re.compile(r"^(?:! .*|.*:\d+: .*Error.*)$", re.MULTILINE)
DOCUMENT = r"""%s
\usepackage[T1]{fontenc}
\usepackage{lmodern}
%s
\begin{document}
\nocite{*}
%s
\par %s
\end{document}
"""


class Outcome(NamedTuple):
    """What came of a document: files made by commands, where the secret shows, errors."""

    made: list[str]
    shown: list[str]
    whole: bool
    errors: list[str]


def document(folder: Path, head: str, packages: str, body: str) -> None:
    """Write the document and the files that an attack would read."""
    (folder / "main.tex").write_text(DOCUMENT % (head, packages, body, END), "utf-8")
    for name in ("secret", "secret.tex"):
        (folder / name).write_text(f"{SECRET}\n", "utf-8")


def build(folder: Path, program: str = "", engine: str = "pdflatex") -> Outcome:
    """Set the document, with every command allowed; ``program`` makes its bibliography."""
    _tex(folder, engine)
    if program:
        run(folder, program, "main")
        _tex(folder, engine)
    _tex(folder, engine)
    text = " ".join(run(folder, "pdftotext", "-raw", "main.pdf", "-").split())
    log = _read(folder / "main.log")
    return Outcome(
        made=sorted(path.name for path in folder.glob("*pwned*")),
        shown=[*_shown(folder), *(["main.pdf"] if SECRET in text else [])],
        whole=END in text,
        errors=ERROR.findall(log),
    )


def _tex(folder: Path, engine: str) -> None:
    run(folder, engine, "-shell-escape", "-recorder", "-interaction=nonstopmode", "main.tex")


def _shown(folder: Path) -> list[str]:
    """List the files that hold the secret, and the recorder's if TeX opened the secret's."""
    made = [path for path in folder.glob("main.*") if path.suffix not in (".pdf", ".tex", ".fls")]
    opened = re.search(r"^INPUT .*secret", _read(folder / "main.fls"), re.MULTILINE)
    shown = [path.name for path in sorted(made) if SECRET in _read(path)]
    return [*shown, "main.fls"] if opened else shown


def _read(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.exists() else ""


def run(folder: Path, *command: str) -> str:
    environment = os.environ | {"max_print_line": "1000", "openout_any": "p"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, timeout=600, check=False
    )
    return (done.stdout + done.stderr).decode("utf-8", "replace")
