"""What the growth of an input's time is judged by; .ci/run measures the shapes themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.growth import FACTOR, Growth
from benchmarks.shapes import SHAPES


def test_linear_growth_passes_and_quadratic_does_not() -> None:
    assert Growth(1, (0.1, 0.2, 0.4)).factor < FACTOR
    assert Growth(1, (0.1, 0.4, 1.6)).factor > FACTOR


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_is_an_input_that_is_read(name: str, tmp_path: Path) -> None:
    SHAPES[name].prepare(45, tmp_path)()
