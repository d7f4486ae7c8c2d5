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
FIRST = ("cite", str(ROOT / "samples" / "flattened.txt"), "--quiet", "--style", "vancouver")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "-w",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("medcite-*.whl"))


def output(command: list[str], cwd: Path, **environment: str) -> str:
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, capture_output=True, check=False, cwd=cwd, env={**bare, **environment}
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout.decode()


def test_the_wheel_holds_the_package_its_types_and_the_styles(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert STYLES
    assert {f"convert/styles/{name}" for name in STYLES} <= set(names)
    assert "convert/py.typed" in names
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"convert"}


def test_it_runs_from_the_wheel_as_a_zip(wheel: Path, tmp_path: Path) -> None:
    text = output([sys.executable, "-m", "medcite", *FIRST], tmp_path, PYTHONPATH=str(wheel))
    assert text.startswith("1. Fu H, ")
    listed = output([sys.executable, "-m", "medcite", "formats"], tmp_path, PYTHONPATH=str(wheel))
    assert "medline" in listed
    assert "bibtex" in listed


def test_it_runs_installed_from_the_wheel_with_nothing_else(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(programs / "pip"), "install", "-q", str(wheel)], check=True)
    assert output([str(programs / "medcite"), *FIRST], tmp_path).startswith("1. Fu H, ")
    # ImageMagick's command has the package's name; ours must not take its place.
    assert not (programs / "convert").exists()
    assert "bash" in output([str(programs / "medcite"), "completion", "bash"], tmp_path)


def test_it_runs_from_a_checkout(tmp_path: Path) -> None:
    text = output([sys.executable, "-m", "medcite", *FIRST], tmp_path, PYTHONPATH=str(ROOT))
    assert text.startswith("1. Fu H, ")
