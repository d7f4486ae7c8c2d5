"""The program works however it was installed: as a wheel, from a zip, editable, as a module."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.long
STYLES = sorted(path.name for path in (ROOT / "styles").glob("*.csl"))
SAMPLE = str(ROOT / "samples" / "flattened.txt")
FIRST = ("cite", SAMPLE, "--quiet", "--style", "vancouver")
# What hides a package called `convert`: a file beside a notebook, a distribution of that name.
USERS_MODULE = "raise SystemExit('a convert.py of the user was imported')\n"
STAND_IN = """\
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "convert"
version = "9"

[tool.setuptools]
packages = ["convert"]
"""
TYPED = """\
import medcite

records = list(medcite.read("refs.nbib"))
medcite.write(records, "bibtex", key="pmid", abstract=False)
reveal_type(records[0].title)
medcite.write(records, "bibtex", kye="pmid")
medcite.write(records, "bibtex", abstract="no")
medcite.write(records, "bibtex", journal="short")
"""


def run(command: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=cwd, env={**bare, **environment}
    )


def output(command: list[str], cwd: Path, **environment: str) -> str:
    done = run(command, cwd, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def environment(folder: Path, *packages: str) -> Path:
    """Make a virtual environment with these packages; return the folder of its programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(programs / "pip"), "install", "-q", *packages], check=True)
    return programs


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["-q", "--no-deps", "-w", str(folder), str(ROOT)]
    done = run([sys.executable, "-m", "pip", "wheel", *options], folder)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("medcite-*.whl"))


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A distribution called `convert`, as there is one on PyPI."""
    folder = tmp_path_factory.mktemp("stand-in")
    (folder / "pyproject.toml").write_text(STAND_IN)
    (folder / "convert").mkdir()
    (folder / "convert" / "__init__.py").write_text("OWNER = 'somebody else'\n")
    return folder


def test_the_wheel_holds_the_package_its_types_and_the_styles(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert STYLES
    assert {f"medcite/styles/{name}" for name in STYLES} <= names
    assert "medcite/py.typed" in names
    page = (f"medcite/markup/report_page.{suffix}" for suffix in ("html", "css", "js"))
    assert names.issuperset(page)
    assert not {
        name for name in names if name.startswith("medcite/styles/") and name.endswith(".py")
    }
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"medcite"}


def test_no_module_is_missing_in_the_wheel(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py")}
    modules = {path.relative_to(ROOT / "convert") for path in (ROOT / "convert").rglob("*.py")}
    assert packed == {f"medcite/{module.as_posix()}" for module in modules}


def test_it_runs_from_the_wheel_as_a_zip(wheel: Path, tmp_path: Path) -> None:
    text = output([sys.executable, "-m", "medcite", *FIRST], tmp_path, PYTHONPATH=str(wheel))
    assert text.startswith("1. Fu H, ")
    listed = output([sys.executable, "-m", "medcite", "formats"], tmp_path, PYTHONPATH=str(wheel))
    assert "medline" in listed
    assert "bibtex" in listed


@pytest.mark.parametrize("how", ["wheel", "editable"])
def test_nothing_called_convert_hides_it(
    how: str, wheel: Path, stand_in: Path, tmp_path: Path
) -> None:
    chosen = [str(wheel)] if how == "wheel" else ["-e", str(ROOT)]
    programs = environment(tmp_path / "venv", *chosen, str(stand_in))
    notebook = tmp_path / "notebook"
    notebook.mkdir()
    (notebook / "convert.py").write_text(USERS_MODULE)
    python = str(programs / "python")
    for command in ([str(programs / "medcite")], [python, "-m", "medcite"]):
        assert output([*command, *FIRST], notebook).startswith("1. Fu H, ")
    code = f"import medcite; print(len(list(medcite.read({SAMPLE!r}))))"
    assert output([python, "-c", code], notebook) == "1\n"
    elsewhere = output([python, "-c", "import convert; print(convert.OWNER)"], tmp_path)
    assert elsewhere == "somebody else\n"
    # ImageMagick's command has that name; ours must not take its place.
    assert not (programs / "convert").exists()
    assert "bash" in output([str(programs / "medcite"), "completion", "bash"], notebook)


def test_type_checkers_know_the_options(wheel: Path, tmp_path: Path) -> None:
    programs = environment(tmp_path / "venv", str(wheel), "mypy")
    (tmp_path / "use.py").write_text(TYPED)
    done = run([str(programs / "mypy"), "--strict", "use.py"], tmp_path)
    found = [line.partition(" ")[0] for line in done.stdout.splitlines() if ": error" in line]
    assert found == ["use.py:6:", "use.py:7:", "use.py:8:"], done.stdout
    assert 'Revealed type is "str"' in done.stdout.replace("builtins.", "")
    assert "kye" in done.stdout
