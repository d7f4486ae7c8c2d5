"""Frozen values behave as frozen dataclasses do."""

from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys

import pytest
from medcite.base.frozen import Frozen
from medcite.model.record import Record

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
    [((), {}, "wants x"), ((1, 2, 3), {}, "takes 2"), ((1,), {"z": 3}, "no attribute 'z'")],
)
def test_other_attributes_are_refused(
    values: tuple[int, ...], named: dict[str, int], said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        Point(*values, **named)


def test_a_dataclass_to_whoever_asks() -> None:
    assert dataclasses.is_dataclass(Point)
    assert [(each.name, each.default) for each in dataclasses.fields(Point)] == [
        ("x", dataclasses.MISSING),
        ("y", 2),
    ]
    assert dataclasses.replace(Point(1), x=7) == Point(7)
    assert len(dataclasses.fields(Record)) == len(Record.names) > 50


def test_to_ask_the_base_changes_nothing() -> None:
    """As ``help`` does on its way through the classes."""

    class Other(Frozen):
        z: int

    assert dataclasses.fields(Frozen) == ()
    assert [each.name for each in dataclasses.fields(Other)] == ["z"]
    assert dataclasses.asdict(Other(1)) == {"z": 1}


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
