"""What all tests share: markers, options, and the reference folder beside the repository."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("MEDCITE_SHARED", ROOT.parent / "shared"))

# No test depends on the clock: Hypothesis measures how long inputs take to make, and in a fresh
# clone the first of them wait for its tables of Unicode.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", UNTIMED, max_examples=25)
settings.register_profile("long", UNTIMED, max_examples=200)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="rewrite expected outputs instead of comparing"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples Hypothesis makes, before the first test is imported.

    Where Python may write no bytecode into the checkout, the processes that tests start keep it
    elsewhere: else each would compile the whole program.
    """
    settings.load_profile("long" if config.option.markexpr == "long" else "default")
    if sys.dont_write_bytecode:
        folder = TemporaryDirectory(prefix="medcite-bytecode-", ignore_cleanup_errors=True)
        config.add_cleanup(folder.cleanup)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder.name


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that take minutes, unless they are asked for by ``-m``.

    Those that Hypothesis feeds run with ``-m long`` again, with more examples.
    """
    if config.option.markexpr == "long":
        for item in items:
            if is_hypothesis_test(getattr(item, "obj", None)):
                item.add_marker("long")
    if not config.option.markexpr:
        markers = ("long", "exhaustive")
        long = [item for item in items if any(map(item.get_closest_marker, markers))]
        if long:
            config.hook.pytest_deselected(items=long)
            items[:] = [item for item in items if item not in long]


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("no reference folder: set MEDCITE_SHARED")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Let all tests of a process, and the commands that they run, have a cache of their own."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder / "medcite"


@pytest.fixture(scope="session", autouse=True)
def services() -> Iterator[None]:
    """Let no test reach a service on the network, or wait for one."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("EUTILS", "IDCONV", "DOI"):
            patch.setenv(f"MEDCITE_{name}_URL", "http://localhost:1/")
        for name in ("NCBI_API_KEY", "NCBI_EMAIL", "HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            patch.delenv(name, raising=False)
        patch.setattr("medcite.online.client.sleep", lambda _: None)
        yield
