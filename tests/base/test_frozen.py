"""Frozen values are immutable, compared by their attributes, and cheap to define."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest
from medcite.base.frozen import Frozen

from tests.conftest import ROOT


class Point(Frozen):
    """A place."""

    x: int
    y: int = 2


def test_attributes_by_place_and_by_name() -> None:
    assert (Point(1).x, Point(1).y, Point(y=4, x=3).y) == (1, 2, 4)
    assert repr(Point(1)) == "Point(x=1, y=2)"
    assert Point(1).replace(y=5) == Point(1, 5)


def test_equal_by_value() -> None:
    assert Point(1) == Point(1, 2) != Point(2)
    assert {Point(1): "here"}[Point(x=1)] == "here"
    assert Point(1) != (1, 2)


def test_nothing_changes() -> None:
    with pytest.raises(AttributeError):
        Point(1).x = 3  # type: ignore[misc]  # what is tried here
    with pytest.raises(AttributeError):
        del Point(1).x


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [((), {}, "needs x"), ((1, 2, 3), {}, "takes 2"), ((1,), {"z": 3}, "no attribute 'z'")],
)
def test_other_attributes_are_refused(
    values: tuple[int, ...], named: dict[str, int], said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        Point(*values, **named)


def test_a_subclass_has_what_its_base_has() -> None:
    class Box(Point):
        width: int = 3

    assert (Box.names, Box.defaults) == (("x", "y", "width"), {"y": 2, "width": 3})
    assert Box(1, 5) == Box(1, 5, 3) != Point(1, 5)
    assert Point.names == ("x", "y")
    assert Frozen.names == ()


def test_a_value_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Point(1, 9))) == Point(1, 9)


def test_no_start_loads_what_costs_much() -> None:
    code = (
        "import sys; from medcite.cli import program; program.main(sys.argv[1:]);"
        "print(sorted({'dataclasses', 'inspect', 'json', 'bibtexparser'} & sys.modules.keys()))"
    )
    sample = str(next(ROOT.glob("samples/*.nbib")))
    for command in (["convert", sample, "--to", "bibtex"], ["cite", sample]):
        run = subprocess.run(
            [sys.executable, "-c", code, *command],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.endswith("\n[]\n"), run.stdout[-200:]
