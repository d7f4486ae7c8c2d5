"""Where the peers are, how they are called, and their versions.

Those of PyPI and npm lie in a folder of their own, ``.peers`` in the checkout or what
``MEDCITE_PEERS`` names; ``set_up`` installs them there. Those of Debian (pandoc, bibutils, xtract
from ncbi-entrez-direct) are used where they are on the path.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from ..measure import ROOT

HERE = Path(__file__).parent
FOLDER = Path(os.environ.get("MEDCITE_PEERS", ROOT / ".peers"))
MODULES = FOLDER / "node_modules"
PYTHON = FOLDER / "venv" / "bin" / "python"
_REQUIREMENTS = (HERE / "requirements.txt").read_text("utf-8")
_PACKAGES = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]


def set_up() -> None:
    """Install the peers of PyPI and npm."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "venv")], check=True)
    install = [str(PYTHON), "-m", "pip", "install", "-q", "-r", str(HERE / "requirements.txt")]
    subprocess.run(install, check=True)
    if npm := shutil.which("npm"):
        shutil.copy(HERE / "package.json", FOLDER)
        subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund"], check=True, cwd=FOLDER
        )
    else:
        print("no npm: the peers in JavaScript are left out", file=sys.stderr)


def python(package: str, code: str, *arguments: str | Path) -> list[str] | None:
    """Return the command of a Python peer, nothing if its package is not installed."""
    if not any(FOLDER.glob(f"venv/lib/python*/site-packages/{package}")):
        return None
    return [str(PYTHON), "-c", f"import sys; {code}", *map(str, arguments)]


def node(package: str, script: str, *arguments: str | Path) -> list[str] | None:
    """Return the command of a peer in JavaScript, nothing if its package is not installed."""
    program = shutil.which("node")
    if program is None or not (MODULES / package).is_dir():
        return None
    return ["env", f"NODE_PATH={MODULES}", program, str(HERE / script), *map(str, arguments)]


def program(name: str, *arguments: str | Path) -> list[str] | None:
    """Return the command of a program on the path, nothing if it is not there."""
    found = shutil.which(name)
    return [found, *map(str, arguments)] if found else None


def versions() -> list[str]:
    """Return the names and versions of what is installed, medcite's Python first."""
    pins = [line.split("==") for line in _REQUIREMENTS.split("\n") if "==" in line]
    found = [f"Python {platform.python_version()}"]
    if PYTHON.exists():
        found += [f"{name} {version}" for name, version in pins]
    found += [
        f"{name} {version}" for name, version in _PACKAGES.items() if (MODULES / name).is_dir()
    ]
    debian = {"pandoc": "pandoc", "xml2bib": "bibutils", "xtract": "ncbi-entrez-direct"}
    return found + [_debian(debian[name]) for name in debian if shutil.which(name)]


def _debian(package: str) -> str:
    query = ["dpkg-query", "-W", "-f", "${Version}", package]
    answer = subprocess.run(query, check=False, capture_output=True, text=True)
    return f"{package} {answer.stdout}".strip()
