"""The programs that read our files: each is a module of ``programs/`` with ``RECEIVER``."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.metadata import version as package_version
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, TypeAlias

from tests.receivers import programs
from tests.receivers.entry import Entry
from tests.receivers.limits import Limit

# Returns what the program read in a file.
Reader: TypeAlias = Callable[[Path], list[Entry]]

DRIVERS = Path(__file__).parent / "drivers"
# Where packages are installed that are none of ours: a venv of requirements.txt, and node_modules.
FOLDER = Path(os.environ.get("MEDCITE_RECEIVERS", "/nonexistent"))
PYTHON = FOLDER / "venv" / "bin" / "python"
MODULES = FOLDER / "node_modules"
SUFFIXES = {"bibtex": ".bib", "biblatex": ".bib", "ris": ".ris", "csl-json": ".json"}
_NUMBER = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True)
class Receiver:
    """A program that reads our files.

    ``version`` returns the installed version, or ``""`` if there is none; ``limits`` say what it
    does not read; ``options`` are those of ``medcite.write`` that its users would choose.
    """

    name: str
    version: Callable[[], str]
    reads: Mapping[str, Reader]
    limits: tuple[Limit, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    quick: bool = False  # reads a thousand entries in seconds

    def limit_for(self, format: str, fact: str, written: str) -> Limit | None:
        """Return why a fact of an entry, as it was written, is lost, if this is known."""
        limits = (limit for limit in self.limits if limit.explains(format, fact, written))
        return next(limits, None)


def receivers() -> list[Receiver]:
    """Return all receivers, sorted by name."""
    names = [module.name for module in iter_modules(programs.__path__)]
    found = [import_module(f"{programs.__name__}.{name}").RECEIVER for name in names]
    return sorted(found, key=lambda receiver: receiver.name.casefold())


def run(*command: str | Path, cwd: Path | None = None, text: str | None = None) -> str:
    """Run a program; return what it printed."""
    done = subprocess.run(
        command, cwd=cwd, input=text, capture_output=True, encoding="utf-8", check=False
    )
    assert not done.returncode, f"{command[0]}: {done.stderr[-2000:]}"
    return done.stdout


@cache
def program_version(name: str, *arguments: str) -> str:
    """Return the version that an installed program prints, or ``""``."""
    path = shutil.which(name)
    if not path:
        return ""
    done = subprocess.run([path, *arguments], capture_output=True, text=True, check=False)
    return _number(done.stdout + done.stderr)


def _number(text: str) -> str:
    match = _NUMBER.search(text)
    return match[0] if match else "?"


def own_version(package: str) -> Callable[[], str]:
    """Return a function for the version of one of our own dependencies."""
    return lambda: package_version(package)


def python_version(package: str) -> Callable[[], str]:
    """Return a function for the version of a package in the receivers' venv."""

    def version() -> str:
        folders = FOLDER.glob(f"venv/lib/python*/site-packages/{package}-*.dist-info")
        return next((_number(path.name) for path in folders), "")

    return version


def node_version(package: str) -> Callable[[], str]:
    """Return a function for the version of an npm package."""

    def version() -> str:
        file = MODULES / package / "package.json"
        if not file.exists() or not shutil.which("node"):
            return ""
        return str(json.loads(file.read_text("utf-8"))["version"])

    return version


def run_python(driver: str, *arguments: str | Path) -> Any:
    """Run a driver in the receivers' venv; return the JSON that it prints."""
    return json.loads(run(PYTHON, DRIVERS / driver, *arguments))


def run_node(driver: str, *arguments: str | Path) -> Any:
    """Run a driver by node; return the JSON that it prints.

    Node resolves the imports of a module on standard input from the current folder.
    """
    text = (DRIVERS / driver).read_text("utf-8")
    command = ("node", "--input-type=module", "-", *arguments)
    return json.loads(run(*command, cwd=FOLDER, text=text))
