"""What all tests share: the option ``--accept``, and the reference folder beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("MEDCITE_SHARED", ROOT.parent / "shared"))

# No test depends on the clock: Hypothesis measures how long inputs take to make, and in a fresh
# clone the first of them wait for its tables of Unicode.
settings.register_profile("medcite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("medcite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="rewrite expected outputs instead of comparing"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that take minutes, unless they are asked for by ``-m``."""
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
