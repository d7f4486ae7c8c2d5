"""Each fuzz target takes its seeds, without atheris; what it once found stays mended."""

from __future__ import annotations

import pytest
from medcite import format_registry

from fuzz.target import Target, all_targets

TARGETS = all_targets()


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_it_takes_its_seeds(target: Target) -> None:
    seeds = target.seeds()
    assert any(seeds)
    for seed in seeds:
        target.run(seed)


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_it_takes_or_refuses_halves_of_its_seeds(target: Target) -> None:
    for seed in target.seeds():
        target.run(seed[: len(seed) // 2])
        target.run(seed[len(seed) // 2 :])


def test_each_reader_has_one() -> None:
    names = {reader.FORMAT.name for reader in format_registry.readers()}
    without = {name for name in names if f"read-{name}" not in TARGETS}
    assert without == {"pmid-list"}, "its records are a library's"
